using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Looks a path up in rows, once for each, however many variables are mapped to it.</summary>
/// <param name="columns">The columns of which each may be meant, with their numbers.</param>
/// <param name="areOfSpans">Whether the rows are spans.</param>
internal sealed class PathProbe((int Number, string Name)[] columns, bool areOfSpans) : IBatchPart
{
    private readonly Presence[] presences = new Presence[SharedTerms.MostRows];

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<BatchRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            presences[i] = Of(rows[i]);
    }

    /// <summary>Whether a row of the batch has a value there.</summary>
    internal Presence In(BatchRow row) => presences[row.Index];

    private Presence Of(BatchRow at)
    {
        var most = Presence.Missing;
        foreach (var (number, name) in columns)
        {
            var value = at.Value(number);
            var one = value.Kind == SpanValueKind.Missing
                ? at.ValueInOtherCase(number).Kind == SpanValueKind.Missing ? Presence.Missing : Presence.InOtherCase
                : value.IsInText ? Presence.InText
                : IsEmpty(value) ? Presence.Empty
                : value.Kind == SpanValueKind.Structure && areOfSpans ? OfStructure(value.Text, name)
                : Presence.There;
            most = one > most ? one : most;
        }

        return most;
    }

    private static bool IsEmpty(SpanValue value) => value.Kind switch
    {
        SpanValueKind.Text => string.IsNullOrWhiteSpace(value.Text),
        SpanValueKind.Structure => value.Text is "[]" or "{}",
        _ => false,
    };

    // Whether a path such as attributes.input is one where only attributes.input.value is a column, no form of an export tells. The parts of a
    // list are put together.
    private static Presence OfStructure(string json, string name)
    {
        if (json.Length == 0 || json[0] != '{')
            return Presence.There;
        var first = "{\"" + name + ".";
        if (json.StartsWith(first, StringComparison.Ordinal))
            return json.Length > first.Length && json[first.Length] is >= '0' and <= '9' ? Presence.There : Presence.Object;
        var isKnown = name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            && SpanAttributes.IsKnown(name.Substring(SpanAttributes.Root.Length));
        return isKnown ? Presence.There : Presence.Object;
    }
}
