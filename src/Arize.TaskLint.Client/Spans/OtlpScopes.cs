using System.Text;
using System.Text.Json;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Finds the spans of a list of scopes that stands before the resource which names their project, so that it was kept.</summary>
internal static class OtlpScopes
{
    /// <summary>Whether a member of OTLP has scopes.</summary>
    internal static bool Are(string name) => name is "scopeSpans" or "scope_spans" or "instrumentationLibrarySpans";

    /// <summary>The JSON of each span.</summary>
    /// <exception cref="JsonException">It is not JSON, or no list.</exception>
    internal static List<byte[]> SpansOf(byte[] scopes)
    {
        var reader = new Utf8JsonReader(scopes, new JsonReaderOptions { MaxDepth = RowParser.MaximumDepth });
        using var document = JsonDocument.ParseValue(ref reader);
        var spans = new List<byte[]>();
        foreach (var scope in document.RootElement.EnumerateArray())
        {
            if (scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty("spans", out var list) && list.ValueKind == JsonValueKind.Array)
                spans.AddRange(list.EnumerateArray().Select(span => Encoding.UTF8.GetBytes(span.GetRawText())));
        }

        return spans;
    }
}
