using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Collects the entries of a mapping, and distinguishes duplicate keys from merged ones. Once the mapping is built, it can collect the next.
/// </summary>
public sealed class MappingBuilder
{
    // Up to here a look at every key is faster than a table.
    private const int FewEntries = 12;

    private readonly List<Entry> entries = [];
    private List<Entry>? repeated;
    private List<Entry>? merged;
    private HashSet<string>? keys;

    /// <summary>Adds an entry of the mapping itself.</summary>
    public void Add(Entry entry)
    {
        if (Has(entry.Key.Text))
            (repeated ??= []).Add(entry);
        else
            Append(entry);
    }

    /// <summary>Adds the entries of a mapping that a merge key refers to; the mapping's own entries take precedence.</summary>
    public void Merge(MappingNode source) => (merged ??= []).AddRange(source.Entries);

    public MappingNode Build(Place place)
    {
        foreach (var entry in merged ?? [])
        {
            if (!Has(entry.Key.Text))
                Append(entry);
        }

        var mapping = new MappingNode(place, entries.ToArray(), repeated);
        entries.Clear();
        (repeated, merged, keys) = (null, null, null);
        return mapping;
    }

    private void Append(Entry entry)
    {
        entries.Add(entry);
        if (keys is not null)
            keys.Add(entry.Key.Text);
        else if (entries.Count > FewEntries)
            keys = new HashSet<string>(entries.Select(e => e.Key.Text), StringComparer.Ordinal);
    }

    private bool Has(string key)
    {
        if (keys is not null)
            return keys.Contains(key);
        foreach (var entry in entries)
        {
            if (entry.Key.Text == key)
                return true;
        }

        return false;
    }
}
