using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>Makes the terms of a filter ready for rows.</summary>
/// <param name="columns">The columns that are asked for, to which those of the filter are added.</param>
internal sealed class FilterCompiler(AskedColumns columns)
{
    private readonly List<UndeterminedPart> undetermined = [];
    private readonly List<AskedValue> values = [];
    private readonly List<AskedColumn> asked = [];
    private bool hasSpanKind;

    /// <summary>The parts that cannot be evaluated, in the order of the text.</summary>
    internal IReadOnlyList<UndeterminedPart> Undetermined => undetermined;

    /// <summary>The values that are asked for by <c>=</c> or <c>IN</c>, without those of negated terms.</summary>
    internal IReadOnlyList<AskedValue> Values => values;

    /// <summary>The columns, each once.</summary>
    internal IReadOnlyList<AskedColumn> Asked => asked;

    /// <summary>Makes a term ready.</summary>
    /// <param name="isNegated">Whether it stands within a negation.</param>
    internal FilterNode Ready(FilterTerm term, bool isNegated = false)
    {
        switch (term)
        {
            case JoinedTerm joined:
                return new JoinNode(joined.Word == "AND", [.. joined.Terms.Select(inner => Ready(inner, isNegated))], joined.Symbols is not null);
            case NotTerm not:
                var isOdd = not.Count % 2 == 1;
                var inner = Ready(not.Inner, isNegated != isOdd);
                return isOdd ? new NotNode(inner) : inner;
            default:
                hasSpanKind = false;
                var node = Plain(term, isNegated);
                return hasSpanKind ? new SpanKindNode(node) : node;
        }
    }

    private FilterNode Plain(FilterTerm term, bool isNegated)
    {
        switch (term)
        {
            case ComparisonTerm comparison:
                return OfComparison(comparison, isNegated);
            case InTerm list:
                return OfList(list, isNegated);
            case BetweenTerm between:
                return OfBetween(between);
            case NullTerm isNull:
                return Operand(isNull.Operand) is { } operand ? new NullNode(operand, isNull.IsNegated) : Unknown();
            case OperandTerm alone:
                return OfOperand(alone.Operand);
            case OpaqueTerm:
                return Unknown(term.Start, term.End, "an expression");
            default:
                return Unknown(term.Start, term.End, "a missing condition");
        }
    }

    /// <summary>A part that cannot be evaluated.</summary>
    internal FilterNode Unknown(int start, int end, string reason)
    {
        undetermined.Add(new UndeterminedPart(start, end, reason));
        return Unknown();
    }

    private static ConstantNode Unknown() => new(Truth.Any);

    private FilterNode OfComparison(ComparisonTerm term, bool isNegated)
    {
        var isNot = term.Operator.StartsWith("NOT ", StringComparison.Ordinal);
        var word = isNot ? term.Operator.Substring(4) : term.Operator;
        if (word is "LIKE" or "ILIKE" or "CONTAINS")
            return Negated(OfMatch(term, word), isNot);
        var (comparison, isForeign) = term.Operator switch
        {
            "=" => (Comparison.Equal, false),
            "==" or "===" => (Comparison.Equal, true),
            "!=" => (Comparison.NotEqual, false),
            "<>" or "!==" => (Comparison.NotEqual, true),
            "<" => (Comparison.Less, false),
            "<=" => (Comparison.LessOrEqual, false),
            ">" => (Comparison.Greater, false),
            ">=" => (Comparison.GreaterOrEqual, false),
            _ => ((Comparison?)null, false),
        };
        if (comparison is not { } known)
            return Unknown(term.Start, term.End, "an operator");
        if (term.Right is ConstantOperand { IsNull: true })
            return OfNull(term, known);
        var (left, right) = (Operand(term.Left), Operand(term.Right, isValue: term.Left is ColumnOperand));
        if (left is null || right is null)
            return Unknown();
        if (known == (isNegated ? Comparison.NotEqual : Comparison.Equal))
            Ask(left, right, term.Start, term.End);
        return new CompareNode(left, known, right, isForeign);
    }

    // As documented, = null asks for what has no value.
    private FilterNode OfNull(ComparisonTerm term, Comparison comparison)
    {
        if (comparison is not (Comparison.Equal or Comparison.NotEqual))
            return Unknown(term.Start, term.End, "an order beside NULL");
        return Operand(term.Left) is { } operand ? new NullNode(operand, comparison == Comparison.NotEqual) : Unknown();
    }

    private FilterNode OfMatch(ComparisonTerm term, string word)
    {
        var left = Operand(term.Left);
        if (term.Right is not TextOperand text)
            return Unknown(term.Right.Start, term.Right.End, $"a pattern of {word} that is no text in single quotes");
        if (left is null || Literal(text) is not { } value)
            return Unknown();
        return new MatchNode(left, word switch
        {
            "CONTAINS" => TextMatch.Contains(value.Value.Text),
            "LIKE" => TextMatch.Like(value.Value.Text),
            _ => TextMatch.LikeWithoutCase(value.Value.Text),
        });
    }

