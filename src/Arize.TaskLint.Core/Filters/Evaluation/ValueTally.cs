using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>The values of a column that has few and short ones; of any other column it keeps nothing.</summary>
/// <param name="isOfPeople">Whether people may have written the values by hand, as they do labels of annotations.</param>
internal sealed class ValueTally(bool isOfPeople = false)
{
    private const int MostValues = 50;
    private const int LongestValue = 64;

    // A label is one of a few words, each given to several rows. Of a column with anything else, nothing is kept.
    private const int MostLabels = 12, LongestLabel = 32, LeastRowsOfLabel = 2;

    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);

    // Whether there are too many to be the names of a few things.
    private bool isFull;

    /// <summary>Whether all values that are asked for have occurred, or there are too many values, so that more rows tell nothing.</summary>
    internal bool IsDone => isFull || wanted.Count == 0;

    /// <summary>Notes a value that is asked for.</summary>
    internal void Want(string value) => wanted.Add(value);

    internal void Add(SpanValue value)
    {
        if (isFull || value.Kind is SpanValueKind.Missing or SpanValueKind.Structure)
            return;
        var text = value.Text;
        if (text.Length == 0 || (!isOfPeople && (text.Length > LongestValue || HasControl(text))))
            return;
        counts.TryGetValue(text, out var count);
        if (count == 0 && (isOfPeople ? counts.Count == MostLabels || !IsLabel(text) : counts.Count == MostValues))
        {
            isFull = true;
            counts.Clear();
            return;
        }

        counts[text] = count + 1;
        if (count == 0)
            wanted.Remove(text);
    }

    /// <summary>Whether a value occurs; null if that is not known.</summary>
    internal bool? Has(string value) => isFull || value.Length > LongestValue ? null : counts.ContainsKey(value);

    /// <summary>The values that are near to one by their letters, then the most frequent ones.</summary>
    internal IReadOnlyList<CountedValue> Nearest(string value, int most) =>
    [
        .. counts.Where(one => !isOfPeople || one.Value >= LeastRowsOfLabel)
            .OrderBy(one => NearestName.IsSame(one.Key, value) ? 0 : NearestName.Of(value, [one.Key]) is not null ? 1 : 2)
            .ThenByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(most).Select(one => new CountedValue(one.Key, one.Value)),
    ];

    // Without the signs of a sentence.
    private static bool IsLabel(string text)
    {
        const int MostBlanks = 2;
        if (text.Length > LongestLabel)
            return false;
        var blanks = 0;
        foreach (var c in text)
        {
            blanks += c == ' ' ? 1 : 0;
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '_' or '-' or '/' or '+'))
                return false;
        }

        return blanks <= MostBlanks;
    }

    private static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }
}
