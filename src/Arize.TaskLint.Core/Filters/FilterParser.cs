namespace Arize.TaskLint.Core.Filters;

/// <summary>Reads the tokens of a filter, whose brackets close, into terms.</summary>
/// <param name="tokens">The tokens, one or more.</param>
/// <param name="closing">For each opening bracket the position of the one that closes it.</param>
internal sealed class FilterParser(IReadOnlyList<FilterToken> tokens, int[] closing)
{
    /// <summary>How deep brackets may be nested; deeper ones are kept as they are written.</summary>
    internal const int MaximumDepth = 50;

    private readonly bool[]? joinsTexts = FilterConcatenation.Find(tokens, closing);
    private readonly List<FilterProblem> problems = [];
    private readonly List<FilterProblem> foreign = [];
    private int next;
    private int depth;
    private bool isInList;

    /// <summary>Why no dialect could mean the text.</summary>
    internal IReadOnlyList<FilterProblem> Problems => problems;

    /// <summary>Parts of other query languages.</summary>
    internal IReadOnlyList<FilterProblem> Foreign => foreign;

    /// <summary>
    /// Whether a part was kept as it is written that might be read otherwise in another context: nested too deep, or a comma outside of brackets.
    /// </summary>
    internal bool IsFragile { get; private set; }

    /// <summary>The number of tokens read, for tests that the time grows linearly.</summary>
    internal int Steps { get; private set; }

    /// <summary>Reads all tokens.</summary>
    internal FilterTerm Parse() => ParseOr(tokens.Count);

    private FilterTerm ParseOr(int end)
    {
        var first = ParseAnd(end, null);
        if (!IsAtOr(end))
            return first;
        List<FilterTerm> terms = [first];
        List<string> symbols = [];
        while (IsAtOr(end))
        {
            var word = Take();
            var term = ParseAnd(end, word);
            if (word.Kind == FilterTokenKind.Symbol
                && IsCondition(Beside(terms[terms.Count - 1], isBefore: true))
                && IsCondition(Beside(term, isBefore: false)))
            {
                foreign.Add(ForeignTokens.OrSymbol(word));
            }

            symbols.Add(word.Text);
            terms.Add(term);
        }

        return Join("OR", terms, symbols);
    }

    private FilterTerm ParseAnd(int end, FilterToken? before)
    {
        var first = ParseUnary(end, before);
        if (!IsAt(end, "AND", "&&"))
            return first;
        List<FilterTerm> terms = [first];
        List<string> symbols = [];
        while (IsAt(end, "AND", "&&"))
        {
            var word = Take();
            symbols.Add(word.Text);
            terms.Add(ParseUnary(end, word));
        }

        return Join("AND", terms, symbols);
    }

    private static JoinedTerm Join(string word, List<FilterTerm> terms, List<string> symbols) =>
        new(word, terms, symbols.TrueForAll(symbol => symbol.Equals(word, StringComparison.OrdinalIgnoreCase))
            ? null
            : symbols.ConvertAll(symbol => symbol.ToUpperInvariant()));

    // AND binds more tightly than OR: the symbol joins the last operand of the one and the first of the other.
    private static FilterTerm Beside(FilterTerm term, bool isBefore) =>
        term is JoinedTerm { Word: "AND", Terms: var terms } ? terms[isBefore ? terms.Count - 1 : 0] : term;

    // || joins texts in SQL: a column and a text around it are no conditions.
    private static bool IsCondition(FilterTerm term) => term is not OperandTerm { Operand: not (CallOperand or GroupOperand) };

    private FilterTerm ParseUnary(int end, FilterToken? before)
    {
        if (IsStop(end))
            return Missing(end, before);
        var begin = next;
        while (next < end && tokens[next].IsWord("NOT") && !IsComparison(next + 1, end))
            Take();
        var count = next - begin;
        if (count > 0 && IsStop(end))
            return Report(tokens[next - 1], "has nothing to its right");
        var term = ParseCondition(end);
        return count > 0 ? new NotTerm(tokens[begin].Start, count, term, Math.Max(term.End, tokens[next - 1].End)) : term;
    }

    private MissingTerm Missing(int end, FilterToken? before) =>
        next < end && (before is null || !tokens[next].IsSymbol(",")) ? Report(tokens[next], "has nothing to its left")
        : before is { } word ? Report(word, "has nothing to its right")
        : new MissingTerm(tokens[next - 1].End);

    private MissingTerm Report(FilterToken token, string what)
    {
        problems.Add(new FilterProblem(token.Start, token.End, $"'{token.Text}' {what}"));
        return new MissingTerm(token.End);
    }

    private FilterTerm ParseCondition(int end)
    {
        var items = new List<FilterItem>(3);
        var bounds = 0;
        while (next < end && !(isInList && tokens[next].IsSymbol(",")))
        {
            if (IsConnective(next))
            {
                if (bounds == 0 || !tokens[next].IsWord("AND"))
                    break;
                bounds--;
            }

            items.Add(ReadItem(items));
            if (items[items.Count - 1].Is("BETWEEN"))
                bounds++;
        }

        problems.AddRange(FilterShape.ProblemsOf(items));
        return FilterShape.TermOf(items);
    }

