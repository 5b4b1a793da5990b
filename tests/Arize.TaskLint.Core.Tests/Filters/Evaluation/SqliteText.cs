using System.Globalization;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>
/// Writes filters and rows as SQLite reads them. Where SQLite is known to differ, the difference is written out:
/// <list type="bullet">
/// <item><c>= null</c> is never true in SQL; it is written as <c>IS NULL</c>, as the API documents it.</item>
/// <item>SQLite orders any number before any text; numbers and texts are ordered as texts if the text is a number, and not at all otherwise.</item>
/// <item>SQLite has no truth values; they are blobs, which equal nothing else, and are not ordered.</item>
/// <item>SQLite has no times; the start and the end of a span are compared with <c>julianday</c>, which needs offsets in the form <c>+00:00</c>.</item>
/// <item>SQLite matches numbers as texts by LIKE; here only texts are matched.</item>
/// <item>SQLite has neither CONTAINS, which is <c>instr</c>, nor ILIKE, which is LIKE of texts in lower case.</item>
/// </list>
/// </summary>
/// <param name="columns">The columns of the rows.</param>
internal sealed class SqliteText(AskedColumns columns)
{
    private const string IsTimeText = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'";

    private static readonly string[] Functions = ["lower", "upper", "length", "coalesce"];

    /// <summary>A condition on the columns <c>c0</c>, <c>c1</c> …; null if SQLite cannot say it.</summary>
    internal string? Condition(FilterTerm term)
    {
        switch (term)
        {
            case JoinedTerm joined:
                var parts = joined.Terms.Select(Condition).ToList();
                return parts.Contains(null) ? null : $"({string.Join($" {joined.Word} ", parts)})";
            case NotTerm not:
                return Condition(not.Inner) is { } inner ? $"{string.Concat(Enumerable.Repeat("NOT ", not.Count))}({inner})" : null;
            case ComparisonTerm comparison:
                return Comparison(comparison);
            case InTerm { List: { Open: '(', HasTrailingComma: false } list } isIn:
                var values = list.Terms.Select(entry => entry is OperandTerm { Operand: var operand } ? Operand(operand) : null).ToList();
                if (values.Contains(null) || Operand(isIn.Operand) is not { } subject)
                    return null;
                return IsTime(isIn.Operand)
                    ? $"({(isIn.IsNegated ? "NOT " : "")}({string.Join(" OR ", values.Select(value => Equality(isIn.Operand, isIn.Operand, subject, "=", value!)))}))"
                    : $"({subject} {(isIn.IsNegated ? "NOT " : "")}IN ({string.Join(", ", values)}))";
            case BetweenTerm between:
                return Ordered(between.Operand, ">=", between.Low) is { } least && Ordered(between.Operand, "<=", between.High) is { } most
                    ? $"({(between.IsNegated ? "NOT " : "")}({least} AND {most}))"
                    : null;
            case NullTerm isNull:
                return Operand(isNull.Operand) is { } nullable ? $"({nullable} IS {(isNull.IsNegated ? "NOT " : "")}NULL)" : null;
            case OperandTerm { Operand: ConstantOperand { IsNull: false } constant }:
                return constant.Token.IsWord("TRUE") ? "1" : "0";
            case OperandTerm { Operand: ColumnOperand alone }:
                return Operand(alone) is { } column ? $"({column} = x'01')" : null;
            default:
                return null;
        }
    }

    /// <summary>The rows, as a table of values with their numbers before them.</summary>
    internal string Table(IReadOnlyList<Row> rows)
    {
        var names = string.Concat(columns.Names.Select((_, i) => $", c{i}"));
        return $"WITH spans(id{names}) AS (VALUES {string.Join(", ", rows.Select((row, i) => $"({i}{string.Concat(row.Values.Select(value => ", " + Literal(value)))})"))})";
    }

