using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>The keys of a mapping that its table does not have, and which field each may mean.</summary>
internal sealed class UnknownNames(MappingNode mapping, ObjectSpec spec)
{
    private readonly Dictionary<string, string?> nearest = new(StringComparer.Ordinal);
    private Dictionary<string, int>? wanted;

    /// <summary>The field that a key may mean, or null.</summary>
    internal string? NearestTo(string name)
    {
        if (!nearest.TryGetValue(name, out var field))
            nearest.Add(name, field = (spec.IsOpen ? spec.SlipOf(name) : spec.MeantBy(name, out _))?.Name);
        return field;
    }

    /// <summary>Whether several keys may mean one field.</summary>
    internal bool IsContested(string field)
    {
        wanted ??= mapping.Entries
            .Where(entry => !ObjectSpec.IsOwnKey(entry.Key.Text) && spec.Find(entry.Key.Text) is null)
            .Select(entry => NearestTo(entry.Key.Text))
            .Where(meant => meant is not null)
            .GroupBy(meant => meant!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return wanted.TryGetValue(field, out var count) && count > 1;
    }
}