    private FilterItem ReadItem(List<FilterItem> items)
    {
        var needsOperand = items.Count == 0 || items[items.Count - 1].Operand is null;
        var token = tokens[next];
        var operand = token.Kind switch
        {
            FilterTokenKind.Word when IsOperator(token, needsOperand) => null,
            FilterTokenKind.Word or FilterTokenKind.Name or FilterTokenKind.Backticks => ReadName(),
            FilterTokenKind.Text => new TextOperand(Take()),
            FilterTokenKind.Number => new NumberOperand(Take(), NumberOf(token)),
            FilterTokenKind.Typographic => new RawOperand(Take().Text, token.Start, token.End),
            _ => closing[next] >= 0 ? ReadGroup() : null,
        };
        if (operand is not null)
            return new FilterItem(operand, token.Text, operand.Start, operand.End);
        IsFragile |= token.IsSymbol(",");
        var isBinary = IsComparison(next, tokens.Count) || (token.Kind == FilterTokenKind.Word && !token.IsWord("NOT") && !IsConnective(next));
        Take();
        var text = token.Kind == FilterTokenKind.Word ? token.Text.ToUpperInvariant() : token.Text;
        return new FilterItem(null, text, token.Start, token.End, isBinary);
    }

    // Where an operand is needed, such a word may be a function or a column after all: CONTAINS(name, 'x'), contains = 1.
    private bool IsOperator(FilterToken token, bool needsOperand)
    {
        if (!FilterTokens.IsOperatorWord(token.Text))
            return false;
        var isCall = needsOperand && next + 1 < tokens.Count && tokens[next + 1].IsSymbol("(")
            && !token.IsWord("IN") && !token.IsWord("NOT") && !IsConnective(next);
        return !isCall && !(needsOperand && IsComparison(next + 1, tokens.Count) && !IsConnective(next));
    }

    private static double NumberOf(FilterToken token) => Model.PlainScalar.TryNumber(token.Text, out var number) ? number : 0;

    private FilterOperand ReadName()
    {
        var first = Take();
        if (next < tokens.Count && tokens[next].IsSymbol("(") && first.Kind == FilterTokenKind.Word)
            return ReadGroup() switch
            {
                GroupOperand arguments => new CallOperand(first.Text, first.Start, arguments),
                var deep => new RawOperand(first.Text + ((RawOperand)deep).Text, first.Start, deep.End),
            };
        if (first.IsWord("NULL") || first.IsWord("TRUE") || first.IsWord("FALSE"))
            return new ConstantOperand(first);
        var begin = next - 1;
        while (next < tokens.Count && tokens[next].Start == tokens[next - 1].End)
        {
            if (closing[next] >= 0 && tokens[next].Text == "[")
                TakeTo(closing[next]);
            else if (tokens[next].IsSymbol(".") && next + 1 < tokens.Count && tokens[next + 1].Start == tokens[next].End
                && tokens[next + 1].Kind is FilterTokenKind.Word or FilterTokenKind.Name or FilterTokenKind.Backticks or FilterTokenKind.Number)
            {
                TakeTo(next + 1);
            }
            else
                break;
        }

        if (next - begin > 1)
            return new ColumnOperand(FilterWriter.Raw(tokens, begin, next), ColumnForm.Path, first.Start, tokens[next - 1].End);
        var form = first.Kind switch
        {
            FilterTokenKind.Word => ColumnForm.Bare,
            FilterTokenKind.Name => ColumnForm.Quoted,
            _ => ColumnForm.Backticks,
        };
        var name = form == ColumnForm.Bare ? first.Text : Unquoted(first.Text);
        return new ColumnOperand(name, form, first.Start, first.End);
    }

    private static string Unquoted(string quoted)
    {
        var quote = quoted.Substring(0, 1);
        return quoted.Substring(1, quoted.Length - 2).Replace(quote + quote, quote);
    }

    private FilterOperand ReadGroup()
    {
        var begin = next;
        var open = Take();
        var close = closing[begin];
        if (depth == MaximumDepth)
        {
            IsFragile = true;
            TakeTo(close);
            return new RawOperand(FilterWriter.Raw(tokens, begin, next), open.Start, tokens[close].End);
        }

        depth++;
        var wasInList = isInList;
        isInList = true;
        var terms = new List<FilterTerm>();
        FilterToken? comma = null;
        while (next < close)
        {
            terms.Add(ParseOr(close));
            comma = next < close ? Take() : null;
        }

        isInList = wasInList;
        depth--;
        Take();
        return new GroupOperand(open.Text[0], terms, comma is not null, open.Start, tokens[close].End);
    }

    private FilterToken Take()
    {
        Steps++;
        return tokens[next++];
    }

    private void TakeTo(int last)
    {
        Steps += last + 1 - next;
        next = last + 1;
    }

    private bool IsAt(int end, string word, string symbol) => next < end && (tokens[next].IsWord(word) || tokens[next].IsSymbol(symbol));

    private bool IsAtOr(int end) => IsAt(end, "OR", "||") && !JoinsTexts(next);

    private bool JoinsTexts(int at) => joinsTexts is not null && joinsTexts[at];

    private bool IsConnective(int at) =>
        tokens[at].IsWord("AND") || tokens[at].IsWord("OR") || tokens[at].IsSymbol("&&") || (tokens[at].IsSymbol("||") && !JoinsTexts(at));

    private bool IsStop(int end) => next == end || IsConnective(next) || (isInList && tokens[next].IsSymbol(","));

    private bool IsComparison(int at, int end) => at < end && FilterTokens.IsComparison(tokens[at]);
}
