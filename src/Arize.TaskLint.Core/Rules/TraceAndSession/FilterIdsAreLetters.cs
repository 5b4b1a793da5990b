using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>ATL6002: one to five filters, each with a letter of its own.</summary>
public sealed class FilterIdsAreLetters()
    : TaskRule("ATL6002", Severity.Error, "Filter IDs: not A to E, given twice, more than five, none",
        new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment && task.QueryFilters.Object is not null;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var filters = task.QueryFilters.Object![QueryFiltersFields.Filters];
        var path = task.QueryFilters.Object.PathOf(QueryFiltersFields.Filters);
        if (IsMissing(task, filters))
            yield return Report(task, filters.IsAbsent ? task.QueryFilters.Head : filters.Head, path,
                "'query_filters' needs at least one filter in 'filters'");
        var most = TaskEnums.FilterLetters.Count;
        var count = filters.Items.Count;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool IsTaken(string letter) =>
            filters.Objects.Count(filter => string.Equals(filter[NamedFilterFields.Id].Text?.Trim(), letter, StringComparison.OrdinalIgnoreCase)) > 1;
        foreach (var id in filters.Objects.Take(count > most ? most : int.MaxValue).Select(filter => filter[NamedFilterFields.Id]))
        {
            if (id.Text is not { } text)
                continue;
            if (!TaskEnums.FilterLetters.Contains(text))
            {
                var letter = text.Trim().ToUpperInvariant();
                var isMeant = TaskEnums.FilterLetters.Contains(letter);
                var advice = isMeant ? $"; did you mean '{letter}'" : "";
                yield return Report(
                        task,
                        id.Place,
                        id.Path,
                        $"the filter ID '{Excerpt.Of(id.ShownText!)}' is none of {string.Join(", ", TaskEnums.FilterLetters)}{advice}")
                    .FixedBy(isMeant && !IsTaken(letter) && id.Node is ScalarNode { IsFilled: false } node
                        ? ReplaceScalar.WithText(node, letter)
                        : null);
            }
            else if (!seen.Add(text))
            {
                yield return Report(task, id.Place, id.Path, $"the filter ID '{id.ShownText}' is given already");
            }
        }

        if (count > most)
            yield return Report(task, filters.Head, path, $"'filters' has {count} filters, and takes {most} at most");
    }

    private static bool IsMissing(TaskDeclaration task, FieldValue filters) =>
        !(task.IsLive && Values.SaysNone(TaskFields.QueryFilters, task.QueryFilters.Node))
        && (filters.IsAbsent ? !task.IsPartial && !task.HasMisspelt(QueryFiltersFields.Filters) : filters.SaysNone);
}
