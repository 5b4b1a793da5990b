using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Documents;

/// <summary>
/// Writes a task document as JSON on one line. Each mapping ends with <c>x-at</c>: a place for each of its entries, in their order. A place is
/// <c>[file, line]</c>, the file by its position in <c>x-files</c>; that of a list is <c>[file, line, [the places of its items]]</c>.
/// </summary>
internal sealed class DocumentWriter
{
    private const string Places = "x-at";

    private readonly StringBuilder text = new();
    private readonly List<string> files = [];
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private DocumentWriter()
    {
    }

    /// <summary>Writes a document.</summary>
    /// <param name="catalog">The full name of the catalog's type.</param>
    /// <param name="root">The declarations of the catalog.</param>
    internal static string Write(string catalog, MappingNode root)
    {
        var body = new DocumentWriter();
        body.Write(root);
        var files = string.Join(", ", body.files.Select(JsonText.Quote));
        // The files are known only once all places are written.
        body.text.Remove(0, 1).Insert(0, $"{{\"x-catalog\": {JsonText.Quote(catalog)}, \"x-files\": [{files}], ");
        return body.text.ToString();
    }

    private void Write(DocumentNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                WriteMapping(mapping);
                break;
            case ListNode list:
                WriteAll('[', list.Items, item => Write(item.Value));
                text.Append(']');
                break;
            case ScalarNode scalar:
                text.Append(scalar.Json);
                break;
        }
    }

    private void WriteMapping(MappingNode mapping)
    {
        WriteAll('{', mapping.Entries, entry =>
        {
            text.Append(JsonText.Quote(entry.Key)).Append(": ");
            Write(entry.Value);
        });
        text.Append(mapping.Entries.Count > 0 ? ", " : "").Append('"').Append(Places).Append("\": ");
        WriteAll('[', mapping.Entries, entry => WritePlace(entry.Value, entry.Place));
        text.Append("]}");
    }

    private void WritePlace(DocumentNode node, CallPlace place)
    {
        text.Append('[').Append(IndexOf(place.File)).Append(", ").Append(place.Line.ToString(CultureInfo.InvariantCulture));
        if (node is ListNode list)
        {
            text.Append(", ");
            WriteAll('[', list.Items, item => WritePlace(item.Value, item.Place));
            text.Append(']');
        }

        text.Append(']');
    }

    private void WriteAll<T>(char open, List<T> values, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < values.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            write(values[i]);
        }
    }

    private string IndexOf(string file)
    {
        if (!indexes.TryGetValue(file, out var index))
        {
            index = files.Count;
            files.Add(file);
            indexes.Add(file, index);
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }
}
