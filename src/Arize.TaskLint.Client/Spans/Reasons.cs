using System.Text.Json;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Says why a row cannot be read, without a part of it.</summary>
internal static class Reasons
{
    internal static string Of(Exception invalid, ReadOnlySpan<byte> json)
    {
        if (invalid is not JsonException { Message: var message } wrong)
            return "a text of it is not valid UTF-8, or has half a character";
        if (wrong.LineNumber is not null && AtNaN(wrong, json))
            return "NaN and Infinity are not JSON; write null";
        if (message.Contains("depth", StringComparison.OrdinalIgnoreCase))
            return $"it is nested deeper than {RowParser.MaximumDepth}";
        // The messages of the reader quote what it found.
        return wrong.LineNumber is null && !message.Contains("LineNumber", StringComparison.Ordinal) ? message : "it is not JSON";
    }

    private static bool AtNaN(JsonException wrong, ReadOnlySpan<byte> json)
    {
        for (var line = wrong.LineNumber!.Value; line > 0; line--)
            json = json[(json.IndexOf((byte)'\n') + 1)..];
        var rest = json[(int)Math.Min(json.Length, wrong.BytePositionInLine ?? 0)..].TrimStart((byte)'-');
        return rest.StartsWith("NaN"u8) || rest.StartsWith("Inf"u8) || rest.StartsWith("aN"u8);
    }
}
