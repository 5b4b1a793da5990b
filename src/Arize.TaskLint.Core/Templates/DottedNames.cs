namespace Arize.TaskLint.Core.Templates;

/// <summary>
/// Dotted names in order, to find those that a key fills without comparing each key with each name. A key fills the name that is equal to it, and
/// those that continue after it with a dot.
/// </summary>
internal sealed class DottedNames
{
    private readonly List<string> names;
    private readonly int[] bounds;

    internal DottedNames(IEnumerable<string> names)
    {
        this.names = [.. new HashSet<string>(names, StringComparer.Ordinal)];
        this.names.Sort(StringComparer.Ordinal);
        bounds = new int[this.names.Count + 1];
    }

    /// <summary>Whether a name is among them.</summary>
    internal bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>Whether a key fills any of the names.</summary>
    internal bool IsFilledBy(string key) => Has(key) || RangeOf(key + ".") is var (start, end) && end > start;

    /// <summary>Takes note that a key is there.</summary>
    internal void Fill(string key)
    {
        if (IndexOf(key) is var own and >= 0)
            Note(own, own + 1);
        var (start, end) = RangeOf(key + ".");
        Note(start, end);
    }

    /// <summary>The names that no key fills.</summary>
    internal HashSet<string> Unfilled()
    {
        var unfilled = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        for (var i = 0; i < names.Count; i++)
        {
            depth += bounds[i];
            if (depth == 0)
                unfilled.Add(names[i]);
        }

        return unfilled;
    }

    private void Note(int start, int end)
    {
        bounds[start]++;
        bounds[end]--;
    }

    private int IndexOf(string name) => names.BinarySearch(name, StringComparer.Ordinal);

    private (int Start, int End) RangeOf(string prefix)
    {
        // In ordinal order, '/' follows '.': names that begin with "a." sort before "a/".
        var (start, end) = (IndexOf(prefix), IndexOf(prefix.Substring(0, prefix.Length - 1) + "/"));
        return (start < 0 ? ~start : start, end < 0 ? ~end : end);
    }
}
