namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7010: a task whose filter selects nothing of a sample.</summary>
public sealed class TaskSelects : TrialRule
{
    private TaskSelects()
        : base("ATL7010", Severity.Error, "The task selects none of the sample's spans (with a sample)")
    {
    }

    public static TaskSelects Rule { get; } = new();
}
