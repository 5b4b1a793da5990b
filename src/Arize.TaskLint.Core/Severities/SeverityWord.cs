using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Severities;

/// <summary>The words by which settings name severities.</summary>
public static class SeverityWord
{
    /// <summary>The word for a rule's own severity.</summary>
    private const string Default = "default";

    /// <summary>The words, the heaviest first.</summary>
    public static readonly IReadOnlyList<string> All = ["error", "warning", "suggestion", "silent", "none", Default];

    /// <summary>Reads a word, in any letter case, as the compiler does: <c>refactoring</c> is another word for silent.</summary>
    /// <param name="severity">The severity; null for the rule's own.</param>
    /// <returns>Whether the word is one.</returns>
    public static bool TryRead(string word, out Severity? severity)
    {
        severity = word.ToLowerInvariant() switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "suggestion" => Severity.Suggestion,
            "silent" or "refactoring" => Severity.Silent,
            "none" => Severity.None,
            _ => null,
        };
        return severity is not null || string.Equals(word, Default, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The problem of an invalid word.</summary>
    /// <param name="subject">The rule or the category.</param>
    public static UnknownSetting Unknown(Place place, string subject, string word) =>
        UnknownSetting.Word(place, $"the severity of {subject}", word, All);
}
