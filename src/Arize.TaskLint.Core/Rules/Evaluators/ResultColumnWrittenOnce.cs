using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3015: the results of two evaluators have the same name, so that results cannot be attributed to one of them.</summary>
public sealed class ResultColumnWrittenOnce() : EvaluatorRule("ATL3015", Severity.Warning, "Two evaluators write the same result column")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        var columns = new Dictionary<(string, EvaluatorScope), Writers>();
        foreach (var evaluator in evaluators)
        {
            // Results of spans, traces and sessions are in columns of their own.
            if (evaluator.Version is not { ResultName: { } name, Scope: var scope })
                continue;
            if (!columns.TryGetValue((name, scope), out var writers))
                columns.Add((name, scope), writers = new Writers());
            if (writers.Add(evaluator) is not { } first)
                continue;
            var message = $"'{evaluator.Label}' writes its results as '{Excerpt.Of(name)}', as '{first.Label}' does";
            yield return Report(evaluator, message) with { Content = name };
        }
    }

    // The evaluators of one result column. Two whose filters select different spans may write to the same one on purpose.
    private sealed class Writers
    {
        private readonly Dictionary<string, (AttachedEvaluator Evaluator, int Position)> byFilter = new(StringComparer.Ordinal);
        private (AttachedEvaluator Evaluator, int Position)? open;
        private AttachedEvaluator? first;
        private int count;

        // The first of the earlier ones that may judge the same as this one, or null.
        internal AttachedEvaluator? Add(AttachedEvaluator evaluator)
        {
            var filter = evaluator.Reference.InForce(EvaluatorFields.QueryFilter);
            var own = (evaluator, count++);
            if (!filter.IsGiven || (filter.Text is { } blank && string.IsNullOrWhiteSpace(blank)))
            {
                var earlier = first;
                first ??= evaluator;
                open ??= own;
                return earlier;
            }

            first ??= evaluator;
            if (filter.Text is not { } text)
                return open?.Evaluator;
            if (byFilter.TryGetValue(text, out var same))
                return open is { } other && other.Position < same.Position ? other.Evaluator : same.Evaluator;
            byFilter.Add(text, own);
            return open?.Evaluator;
        }
    }
}
