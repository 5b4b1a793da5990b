using System.Text;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>A row, which is filled anew for each one that is read.</summary>
/// <param name="asked">How many columns are asked for.</param>
/// <param name="seen">The names of all columns.</param>
internal sealed class SampleRow(int asked, SeenColumns seen) : ISampleRow
{
    private readonly SpanValue[] values = new SpanValue[asked];
    private readonly SpanValue[] others = new SpanValue[asked];
    private readonly bool[] areDerived = new bool[asked];
    private readonly StringBuilder?[] parts = new StringBuilder?[asked];
    private readonly List<int> present = [];
    private int[] marks = new int[256];
    private int mark;
    private bool hasOthers;

    /// <inheritdoc/>
    public string? Project { get; internal set; }

    /// <summary>Whether it has a column that only spans have.</summary>
    internal bool IsSpan { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Present => present;

    /// <inheritdoc/>
    public SpanValue Value(int column) => values[column];

    /// <inheritdoc/>
    public SpanValue ValueInOtherCase(int column) => others[column];

    /// <summary>Empties it.</summary>
    internal void Begin(string? project)
    {
        Array.Clear(values);
        Array.Clear(areDerived);
        if (hasOthers)
            Array.Clear(others);
        hasOthers = false;
        foreach (var part in parts)
            part?.Clear();
        present.Clear();
        mark++;
        (Project, IsSpan) = (project, false);
    }

    /// <summary>Whether a column is asked for and has a value.</summary>
    internal bool Has(int column) => column >= 0 && values[column].Kind != SpanValueKind.Missing;

    /// <summary>Notes that the row has a column.</summary>
    /// <param name="mayBeRead">Whether it has text, a list or an object there.</param>
    internal void Note(int number, bool mayBeRead)
    {
        if (number < 0)
            return;
        if (mayBeRead)
            seen.NoteText(number);
        if (number >= marks.Length)
            Array.Resize(ref marks, Math.Max(number + 1, marks.Length * 2));
        if (marks[number] == mark)
            return;
        marks[number] = mark;
        present.Add(number);
    }

    /// <summary>Takes a value that the row has under the column's own name.</summary>
    /// <returns>False if it has another one there already.</returns>
    internal bool Set(int column, SpanValue value)
    {
        if (!areDerived[column] && Has(column))
            return values[column].Kind == value.Kind && values[column].Text == value.Text;
        (values[column], areDerived[column]) = (value, false);
        return true;
    }

    /// <summary>Takes a value that follows from others, where the row has none under the column's own name.</summary>
    internal void Derive(int column, SpanValue value)
    {
        if (!Has(column))
            (values[column], areDerived[column]) = (value, true);
    }

    /// <summary>Takes a value that the row has under a name that differs from the column's in letter case.</summary>
    internal void SetInOtherCase(int column, SpanValue value) => (others[column], hasOthers) = (value, true);

    /// <summary>Adds a part of a list or object that the row has in several columns.</summary>
    /// <param name="key">The name of the part; null in a list.</param>
    /// <param name="json">Its value, as JSON.</param>
    internal void AddPart(int column, string? key, string json)
    {
        if (Has(column) && !areDerived[column])
            return;
        var text = parts[column] ??= new StringBuilder();
        text.Append(text.Length == 0 ? key is null ? '[' : '{' : ',');
        if (key is not null)
            text.Append('"').Append(key).Append("\":");
        text.Append(json);
        (values[column], areDerived[column]) = (SpanValue.OfStructure(""), true);
    }

    /// <summary>Ends the row: what it has in parts is put together.</summary>
    internal void End()
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (areDerived[i] && parts[i] is { Length: > 0 } text)
                values[i] = SpanValue.OfStructure(text.Append(text[0] == '[' ? ']' : '}').ToString());
        }
    }
}
