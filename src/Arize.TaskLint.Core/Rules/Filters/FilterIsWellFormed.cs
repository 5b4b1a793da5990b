using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5001: a filter that no query language could mean.</summary>
public sealed class FilterIsWellFormed() : FilterRule("ATL5001", Severity.Error, "A malformed query filter", new RuleTraits { HasFix = true })
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task) =>
        filter.Malformed.Concat(FilterSense.ProblemsOf(filter))
            .Select(problem => problem with { Message = $"the filter is malformed: {problem.Message}" });

    // The problem may be at the end of the text, which has no character to point at.
    internal override string? ContentOf(TaskFilter filter) => filter.Field.ShownText;

    internal override string AdviceOn(TaskFilter filter) =>
        filter.IsCutByComment ? "; ' #' begins a comment in YAML, so put the whole filter in quotes" : "";
}
