using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Filters;

/// <summary>The operator beside a value.</summary>
internal enum Beside
{
    /// <summary><c>=</c>, <c>!=</c>: a value or a column.</summary>
    Equality,

    /// <summary><c>&lt;</c>, <c>&gt;</c>, BETWEEN: a number, a date or a column.</summary>
    Order,

    /// <summary>LIKE, CONTAINS, a list: a column is unlikely.</summary>
    Pattern,
}

/// <summary>
/// Unquoted values, which the filter parses as column names. Comparing two columns is valid, so that only text that looks like a value is reported.
/// </summary>
internal static class MisreadValue
{
    // Words that are values in some dialect.
    private static readonly string[] Constants = ["NONE", "NIL", "UNDEFINED", "NAN", "CURRENT_TIMESTAMP", "CURRENT_DATE", "NOW", "TODAY"];

    // Units that people write after a number, in milliseconds; 0 for units other than time.
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["ms"] = 1,
        ["msec"] = 1,
        ["millis"] = 1,
        ["milliseconds"] = 1,
        ["s"] = 1000,
        ["sec"] = 1000,
        ["secs"] = 1000,
        ["second"] = 1000,
        ["seconds"] = 1000,
        ["m"] = 60_000,
        ["min"] = 60_000,
        ["mins"] = 60_000,
        ["minute"] = 60_000,
        ["minutes"] = 60_000,
        ["h"] = 3_600_000,
        ["hour"] = 3_600_000,
        ["hours"] = 3_600_000,
        ["us"] = 0.001,
        ["ns"] = 0.000001,
        ["d"] = 0,
        ["day"] = 0,
        ["days"] = 0,
        ["k"] = 0,
        ["K"] = 0,
        ["M"] = 0,
        ["tokens"] = 0,
        ["percent"] = 0,
        ["USD"] = 0,
        ["usd"] = 0,
    };

    /// <summary>The problem of a value that is compared with a column; null if it may be a column itself.</summary>
    /// <param name="left">The other operand.</param>
    /// <param name="value">The operand that looks like a column.</param>
    /// <param name="isOffProject">Whether the rows are a dataset's, whose columns can have any name.</param>
    /// <param name="isOnProject">Whether the rows are spans.</param>
    internal static FilterProblem? Of(FilterOperand left, ColumnOperand value, Beside beside, bool isOffProject, bool isOnProject)
    {
        if (FilterColumns.IsOfSpan(value.Name) || !HasColumn(left))
            return null;
        if (value.Form == ColumnForm.Quoted)
        {
            if (LooksLikeColumn(left, value, beside))
                return null;
            var what = $"{Excerpt.Of($"\"{value.Name}\"")} is in double quotes, which are for columns";
            return Lacking(left, value.Start, value.End, value.Name, what) with { Certainty = Certainty.Possible, Replacement = null };
        }

        if (value.Form != ColumnForm.Bare || SpanAttributes.IsKnown(value.Name))
            return null;
        if (IsDate(value.Name))
            return Lacking(left, value.Start, value.End, value.Name, $"{Excerpt.Of(value.Name)} has no quotes, so it is no date");
        if (NumberIn(value.Name) is { } number && !IsOfTime(left) && (beside == Beside.Order || IsOfNumbers(left)))
            return NoNumber(left, value.Start, value.End, value.Name, number, value.Name.Substring(number.Length));
        if (beside == Beside.Order || left is not ColumnOperand column || !LooksLikeValue(column, value.Name, isOffProject, isOnProject))
            return null;
        var problem = Lacking(left, value.Start, value.End, value.Name, $"{Excerpt.Of(value.Name)} has no quotes, so it names a column");
        // Somebody may have columns of such names.
        return IsDotted(value.Name) && IsOfAnything(column) ? problem with { Certainty = Certainty.Possible, Replacement = null } : problem;
    }

    /// <summary>
    /// The problem of several items after a comparison: words in a row, a path with slashes, a number with a unit. Null if they may be an expression.
    /// </summary>
    /// <param name="left">The other operand.</param>
    /// <param name="items">The items of the condition, or of an entry of a list.</param>
    /// <param name="isOnProject">Whether the rows are spans.</param>
    internal static FilterProblem? Of(
        FilterText filter, FilterOperand left, IReadOnlyList<FilterItem> items, int begin, Beside beside, bool isOnProject)
    {
        var count = items.Count - begin;
        if (count < 2 || !HasColumn(left))
            return null;
        var (start, end) = (items[begin].Start, items[items.Count - 1].End);
        if (count == 2 && !IsOfTime(left) && items[begin].Operand is NumberOperand number && UnitOf(items[begin + 1]) is { } unit)
            return NoNumber(left, start, end, filter.Slice(start, end), number.Token.Text, unit);
        if (beside == Beside.Order)
            return null;
        var (isRow, isGlued, hasWord) = (false, true, false);
        for (var i = begin; i < items.Count; i++)
        {
            var (item, before) = (items[i], i > begin ? items[i - 1] : default);
            if (DialectWords.HasInValue(item) || !IsPartOfValue(item) || IsOfSpan(item))
                return null;
            hasWord |= item.Operand is ColumnOperand;
            isRow |= i > begin && item.Operand is not null && before.Operand is not null;
            // GET /users
            var isPath = item.Is("/") && i + 1 < items.Count && items[i + 1].Start == item.End;
            isGlued &= i == begin || item.Start == before.End || isPath;
        }

        // Blanks around a slash or a minus indicate a calculation, unless words follow each other.
        var isValue = hasWord
            && (isRow || (isGlued && isOnProject && left is ColumnOperand { Name: var name } && FilterColumns.IsOfSpan(name) && !IsOfNumbers(left)));
        var value = filter.Slice(start, end);
        return isValue ? Lacking(left, start, end, value, $"{Excerpt.Of(value)} has no quotes, so it is no text") : null;
    }

    /// <summary>The value of a column that an unquoted word represents: <c>LLM</c> for the span kind; null if there is none.</summary>
    internal static string? IsWordFor(FilterOperand? left, string word) =>
        left is ColumnOperand column && FilterColumns.ValuesOf(column.Name) is { } values
            ? values.FirstOrDefault(value => value.Equals(word, StringComparison.OrdinalIgnoreCase))
            : null;

    private static FilterProblem Lacking(FilterOperand left, int start, int end, string text, string message)
    {
        var meant = $"'{IsWordFor(left, text) ?? text.Replace("'", "''")}'";
        return new FilterProblem(start, end, $"{message}; did you mean '{Excerpt.Of(meant.Substring(1, meant.Length - 2))}'") { Replacement = meant };
    }

    private static FilterProblem NoNumber(FilterOperand left, int start, int end, string text, string number, string unit)
    {
        var value = PlainScalar.TryNumber(number.Replace("_", ""), out var read) ? read : (double?)null;
        var isLatency = left is ColumnOperand { Name: "latency_ms" };
        var meant = unit.Trim() switch
        {
            "" => value,
            "%" or "percent" => value / 100,
            "k" or "K" => value * 1000,
            var time when isLatency && Units.TryGetValue(time, out var factor) && factor > 0 => value * factor,
            _ => null,
        };
        var written = meant?.ToString("0.###########", System.Globalization.CultureInfo.InvariantCulture);
        var advice = written is not null ? $"; did you mean {written}" : isLatency ? ", and latency_ms is in milliseconds" : "";
        return new FilterProblem(start, end, $"{Excerpt.Of(text)} is no number{advice}") { Replacement = written };
    }

    private static string? UnitOf(FilterItem item) =>
        item.Is("%") ? "%" : item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name } && Units.ContainsKey(name) ? name : null;

    // The digits of 5s, 10k, 10_000; null if no unit follows.
    private static string? NumberIn(string word)
    {
        var end = 0;
        while (end < word.Length && (word[end] is >= '0' and <= '9' or '_' or '.' || (end == 0 && word[end] is '-' or '+')))
            end++;
        var number = word.Substring(0, end);
        return end > 0 && PlainScalar.TryNumber(number.Replace("_", ""), out _)
            && (end == word.Length ? number.IndexOf('_') > 0 : Units.ContainsKey(word.Substring(end)))
            ? number
            : null;
    }

    private static bool IsPartOfValue(FilterItem item) => item.Operand switch
    {
        ColumnOperand { Form: ColumnForm.Bare } or NumberOperand => true,
        null => item.Text is "/" or "//" or ":" or "-" or "." or "+" or "#" or "@" or "&" or "?" or "IN" or "IS",
        _ => false,
    };

    private static bool IsOfSpan(FilterItem item) =>
        item.Operand is ColumnOperand { Name: var name } && (FilterColumns.IsOfSpan(name) || SpanAttributes.IsKnown(name));

    private static bool IsOfNumbers(FilterOperand left) => left is ColumnOperand { Name: var name }
        && (name == "latency_ms"
            || name.EndsWith(".score", StringComparison.Ordinal)
            || name.StartsWith("attributes.llm.token_count.", StringComparison.Ordinal)
            || name.StartsWith("attributes.llm.cost.", StringComparison.Ordinal));

    // Some dialects have durations beside a time.
    private static bool IsOfTime(FilterOperand left) => left is not ColumnOperand { Name: var name }
        || name.EndsWith("time", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_at", StringComparison.OrdinalIgnoreCase) || name.EndsWith("timestamp", StringComparison.OrdinalIgnoreCase);

    private static bool IsDotted(string word) => word.IndexOf('.') > 0 && word.IndexOf('-') < 0 && !(word[0] is >= '0' and <= '9');

    // Columns with which another column may be compared.
    private static bool IsOfAnything(ColumnOperand column) =>
        column.Name != FilterColumns.SpanKind
        && (column.Name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            || column.Name.StartsWith("metadata", StringComparison.Ordinal));

    private static bool HasColumn(FilterOperand operand) =>
        operand is ColumnOperand
            || (operand is CallOperand call && call.Arguments.Terms.Any(term => FilterWalk.Operands(term).Any(inner => inner is ColumnOperand)));

    // A column in double quotes, compared with another operand in double quotes that may be anything.
    private static bool LooksLikeColumn(FilterOperand left, ColumnOperand value, Beside beside) =>
        beside != Beside.Pattern && left is ColumnOperand { Form: ColumnForm.Quoted, Name: var name }
            && FilterColumns.ValuesOf(name) is null && !FilterColumns.IsOfSpan(name)
        && FilterColumns.IsPlain(value.Name) && char.IsLower(value.Name[0]);

    private static bool LooksLikeValue(ColumnOperand left, string word, bool isOffProject, bool isOnProject)
    {
        if (Constants.Contains(word, StringComparer.OrdinalIgnoreCase))
            return false;
        if (FilterColumns.ValuesOf(left.Name) is not null && !isOffProject)
            return true;
        // Only of spans is it known what columns there are.
        var isOfSpan = FilterColumns.IsOfSpan(left.Name) && (isOnProject || left.Name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal));
        if (!isOfSpan || isOffProject)
            return false;
        // No column has a hyphen outside of quotes; two columns with a minus between them are no value.
        return word.IndexOf('-') <= 0 || !word.Split('-').Any(FilterColumns.IsOfSpan);
    }

    // 2026-11-01, and what may follow of a time.
    private static bool IsDate(string word) =>
        word.Length >= 10 && word[4] == '-' && word[7] == '-'
            && word.Take(10).Where((_, i) => i is not (4 or 7)).All(c => c is >= '0' and <= '9') && (word.Length == 10 || word[10] == 'T');
}
