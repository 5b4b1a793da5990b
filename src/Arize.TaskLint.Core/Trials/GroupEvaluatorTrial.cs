using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// An evaluator that judges traces or sessions: those with a span that the task selects. What fills its variables are the spans that its own filter
/// selects, or those of the named filters of its mappings.
/// </summary>
/// <param name="groups">Numbers the groups, for all tasks.</param>
/// <param name="expression">How the named filters of the task go together; null without such filters.</param>
internal sealed class GroupEvaluatorTrial(EvaluatorDeclaration declared, GroupIndex groups, TrialExpression? expression) : EvaluatorTrial(declared)
{
    /// <summary>How many variables are told apart.</summary>
    internal const int MostVariables = 48;

    private const int FirstLetter = 4, FirstVariable = 16;
    private const ulong Selected = 1, Possible = 2;

    // Of each group: whether a span is selected, or may be; the same of each named filter; which variables have a value, or may have one.
    private readonly List<ulong> masks = [];

    // Of each group: which variables certainly have a value.
    private readonly List<ulong> filled = [];

    /// <summary>The same by sessions, where it is not known whether it judges traces or sessions; null where that is known.</summary>
    internal GroupEvaluatorTrial? BySession { get; init; }

    /// <summary>How many groups the sample has.</summary>
    internal long Groups => groups.Count;

    /// <summary>How many of the spans that the task certainly selects are in no group.</summary>
    internal long SelectedOutside { get; private set; }

    /// <inheritdoc/>
    internal override void Take(BatchRow row, RowVerdict selected, IReadOnlyList<RowVerdict>? letters)
    {
        BySession?.Take(row, selected, letters);
        var group = groups.Of(row);
        if (group < 0)
        {
            SelectedOutside += selected == RowVerdict.Selected ? 1 : 0;
            return;
        }

        while (masks.Count <= group)
        {
            masks.Add(0);
            filled.Add(0);
        }

        var mask = masks[group];
        mask |= selected == RowVerdict.Selected ? Selected | Possible : selected == RowVerdict.NotSelected ? 0 : Possible;
        for (var i = 0; i < (letters?.Count ?? 0); i++)
        {
            var one = letters![i];
            mask |= (one == RowVerdict.Selected ? 3UL : one == RowVerdict.NotSelected ? 0 : 2UL) << (FirstLetter + (2 * i));
        }

        var own = Filter?.Of(row) ?? RowVerdict.Selected;
        for (var i = 0; i < variables.Length; i++)
        {
            var variable = variables[i];
            if (variable.IsUnknown)
                continue;
            var isIn = variable.IsIn(row);
            var fills = TrialFilter.Both(own, Fills(variable, letters));
            if (fills == RowVerdict.NotSelected)
                continue;
            if (isIn != Presence.There)
                variable.OfLacking.Add(row);
            var bit = 1UL << (FirstVariable + i);
            mask |= isIn == Presence.Missing ? 0 : bit;
            filled[group] |= isIn == Presence.There && fills == RowVerdict.Selected ? bit : 0;
        }

        masks[group] = mask;
    }

    /// <inheritdoc/>
    internal override void Finish()
    {
        BySession?.Finish();
        for (var group = 0; group < masks.Count; group++)
        {
            var mask = masks[group];
            var verdict = expression is null
                ? (mask & Selected) != 0 ? RowVerdict.Selected : (mask & Possible) != 0 ? RowVerdict.Depends : RowVerdict.NotSelected
                : expression.Of(letter => ((mask >> (FirstLetter + (2 * letter))) & 3) switch
                {
                    0 => RowVerdict.NotSelected,
                    2 => RowVerdict.Depends,
                    _ => RowVerdict.Selected,
                });
            if (verdict == RowVerdict.NotSelected)
                continue;
            var (isWhole, mayBeWhole) = (true, true);
            for (var i = 0; i < variables.Length; i++)
            {
                if (variables[i].IsUnknown)
                    continue;
                var bit = 1UL << (FirstVariable + i);
                if (variables[i].IsUnmapped)
                {
                    isWhole = false;
                    continue;
                }

                variables[i].Present += (mask & bit) != 0 && variables[i].IsAnywhere ? 1 : 0;
                isWhole &= (filled[group] & bit) != 0;
                mayBeWhole &= (mask & bit) != 0 || variables[i].IsLeftOver;
            }

            Count(verdict == RowVerdict.Selected, isWhole, mayBeWhole);
        }
    }

    private RowVerdict Fills(VariableTrial variable, IReadOnlyList<RowVerdict>? letters)
    {
        if (letters is null || variable.Letters.Count == 0)
            return RowVerdict.Selected;
        var verdict = RowVerdict.NotSelected;
        foreach (var letter in variable.Letters)
        {
            if (expression!.PositionOf(letter) is { } position)
                verdict = TrialFilter.Either(verdict, letters[position]);
        }

        return verdict;
    }
}
