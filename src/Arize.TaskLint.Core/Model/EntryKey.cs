using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>The key of an entry of a keyed list: the text of its key field, or of the reference by name in its place.</summary>
internal static class EntryKey
{
    /// <summary>The key as results show it, with the names of variables instead of their values; null if there is none.</summary>
    internal static string? ShownOf(FieldSpec list, ObjectView entry) => KeyFieldOf(list, entry) is var key && IsVeiled(key)
        ? ((ScalarNode)key.Node!).ShownText
        : key.ShownText;

    /// <summary>The key as it is compared; no output shows it.</summary>
    internal static string? ValueOf(FieldSpec list, ObjectView entry) => KeyFieldOf(list, entry).Text;

    private static FieldValue KeyFieldOf(FieldSpec list, ObjectView entry)
    {
        if (list.KeyedBy is not { } key)
            return default;
        return entry[key].Text is null && !IsVeiled(entry[key]) && entry.Spec.NameTwinOf(key) is { } byName ? entry[byName] : entry[key];
    }

    // The value of the key's variables is unknown, but not how the key is written.
    private static bool IsVeiled(FieldValue key) => key is { State: ValueState.Unknown, Node: ScalarNode { IsFilled: true } };
}
