namespace Arize.TaskLint.Core.Filters;

/// <summary>Words that some dialect has between, before or after operands. A row of words with one of them may have a meaning.</summary>
internal static class DialectWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "ANY", "ARRAY", "AS", "ASC", "ASYMMETRIC", "AT", "BEGINS", "BINARY", "BLANK", "BY", "CASE", "CAST", "COLLATE", "CONTAIN", "DATE",
        "DATETIME", "DAY", "DAYS", "DESC", "DISTINCT", "DIV", "DOES", "ELSE", "EMPTY", "END", "ENDS", "ENDSWITH", "ESCAPE", "EXCLUDES", "EXISTS",
        "FROM", "GLOB", "GROUP", "HAS", "HAVING", "HOUR", "HOURS", "IF", "INCLUDES", "INTERSECTS", "INTERVAL", "ISNULL", "JSON", "LAST", "LIMIT",
        "MATCH", "MATCHES", "MEMBER", "MINUTE", "MINUTES", "MISSING", "MOD", "MONTH", "MONTHS", "NEAR", "NOTNULL", "NULLS", "OBJECT", "OF", "ON",
        "ORDER", "OVERLAPS", "PRESENT", "REGEXP", "RLIKE", "ROW", "SECOND", "SECONDS", "SELECT", "SIMILAR", "SOME", "SOUNDS", "STARTS",
        "STARTSWITH", "SYMMETRIC", "THEN", "TIME", "TIMESTAMP", "TO", "UNION", "UNKNOWN", "USING", "WEEK", "WEEKS", "WHEN", "WHERE", "WITH",
        "WITHIN", "XOR", "YEAR", "YEARS", "ZONE",
    };

    // Operators that other languages write as words.
    private static readonly Dictionary<string, string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EQ"] = "=",
        ["EQUALS"] = "=",
        ["EQUAL"] = "=",
        ["NE"] = "!=",
        ["NEQ"] = "!=",
        ["GT"] = ">",
        ["GE"] = ">=",
        ["GTE"] = ">=",
        ["LT"] = "<",
        ["LE"] = "<=",
        ["LTE"] = "<=",
    };

    // Words that may be part of a value, or follow one.
    private static readonly HashSet<string> OfValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "ANY", "AS", "ASC", "BINARY", "BY", "CASE", "COLLATE", "DESC", "DISTINCT", "ESCAPE", "INTERVAL", "LIMIT", "SELECT", "SOME",
        "WHERE", "ZONE",
    };

    private static readonly HashSet<string> Clauses = new(StringComparer.OrdinalIgnoreCase) { "CASE", "SELECT" };

    /// <summary>Whether an item is such a word. A keyword is in one letter case; <c>Order</c> begins a name.</summary>
    internal static bool Has(FilterItem item) => Has(item, Words);

    /// <summary>Whether an item is such a word, as a part of a value.</summary>
    internal static bool HasInValue(FilterItem item) => Has(item, OfValues);

    /// <summary>Whether an item is a word after which words in a row are clauses.</summary>
    internal static bool HasClauses(FilterItem item) => Has(item, Clauses);

    private static bool Has(FilterItem item, HashSet<string> words) =>
        item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name }
            && words.Contains(name) && char.IsUpper(name[0]) == char.IsUpper(name[name.Length - 1]);

    /// <summary>The operator of this language that an item of another language corresponds to, or null.</summary>
    internal static string? OperatorOf(FilterItem item) =>
        item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name } && Operators.TryGetValue(name, out var symbol) ? symbol : null;
}
