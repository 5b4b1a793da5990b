using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7001: the live task differs from its declaration.</summary>
public sealed class Drift : LiveRule
{
    private Drift()
        : base("ATL7001", Severity.Error, "Drift: the live task differs from its declaration",
            new RuleTraits { SnapshotSeverity = Severity.Warning })
    {
    }

    public static Drift Rule { get; } = new();

    /// <summary>The finding of a change.</summary>
    /// <param name="expired">The ignore entry that covered the change until its last day, or null.</param>
    internal Finding Report(TaskDeclaration task, Change change, IgnoreEntry? expired)
    {
        var (declared, live) = ShownValues.Of(change);
        var path = change.Path.ToDisplay();
        var message = change.Kind switch
        {
            _ when change.Since is not null => $"{path}, which is not declared, was {declared} in {change.Since}, and is {live} in the live task",
            ChangeKind.Added when change.Declared is null => $"{path} is {live} in the live task, but not declared",
            ChangeKind.Removed => $"{path} is declared as {declared}, but not set in the live task",
            _ => $"{path} is declared as {declared}, but is {live} in the live task",
        };
        if (change.Status == ChangeStatus.Conflict)
            message += $"; both moved since the base{(change.Base is null ? "" : $", which declares {ShownValues.OfBase(change)}")}";
        if (change.NeedsRecreate)
            message += "; the API cannot change it: the task must be recreated";
        if (change is { Since: null, Explanation: { } explanation })
            message += $"; {explanation}";
        if (expired is { ShownUntil: { } until })
            message += $"; the ignore entry for it ended on {until}";
        return new Finding(this, change.Place, message)
        {
            Task = task.Label,
            Path = change.Path,
            Accepted = change.IgnoredBy is { } entry ? new Acceptance(AcceptanceKind.Ignore, entry.Reason, entry.ShownUntil) : null,
            Change = change,
            Content = $"{NodeText.Compared(change.Declared, change)}\n{NodeText.Compared(change.Live, change)}",
        };
    }
}
