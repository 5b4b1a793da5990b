using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>The JSON Schema of the result: it is kept in the repository, says what the types say, and takes what is written.</summary>
public sealed class ResultSchemaTests
{
    private static readonly string Kept = Repository.PathOf("src", "Arize.TaskLint.Reporting", "result.schema.json");

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Result_schema_that_is_kept_is_that_of_the_types()
    {
        var schema = ReportJson.Default.Report.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var root = schema.AsObject();
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", $"The result of tasklint, formatVersion {Report.Version}");

        Golden.Matches(Kept, root.ToJsonString(Layout) + "\n");
    }

    [Fact]
    public async Task Result_schema_takes_each_result()
    {
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        var folder = Directory.CreateTempSubdirectory("tasklint-result-");
        try
        {
            var files = new List<string>();
            foreach (var (name, sample) in Samples.All)
            {
                files.Add(Path.Combine(folder.FullName, name + ".json"));
                await using var writer = new StreamWriter(files[^1]);
                new JsonReport().Write(sample.Report("https://example.com/tasklint"), new RenderOptions(), writer);
            }

            files.Add(Path.Combine(folder.FullName, "failure.json"));
            await using (var writer = new StreamWriter(files[^1]))
                new JsonReport().Write(Report.Failure("interrupted", exitCode: 130), new RenderOptions(), writer);
            var wrong = Path.Combine(folder.FullName, "wrong.json");
            await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(files[0])).Replace("\"exitCode\"", "\"exit\"", StringComparison.Ordinal));

            Assert.All(await ErrorsAsync(folder.FullName, [.. files]), Assert.Empty);
            Assert.All(await ErrorsAsync(folder.FullName, [wrong]), Assert.NotEmpty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[][]> ErrorsAsync(string folder, string[] files)
    {
        var request = Path.Combine(folder, "request");
        await File.WriteAllTextAsync(request, JsonSerializer.Serialize(new { schemas = new[] { Kept }, files }));
        var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", "validate.mjs", request);
        Assert.True(code == 0, error);
        using var answers = JsonDocument.Parse(output);
        return [.. answers.RootElement.EnumerateArray().Select(answer => answer.GetProperty("errors")[0].EnumerateArray().Select(one => one.GetString()!).ToArray())];
    }

    // Each member says what its property says: the words are written once.
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
            return schema;
        if (context.PropertyInfo is null && node.ContainsKey("properties"))
            node["additionalProperties"] = false;
        if (context.PropertyInfo is { AttributeProvider: System.Reflection.MemberInfo member } && TextOf(member) is { } text)
            node.Insert(0, "description", text);
        return node;
    }

    private static string? TextOf(System.Reflection.MemberInfo member)
    {
        var type = member.DeclaringType!;
        var documents = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        XElement? Member(string name) => documents.Descendants("member").FirstOrDefault(one => (string?)one.Attribute("name") == name);
        var own = Member($"P:{type.FullName}.{member.Name}")?.Element("summary")
            ?? Member($"T:{type.FullName}")?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == member.Name);
        return own is null ? null : string.Join(' ', string.Concat(own.Nodes().Select(Plain)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } cref => cref.Value[(cref.Value.LastIndexOf('.') + 1)..],
        XElement element => element.Value,
        _ => "",
    };
}
