using System.Text.Json;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Testing;

/// <summary>A span of JSON, in the plainest way: each value under its dotted name.</summary>
internal sealed class SampleRow : ISampleRow
{
    private readonly Dictionary<int, SpanValue> values = [];
    private readonly List<int> present = [];
    private readonly AskedColumns asked;
    private readonly SeenColumns seen;

    internal SampleRow(JsonElement span, AskedColumns asked, SeenColumns seen)
    {
        (this.asked, this.seen) = (asked, seen);
        Add("", span);
    }

    public string? Project => null;

    public IReadOnlyList<int> Present => present;

    public SpanValue Value(int column) => values.TryGetValue(column, out var value) ? value : default;

    public SpanValue ValueInOtherCase(int column) => default;

    private void Add(string name, JsonElement value)
    {
        var prefix = name.Length == 0 ? "" : $"{name}.";
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Add(prefix + member.Name, member.Value);
                return;
            case JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                    Add($"{prefix}{i}", item);
                break;
        }

        var number = seen.Add(name);
        present.Add(number);
        seen.NoteText(number);
        values[asked.Ask(name)] = value.ValueKind switch
        {
            JsonValueKind.String => SpanValue.OfText(value.GetString()!),
            JsonValueKind.Number => SpanValue.OfNumber(value.GetDouble()),
            JsonValueKind.Array => SpanValue.OfStructure(value.GetRawText()),
            _ => SpanValue.OfBoolean(value.GetBoolean()),
        };
    }
}
