using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5002: operators and quotes of Python, of other SQL dialects and of word processors.</summary>
public sealed class FilterSpeaksItsLanguage()
    : FilterRule("ATL5002", Severity.Warning, "A query filter in another dialect", new RuleTraits { HasFix = true })
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task) =>
        filter.Terms.Count > 0 ? filter.Foreign.Concat(ForeignTerms.In(filter)).OrderBy(problem => problem.Start) : filter.Foreign;
}
