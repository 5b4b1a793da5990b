using System.Text.Json;

namespace Arize.TaskLint.Client.Spans;

/// <summary>What an answer of the API says of rows that it does not have: <c>has_more</c>, by itself or within <c>pagination</c>.</summary>
internal static class MorePages
{
    /// <summary>Whether a member may say it.</summary>
    internal static bool Are(string name) => name is "has_more" or "hasMore" or "pagination" or "next_cursor" or "nextCursor";

    /// <summary>The name of a member that the reader is at, if it may say it; else null.</summary>
    internal static string? NameOf(ref Utf8JsonReader reader)
    {
        foreach (var name in (ReadOnlySpan<string>)["has_more", "hasMore", "pagination", "next_cursor", "nextCursor"])
        {
            if (reader.ValueTextEquals(name))
                return name;
        }

        return null;
    }

    /// <summary>Whether the value of such a member says that there are more rows.</summary>
    internal static bool In(string name, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            return Says(ref reader, name);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Says(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return name is "has_more" or "hasMore";
            case JsonTokenType.String:
                return name is "next_cursor" or "nextCursor" && reader.ValueSpan.Length > 0;
            case JsonTokenType.StartObject when name == "pagination":
                var says = false;
                var (hasCursor, isLast) = (false, false);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = NameOf(ref reader);
                    reader.Read();
                    if (member is null or "pagination")
                    {
                        reader.Skip();
                        continue;
                    }

                    // Where both are there, the plain word counts.
                    isLast |= reader.TokenType == JsonTokenType.False;
                    if (member is "next_cursor" or "nextCursor")
                        hasCursor |= Says(ref reader, member);
                    else
                        says |= Says(ref reader, member);
                }

                return says || (hasCursor && !isLast);
            default:
                return false;
        }
    }
}
