using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Finds which of many <c>ignore</c> entries mean a change, by its path and not entry by entry: a tree of the parts of their paths between
/// <c>[*]</c>. An entry means a change by the change's path or one above it.
/// </summary>
/// <param name="isInForce">Whether an entry still counts.</param>
internal sealed class IgnoreIndex(Func<IgnoreEntry, bool> isInForce)
{
    private const string AnyEntry = "[*]";

    private readonly Level root = new();
    private int count;

    /// <summary>Creates an index of some entries, of which earlier ones go before later ones.</summary>
    internal IgnoreIndex(IEnumerable<IgnoreEntry> entries, Func<IgnoreEntry, bool> isInForce)
        : this(isInForce)
    {
        foreach (var entry in entries)
            Add(entry);
    }

    /// <summary>The first entry that means a change: of those that still count, or else of the others; null if none does.</summary>
    internal IgnoreEntry? Find(Change change)
    {
        if (count == 0)
            return null;
        var best = default(Found);
        foreach (var path in IgnoreEntry.PathsOf(change))
            root.Search(path, 0, group => best = Found.Better(best, group));
        return best.InForce ?? best.First;
    }

    private void Add(IgnoreEntry entry)
    {
        var (level, start) = (root, 0);
        for (int any; (any = entry.Path.IndexOf(AnyEntry, start, StringComparison.Ordinal)) >= 0; start = any + AnyEntry.Length)
            level = level.Below(entry.Path.Substring(start, any - start));
        level.GroupOf(entry.Path.Substring(start)).Add(entry, count++, isInForce(entry));
    }

    // Entries with one path.
    private sealed class Group
    {
        internal Found Found { get; private set; }

        internal void Add(IgnoreEntry entry, int position, bool isInForce) =>
            Found = Found.Better(Found, isInForce ? new Found(null, 0, entry, position) : new Found(entry, position, null, 0));
    }

    // The first entries of some, with their positions.
    private readonly record struct Found(IgnoreEntry? First, int FirstAt, IgnoreEntry? InForce, int InForceAt)
    {
        internal static Found Better(Found one, Group other) => Better(one, other.Found);

        internal static Found Better(Found one, Found other)
        {
            var (first, firstAt) = one.First is null || (other.First is not null && other.FirstAt < one.FirstAt)
                ? (other.First, other.FirstAt)
                : (one.First, one.FirstAt);
            return one.InForce is null || (other.InForce is not null && other.InForceAt < one.InForceAt)
                ? new Found(first, firstAt, other.InForce, other.InForceAt)
                : new Found(first, firstAt, one.InForce, one.InForceAt);
        }
    }

    // What may stand behind the paths that lead here.
    private sealed class Level
    {
        private readonly Dictionary<string, Group> ends = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Level> below = new(StringComparer.Ordinal);

        internal Level Below(string part)
        {
            if (!below.TryGetValue(part, out var level))
                below.Add(part, level = new Level());
            return level;
        }

        internal Group GroupOf(string part)
        {
            if (!ends.TryGetValue(part, out var group))
                ends.Add(part, group = new Group());
            return group;
        }

        internal void Search(string path, int start, Action<Group> found)
        {
            for (var end = start; end <= path.Length; end++)
            {
                if (end < path.Length && path[end] is not ('.' or '['))
                    continue;
                var part = path.Substring(start, end - start);
                if (ends.TryGetValue(part, out var group))
                    found(group);
                if (end < path.Length && path[end] == '[' && below.TryGetValue(part, out var level))
                    level.Search(path, FieldPath.EndOfBrackets(path, end) is var next and >= 0 ? next : path.Length, found);
            }
        }
    }
}
