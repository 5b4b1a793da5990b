namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>Counts how often a part of a YAML text is used: in its own place, and by aliases and merge keys.</summary>
internal sealed class YamlUses
{
    private const int Many = 10_000;

    private int steps;

    /// <summary>In how many places a change to a list or mapping has an effect. The author's own keys do not count.</summary>
    /// <param name="key">The key that is changed, or null for a list: a mapping that has the key itself does not merge it.</param>
    internal static int Of(LayoutNode container, string? key) => new YamlUses().Count(container, key);

    /// <summary>In how many places a change of a value has an effect.</summary>
    internal static int Of(LayoutNode value) => new YamlUses().CountPlace(value, null);

    private int Count(LayoutNode container, string? key)
    {
        var count = CountPlace(container, key);
        foreach (var alias in container.Aliases)
            count = Math.Min(Many, count + CountPlace(alias, key));
        return count;
    }

    private int CountPlace(LayoutNode node, string? key)
    {
        // Aliases of aliases may multiply beyond counting.
        if (++steps > Many)
            return Many;
        if (node.Parent is not { } parent)
            return 1;
        if ((node.Entry ?? (parent.Entry is { IsMerge: true } list ? list : null)) is not { } entry)
            return Count(parent, null);
        if (entry.IsMerge)
            return key is not null && entry.Mapping.Find(key) is not null ? 0 : Count(entry.Mapping, key);
        return entry.IsOwn ? 0 : Count(entry.Mapping, entry.Key.Text);
    }
}
