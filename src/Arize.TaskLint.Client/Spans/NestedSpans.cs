using System.Text.Json;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Finds the spans within an object: of a trace, or of an answer that says first what they are of.</summary>
internal static class NestedSpans
{
    /// <summary>Where the spans of an object are; null if it has none.</summary>
    /// <param name="json">The object.</param>
    /// <param name="isCut">Whether it says that there are more.</param>
    internal static List<(int From, int Length)>? Of(ReadOnlySpan<byte> json, out bool isCut)
    {
        isCut = false;
        if (json.IndexOf("\"spans\""u8) < 0)
            return null;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RowParser.MaximumDepth });
        List<(int, int)>? spans = null;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSpans = reader.ValueTextEquals("spans"u8);
                var name = isSpans ? null : MorePages.NameOf(ref reader);
                reader.Read();
                var from = (int)reader.TokenStartIndex;
                if (spans is not null || !isSpans || reader.TokenType != JsonTokenType.StartArray)
                {
                    reader.Skip();
                    isCut |= name is not null && MorePages.In(name, json[from..(int)reader.BytesConsumed]);
                    continue;
                }

                spans = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    from = (int)reader.TokenStartIndex;
                    reader.Skip();
                    spans.Add((from, (int)reader.BytesConsumed - from));
                }
            }
        }
        catch (JsonException)
        {
            // Reported as a row, unless its spans are whole.
        }

        return spans;
    }
}
