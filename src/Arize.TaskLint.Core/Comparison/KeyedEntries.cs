using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Which entries of a declared list and a live list belong together, by the key of each entry, or by the name that the live side tells of it.</summary>
internal sealed class KeyedEntries
{
    private readonly ObjectView?[] twins;
    private readonly IReadOnlyList<string>?[] ambiguous;
    private readonly List<ObjectView> rest;

    /// <summary>Finds the pairs.</summary>
    /// <param name="list">The list's row in the schema.</param>
    /// <param name="declared">The declared entries.</param>
    /// <param name="live">The live entries.</param>
    internal KeyedEntries(FieldSpec list, IReadOnlyList<ObjectView> declared, IReadOnlyList<ObjectView> live)
    {
        twins = new ObjectView?[declared.Count];
        ambiguous = new IReadOnlyList<string>?[declared.Count];
        rest = [.. live];
        var isComplete = true;
        // Keys first: an entry that another one means by its key is not what a name can mean.
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is { } key)
                Take(i, rest.FirstOrDefault(other => other[list.KeyedBy!].Text == key));
        }

        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is not null)
                continue;
            var name = FieldPath.KeyValueOf(list, declared[i]);
            var fitting = name is null ? [] : rest.Where(other => ToldName(list, other) == name).ToList();
            if (fitting.Count > 1)
                ambiguous[i] = [.. fitting.Select(other => FieldPath.KeyOf(list, other) ?? "")];
            else
                Take(i, fitting.FirstOrDefault());
            isComplete &= name is not null && fitting.Count < 2;
        }

        // An entry of which it is not known what it means may mean any of the rest.
        LiveOnly = isComplete ? rest : [];
    }

    /// <summary>The live entries that no declared one means.</summary>
    internal IReadOnlyList<ObjectView> LiveOnly { get; }

    /// <summary>The live entry that a declared one means, or null.</summary>
    internal ObjectView? TwinOf(int declared) => twins[declared];

    /// <summary>The keys of the live entries that a declared name fits, where it fits several.</summary>
    internal IReadOnlyList<string>? AmbiguousAt(int declared) => ambiguous[declared];

    /// <summary>How people know an entry: by its name, where it has one.</summary>
    internal static string? LabelOf(FieldSpec list, ObjectView entry) =>
        (entry.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } ? entry[told].ShownText : null) ?? (entry.Spec.NameTwinOf(list.KeyedBy!) is { } byName ? entry[byName].ShownText : null);

    private static string? ToldName(FieldSpec list, ObjectView entry) =>
        entry.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } ? entry[told].Text : null;

    private void Take(int declared, ObjectView? twin)
    {
        twins[declared] = twin;
        if (twin is not null)
            rest.Remove(twin);
    }
}