    private string? Comparison(ComparisonTerm term)
    {
        var isNot = term.Operator.StartsWith("NOT ", StringComparison.Ordinal);
        var symbol = isNot ? term.Operator[4..] : term.Operator;
        if (term.Right is ConstantOperand { IsNull: true })
        {
            return Operand(term.Left) is { } nullable && symbol is "=" or "==" or "!=" or "<>"
                ? $"({Operand(term.Left)} IS {(symbol[0] == '=' ? "" : "NOT ")}NULL)" : null;
        }

        if (Operand(term.Left) is not { } left || Operand(term.Right) is not { } right)
            return null;
        var negation = isNot ? "NOT " : "";
        switch (symbol)
        {
            case "CONTAINS" when term.Right is TextOperand:
                return Matched(left, $"{negation}(instr({left}, {right}) > 0)");
            case "LIKE" when term.Right is TextOperand:
                return Matched(left, $"{left} {negation}LIKE {right}");
            case "ILIKE" when term.Right is TextOperand:
                return Matched(left, $"lower({left}) {negation}LIKE lower({right})");
            case "=" or "==" or "===":
                return Equality(term.Left, term.Right, left, "=", right);
            case "!=" or "<>" or "!==":
                return Equality(term.Left, term.Right, left, "!=", right);
            case "<" or "<=" or ">" or ">=":
                return Ordered(term.Left, symbol, term.Right);
            default:
                return null;
        }
    }

    private static string Matched(string subject, string match) => $"(CASE WHEN typeof({subject}) = 'text' THEN {match} END)";

    private string Equality(FilterOperand one, FilterOperand other, string left, string symbol, string right) =>
        IsTime(one) || IsTime(other)
            ? $"(CASE {Times(left, symbol, right)} ELSE {left} {symbol} {right} END)"
            : $"({left} {symbol} {right})";

    private string? Ordered(FilterOperand one, string symbol, FilterOperand other)
    {
        if (Operand(one) is not { } left || Operand(other) is not { } right)
            return null;
        var times = IsTime(one) || IsTime(other) ? Times(left, symbol, right) + " " : "";
        // Truth values, which are blobs, have an order beside texts alone.
        return $"(CASE {times}WHEN {left} IS NULL OR {right} IS NULL THEN NULL "
            + $"WHEN typeof({left}) = 'blob' AND typeof({right}) <> 'text' OR typeof({right}) = 'blob' AND typeof({left}) <> 'text' THEN NULL "
            + $"WHEN (typeof({left}) = 'text') = (typeof({right}) = 'text') THEN {left} {symbol} {right} "
            + $"WHEN is_list({left}) OR is_list({right}) THEN NULL "
            + $"ELSE {Written(one, left)} {symbol} {Written(other, right)} END)";
    }

    private static string Times(string left, string symbol, string right) =>
        $"WHEN {left} {IsTimeText} AND {right} {IsTimeText} AND julianday(as_time({left})) + julianday(as_time({right})) > 0 "
            + $"THEN julianday(as_time({left})) {symbol} julianday(as_time({right}))";

    private static string Written(FilterOperand operand, string text) =>
        operand is NumberOperand number ? $"'{number.Token.Text}'" : $"as_text({text})";

    private bool IsTime(FilterOperand operand) =>
        operand is ColumnOperand column && ColumnPath.Of(column) is { } name && columns.Names[columns.Ask(name)] is "start_time" or "end_time";

    private string? Operand(FilterOperand operand) => operand switch
    {
        TextOperand text => Quoted(text.Value),
        NumberOperand number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        ConstantOperand { IsNull: false } constant => constant.Token.IsWord("TRUE") ? "x'01'" : "x'00'",
        // A number in another form, such as 1_000, is not evaluated.
        ColumnOperand { Form: ColumnForm.Bare, Name: [>= '0' and <= '9', ..] } => null,
        ColumnOperand column when ColumnPath.Of(column) is { Length: > 0 } name => $"c{columns.Ask(name)}",
        CallOperand call when Functions.Contains(call.Name) && Arguments(call) is { } arguments => $"{call.Name}({arguments})",
        _ => null,
    };

    private string? Arguments(CallOperand call)
    {
        var arguments = call.Arguments.Terms.Select(term => term is OperandTerm { Operand: var operand } ? Operand(operand) : null).ToList();
        return arguments.Contains(null) || (arguments.Count > 1) != (call.Name == "coalesce") ? null : string.Join(", ", arguments);
    }

    private static string Literal(SpanValue value) => value.Kind switch
    {
        SpanValueKind.Missing => "NULL",
        SpanValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        SpanValueKind.Boolean => value.Boolean ? "x'01'" : "x'00'",
        _ => Quoted(value.Text),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
