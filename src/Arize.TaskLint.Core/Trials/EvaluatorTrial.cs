using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>An evaluator of a task, tried on the rows that the task selects.</summary>
/// <param name="declared">The evaluator as it is declared.</param>
internal abstract class EvaluatorTrial(EvaluatorDeclaration declared)
{
    private protected readonly VariableTrial[] variables = [];

    internal EvaluatorDeclaration Declared { get; } = declared;

    /// <summary>Its name, or else what it is declared by, as outputs show it.</summary>
    internal string Label { get; init; } = "";

    /// <summary>What it judges: a span, or all spans of a trace or a session.</summary>
    internal EvaluatorScope Scope { get; init; }

    /// <summary>Whether its scope is known; else it is taken for the one that is usual.</summary>
    internal bool IsScopeKnown { get; init; }

    /// <summary>Its own filter; null without one.</summary>
    internal TrialFilter? Filter { get; init; }

    /// <summary>The variables that are tried.</summary>
    internal IReadOnlyList<VariableTrial> Variables
    {
        get => variables;
        init => variables = [.. value];
    }

    /// <summary>Why it is not known how many rows it would judge; null if it can be known.</summary>
    internal string? Unknown { get; init; }

    /// <summary>Why the live side does not tell its variables, though it was asked; else null.</summary>
    internal string? Unread { get; init; }

    /// <summary>The rows, or groups, that reach it, or may reach it.</summary>
    internal long Rows { get; private protected set; }

    /// <summary>How many of these depend on what is not documented of the server, or on a part of a filter that cannot be evaluated.</summary>
    internal long InDoubt { get; private protected set; }

    /// <summary>How many would certainly be judged: they reach it, and have a value for each variable.</summary>
    internal long Judged { get; private protected set; }

    /// <summary>How many more may be judged.</summary>
    internal long JudgedInDoubt { get; private protected set; }

    /// <summary>How many would certainly be dropped: they reach it, and lack a value.</summary>
    internal long Dropped { get; private protected set; }

    /// <summary>How many more may be dropped.</summary>
    internal long DroppedInDoubt { get; private protected set; }

    /// <summary>The most that may be judged.</summary>
    internal long MostJudged => Judged + JudgedInDoubt;

    /// <summary>The least share of what reaches it that is dropped, 0 to 1, whatever is in doubt; 0 if nothing reaches it.</summary>
    internal double LeastShareDropped => ShareOf(Dropped, MostJudged);

    /// <summary>The greatest share of what reaches it that may be dropped, 0 to 1.</summary>
    internal double MostShareDropped => ShareOf(Dropped + DroppedInDoubt, Judged);

    /// <summary>Takes a row of the sample.</summary>
    /// <param name="selected">Whether the filter of the task selects it.</param>
    /// <param name="letters">The outcome of each named filter of the task; null without such filters.</param>
    internal abstract void Take(BatchRow row, RowVerdict selected, IReadOnlyList<RowVerdict>? letters);

    /// <summary>Counts what is known once all rows were seen.</summary>
    internal virtual void Finish()
    {
    }

    /// <summary>Counts a row, or a group, that reaches it or may reach it.</summary>
    /// <param name="isCertain">Whether it certainly reaches it.</param>
    /// <param name="isWhole">Whether it certainly has a value for each variable.</param>
    /// <param name="mayBeWhole">Whether it has, or may have, a value for each variable.</param>
    private protected void Count(bool isCertain, bool isWhole, bool mayBeWhole)
    {
        Rows++;
        InDoubt += isCertain ? 0 : 1;
        Judged += isCertain && isWhole ? 1 : 0;
        JudgedInDoubt += mayBeWhole && !(isCertain && isWhole) ? 1 : 0;
        Dropped += isCertain && !mayBeWhole ? 1 : 0;
        DroppedInDoubt += !isWhole && !(isCertain && !mayBeWhole) ? 1 : 0;
    }

    private static double ShareOf(long dropped, long judged) => dropped == 0 ? 0 : (double)dropped / (dropped + judged);
}
