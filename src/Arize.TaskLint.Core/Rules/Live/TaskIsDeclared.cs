using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7003: a live task that nothing declares; only <c>check --unmanaged</c> looks for them.</summary>
public sealed class TaskIsDeclared : LiveRule
{
    private TaskIsDeclared()
        : base("ATL7003", Severity.Warning, "A live task that nothing declares (with --unmanaged)",
            new RuleTraits { IsOnRequest = true })
    {
    }

    public static TaskIsDeclared Rule { get; } = new();

    /// <summary>The finding of a live task.</summary>
    /// <param name="accepted">How the team accepts it; null if it does not.</param>
    internal Finding Report(TaskDeclaration live, Acceptance? accepted) =>
        new(this, Place.None, $"nothing declares the live task '{LongName.Of(live.Label ?? "")}'")
        { Task = live.Label, Accepted = accepted, IsTaskStatus = true };
}
