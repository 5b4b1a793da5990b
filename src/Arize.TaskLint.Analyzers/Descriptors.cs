using System.Collections.Immutable;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers;

/// <summary>The rules as descriptors of the compiler, made from the catalogue, which is the only definition of a rule.</summary>
public static class Descriptors
{
    /// <summary>
    /// The rules that the compiler can judge: those that need no settings file, no environment and no clock, and of the live side at most a snapshot.
    /// </summary>
    public static readonly IReadOnlyList<Rule> Rules = [.. RuleCatalogue.All.Where(rule => !rule.Traits.IsForToolOnly)];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = Rules.ToDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    /// <summary>A descriptor for each rule.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = Rules.Select(rule => ById[rule.Id]).ToImmutableArray();

    /// <summary>The descriptor of a rule, or null if the compiler cannot judge it.</summary>
    public static DiagnosticDescriptor? Find(Rule rule) => ById.TryGetValue(rule.Id, out var descriptor) ? descriptor : null;

    /// <summary>A severity in the compiler's word; null for a rule that is off.</summary>
    public static DiagnosticSeverity? Severity(Severity severity) => severity switch
    {
        Core.Rules.Severity.Error => DiagnosticSeverity.Error,
        Core.Rules.Severity.Warning => DiagnosticSeverity.Warning,
        Core.Rules.Severity.Suggestion => DiagnosticSeverity.Info,
        Core.Rules.Severity.Silent => DiagnosticSeverity.Hidden,
        _ => null,
    };

    private static DiagnosticDescriptor Create(Rule rule)
    {
        string[] tags = rule is SetRule ? [WellKnownDiagnosticTags.CompilationEnd] : [];
        return new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            rule.Category,
            Severity(rule.Traits.SnapshotSeverity ?? rule.DefaultSeverity) ?? DiagnosticSeverity.Warning,
            isEnabledByDefault: rule.DefaultSeverity != Core.Rules.Severity.None,
            description: null,
            helpLinkUri: rule.PageUnder(BuildInfo.PublicAddress),
            customTags: tags);
    }
}
