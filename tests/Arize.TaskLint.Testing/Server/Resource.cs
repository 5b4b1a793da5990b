using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Server;

/// <summary>One thing in the world. Its owner is its space (of a space: its organization); null: seen from every space.</summary>
internal sealed record Resource(string? Owner, JsonObject Json)
{
    public string? Id => Text("id");

    public string? Name => Text("name");

    /// <summary>A member's text; null where it is anything else, as tests may put anything there.</summary>
    public string? Text(string member) =>
        Json[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
