using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>
/// ATL5005: span kinds and status codes are in upper case, and a slip in one matches nothing. Others than the known ones may exist.
/// </summary>
public sealed class KnownKindsAndCodes()
    : FilterRule("ATL5005", Severity.Warning, "A span kind or status code near a known one, or in the wrong letter case",
        new RuleTraits { HasFix = true })
{
    // In a word that short, another letter makes another word.
    private const int ShortWord = 3;

    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        // A dataset may have a column of any name, with any values.
        if (task.IsOffProject)
            yield break;
        foreach (var (column, text) in filter.Terms.SelectMany(Pairs))
        {
            if (column.Form == ColumnForm.Path
                || FilterColumns.ValuesOf(column.Name) is not { } values || string.IsNullOrWhiteSpace(text.Value) || values.Contains(text.Value))
            {
                continue;
            }

            var noun = column.Name == FilterColumns.StatusCode ? "status code" : "span kind";
            if (NearestOf(text.Value, values) is { } nearest)
                yield return new FilterProblem(text.Start, text.End,
                    $"'{Excerpt.Of(text.Value)}' is no {noun} that is known; did you mean '{nearest}'")
                { Replacement = $"'{nearest}'" };
        }
    }

    private static string? NearestOf(string word, IReadOnlyList<string> values) =>
        NearestName.Of(word, values) is { } near
            && (near.Length > ShortWord || word.Trim().Length != near.Length || IsOfSameLetters(word.Trim(), near))
            ? near
            : values.FirstOrDefault(value => word.EndsWith($"_{value}", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith($".{value}", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfSameLetters(string one, string other) => one.ToUpperInvariant().OrderBy(c => c).SequenceEqual(other.OrderBy(c => c));

    private static IEnumerable<(ColumnOperand Column, TextOperand Text)> Pairs(FilterTerm term) => term switch
    {
        ComparisonTerm { IsEquality: true, Left: ColumnOperand column, Right: TextOperand text } => [(column, text)],
        ComparisonTerm { IsEquality: true, Left: TextOperand text, Right: ColumnOperand column } => [(column, text)],
        InTerm { Operand: ColumnOperand column } list => list.Values.OfType<TextOperand>().Select(text => (column, text)),
        _ => [],
    };
}
