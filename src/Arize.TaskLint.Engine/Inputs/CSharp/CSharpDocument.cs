using System.Text.Json;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>
/// Reads the document of a catalog into the tree. Each mapping in it ends with <c>x-at</c>, which has the place of each entry before it: the
/// position of its file in <c>x-files</c>, its line, and for a list the places of its items.
/// </summary>
/// <param name="files">The places of a file, by its path as the compiler knew it.</param>
/// <param name="input">The places of the input, for what has none.</param>
/// <param name="secret">What no value that is read may hold; null for nothing.</param>
internal sealed class CSharpDocument(Func<string, LinePlaces> files, LinePlaces input, Secret? secret = null)
{
    private const string OwnKeys = "x-";
    private const string CatalogKey = "x-catalog";
    private const string FilesKey = "x-files";
    private const string PlacesKey = "x-at";

    // Deeper than any task; a document that nests further is refused.
    private const int MaximumDepth = 256;

    private LinePlaces[] named = [];

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="reader">Reads the tree as a declaration.</param>
    /// <param name="catalog">The name of its catalog.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It does not have its form, or a text in it is no Unicode.</exception>
    internal TaskDocument Read(string json, DeclarationReader reader, out string catalog)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        var root = document.RootElement;
        catalog = root.GetProperty(CatalogKey).GetString()!;
        named = [.. root.GetProperty(FilesKey).EnumerateArray().Select(file => files(file.GetString()!))];
        var file = (named.Length > 0 ? named[0] : input).File;
        return reader.Read(file, ReadMapping(root, input.Of(0)));
    }

    private string Clean(string text) => secret is null ? text : secret.Clean(text);

    private Node ReadValue(JsonElement value, JsonElement at)
    {
        var place = PlaceOf(at);
        return value.ValueKind switch
        {
            JsonValueKind.Object => ReadMapping(value, place),
            JsonValueKind.Array => ReadList(value, place, at),
            JsonValueKind.String => new ScalarNode(place, Clean(value.GetString()!), isPlain: false),
            _ => new ScalarNode(place, value.GetRawText(), isPlain: true),
        };
    }

    private MappingNode ReadMapping(JsonElement value, Place place)
    {
        var places = value.GetProperty(PlacesKey);
        var builder = new MappingBuilder();
        var next = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (property.Name.StartsWith(OwnKeys, StringComparison.Ordinal))
                continue;
            var at = places[next++];
            builder.Add(new Entry(new ScalarNode(PlaceOf(at), Clean(property.Name), isPlain: false), ReadValue(property.Value, at)));
        }

        return builder.Build(place);
    }

    private ListNode ReadList(JsonElement value, Place place, JsonElement at)
    {
        var places = at[2];
        var items = new List<Node>();
        foreach (var item in value.EnumerateArray())
            items.Add(ReadValue(item, places[items.Count]));
        return new ListNode(place, items);
    }

    private Place PlaceOf(JsonElement at)
    {
        var (file, line) = (at[0].GetInt32(), at[1].GetInt32());
        return file >= 0 && file < named.Length ? named[file].Of(line) : input.Of(0);
    }
}
