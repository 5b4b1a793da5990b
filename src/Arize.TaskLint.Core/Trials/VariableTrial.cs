using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A variable of an evaluator, tried on rows.</summary>
internal sealed class VariableTrial(string name)
{
    private PathProbe? probe;

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

    /// <summary>Whether no mapping fills it: a column of its name may, or nothing.</summary>
    internal bool IsUnmapped { get; init; }

    /// <summary>Whether its mapping is for no variable that the evaluator has. Rows that lack its column may be dropped all the same.</summary>
    internal bool IsLeftOver { get; set; }

    /// <summary>What is odd about how its path is written, as the end of a sentence; null for nothing.</summary>
    internal string? OddForm { get; private set; }

    /// <summary>The letters of the filters whose spans fill it; empty for any span.</summary>
    internal IReadOnlyList<string> Letters { get; init; } = [];

    /// <summary>On how many of the rows, or groups, that the evaluator judges it has a value.</summary>
    internal long Present { get; set; }

    /// <summary>Whether some row has a value there, whether or not it is selected.</summary>
    internal bool IsAnywhere { get; private set; }

    /// <summary>Whether there is a row, selected or not, for which it is in doubt whether it has a value.</summary>
    internal bool IsInDoubt { get; private set; }

    /// <summary>On how many of the rows that the evaluator judges it is empty.</summary>
    internal long PresentEmpty { get; set; }

    /// <summary>On how many rows an empty text, list or object is the reason.</summary>
    internal long Empty { get; private set; }

    /// <summary>On how many rows the reason is that it is within the text of another column.</summary>
    internal long InText { get; private set; }

    /// <summary>On how many rows the letter case of the column's name is the reason.</summary>
    internal long InOtherCase { get; private set; }

    /// <summary>The columns of the selected rows that lack it, or for which that is in doubt.</summary>
    internal ColumnCounts OfLacking { get; } = new();

    /// <summary>Fills it from a path.</summary>
    /// <param name="names">The columns of which each may be meant.</param>
    internal VariableTrial MapTo(ScalarNode node, FieldPath? path, TrialColumns asked, params string[] names)
    {
        (Node, Path, Column, ShownColumn) = (node, path, names[0], node.ShownText);
        OddForm = node.Text.Trim() != node.Text ? "which has blanks around it, and whether the server strips them is not documented"
            : node.Text.IndexOfAny(['[', '"', '`']) >= 0 ? "which has quotes or brackets, and whether a mapping may have them is not documented"
            : null;
        probe = asked.Probe(names);
        return this;
    }

    /// <summary>Fills it from a column of its own name.</summary>
    internal VariableTrial ByName(TrialColumns asked)
    {
        (Column, ShownColumn) = (Name, Name);
        probe = asked.Probe(Name);
        return this;
    }

    /// <summary>Whether a row has a value for it.</summary>
    internal Presence IsIn(BatchRow row)
    {
        var presence = probe?.In(row) ?? Presence.Missing;
        if (IsUnmapped || (IsLeftOver && presence == Presence.Missing))
        {
            IsAnywhere |= presence != Presence.Missing;
            IsInDoubt = true;
            return Presence.InMapping;
        }

        if (OddForm is not null && presence == Presence.There)
            presence = Presence.InOtherForm;
        IsAnywhere |= presence != Presence.Missing;
        IsInDoubt |= presence is not (Presence.Missing or Presence.There);
        Empty += presence == Presence.Empty ? 1 : 0;
        InText += presence == Presence.InText ? 1 : 0;
        InOtherCase += presence == Presence.InOtherCase ? 1 : 0;
        return presence;
    }
}
