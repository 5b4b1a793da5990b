namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7011: an evaluator for which every selected row lacks the value of a variable, or which nothing reaches.</summary>
public sealed class EvaluatorJudges : TrialRule
{
    private EvaluatorJudges()
        : base("ATL7011", Severity.Error, "An evaluator would judge none of the selected spans (with a sample)")
    {
    }

    public static EvaluatorJudges Rule { get; } = new();
}
