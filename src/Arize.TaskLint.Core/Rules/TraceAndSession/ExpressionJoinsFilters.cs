using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>ATL6003: several filters need an expression that combines them, in terms of filters that exist.</summary>
public sealed class ExpressionJoinsFilters()
    : TaskRule("ATL6003", Severity.Error, "expression missing for two or more filters, malformed, or naming an undeclared one",
        new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment && task.QueryFilters.Object is not null;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var view = task.QueryFilters.Object!;
        var expression = view[QueryFiltersFields.Expression];
        var count = view[QueryFiltersFields.Filters].Objects.Count;
        if (expression.Text is not { } text || string.IsNullOrWhiteSpace(text))
        {
            if (count >= 2 && IsMissing(task, expression))
            {
                var place = expression.IsAbsent ? view[QueryFiltersFields.Filters].Head : expression.Head;
                yield return Report(task, place, view.PathOf(QueryFiltersFields.Expression),
                    $"{count} filters need an 'expression' that says how they go together, such as '{Example(view)}'");
            }

            yield break;
        }

        var parsed = LetterExpression.Parse(text);
        if (parsed.Error is { } error)
        {
            yield return Report(task, expression.Head, expression.Path, $"the expression '{Excerpt.Of(text)}' is malformed: {error}");
            yield break;
        }

        // Without any filter, that is the finding.
        if (NamedFilters.Of(task) is not { Ids.Count: > 0 } filters)
            yield break;
        foreach (var name in parsed.Names.Distinct(StringComparer.Ordinal))
        {
            if (filters.MisfitOf(name) is { } misfit)
                yield return Report(task, expression.Head, expression.Path, $"{misfit}") with { Content = name };
        }
    }

    private static bool IsMissing(TaskDeclaration task, FieldValue expression) =>
        expression.IsAbsent ? !task.IsPartial && !task.HasMisspelt(QueryFiltersFields.Expression)
        : expression.State is ValueState.None or ValueState.Known;

    private static string Example(ObjectView view) =>
        string.Join(" AND ", view[QueryFiltersFields.Filters].Objects
            .Select((filter, i) => filter[NamedFilterFields.Id].Text ?? TaskEnums.FilterLetters[Math.Min(i, 4)])
            .Take(2));
}
