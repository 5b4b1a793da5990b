using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A variable of an evaluator, tried on rows.</summary>
internal sealed class VariableTrial(string name)
{
    private (int Number, string Name)[] columns = [];
    private bool areOfSpans;

    internal string Name { get; } = name;

    /// <summary>The path that it is mapped to; null if it has no mapping, or if that is not known.</summary>
    internal string? Column { get; private set; }

    /// <summary>The path as outputs may show it.</summary>
    internal string? ShownColumn { get; private set; }

    /// <summary>The value of the mapping; null without one.</summary>
    internal ScalarNode? Node { get; private set; }

    /// <summary>The path of the mapping in the task; null without one.</summary>
    internal FieldPath? Path { get; private set; }

    /// <summary>Whether the path that it is mapped to is not known here.</summary>
    internal bool IsUnknown { get; init; }

    /// <summary>The letters of the filters whose spans fill it; empty for any span.</summary>
    internal IReadOnlyList<string> Letters { get; init; } = [];

    /// <summary>On how many of the rows, or groups, that the evaluator judges it has a value.</summary>
    internal long Present { get; set; }

    /// <summary>Whether some row has a value there, whether or not it is selected.</summary>
    internal bool IsAnywhere { get; set; }

    /// <summary>On how many rows, selected or not, it is in doubt whether it has a value.</summary>
    internal long InDoubt { get; private set; }

    /// <summary>On how many of these an empty text, list or object is the reason.</summary>
    internal long Empty { get; private set; }

    /// <summary>On how many of these the letter case of the column's name is the reason.</summary>
    internal long InOtherCase { get; private set; }

    /// <summary>The columns of the selected rows that lack it, or for which that is in doubt.</summary>
    internal ColumnCounts OfLacking { get; } = new();

    /// <summary>Fills it from a path.</summary>
    /// <param name="names">The columns of which each may be meant.</param>
    internal VariableTrial MapTo(ScalarNode node, FieldPath? path, AskedColumns asked, params string[] names)
    {
        (Node, Path, Column, ShownColumn) = (node, path, names[0], node.ShownText);
        columns = [.. names.Select(one => (asked.Ask(one), one))];
        areOfSpans = asked.AreOfSpans;
        return this;
    }

    /// <summary>Fills it from a column of its own name.</summary>
    internal VariableTrial ByName(AskedColumns asked)
    {
        (Column, ShownColumn) = (Name, Name);
        columns = [(asked.Ask(Name), Name)];
        areOfSpans = asked.AreOfSpans;
        return this;
    }

    /// <summary>Whether a row has a value for it.</summary>
    internal Presence IsIn(ISpanRow row)
    {
        var (most, isEmpty, isOther) = (Presence.Missing, false, false);
        foreach (var (number, name) in columns)
        {
            var value = row.Value(number);
            var isInOtherCase = value.Kind == SpanValueKind.Missing;
            if (isInOtherCase)
                value = row.ValueInOtherCase(number);
            if (value.Kind == SpanValueKind.Missing)
                continue;
            var isEmptyHere = IsEmptyValue(value);
            var one = isInOtherCase || isEmptyHere ? Presence.InDoubt
                : value.Kind == SpanValueKind.Structure && areOfSpans ? OfStructure(value.Text, name)
                : Presence.There;
            if (one <= most)
                continue;
            (most, isEmpty, isOther) = (one, isEmptyHere, isInOtherCase);
        }

        IsAnywhere |= most != Presence.Missing;
        if (most == Presence.InDoubt)
        {
            InDoubt++;
            Empty += isEmpty ? 1 : 0;
            InOtherCase += isOther && !isEmpty ? 1 : 0;
        }

        return most;
    }

    // Whether the server drops a row for such a value is not documented.
    private static bool IsEmptyValue(SpanValue value) => value.Kind switch
    {
        SpanValueKind.Text => string.IsNullOrWhiteSpace(value.Text),
        SpanValueKind.Structure => value.Text is "[]" or "{}",
        _ => false,
    };

    // A path such as attributes.input is no column where only attributes.input.value is one. The parts of a list are put together.
    private static Presence OfStructure(string json, string name)
    {
        if (json.Length == 0 || json[0] != '{')
            return Presence.There;
        var isKnown = name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            && SpanAttributes.IsKnown(name.Substring(SpanAttributes.Root.Length));
        var first = "{\"" + name + ".";
        if (!json.StartsWith(first, StringComparison.Ordinal))
            return isKnown ? Presence.There : Presence.InDoubt;
        if (json.Length > first.Length && json[first.Length] is >= '0' and <= '9')
            return Presence.There;
        return isKnown ? Presence.InDoubt : Presence.Missing;
    }
}
