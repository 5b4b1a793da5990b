using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Client.Json;

/// <summary>Reads JSON into the tree that declarations are read into.</summary>
public static class JsonTree
{
    // Deeper than any task; the reader refuses what goes beyond.
    private const int MaximumDepth = 128;

    /// <summary>Reads all values of a text: usually one, several where outputs were put behind each other.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="secret">What no text of the tree may hold; null for nothing.</param>
    /// <param name="mostValues">How many values the tree may have.</param>
    /// <exception cref="JsonException">The text is not JSON; the exception has the line and the byte, from 0.</exception>
    /// <exception cref="InvalidDataException">There are more values than allowed.</exception>
    public static IReadOnlyList<Node> ReadAll(ReadOnlySpan<byte> utf8, Secret? secret = null, int mostValues = int.MaxValue)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth, AllowMultipleValues = true });
        var values = new List<Node>();
        var tree = new Builder(secret, mostValues);
        try
        {
            while (reader.Read())
                values.Add(tree.ReadValue(ref reader));
        }
        catch (InvalidOperationException invalid)
        {
            // A text with half a surrogate pair or invalid UTF-8 is found out only when it is taken.
            throw new JsonException(invalid.Message, null, 0, reader.TokenStartIndex, invalid);
        }

        return values;
    }

    /// <summary>Whether a text is the beginning of JSON that goes on: an answer that was cut off.</summary>
    /// <param name="utf8">The text.</param>
    public static bool IsCutOff(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaximumDepth }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    return false;
            }

            return reader.BytesConsumed > 0 && reader.TokenType is not JsonTokenType.None;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Builder(Secret? secret, int mostValues)
    {
        private int values;

        internal Node ReadValue(ref Utf8JsonReader reader)
        {
            if (++values > mostValues)
                throw new InvalidDataException(FormattableString.Invariant($"more than {mostValues:#,0} values"));
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return ReadObject(ref reader);
                case JsonTokenType.StartArray:
                    var items = new List<Node>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                        items.Add(ReadValue(ref reader));
                    return new ListNode(Place.None, items);
                case JsonTokenType.String:
                    return Text(ref reader);
                default:
                    return new ScalarNode(Place.None, Clean(Encoding.UTF8.GetString(reader.ValueSpan)), isPlain: true);
            }
        }

        private MappingNode ReadObject(ref Utf8JsonReader reader)
        {
            var builder = new MappingBuilder();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var key = Text(ref reader);
                reader.Read();
                builder.Add(new Entry(key, ReadValue(ref reader)));
            }

            return builder.Build(Place.None);
        }

        private ScalarNode Text(ref Utf8JsonReader reader) => new(Place.None, Clean(reader.GetString()!), isPlain: false);

        private string Clean(string text) => secret is null ? text : secret.Clean(text);
    }
}
