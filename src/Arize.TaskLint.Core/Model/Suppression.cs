using System.Globalization;

namespace Arize.TaskLint.Core.Model;

/// <summary>Lines of a file on which the team accepts the findings of a rule.</summary>
/// <param name="Place">The place of the suppression; none if only its line is known.</param>
/// <param name="File">The file, as results call it.</param>
/// <param name="LastLine">The last line; <see cref="int.MaxValue"/> for the file's end.</param>
/// <param name="RuleId">The rule; null for all rules but those on suppressions themselves.</param>
public sealed record Suppression(Place Place, string File, int FirstLine, int LastLine, string? RuleId)
{
    /// <summary>The last day on which it counts, in UTC; null forever.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The reason in the team's words; null if there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is in C#, where the compiler reports unnecessary suppressions.</summary>
    public bool IsInCode { get; init; }

    /// <summary>The rules that are enabled again within a suppression of all rules, each with the line.</summary>
    public IReadOnlyDictionary<string, int>? EnabledFrom { get; init; }

    /// <summary>The message of the one finding that is meant; null for all of the rule.</summary>
    public string? Message { get; init; }

    /// <summary>The task of the one finding that is meant; null for any.</summary>
    public string? Task { get; init; }

    internal Acceptance Acceptance => new(
        IsInCode ? AcceptanceKind.Code : AcceptanceKind.Comment, Reason, Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Whether it still counts.</summary>
    /// <param name="today">The day, in UTC.</param>
    public bool IsInForce(DateTime today) => Until is not { } last || today.Date <= last;
}
