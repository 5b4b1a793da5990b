using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Filters;

/// <summary>What a value stands beside.</summary>
internal enum Beside
{
    /// <summary><c>=</c>, <c>!=</c>: a value or a column.</summary>
    Equality,

    /// <summary><c>&lt;</c>, <c>&gt;</c>, BETWEEN: a number, a date or a column.</summary>
    Order,

    /// <summary>LIKE, CONTAINS, a list: hardly a column.</summary>
    Pattern,
}

/// <summary>Values that a filter takes for columns, for want of single quotes. Two columns may well be compared, so that only what looks like a value counts.</summary>
internal static class MisreadValue
{
    // Words that stand for a value in some dialect.
    private static readonly string[] Constants = ["NONE", "NAN", "CURRENT_TIMESTAMP", "CURRENT_DATE", "NOW", "TODAY"];

    /// <summary>Why something that is compared with a column is a value that lacks its quotes; null where it may be a column.</summary>
    /// <param name="left">What it is compared with.</param>
    /// <param name="value">What looks like a column.</param>
    /// <param name="beside">What it stands beside.</param>
    /// <param name="isOffProject">Whether the rows are a dataset's, whose columns can have any name.</param>
    /// <param name="isOnProject">Whether the rows are spans.</param>
    internal static string? Of(FilterOperand left, ColumnOperand value, Beside beside, bool isOffProject, bool isOnProject)
    {
        if (FilterColumns.IsOfSpan(value.Name) || !HasColumn(left))
            return null;
        if (value.Form == ColumnForm.Quoted)
            return LooksLikeColumn(left, value, beside) ? null : $"{Excerpt.Of($"\"{value.Name}\"")} is in double quotes, so it names a column; did you mean {Suggestion(left, value.Name)}";
        if (value.Form != ColumnForm.Bare)
            return null;
        if (IsDate(value.Name))
            return $"{Excerpt.Of(value.Name)} has no quotes, so it is no date; did you mean '{Excerpt.Of(value.Name)}'";
        var isValue = beside != Beside.Order && left is ColumnOperand column && LooksLikeValue(column, value.Name, isOffProject, isOnProject);
        return isValue ? $"{Excerpt.Of(value.Name)} has no quotes, so it names a column; did you mean {Suggestion(left, value.Name)}" : null;
    }

    private static bool HasColumn(FilterOperand operand) =>
        operand is ColumnOperand || (operand is CallOperand call && call.Arguments.Terms.Any(term => FilterWalk.Operands(term).Any(inner => inner is ColumnOperand)));

    // A column in double quotes, beside another one in double quotes.
    private static bool LooksLikeColumn(FilterOperand left, ColumnOperand value, Beside beside) =>
        beside != Beside.Pattern && left is ColumnOperand { Form: ColumnForm.Quoted, Name: var name } && FilterColumns.ValuesOf(name) is null && FilterColumns.IsPlain(value.Name) && char.IsLower(value.Name[0]);

    private static bool LooksLikeValue(ColumnOperand left, string word, bool isOffProject, bool isOnProject)
    {
        if (Constants.Contains(word, StringComparer.OrdinalIgnoreCase))
            return false;
        var isKnown = FilterColumns.ValuesOf(left.Name) is not null;
        if (isKnown && !isOffProject)
            return word.IndexOf('.') < 0;
        // Only of spans is it known what columns there are.
        var isOfSpan = FilterColumns.IsOfSpan(left.Name) && (isOnProject || left.Name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal));
        if (!isOfSpan || isOffProject)
            return false;
        if (word.IndexOf('.') < 0 && word.IndexOf('-') < 0)
            return true;
        // No column has a hyphen outside of quotes; two columns with a minus between them are no value.
        return word.IndexOf('-') > 0 && !word.Split('-').Any(FilterColumns.IsOfSpan);
    }

    // 2026-11-01, and what may follow of a time.
    private static bool IsDate(string word) =>
        word.Length >= 10 && word[4] == '-' && word[7] == '-' && word.Take(10).Where((_, i) => i is not (4 or 7)).All(c => c is >= '0' and <= '9') && (word.Length == 10 || word[10] == 'T');

    private static string Suggestion(FilterOperand left, string text)
    {
        var meant = left is ColumnOperand column && FilterColumns.ValuesOf(column.Name) is { } values ? values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) : null;
        return $"'{Excerpt.Of(meant ?? text.Replace("'", "''"))}'";
    }
}
