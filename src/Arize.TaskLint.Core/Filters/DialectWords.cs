namespace Arize.TaskLint.Core.Filters;

/// <summary>Words that some dialect has between, before or behind operands: where one of them stands, a row of words may mean something.</summary>
internal static class DialectWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "ANY", "ARRAY", "AS", "ASC", "ASYMMETRIC", "AT", "BEGINS", "BINARY", "BLANK", "BY", "CASE", "CAST", "COLLATE", "CONTAIN", "DATE", "DATETIME", "DAY", "DAYS", "DESC",
        "DISTINCT", "DIV", "DOES", "ELSE", "EMPTY", "END", "ENDS", "ENDSWITH", "ESCAPE", "EXCLUDES", "EXISTS", "FROM", "GLOB", "GROUP", "HAS", "HAVING", "HOUR", "HOURS", "IF", "INCLUDES",
        "INTERSECTS", "INTERVAL", "JSON", "LAST", "LIMIT", "MATCH", "MATCHES", "MEMBER", "MINUTE", "MINUTES", "MISSING", "MOD", "MONTH", "MONTHS", "NEAR", "NULLS", "OBJECT", "OF", "ON",
        "ORDER", "OVERLAPS", "PRESENT", "REGEXP", "RLIKE", "ROW", "SECOND", "SECONDS", "SELECT", "SIMILAR", "SOME", "SOUNDS", "STARTS", "STARTSWITH", "SYMMETRIC", "THEN", "TIME",
        "TIMESTAMP", "TO", "UNION", "UNKNOWN", "USING", "WEEK", "WEEKS", "WHEN", "WHERE", "WITH", "WITHIN", "XOR", "YEAR", "YEARS", "ZONE",
    };

    // Operators that other languages write as words.
    private static readonly Dictionary<string, string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EQ"] = "=", ["EQUALS"] = "=", ["EQUAL"] = "=", ["NE"] = "!=", ["NEQ"] = "!=", ["GT"] = ">", ["GE"] = ">=", ["GTE"] = ">=", ["LT"] = "<", ["LE"] = "<=", ["LTE"] = "<=",
    };

    /// <summary>Whether an item is such a word.</summary>
    internal static bool Has(FilterItem item) => item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name } && Words.Contains(name);

    /// <summary>The operator that an item stands for in another language, or null.</summary>
    internal static string? OperatorOf(FilterItem item) =>
        item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name } && Operators.TryGetValue(name, out var symbol) ? symbol : null;
}
