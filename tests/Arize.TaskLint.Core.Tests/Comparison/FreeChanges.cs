using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>Single changes inside values that the schema knows nothing of.</summary>
internal sealed class FreeChanges(JsonObject task, Random random)
{
    /// <summary>The changes of a value that is not null.</summary>
    internal IEnumerable<SingleChange> Of(JsonNode value, string pointer, string path) => value switch
    {
        JsonObject mapping => OfMembers(mapping, pointer, path, _ => true, isWhole: true),
        JsonArray list => OfItems(list, pointer, path),
        _ => OtherKinds(value).Select(other => Put(pointer, path, Standing.Value, other, Standing.Value)),
    };

    /// <summary>The changes of the members of a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <param name="path">Its path.</param>
    /// <param name="isMeant">Whether a member is free.</param>
    /// <param name="isWhole">Whether the mapping is compared whole.</param>
    internal IEnumerable<SingleChange> OfMembers(JsonObject mapping, string pointer, string path, Func<string, bool> isMeant, bool isWhole)
    {
        foreach (var (name, value) in mapping.Where(member => isMeant(member.Key)))
        {
            var (at, step) = (Pointer.To(pointer, name), path + JsonPaths.Step(name, path));
            if (value is null)
            {
                yield return Put(at, step, Standing.None, "now a value", Standing.Value) with { IsInWhole = isWhole };
                continue;
            }

            yield return Put(at, step, Standing.Value, null, Standing.None) with { IsInWhole = isWhole };
            yield return new SingleChange(step, at, null, task, JsonPaths.Without(task, at), Standing.Value, Standing.Absent) { IsInWhole = isWhole };
            foreach (var change in Of(value, at, step))
                yield return change;
            if (value is JsonObject or JsonArray)
                yield return Put(at, step, Standing.Value, "no longer a list or mapping", Standing.Value);
        }

        const string Added = "added by a test";
        yield return Put(Pointer.To(pointer, Added), path + JsonPaths.Step(Added, path), Standing.Absent, new JsonObject { ["a"] = 1 }, Standing.Value) with { IsInWhole = isWhole };
    }

    private IEnumerable<SingleChange> OfItems(JsonArray list, string pointer, string path)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var (at, step) = (Pointer.To(pointer, i), $"{path}[{i}]");
            foreach (var change in list[i] is { } item ? Of(item, at, step) : [])
                yield return change;
            yield return Put(at, step, Standing.Value, list[i] is null ? "now a value" : null, Standing.Value);
            // Which of two equal neighbours is gone, nobody can tell.
            if (list[i] is not null && (i + 1 == list.Count || !JsonNode.DeepEquals(WithoutNulls(list[i]), WithoutNulls(list[i + 1]))))
                yield return new SingleChange(step, at, null, task, JsonPaths.Without(task, at), Standing.Value, Standing.Absent) { IsInWhole = true };
        }

        var index = random.Next(list.Count + 1);
        yield return new SingleChange($"{path}[{index}]", Pointer.To(pointer, index), null, task,
            JsonPaths.WithEntry(task, pointer, index, new JsonObject { ["added"] = "by a test" }), Standing.Absent, Standing.Value)
        { IsInWhole = true };
    }

    private static JsonNode? WithoutNulls(JsonNode? value) => value switch
    {
        JsonObject mapping => new JsonObject(mapping.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutNulls)]),
        _ => value?.DeepClone(),
    };

    private static IEnumerable<JsonNode> OtherKinds(JsonNode value)
    {
        yield return new JsonObject { ["a"] = "mapping" };
        yield return new JsonArray("a list");
        switch (value.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                yield return value.GetValueKind() == JsonValueKind.False;
                yield return value.ToJsonString();
                break;
            case JsonValueKind.Number:
                foreach (var other in Others.OfNumber(value))
                    yield return other;
                yield return value.ToJsonString();
                break;
            default:
                foreach (var other in Others.OfText((string)value!))
                    yield return other;
                if (double.TryParse((string)value!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    yield return number;
                break;
        }
    }

    private SingleChange Put(string pointer, string path, Standing was, JsonNode? value, Standing becomes) =>
        new(path, pointer, null, task, JsonPaths.With(task, pointer, value), was, becomes);
}
