using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3015: two evaluators whose results have one name; which of them a result is from cannot be told.</summary>
public sealed class ResultColumnWrittenOnce() : EvaluatorRule("ATL3015", Severity.Warning, "Two evaluators write the same result column")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        for (var i = 1; i < evaluators.Count; i++)
        {
            var second = evaluators[i];
            if (second.Version?.ResultName is { } name && evaluators.Take(i).FirstOrDefault(first => WritesSame(first, second)) is { } first)
                yield return Report(second, $"'{second.Label}' writes its results as '{Excerpt.Of(name)}', as '{first.Label}' does");
        }
    }

    private static bool WritesSame(AttachedEvaluator first, AttachedEvaluator second) =>
        first.Version is { } one && second.Version is { } other && one.ResultName == other.ResultName
        // Results of spans, traces and sessions stand in columns of their own.
        && one.Scope == other.Scope
        && MayJudgeTheSame(first.Reference.InForce(EvaluatorFields.QueryFilter), second.Reference.InForce(EvaluatorFields.QueryFilter));

    // Two that share out the spans by their filters may well write to one column.
    private static bool MayJudgeTheSame(FieldValue one, FieldValue other) =>
        IsOpen(one) || IsOpen(other) || (one.Text is { } text && text == other.Text);

    private static bool IsOpen(FieldValue filter) => !filter.IsGiven || (filter.Text is { } text && string.IsNullOrWhiteSpace(text));
}
