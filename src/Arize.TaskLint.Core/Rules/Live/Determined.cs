using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7004: something could not be determined; a run that has this finding exits with 3.</summary>
public sealed class Determined : LiveRule
{
    private Determined()
        : base("ATL7004", Severity.Error, "Could not determine, and why", new RuleTraits { IsAlwaysTold = true })
    {
    }

    public static Determined Rule { get; } = new();

    /// <summary>A finding about one task, or a part of it.</summary>
    internal new Finding Report(TaskDeclaration task, Place place, FieldPath? path, string reason) => base.Report(task, place, path, reason);

    /// <summary>A finding about all tasks that the reason concerns.</summary>
    public Finding Report(string reason) => new(this, Place.None, reason);
}
