using System.Text.Json;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Tests.Samples;

namespace Arize.TaskLint.Tests;

/// <summary>Whole catalogs: the document that they make, to the letter, and what the reader of declarations makes of it.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Arize.TaskLint.Tests");

    public static TheoryData<string> Catalogs => [.. typeof(ProjectEvaluation).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ProjectEvaluation).Namespace && type.IsSubclassOf(typeof(TaskCatalog)))
        .Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void A_catalog_makes_this_document(string name)
    {
        var document = Document(name);
        var path = Assert.Single(JsonDocument.Parse(document).RootElement.GetProperty("x-files").EnumerateArray()).GetRawText();

        Golden.Matches(Path.Combine(Folder, "golden", $"{name}.json"), document.Replace(path, "\"SampleCatalogs.cs\"", StringComparison.Ordinal) + "\n");
    }

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void The_document_declares_what_the_same_tasks_in_yaml_declare(string name)
    {
        var yaml = new DeclarationReader(_ => null).Read($"{name}.arize.yaml", File.ReadAllBytes(Path.Combine(Folder, "Samples", $"{name}.arize.yaml")));
        var document = Declared.Read(Document(name));

        Assert.Empty(Problems(yaml));
        Assert.Empty(Problems(document));
        Assert.Equal(yaml.Tasks.Select(task => Describe(task.View.Node)), document.Tasks.Select(task => Describe(task.View.Node)));
        Assert.Equal(yaml.Tasks[0].Document!.Space.Text, document.Tasks[0].Document!.Space.Text);
    }

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void No_rule_has_an_error_on_it(string name) =>
        Assert.DoesNotContain(Linter.Check([Declared.Read(Document(name))], new SpaceSettings()), finding => finding.Severity == Severity.Error);

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void Every_mapping_has_a_place_for_each_of_its_entries(string name)
    {
        var root = JsonDocument.Parse(Document(name)).RootElement;

        CheckMapping(root);
    }

    // Nothing is missing from a task that names only what it guards.
    private static IEnumerable<Problem> Problems(TaskDocument document) => document.Problems.Concat(
        document.Tasks.SelectMany(task => task.Problems.Where(problem => !task.IsPartial || problem is not MissingField)));

    private static void CheckMapping(JsonElement mapping)
    {
        Assert.Equal("x-at", mapping.EnumerateObject().Last().Name);
        var entries = mapping.EnumerateObject().Where(entry => !entry.Name.StartsWith("x-", StringComparison.Ordinal)).ToArray();
        var places = mapping.GetProperty("x-at").EnumerateArray().ToArray();
        Assert.Equal(entries.Length, places.Length);
        foreach (var (entry, place) in entries.Zip(places))
            CheckPlace(entry.Value, place);
    }

    private static void CheckPlace(JsonElement value, JsonElement place)
    {
        Assert.Equal(0, place[0].GetInt32());
        Assert.InRange(place[1].GetInt32(), 1, 1000);
        Assert.Equal(value.ValueKind == JsonValueKind.Array ? 3 : 2, place.GetArrayLength());
        if (value.ValueKind == JsonValueKind.Object)
            CheckMapping(value);
        if (value.ValueKind != JsonValueKind.Array)
            return;
        Assert.Equal(value.GetArrayLength(), place[2].GetArrayLength());
        foreach (var (item, at) in value.EnumerateArray().Zip(place[2].EnumerateArray()))
            CheckPlace(item, at);
    }

    private static string Document(string name) =>
        ((TaskCatalog)Activator.CreateInstance(typeof(ProjectEvaluation).Assembly.GetType($"{typeof(ProjectEvaluation).Namespace}.{name}")!)!).ToDocument();

    private static string Describe(Node node) => node switch
    {
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Where(entry => !ObjectSpec.IsOwnKey(entry.Key.Text)).Select(entry => $"{entry.Key.Text}: {Describe(entry.Value)}"))}}}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Describe))}]",
        ScalarNode { IsNull: true } => "null",
        _ => $"{node.Describe()} {((ScalarNode)node).Text}",
    };
}
