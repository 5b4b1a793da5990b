using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spelling;

namespace Arize.TaskLint.Core.Filters;

/// <summary>A filter of a task: of the task itself, of an evaluator, or one of those of the trace and session shape.</summary>
/// <param name="value">Its field value, which is known and not blank.</param>
/// <param name="declared">The field that has it.</param>
internal sealed class TaskFilter(ScalarNode value, FieldValue declared)
{
    private WrittenText? written;

    internal FieldValue Field => declared;

    internal FieldPath Path { get; } = declared.Path;

    internal FilterText Text { get; } = FilterText.Parse(value.Text);

    /// <summary>Whether it filters for one evaluator, within the filter of the task.</summary>
    internal bool IsOfEvaluator { get; init; }

    /// <summary>Whether it ends where a comment of YAML begins, which may be meant as a part of it.</summary>
    internal bool IsCutByComment
    {
        get
        {
            var place = value.WrittenAt?.Place ?? value.Place;
            if (!value.IsPlain || place.File?.Text is not { } text || place.End >= text.Length)
                return false;
            var next = place.End;
            while (next < text.Length && text[next] is ' ' or '\t')
                next++;
            return next > place.End && next < text.Length && text[next] == '#';
        }
    }

    /// <summary>The place in the source of a part of its text.</summary>
    internal Place PlaceOf(int start, int end) => (written ??= WrittenText.Of(value)).PlaceOf(start, end);

    /// <summary>The change that writes what a problem should be; null if that is not certain, or would write lines anew.</summary>
    internal Fix? FixOf(FilterProblem problem) =>
        problem.Replacement is { } replacement
            && Rewriting.Of(value, value.Text.Substring(0, problem.Start) + replacement + value.Text.Substring(problem.End)) is { } fix
            ? fix with { NeedsDecision = problem.NeedsDecision }
            : null;

    /// <summary>The filters of a task, as far as they are known. They are read once for all rules.</summary>
    internal static IReadOnlyList<TaskFilter> Of(TaskDeclaration task) => task.Kept(Read);

    private static IReadOnlyList<TaskFilter> Read(TaskDeclaration task)
    {
        // A run_experiment task does not use filters: they are reported, and not read.
        if (task.IsRunExperiment)
            return [];
        List<TaskFilter>? filters = null;
        if (IsText(task.QueryFilter))
            (filters ??= []).Add(new TaskFilter((ScalarNode)task.QueryFilter.Node!, task.QueryFilter));
        if (task.QueryFilters.Object is { } named)
            AddNamed(named[QueryFiltersFields.Filters], ref filters);
        foreach (var evaluator in task.Evaluators.Objects)
        {
            if (evaluator[EvaluatorFields.QueryFilter] is var filter && IsText(filter))
                (filters ??= []).Add(new TaskFilter((ScalarNode)filter.Node!, filter) { IsOfEvaluator = true });
        }

        return filters ?? (IReadOnlyList<TaskFilter>)[];
    }

    private static void AddNamed(FieldValue list, ref List<TaskFilter>? filters)
    {
        foreach (var named in list.Objects)
        {
            if (named[NamedFilterFields.Filter] is var filter && IsText(filter))
                (filters ??= []).Add(new TaskFilter((ScalarNode)filter.Node!, filter));
        }
    }

    private static bool IsText(FieldValue filter) => filter.Text is { } text && !string.IsNullOrWhiteSpace(text);
}
