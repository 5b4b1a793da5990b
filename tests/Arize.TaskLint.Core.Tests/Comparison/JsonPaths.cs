using System.Globalization;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>Changes of JSON by pointer, and paths as results have to write them.</summary>
internal static class JsonPaths
{
    /// <summary>The part of a path for a key: quoted where it is no word.</summary>
    internal static string Step(string key, string before)
    {
        if (key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c == '_' || c == '-'))
            return before.Length > 0 ? "." + key : key;
        return "['" + key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "']";
    }

    /// <summary>A copy with a value put where there was another, or none.</summary>
    internal static JsonObject With(JsonObject task, string pointer, JsonNode? value)
    {
        var (copy, owner, name) = Owner(task, pointer);
        if (owner is JsonArray list)
            list[int.Parse(name, CultureInfo.InvariantCulture)] = value?.DeepClone();
        else
            owner[name] = value?.DeepClone();
        return copy;
    }

    /// <summary>A copy without a value.</summary>
    internal static JsonObject Without(JsonObject task, string pointer)
    {
        var (copy, owner, name) = Owner(task, pointer);
        if (owner is JsonArray list)
            list.RemoveAt(int.Parse(name, CultureInfo.InvariantCulture));
        else
            owner.AsObject().Remove(name);
        return copy;
    }

    /// <summary>A copy with a further entry in a list.</summary>
    internal static JsonObject WithEntry(JsonObject task, string pointer, int index, JsonNode? entry)
    {
        var (copy, owner, name) = Owner(task, Pointer.To(pointer, index));
        owner.AsArray().Insert(int.Parse(name, CultureInfo.InvariantCulture), entry?.DeepClone());
        return copy;
    }

    private static (JsonObject Copy, JsonNode Owner, string Name) Owner(JsonObject task, string pointer)
    {
        var copy = task.DeepClone().AsObject();
        JsonNode owner = copy;
        var steps = pointer.Split('/')[1..].Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        foreach (var step in steps[..^1])
            owner = owner is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : owner[step]!;
        return (copy, owner, steps[^1]);
    }
}
