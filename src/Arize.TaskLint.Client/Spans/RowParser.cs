using System.Buffers;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Reads the JSON of a row into the columns that are asked for, and notes the names of all.</summary>
/// <param name="tree">The columns.</param>
/// <param name="row">The row to fill.</param>
/// <param name="asked">How many columns are asked for.</param>
internal sealed class RowParser(ColumnTree tree, SampleRow row, int asked)
{
    internal const int MaximumDepth = 200;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    private readonly bool[] areTaken = new bool[asked];
    private byte[] scratch = [];
    private bool isInText;
    private bool isDoubtful;

    /// <summary>Reads an object whose members are columns.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="JsonException">It is not JSON, or has a column twice.</exception>
    internal void Read(ReadOnlySpan<byte> json)
    {
        Begin();
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        ReadMembers(ref reader, json, tree.Root, isDerived: false);
        if (reader.Read())
            throw new JsonException("something follows the object");
    }

    /// <summary>Forgets what is left of a row that could not be read to its end.</summary>
    internal void Begin()
    {
        Array.Clear(areTaken);
        (isInText, isDoubtful) = (false, false);
    }

    /// <summary>Reads the value of a column, which the reader is at.</summary>
    /// <param name="isDerived">Whether it is in the text of another column, so that it counts only where the row has no value of its own.</param>
    internal void ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ColumnNode node, bool isDerived)
    {
        row.IsSpan |= node.IsOfSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                ReadStructure(ref reader, json, node, isDerived);
                return;
            case JsonTokenType.String:
                ReadText(ref reader, node, isDerived);
                return;
            default:
                Note(node, mayBeRead: false);
                if (IsWanted(node))
                    Take(node, Scalar(ref reader), isDerived);
                return;
        }
    }

    /// <summary>Takes a value that the row has in a column.</summary>
    internal void Take(ColumnNode node, SpanValue value, bool isDerived)
    {
        if (node.Asked >= 0)
        {
            if (isDerived)
                row.Derive(node.Asked, isDoubtful ? value.InText() : value);
            else if (!row.Set(node.Asked, value))
                throw new JsonException($"the column '{node.Name}' is given twice, with different values");
        }

        foreach (var other in node.AskedInOtherCase)
            row.SetInOtherCase(other, value);
        if (node.Flat >= 0 && !areTaken[node.Flat])
            row.AddPart(node.Flat, null, JsonOf(value));
        foreach (var above in node.AskedAbove)
        {
            if (!areTaken[above])
                row.AddPart(above, node.Name, JsonOf(value));
        }
    }

    // What people wrote has no names that may be shown, even if it is JSON.
    private void Note(ColumnNode node, bool mayBeRead)
    {
        if (node.MayBeShown(isInText))
            row.Note(node.Number, mayBeRead);
    }

    internal static bool IsWanted(ColumnNode node) =>
        node.Asked >= 0 || node.Flat >= 0 || node.AskedAbove.Count > 0 || node.AskedInOtherCase.Count > 0;

    private void ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ColumnNode node, bool isDerived)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = reader.ValueIsEscaped ? node.Child(Unescaped(ref reader)) : node.Child(reader.ValueSpan);
            reader.Read();
            ReadValue(ref reader, json, child, isDerived);
        }
    }

    private void ReadStructure(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ColumnNode node, bool isDerived)
    {
        var start = (int)reader.TokenStartIndex;
        var isList = reader.TokenType == JsonTokenType.StartArray;
        var isTaken = node.Asked >= 0 && !areTaken[node.Asked];
        if (isTaken)
            areTaken[node.Asked] = true;
        var isEmpty = false;
        if (isList)
            isEmpty = ReadItems(ref reader, json, node, isDerived) == 0;
        else
            ReadMembers(ref reader, json, node, isDerived);
        if (isTaken)
            areTaken[node.Asked] = false;
        if (isList && !isEmpty)
            Note(node, mayBeRead: true);
        if (IsWanted(node))
            Take(node, SpanValue.OfStructure(Compact(json[start..(int)reader.BytesConsumed])), isDerived);
        if (tree.EventAttributes >= 0 && node.Name == "events" && AttributesOf(json[start..(int)reader.BytesConsumed]) is { } attributes)
            row.Derive(tree.EventAttributes, SpanValue.OfStructure(attributes));
    }

    private static string? AttributesOf(ReadOnlySpan<byte> events)
    {
        var reader = new Utf8JsonReader(events, Options);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return null;
        var all = document.RootElement.EnumerateArray()
            .Where(one => one.ValueKind == JsonValueKind.Object)
            .Select(one => one.TryGetProperty("attributes", out var own) || one.TryGetProperty("event.attributes", out own) ? own : default)
            .Where(own => own.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            .Select(own => Compact(Encoding.UTF8.GetBytes(own.GetRawText())))
            .ToList();
        return all.Count == 0 ? null : $"[{string.Join(",", all)}]";
    }

    private int ReadItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ColumnNode node, bool isDerived)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // Of a vector, the numbers are no columns.
            var isPlain = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            var item = isPlain && !node.HasAskedBelow && ColumnLists.EntryOf(node.Name, 0) is null ? null : node.Item(count);
            if (item is null)
                reader.Skip();
            else
                ReadValue(ref reader, json, item, isDerived);
            if (ColumnLists.EntryOf(node.Name, count) is { } entry && tree.AskedOf(entry) is >= 0 and var number && isPlain
                && reader.TokenType != JsonTokenType.Null)
            {
                row.Derive(number, reader.TokenType == JsonTokenType.String ? SpanValue.OfText(reader.GetString()!) : Scalar(ref reader));
            }

            count++;
        }

        return count;
    }

    private void ReadText(ref Utf8JsonReader reader, ColumnNode node, bool isDerived)
    {
        Note(node, mayBeRead: true);
        if (IsWanted(node))
            Take(node, SpanValue.OfText(reader.GetString()!), isDerived);
        if (node.HasAskedBelow || ColumnLists.MayBeJsonText(node.Name))
            ReadJsonText(reader.ValueIsEscaped ? Unescaped(ref reader).ToArray() : reader.ValueSpan, node);
    }

    // Lists and objects are attributes of spans as the text of their JSON.
    private void ReadJsonText(ReadOnlySpan<byte> text, ColumnNode node)
    {
        var json = text.TrimStart(" \t\r\n"u8);
        if (json.Length < 2 || json[0] is not ((byte)'{' or (byte)'[') || !IsJson(json))
            return;
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        var before = (isInText, isDoubtful);
        isInText |= !ColumnLists.IsOwnData(node.Name);
        isDoubtful |= !ColumnLists.IsKnownAsText(node.Name);
        if (reader.TokenType == JsonTokenType.StartArray)
            ReadItems(ref reader, json, node, isDerived: true);
        else
            ReadMembers(ref reader, json, node, isDerived: true);
        (isInText, isDoubtful) = before;
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static SpanValue Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => SpanValue.OfBoolean(true),
        JsonTokenType.False => SpanValue.OfBoolean(false),
        _ => SpanValue.OfNumber(reader.TryGetDouble(out var number) ? number : double.NaN, Encoding.ASCII.GetString(reader.ValueSpan)),
    };

    private static string JsonOf(SpanValue value) =>
        value.Kind == SpanValueKind.Text ? $"\"{JsonEncodedText.Encode(value.Text)}\"" : value.Text;

    private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        if (scratch.Length < reader.ValueSpan.Length)
            scratch = new byte[Math.Max(1024, reader.ValueSpan.Length)];
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }

    // Without the blanks between tokens, so that one value has one text.
    private static string Compact(ReadOnlySpan<byte> json)
    {
        var compact = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            var (length, isInText) = (0, false);
            for (var i = 0; i < json.Length; i++)
            {
                var one = json[i];
                if (isInText && one == (byte)'\\')
                    compact[length++] = json[i++];
                else if (one == (byte)'"')
                    isInText = !isInText;
                else if (!isInText && one is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                    continue;
                compact[length++] = json[i];
            }

            return Encoding.UTF8.GetString(compact, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compact);
        }
    }
}
