using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Tests;

/// <summary>What a test declares, as the document that a catalog makes of it.</summary>
internal static class Declared
{
    /// <summary>The document of a catalog that declares this.</summary>
    internal static string Document(Action<TaskCatalogBuilder> declare) => new Catalog(declare).ToDocument();

    /// <summary>The first task of a catalog that declares this.</summary>
    internal static JsonElement Task(Action<TaskCatalogBuilder> declare) =>
        JsonDocument.Parse(Document(declare)).RootElement.GetProperty("tasks")[0];

    /// <summary>The one task of a catalog, as JSON without places.</summary>
    internal static string TaskJson(Action<TaskBuilder> declare) => WithoutPlaces(Task(tasks => declare(tasks.Task())));

    /// <summary>What the reader of declarations finds in a document.</summary>
    internal static TaskDocument Read(string document) => new DeclarationReader(_ => null).Read(new SourceFile("catalog.json", document));

    /// <summary>A value in short: without places.</summary>
    internal static string WithoutPlaces(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{').AppendJoin(", ", value.EnumerateObject().Where(entry => entry.Name != "x-at").Select(entry =>
                    $"{JsonSerializer.Serialize(entry.Name)}: {WithoutPlaces(entry.Value)}")).Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(", ", value.EnumerateArray().Select(WithoutPlaces)).Append(']');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private sealed class Catalog(Action<TaskCatalogBuilder> declare) : TaskCatalog
    {
        protected override void Declare(TaskCatalogBuilder tasks) => declare(tasks);
    }
}
