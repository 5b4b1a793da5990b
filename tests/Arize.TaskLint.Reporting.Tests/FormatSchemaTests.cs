using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Each report in a format that others define is valid by their schema.</summary>
public sealed class FormatSchemaTests
{
    private static readonly string Schemas = Repository.PathOf("tests", "Arize.TaskLint.Reporting.Tests", "Schemas");

    public static TheoryData<string> AllSamples() => [.. Samples.All.Keys];

    [Fact]
    public async Task Sarif_is_valid_under_the_schema_of_the_standard()
    {
        SchemaRun.SkipWithoutNode();
        var schema = Path.Combine(Schemas, "sarif-schema-2.1.0.json");

        await ValidateAsync("sarif", schema, text => text.Replace("\"columnKind\"", "\"columnKinds\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_quality_is_valid_under_the_schema_that_GitLab_reads_it_with()
    {
        SchemaRun.SkipWithoutNode();
        var entry = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Schemas, "gitlab-codeclimate.json")))!;
        var schema = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(schema, new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["type"] = "array", ["items"] = entry }.ToJsonString());

            await ValidateAsync("gitlab", schema, text => text.Replace("\"fingerprint\"", "\"print\"", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(schema);
        }
    }

    [Theory]
    [MemberData(nameof(AllSamples))]
    public void JUnit_is_valid_under_the_schema_that_Jenkins_reads_it_with(string sample)
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(Schemas, "junit-10.xsd"));
        schemas.Add(null, reader);
        var document = XDocument.Parse(Written.As("junit", Samples.All[sample].Report()));

        var errors = new List<string>();
        document.Validate(schemas, (_, problem) => errors.Add(problem.Message));
        Assert.Empty(errors);
    }

    private static async Task ValidateAsync(string format, string schema, Func<string, string> spoil)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-schema-");
        try
        {
            var files = new List<string>();
            foreach (var (name, sample) in Samples.All)
            {
                files.Add(Path.Combine(folder.FullName, name));
                await File.WriteAllTextAsync(files[^1], Written.As(format, sample.Report("https://example.com/tasklint")));
            }

            var wrong = Path.Combine(folder.FullName, "wrong");
            await File.WriteAllTextAsync(wrong, spoil(Written.As(format, Samples.All["drift"].Report())));

            Assert.All(await SchemaRun.ErrorsAsync(schema, folder.FullName, [.. files]), Assert.Empty);
            Assert.All(await SchemaRun.ErrorsAsync(schema, folder.FullName, [wrong]), Assert.NotEmpty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
