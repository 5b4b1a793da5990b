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
    /// <exception cref="JsonException">The text is no JSON; the exception tells line and byte, from 0.</exception>
    public static IReadOnlyList<Node> ReadAll(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth, AllowMultipleValues = true });
        var values = new List<Node>();
        try
        {
            while (reader.Read())
                values.Add(ReadValue(ref reader));
        }
        catch (InvalidOperationException invalid)
        {
            // A text with half a surrogate pair or invalid UTF-8 is found out only when it is taken.
            throw new JsonException(invalid.Message, null, 0, reader.TokenStartIndex, invalid);
        }

        return values;
    }

    private static Node ReadValue(ref Utf8JsonReader reader)
    {
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
                return new ScalarNode(Place.None, reader.GetString()!, isPlain: false);
            default:
                return new ScalarNode(Place.None, Encoding.UTF8.GetString(reader.ValueSpan), isPlain: true);
        }
    }

    private static MappingNode ReadObject(ref Utf8JsonReader reader)
    {
        var builder = new MappingBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = new ScalarNode(Place.None, reader.GetString()!, isPlain: false);
            reader.Read();
            builder.Add(new Entry(key, ReadValue(ref reader)));
        }

        return builder.Build(Place.None);
    }
}