    private FilterNode OfList(InTerm term, bool isNegated)
    {
        var left = Operand(term.Operand);
        if (term.List.Open != '(' || term.List.HasTrailingComma)
            return Unknown(term.List.Start, term.List.End, "a list of another language");
        var nodes = new List<FilterNode>(term.List.Terms.Count);
        foreach (var entry in term.List.Terms)
        {
            if (entry is not OperandTerm { Operand: var operand })
                nodes.Add(Unknown(entry.Start, entry.End, "an expression in a list"));
            else if (operand is ConstantOperand { IsNull: true })
                nodes.Add(Unknown(entry.Start, entry.End, "NULL in a list"));
            else if (Operand(operand, isValue: term.Operand is ColumnOperand) is not { } right || left is null)
                nodes.Add(Unknown());
            else
            {
                if (isNegated == term.IsNegated)
                    Ask(left, right, entry.Start, entry.End);
                nodes.Add(new CompareNode(left, Comparison.Equal, right, isForeign: false));
            }
        }

        return Negated(new JoinNode(isAnd: false, [.. nodes], isForeign: false), term.IsNegated);
    }

    private FilterNode OfBetween(BetweenTerm term)
    {
        var (operand, low, high) = (Operand(term.Operand), Operand(term.Low), Operand(term.High));
        FilterNode least = operand is null || low is null ? Unknown() : new CompareNode(operand, Comparison.GreaterOrEqual, low, isForeign: false);
        FilterNode most = operand is null || high is null ? Unknown() : new CompareNode(operand, Comparison.LessOrEqual, high, isForeign: false);
        return Negated(new JoinNode(isAnd: true, [least, most], isForeign: false), term.IsNegated);
    }

    private FilterNode OfOperand(FilterOperand operand) => operand switch
    {
        ConstantOperand { IsNull: false } constant => new ConstantNode(TruthLogic.Of(constant.Token.IsWord("TRUE"))),
        ColumnOperand column => Column(column, isValue: false) is { IsForeign: false } ready ? new BooleanNode(ready) : Unknown(),
        TextOperand or NumberOperand or ConstantOperand => Unknown(operand.Start, operand.End, "a value that is no condition"),
        _ => Operand(operand) is null ? Unknown() : Unknown(operand.Start, operand.End, "a value that is no condition"),
    };

    private static FilterNode Negated(FilterNode node, bool isNegated) => isNegated ? new NotNode(node) : node;

    // Null, and noted, if it cannot be evaluated.
    private ReadyOperand? Operand(FilterOperand operand, bool isValue = false)
    {
        switch (operand)
        {
            case TextOperand text:
                return Literal(text);
            case NumberOperand number:
                return ReadyOperand.OfNumber(number.Value, number.Token.Text);
            case ConstantOperand { IsNull: false } constant:
                return ReadyOperand.OfBoolean(constant.Token.IsWord("TRUE"));
            case ColumnOperand column:
                return Column(column, isValue);
            default:
                undetermined.Add(new UndeterminedPart(operand.Start, operand.End, operand switch
                {
                    CallOperand => "a function",
                    GroupOperand { Only: { } } => "an expression in parentheses",
                    GroupOperand => "a list",
                    ConstantOperand => "NULL beside another operator",
                    _ => "a part in an unknown form",
                }));
                return null;
        }
    }

    private ReadyOperand? Literal(TextOperand text)
    {
        if (text.Value.IndexOf('\\') < 0)
            return ReadyOperand.OfText(text.Value);
        undetermined.Add(new UndeterminedPart(text.Start, text.End, "a text with a backslash, which may escape what follows"));
        return null;
    }

    private ReadyOperand? Column(ColumnOperand column, bool isValue)
    {
        if (ColumnPath.Of(column) is not { Length: > 0 } name)
        {
            undetermined.Add(new UndeterminedPart(column.Start, column.End, "a column in an unknown form"));
            return null;
        }

        // No column begins with a digit.
        if (column.Form == ColumnForm.Bare && char.IsDigit(name[0]))
        {
            undetermined.Add(new UndeterminedPart(column.Start, column.End, "a number in another form"));
            return null;
        }

        hasSpanKind |= columns.AreOfSpans && name is "span_kind" or "span.span_kind";
        var number = columns.Ask(name);
        if (!asked.Exists(one => one.Column == number))
            asked.Add(new AskedColumn(number, name, column.Start, column.End));
        var asText = isValue && column.Form == ColumnForm.Quoted ? ReadyOperand.OfText(name) : null;
        return ReadyOperand.OfColumn(number, columns.Names[number], column.Form == ColumnForm.Backticks, asText);
    }

    private void Ask(ReadyOperand left, ReadyOperand right, int start, int end)
    {
        var (column, value) = left.Name is null ? (right, left) : (left, right);
        if (column.Name is { } name && (value.Name is null || value.AsText is not null))
            values.Add(new AskedValue(column.Column, name, (value.AsText ?? value).Value.Text, start, end));
    }
}
