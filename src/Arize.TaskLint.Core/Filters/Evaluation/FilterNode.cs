using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A term of a filter, made ready for many rows. Evaluating it allocates nothing.</summary>
internal abstract class FilterNode
{
    internal abstract Truth Of(ISpanRow row, FilterReading reading);
}

/// <summary>A part that has the same outcome for all rows.</summary>
internal sealed class ConstantNode(Truth value) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading) => value;
}

/// <summary>Terms with AND or OR between them.</summary>
/// <param name="isForeign">Whether they are joined by a sign of another language.</param>
internal sealed class JoinNode(bool isAnd, FilterNode[] terms, bool isForeign) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        if (isForeign && reading.Reads(FilterDoubts.ForeignSigns))
            return Truth.Null;
        var decided = isAnd ? Truth.False : Truth.True;
        var result = isAnd ? Truth.True : Truth.False;
        foreach (var term in terms)
        {
            var one = term.Of(row, reading);
            result = isAnd ? TruthLogic.And(result, one) : TruthLogic.Or(result, one);
            if (result == decided)
                return result;
        }

        return result;
    }
}

/// <summary>The negation of a term.</summary>
internal sealed class NotNode(FilterNode inner) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading) => TruthLogic.Not(inner.Of(row, reading));
}

/// <summary>Whether a column has a value.</summary>
internal sealed class NullNode(ReadyOperand operand, bool isNegated) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        if (operand.IsForeign && reading.Reads(FilterDoubts.ForeignSigns))
            return Truth.Null;
        var value = operand.ValueIn(row, reading);
        var isMissing = value.Kind == SpanValueKind.Missing
            || (value.Kind == SpanValueKind.Text && operand.IsParent && value.Text.Length == 0 && reading.Reads(FilterDoubts.EmptyParents))
            || (value.Kind == SpanValueKind.Structure && operand.MayBeBeginning && value.Text.StartsWith("{", StringComparison.Ordinal)
                && reading.Reads(FilterDoubts.Beginnings));
        return TruthLogic.Of(isMissing != isNegated);
    }
}

/// <summary>A term with <c>span_kind</c>, which is documented, and of which users report that it matches nothing.</summary>
internal sealed class SpanKindNode(FilterNode inner) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        var truth = inner.Of(row, reading);
        return truth != Truth.Null && reading.Reads(FilterDoubts.SpanKind) ? Truth.Null : truth;
    }
}

/// <summary>A column that is a condition by itself.</summary>
internal sealed class BooleanNode(ReadyOperand operand) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading) => operand.ValueIn(row, reading) switch
    {
        { Kind: SpanValueKind.Missing } => Truth.Null,
        { Kind: SpanValueKind.Boolean, Boolean: var value } => TruthLogic.Of(value),
        _ => Truth.Any,
    };
}

/// <summary>Two operands with a comparison between them.</summary>
/// <param name="isForeign">Whether the operator is another language's.</param>
internal sealed class CompareNode(ReadyOperand left, Comparison comparison, ReadyOperand right, bool isForeign) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        var (a, b) = (left.ValueIn(row, reading), right.ValueIn(row, reading));
        var truth = ValueComparison.Of(left, a, comparison, right, b, reading);
        // Double quotes are for columns. If there is no such column, a text may be meant, and read.
        if (b.Kind == SpanValueKind.Missing && right.AsText is { } text)
        {
            var other = ValueComparison.Of(left, a, comparison, text, text.Value, reading);
            if (other != truth && reading.Reads(FilterDoubts.DoubleQuotes))
                truth = other;
        }

        var hasForeign = isForeign || left.IsForeign || right.IsForeign;
        return truth != Truth.Null && hasForeign && reading.Reads(FilterDoubts.ForeignSigns) ? Truth.Null : truth;
    }
}

/// <summary>A column and a text that it has to contain, or a pattern that it has to match.</summary>
internal sealed class MatchNode(ReadyOperand left, TextMatch match) : FilterNode
{
    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        var capitals = left.Column < 0 ? null : (row as BatchRow)?.Capitals(left.Column);
        var truth = match.Of(left.ValueIn(row, reading), left.IsSearched, reading, capitals);
        return truth != Truth.Null && left.IsForeign && reading.Reads(FilterDoubts.ForeignSigns) ? Truth.Null : truth;
    }
}
