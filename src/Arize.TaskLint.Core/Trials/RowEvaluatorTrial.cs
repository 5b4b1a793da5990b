using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>An evaluator that judges row by row: spans, runs of experiments, examples.</summary>
internal sealed class RowEvaluatorTrial(EvaluatorDeclaration declared) : EvaluatorTrial(declared)
{
    /// <inheritdoc/>
    internal override void Take(BatchRow row, RowVerdict selected, IReadOnlyList<RowVerdict>? letters)
    {
        var verdict = selected == RowVerdict.NotSelected || Filter is null ? selected : TrialFilter.Both(selected, Filter.Of(row));
        var isOut = verdict == RowVerdict.NotSelected;
        var least = Presence.There;
        foreach (var variable in variables)
        {
            if (variable.IsUnknown)
                continue;
            var isIn = variable.IsIn(row);
            if (isOut)
                continue;
            variable.Present += isIn is Presence.Missing or Presence.InMapping ? 0 : 1;
            variable.PresentEmpty += isIn == Presence.Empty ? 1 : 0;
            if (isIn != Presence.There)
                variable.OfLacking.Add(row);
            least = isIn < least ? isIn : least;
        }

        if (isOut)
            return;
        Count(verdict == RowVerdict.Selected, isWhole: least == Presence.There, mayBeWhole: least != Presence.Missing);
    }
}
