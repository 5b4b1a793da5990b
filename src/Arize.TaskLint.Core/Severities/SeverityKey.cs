namespace Arize.TaskLint.Core.Severities;

/// <summary>The keys of <c>.editorconfig</c> that set severities, in lower case as they are read.</summary>
internal static class SeverityKey
{
    /// <summary>The key for all rules of all analyzers.</summary>
    internal const string All = "dotnet_analyzer_diagnostic.severity";

    /// <summary>The key that has the analyzer name the task of each finding.</summary>
    internal const string EachTask = OwnPrefix + "each_task";

    private const string DiagnosticPrefix = "dotnet_diagnostic.";
    private const string CategoryPrefix = "dotnet_analyzer_diagnostic.category-";
    private const string OwnPrefix = "tasklint.";
    private const string Suffix = ".severity";

    /// <summary>The key for one rule.</summary>
    internal static string Diagnostic(string id) => DiagnosticPrefix + id.ToLowerInvariant() + Suffix;

    /// <summary>The key for one rule in YAML files.</summary>
    internal static string Own(string id) => OwnPrefix + id.ToLowerInvariant() + Suffix;

    /// <summary>The key for the rules of a category.</summary>
    internal static string Category(string category) => CategoryPrefix + category.ToLowerInvariant() + Suffix;

    /// <summary>Whether a key sets the severity of one rule for the compiler.</summary>
    internal static bool IsDiagnostic(string key) => Between(key, DiagnosticPrefix) is not null;

    /// <summary>The ID in a key, in lower case; null if it has none.</summary>
    internal static string? IdOf(string key) => Between(key, DiagnosticPrefix) ?? Between(key, OwnPrefix);

    /// <summary>Whether a key has this tool's prefix, and is not one of those that configure the analyzer.</summary>
    internal static bool IsOwn(string key) => key.StartsWith(OwnPrefix, StringComparison.Ordinal) && key != EachTask;

    /// <summary>The category in a key, in lower case; null if it has none.</summary>
    internal static string? CategoryOf(string key) => Between(key, CategoryPrefix);

    private static string? Between(string key, string prefix) =>
        key.Length >= prefix.Length + Suffix.Length && key.StartsWith(prefix, StringComparison.Ordinal)
            && key.EndsWith(Suffix, StringComparison.Ordinal)
            ? key.Substring(prefix.Length, key.Length - prefix.Length - Suffix.Length)
            : null;
}
