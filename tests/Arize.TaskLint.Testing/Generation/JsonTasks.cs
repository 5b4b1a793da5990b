using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>Tasks as JSON: what they say, and the tree that the comparison reads.</summary>
public static class JsonTasks
{
    /// <summary>Whether a value of a field is as good as not there, by the words of the format.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value; null for JSON's null, and for none at all.</param>
    /// <param name="owner">The mapping that the field stands in, where another field of it has a say.</param>
    public static bool IsNone(FieldSpec field, JsonNode? value, JsonObject? owner = null)
    {
        switch (value)
        {
            case null:
                return true;
            case JsonArray list:
                return list.Count == 0;
            case JsonObject mapping when field.Object is { } spec:
                return mapping.All(member => spec.Find(member.Key) is { } inner ? IsNone(inner, member.Value, mapping) : member.Value is null);
            case JsonObject mapping:
                return mapping.All(member => member.Value is null);
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.False => field.FalseIsNone,
            JsonValueKind.String when field.Equality == Equality.LoneFilter => (string)value! is "" or null || (string?)value == LoneFilterOf(owner),
            JsonValueKind.String => field.Equality is Equality.BlankIsNone or Equality.Filter && (string)value! == "",
            _ => false,
        };
    }

    /// <summary>The letter of the only filter of <c>query_filters</c>, or null.</summary>
    public static string? LoneFilterOf(JsonObject? filters) =>
        filters?[QueryFiltersFields.Filters.Name] is JsonArray { Count: 1 } list ? (string?)list[0]![NamedFilterFields.Id.Name] : null;

    /// <summary>Reads a live task as the API answers it.</summary>
    public static ObjectView Live(JsonObject task) => new Binder().BindTask((MappingNode)Tree(task)).View;

    /// <summary>The tree of a JSON value, without places.</summary>
    public static Node Tree(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject mapping:
                var entries = mapping.Select(member => new Entry(new ScalarNode(Place.None, member.Key, isPlain: false), Tree(member.Value)));
                return new MappingNode(Place.None, [.. entries]);
            case JsonArray list:
                return new ListNode(Place.None, [.. list.Select(Tree)]);
            case null:
                return new ScalarNode(Place.None, "null", isPlain: true);
            default:
                var isText = value.GetValueKind() == JsonValueKind.String;
                return new ScalarNode(Place.None, isText ? (string)value! : value.ToJsonString(), isPlain: !isText);
        }
    }
}
