using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7007: a continuous task that does not run, or whose runs come to nothing; only <c>check --health</c> looks at runs.</summary>
public sealed class TaskIsAlive : LiveRule
{
    private TaskIsAlive()
        : base("ATL7007", Severity.Warning, "A continuous task whose last runs failed, were cancelled or scored nothing (with --health)",
            new RuleTraits { IsOnRequest = true })
    {
    }

    public static TaskIsAlive Rule { get; } = new();

    /// <summary>The finding of a live task.</summary>
    /// <param name="task">Its declaration.</param>
    internal Finding Report(TaskDeclaration task, string message) => Report(task, task.Place, null, message);
}
