namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7012: an evaluator for which many of the selected rows lack the value of a variable, and are dropped in silence.</summary>
public sealed class RowsAreKept : TrialRule
{
    private RowsAreKept()
        : base("ATL7012", Severity.Warning, "Many of the selected spans would be dropped for a missing value (with a sample)")
    {
    }

    public static RowsAreKept Rule { get; } = new();
}
