namespace Arize.TaskLint.Core.Model;

/// <summary>The expression over filters of the trace and session shape: <c>(A AND B) OR C</c>.</summary>
internal sealed class LetterExpression
{
    // Nested terms are written again at each level; no expression over five filters is this long.
    private const int LongestToNormalise = 500;

    private readonly List<string> names = [];
    private readonly Stack<Group> open = new();
    private readonly bool isShort;
    private Group current = new();

    private LetterExpression(bool isShort) => this.isShort = isShort;

    /// <summary>The filters that the expression names, in their order; only those before the error if there is one.</summary>
    internal IReadOnlyList<string> Names => names;

    /// <summary>The error, for a message; null if there is none.</summary>
    internal string? Error { get; private set; }

    /// <summary>
    /// The same for every way to write an expression: without needless parentheses, with the terms of an AND or an OR in the order of the
    /// alphabet. Null if the expression is broken, or too long to be one.
    /// </summary>
    internal string? Normal { get; private set; }

    /// <summary>Reads an expression; it is blank nowhere.</summary>
    internal static LetterExpression Parse(string text)
    {
        var expression = new LetterExpression(text.Length <= LongestToNormalise);
        var i = 0;
        while (expression.Error is null && i < text.Length)
        {
            var start = i++;
            if (char.IsWhiteSpace(text[start]))
                continue;
            if (IsNamePart(text[start]))
            {
                while (i < text.Length && IsNamePart(text[i]))
                    i++;
            }

            expression.Error = expression.Take(text.Substring(start, i - start));
        }

        expression.Error ??= expression.Finish();
        if (expression is { Error: null, isShort: true })
            expression.Normal = expression.current.ToTerm().Text;
        return expression;
    }

    private static string Stranger(string token) => $"'{token}' is none of its words, which are AND, OR, parentheses and the letters of the filters";

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private string? Take(string token)
    {
        switch (token.ToUpperInvariant())
        {
            case "AND" or "OR" when current.NeedsTerm:
                return $"'{token}' has nothing to its left";
            case "AND" or "OR":
                current.Operators.Add(token.ToUpperInvariant());
                return null;
            case "NOT":
                return Stranger(token);
            case ")" when open.Count == 0:
                return "')' closes nothing";
            case ")" when current.NeedsTerm:
                return current.Terms.Count == 0 ? "there is nothing between its parentheses" : $"'{current.LastOperator}' has nothing to its right";
            case ")":
                var term = isShort ? current.ToTerm() : new Term("", null, []);
                current = open.Pop();
                current.Terms.Add(term);
                return null;
            case not "(" when !IsNamePart(token[0]):
                return Stranger(token);
            case not null when !current.NeedsTerm:
                return $"'{Excerpt.Of(token)}' follows without AND or OR";
            case "(":
                open.Push(current);
                current = new Group();
                return null;
            default:
                names.Add(token);
                current.Terms.Add(new Term(token, null, [token]));
                return null;
        }
    }

    private string? Finish() =>
        current.NeedsTerm && current.Operators.Count > 0 ? $"'{current.LastOperator}' has nothing to its right"
        : open.Count > 0 ? "'(' is not closed"
        : null;

    private sealed record Term(string Text, string? Operator, IReadOnlyList<string> Parts);

    // The content of parentheses, or the whole expression.
    private sealed class Group
    {
        internal List<Term> Terms { get; } = [];

        internal List<string> Operators { get; } = [];

        internal string LastOperator => Operators[Operators.Count - 1];

        internal bool NeedsTerm => Terms.Count == Operators.Count;

        internal Term ToTerm()
        {
            if (Terms.Count == 1)
                return Terms[0];
            // Which of AND and OR goes first is not documented: both in one row stay as they are written.
            if (Operators.Distinct().Count() > 1)
            {
                var terms = Terms.Select((term, i) => i == 0 ? Enclosed(term) : $"{Operators[i - 1]} {Enclosed(term)}");
                return new Term(string.Join(" ", terms), "", []);
            }

            var word = Operators[0];
            List<string> parts = [.. Terms.SelectMany(term => term.Operator == word || term.Operator is null ? term.Parts : [Enclosed(term)])];
            parts.Sort(StringComparer.Ordinal);
            return new Term(string.Join($" {word} ", parts), word, parts);
        }

        private static string Enclosed(Term term) => term.Operator is null ? term.Text : $"({term.Text})";
    }
}
