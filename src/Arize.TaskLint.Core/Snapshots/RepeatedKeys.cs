using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Keys that JSON has twice in one object: which of the two values counts is not defined, so an answer that has one cannot be used.
/// </summary>
public static class RepeatedKeys
{
    /// <summary>The first duplicate key anywhere in a value, as messages show it; null if there is none.</summary>
    public static string? FirstIn(Node value) => Find(value) is { } key ? Excerpt.Of(key.Text) : null;

    /// <summary>The first duplicate key anywhere in a value; null if there is none.</summary>
    internal static ScalarNode? Find(Node value) => value switch
    {
        MappingNode { Repeated.Count: > 0 } mapping => mapping.Repeated[0].Key,
        MappingNode mapping => mapping.Entries.Select(entry => Find(entry.Value)).FirstOrDefault(key => key is not null),
        ListNode list => list.Items.Select(Find).FirstOrDefault(key => key is not null),
        _ => null,
    };
}
