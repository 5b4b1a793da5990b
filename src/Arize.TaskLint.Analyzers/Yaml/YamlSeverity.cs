using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arize.TaskLint.Analyzers.Yaml;

/// <summary>
/// The severity that <c>.editorconfig</c> sets for a YAML file. The compiler applies <c>dotnet_diagnostic.ID.severity</c> to source files only and
/// strips it from the options of others, so a key of our own says it: <c>tasklint.ATL2003.severity = error</c>.
/// </summary>
internal static class YamlSeverity
{
    /// <summary>The severity that is set for a rule; null where none is.</summary>
    internal static Severity? Of(Rule rule, AnalyzerConfigOptions options) =>
        options.TryGetValue($"tasklint.{rule.Id}.severity", out var word) ? Parse(word) : null;

    private static Severity? Parse(string word) => word.Trim().ToLowerInvariant() switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "suggestion" => Severity.Suggestion,
        "silent" or "refactoring" => Severity.Silent,
        "none" => Severity.None,
        _ => null,
    };
}
