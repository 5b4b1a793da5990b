using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Arize.TaskLint.Analyzers.Yaml;

/// <summary>
/// The severities that <c>.editorconfig</c> sets for YAML files. The compiler applies severities to source files only, and strips
/// <c>dotnet_diagnostic.ID.severity</c> from the options of others. So two other ways are supported: a key of our own, <c>tasklint.ATL2003.severity =
/// error</c>, and the files <c>.editorconfig</c> themselves, if the project passes them as additional files.
/// </summary>
/// <param name="projectFolder">The project's folder, or null; paths that are not whole lead from there.</param>
/// <param name="read">Reads a file <c>.editorconfig</c>.</param>
internal sealed class YamlSeverity(AnalyzerOptions options, string? projectFolder, Func<SourceText, EditorConfig?> read)
{
    private const string FileName = ".editorconfig";

    /// <summary>Keeps what was read of a text.</summary>
    internal static readonly SourceTextValueProvider<EditorConfig> Provider = new(
        text => EditorConfig.Read(new SourceFile(FileName, text.ToString())));

    private readonly List<AdditionalText> files = [.. options.AdditionalFiles.Where(file => Path.GetFileName(file.Path) == FileName)];

    /// <summary>The severity that is set for a rule in a file; null if the rule's own counts.</summary>
    internal Severity? Of(Rule rule, AdditionalText file, CancellationToken cancellation)
    {
        var given = options.AnalyzerConfigOptionsProvider.GetOptions(file);
        if (given.TryGetValue($"tasklint.{rule.Id}.severity", out var word) && SeverityWord.TryRead(word.Trim(), out var own))
            return own;
        return files.Count == 0 ? null : new EditorConfigOptions(Whole(file.Path), Configs(cancellation)).SeverityOf(rule, isYaml: true)?.Severity;
    }

    private IEnumerable<(string Folder, EditorConfig Config)> Configs(CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (file.GetText(cancellation) is { } text && read(text) is { } config)
                yield return (Whole(file.Path) is var path && path.LastIndexOf('/') is var end and >= 0 ? path.Substring(0, end) : "", config);
        }
    }

    private string Whole(string path)
    {
        var whole = Path.IsPathRooted(path) || projectFolder is not { Length: > 0 } ? path : Path.Combine(projectFolder, path);
        return whole.Replace('\\', '/');
    }
}
