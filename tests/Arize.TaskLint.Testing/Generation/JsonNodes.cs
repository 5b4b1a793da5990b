using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>JSON nodes made by chance and by hand.</summary>
public static class JsonNodes
{
    /// <summary>A number that keeps its spelling: <c>1.0</c> stays <c>1.0</c>.</summary>
    public static JsonNode Number(string text) => JsonNode.Parse(text)!;

    /// <summary>The same members in another order, at every level.</summary>
    public static JsonNode? Shuffled(this Random random, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject mapping:
                var members = mapping.ToArray();
                random.Shuffle(members);
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, random.Shuffled(member.Value))));
            case JsonArray list:
                return new JsonArray([.. list.Select(random.Shuffled)]);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>One of several.</summary>
    public static T OneOf<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
