using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The spaces that a snapshot is of, if it says so: a task of another space is not meant by a name.</summary>
internal sealed class SavedSpaces
{
    private readonly Dictionary<string, HashSet<string>> idsOfName = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The spaces of the declared tasks.</summary>
    internal SpaceSettings Declared { get; set; } = new();

    internal void Add(ListNode spaces)
    {
        foreach (var space in spaces.Items.OfType<MappingNode>())
        {
            if (space["id"] is not ScalarNode { IsPlain: false, Text: var id } || space["name"] is not ScalarNode { IsPlain: false, Text: var name })
                continue;
            ids.Add(id);
            if (!idsOfName.TryGetValue(name, out var several))
                idsOfName.Add(name, several = new HashSet<string>(StringComparer.Ordinal));
            several.Add(id);
        }
    }

    /// <summary>The ID of the space of a declared task; null if that is not known.</summary>
    internal string? IdOf(TaskDeclaration task)
    {
        if (ids.Count == 0 || Declared.Of(new TaskHeader(task), out var isUncertain) is not { } space || isUncertain)
            return null;
        if (ids.Contains(space))
            return space;
        return idsOfName.TryGetValue(space, out var several) && several.Count == 1 ? several.Single() : null;
    }

    /// <summary>Whether a declared task is in a space that the snapshot is not of.</summary>
    internal bool Lacks(TaskDeclaration task) =>
        ids.Count > 0 && Declared.Of(new TaskHeader(task), out var isUncertain) is { } space && !isUncertain
            && !ids.Contains(space) && !idsOfName.ContainsKey(space);

    /// <summary>Whether a declared task may be in a space that the snapshot is not of, because its space is not known.</summary>
    internal bool MayLack(TaskDeclaration task)
    {
        if (ids.Count == 0)
            return false;
        _ = Declared.Of(new TaskHeader(task), out var isUncertain);
        return isUncertain;
    }

    /// <summary>Whether the snapshot is of several spaces, and it is not known which one a declared task is in.</summary>
    internal bool IsUnclear(TaskDeclaration task) =>
        ids.Count > 1 && ((Declared.Of(new TaskHeader(task), out var isUncertain) is null && Declared.IsPartlyKnown) || isUncertain);

    /// <summary>Whether something saved may be in a space.</summary>
    /// <param name="node">What is saved.</param>
    /// <param name="space">The ID of the space; null if it is not known.</param>
    internal static bool MayBeIn(MappingNode node, string? space) => space is null || Of(node) is not { } own || own == space;

    /// <summary>The ID of the space that something saved is in; null if it does not say so.</summary>
    internal static string? Of(MappingNode node) => node[SnapshotFields.SpaceId] is ScalarNode { IsPlain: false, Text: var id } ? id : null;
}
