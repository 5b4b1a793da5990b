using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>An evaluator of a task, tried on the rows that the task selects.</summary>
/// <param name="declared">The evaluator as it is declared.</param>
internal abstract class EvaluatorTrial(EvaluatorDeclaration declared)
{
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
    internal IReadOnlyList<VariableTrial> Variables { get; init; } = [];

    /// <summary>Why it is not known how many rows it would judge; null if it can be known.</summary>
    internal string? Unknown { get; init; }

    /// <summary>The rows, or groups, that reach it.</summary>
    internal long Rows { get; private protected set; }

    /// <summary>How many of these depend on what is not documented of the server, or on a part of a filter that cannot be evaluated.</summary>
    internal long InDoubt { get; private protected set; }

    /// <summary>How many of the rows have a value for each variable.</summary>
    internal long Judged { get; private protected set; }

    /// <summary>How many of the judged rows are in doubt.</summary>
    internal long JudgedInDoubt { get; private protected set; }

    /// <summary>Takes a row of the sample.</summary>
    /// <param name="row">The row, which is another one afterwards.</param>
    /// <param name="position">The position of the row in the sample.</param>
    /// <param name="selected">Whether the filter of the task selects it.</param>
    /// <param name="letters">The outcome of each named filter of the task; null without such filters.</param>
    internal abstract void Take(ISampleRow row, long position, RowVerdict selected, IReadOnlyList<RowVerdict>? letters);

    /// <summary>Counts what is known once all rows were seen.</summary>
    internal virtual void Finish()
    {
    }
}
