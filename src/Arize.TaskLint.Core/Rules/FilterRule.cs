using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over each filter of a task by itself.</summary>
public abstract class FilterRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : TaskRule(id, defaultSeverity, title, traits)
{
    // A filter with more than that was not written in this language at all.
    private const int MostOfFilter = 20;

    /// <inheritdoc/>
    public sealed override bool Concerns(TaskDeclaration task) => TaskFilter.Of(task).Count > 0;

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var filter in TaskFilter.Of(task))
        {
            if (!Concerns(filter))
                continue;
            foreach (var problem in ProblemsOf(filter.Text, task).Take(MostOfFilter))
            {
                var place = filter.PlaceOf(problem.Start, problem.End);
                var finding = Report(task, place, filter.Path, problem.Message + AdviceOn(filter)) with
                { Severity = Weight(problem.Certainty), Content = ContentOf(filter) };
                yield return Traits.HasFix ? finding.FixedBy(filter.FixOf(problem)) : finding;
            }
        }
    }

    private Severity Weight(Certainty certainty) => certainty switch
    {
        Certainty.Likely => Severity.Warning,
        Certainty.Possible => Severity.Suggestion,
        _ => DefaultSeverity,
    };

    /// <summary>Additional text for a finding of the rule on a filter, appended to the message.</summary>
    internal virtual string AdviceOn(TaskFilter filter) => "";

    /// <summary>Distinguishes the finding from the same one on another filter if the place does not; otherwise null.</summary>
    internal virtual string? ContentOf(TaskFilter filter) => null;

    internal virtual bool Concerns(TaskFilter filter) => true;

    /// <summary>The findings on a filter.</summary>
    internal abstract IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task);
}
