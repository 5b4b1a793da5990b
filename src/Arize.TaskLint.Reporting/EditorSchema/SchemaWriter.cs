using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>
/// Writes the JSON Schema of declarations from the task schema: what editors offer and underline. It refuses only what a rule reports as an
/// error, and no spelling that the reader takes.
/// </summary>
public static class SchemaWriter
{
    private const string ResultSchema = "result.schema.json";

    /// <summary>Writes the schema.</summary>
    /// <param name="draft">The version of JSON Schema.</param>
    /// <param name="live">What the live side has, for editors to offer; null to offer none of it.</param>
    /// <param name="output">Takes the schema.</param>
    public static void Write(SchemaDraft draft, LiveNames? live, TextWriter output) => Write(Make(draft, live), output);

    /// <summary>Writes the schema of the settings file.</summary>
    /// <param name="draft">The version of JSON Schema.</param>
    /// <param name="settings">The table of the settings.</param>
    /// <param name="words">The values of settings whose keys are rules or paths, by the setting.</param>
    /// <param name="rules">The settings whose keys are rules.</param>
    public static void WriteSettings(
        SchemaDraft draft,
        ObjectSpec settings,
        IReadOnlyDictionary<FieldSpec, IReadOnlyList<string>> words,
        IReadOnlyList<FieldSpec> rules,
        TextWriter output) =>
        Write(new SettingsSchema(draft, settings, words, rules).Make(), output);

    /// <summary>Writes the schema of JSON results.</summary>
    public static void WriteResult(TextWriter output)
    {
        using var kept = typeof(SchemaWriter).Assembly.GetManifestResourceStream(ResultSchema) ?? throw new InvalidOperationException(ResultSchema);
        using var reader = new StreamReader(kept, Encoding.UTF8);
        output.Write(reader.ReadToEnd());
    }

    private static void Write(JsonObject schema, TextWriter output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer,
            new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            schema.WriteTo(writer);
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    private static JsonObject Make(SchemaDraft draft, LiveNames? live)
    {
        var definitions = new Definitions(draft);
        var fields = new FieldSchemas(definitions, new Offers(definitions, live));
        var document = fields.Ref(DocumentFields.Spec);
        var task = fields.Ref(TaskFields.Spec);
        var schema = new JsonObject
        {
            ["$schema"] = draft.Address,
            ["title"] = "Evaluation tasks of Arize AX",
            ["description"] = "Declarations for tasklint: a mapping with 'tasks', a list of tasks, or one task. Written by 'tasklint schema'.",
            ["type"] = new JsonArray("object", "array", "null"),
            // Told here as well, so that editors offer them before either is there.
            ["properties"] = fields.Told([DocumentFields.Space, DocumentFields.Tasks]),
            ["items"] = task,
            ["if"] = Definitions.Has(DocumentFields.Tasks, []),
            ["then"] = document,
            ["else"] = new JsonObject { ["if"] = new JsonObject { ["type"] = "object" }, ["then"] = task.DeepClone() },
        };
        schema[draft.Definitions] = definitions.Make();
        Offers.HideConditions(schema);
        return schema;
    }
}
