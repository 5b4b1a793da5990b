namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// Finds, for many words, the nearest of many names, as <see cref="NearestName"/> does for one. All searches together have a time limit: once it is
/// used up, only names that differ in letter case and separators are found.
/// </summary>
public sealed class NearestNames(IEnumerable<string> names)
{
    // In cells of the table for the computation of a distance: a fiftieth of a second, enough to compare about 250 names with as many.
    private const long MostWork = 1_000_000;

    private (string Name, string Normal)[]? candidates;
    private Dictionary<string, string>? byNormal;
    private long work;

    /// <summary>The nearest name; null if none is near.</summary>
    public string? Of(string word)
    {
        if (word.Length > NearestName.LongestWord)
            return null;
        candidates ??= [.. names.Select(name => (name, NearestName.Normal(name)))];
        if (byNormal is null)
        {
            byNormal = new Dictionary<string, string>(candidates.Length, StringComparer.Ordinal);
            foreach (var (name, ofName) in candidates)
                byNormal[ofName] = byNormal.TryGetValue(ofName, out var earlier) ? earlier : name;
        }

        var normal = NearestName.Normal(word);
        if (byNormal.TryGetValue(normal, out var same))
            return same;
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var (name, other) in candidates)
        {
            if (++work > MostWork)
                break;
            var most = Math.Min(least - 1, Math.Max(normal.Length, other.Length) / 3);
            if (Math.Abs(normal.Length - other.Length) > most)
                continue;
            work += (long)normal.Length * other.Length;
            if (NearestName.Distance(normal, other) is var distance && distance <= most)
                (least, nearest) = (distance, name);
        }

        return nearest;
    }
}
