using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Suppressions;

/// <summary>
/// ATL9001: a suppression or a baseline entry that matches nothing, and would hide the next finding unseen; and an <c>ignore</c> entry that cannot
/// match.
/// </summary>
public sealed class SuppressionMatches : Rule
{
    private SuppressionMatches()
        : base("ATL9001", Severity.Warning, "A suppression or baseline entry that matches nothing, or an ignore entry that cannot match",
            new RuleTraits { IsForToolOnly = true })
    {
    }

    public static SuppressionMatches Rule { get; } = new();

    /// <summary>The finding of a suppression that nothing needs.</summary>
    internal Finding Report(Suppression suppression) =>
        ReportFirm(suppression, $"the suppression of {suppression.RuleId ?? "all rules"} suppresses nothing; remove it");

    /// <summary>The finding of a suppression that cannot suppress.</summary>
    internal Finding ReportFirm(Suppression suppression, string message) => new(this, suppression.Place, message);

    /// <summary>The finding of an <c>ignore</c> entry that cannot match any drift.</summary>
    /// <param name="task">The task; null if the entry is in the settings.</param>
    internal Finding Report(TaskDeclaration? task, IgnoreEntry entry, string why) =>
        new(this, entry.Place, $"the ignore entry for '{Excerpt.Of(entry.ShownPath)}' can match no drift: {why}") { Task = task?.Label };

    /// <summary>The finding of an <c>unmanaged</c> entry that accepts no live task.</summary>
    internal Finding Report(UnmanagedEntry entry) => new(this, entry.Place,
        $"the unmanaged entry for {entry.What} accepts nothing: every live task that it is for is declared, or there is none"
            + (entry.IsByProject ? "; a live task has the ID of its project, and not the name" : "; remove it"));

    /// <summary>The finding of an entry of a baseline.</summary>
    internal Finding Report(Place place, string message) => new(this, place, message);
}
