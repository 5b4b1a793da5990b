using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Tests.Comparison;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Writing;

/// <summary>The declarations of typical live tasks, as a person would type them: golden/*.json beside what is written from them.</summary>
public sealed class WrittenDeclarationsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Writing", "golden");

    public static TheoryData<string> Cases() =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Typical_tasks_are_written_as_a_person_types_them(string name)
    {
        var tasks = TasksOf(File.ReadAllText(Path.Combine(Folder, name + ".json")));

        var (byId, byName) = (WrittenDeclarations.Yaml(tasks, isByName: false, space: null), WrittenDeclarations.Yaml(tasks, isByName: true, "production"));
        var code = WrittenDeclarations.CSharp(tasks, isByName: false, "production", CSharpText.ClassName(name));

        Golden.Matches(Path.Combine(Folder, name + ".yaml"), WithNotes(byId));
        Golden.Matches(Path.Combine(Folder, name + ".names.yaml"), WithNotes(byName));
        Golden.Matches(Path.Combine(Folder, name + ".cs.txt"), WithNotes(code));
    }

    [Theory]
    [InlineData("tasklint disable ATL1001", "\"tasklint disable ATL1001\"")]
    [InlineData("two\nlines", "\"two\\nlines\"")]
    [InlineData("support-bot", "support-bot")]
    [InlineData("Qualität", "Qualität")]
    [InlineData("yaml-language-server: $schema=x", "\"yaml-language-server: $schema=x\"")]
    public void Name_in_a_comment_is_nothing_but_a_name(string name, string comment)
    {
        var task = LiveTaskOf("""{ "id": "T", "name": "a", "type": "TEMPLATE_EVALUATION", "project_id": "P" }""", name);

        Assert.Contains($"project_id: P  # {comment}\n", WrittenDeclarations.Yaml([task], isByName: false, null).Text, StringComparison.Ordinal);
        Assert.Contains($".OnProject(\"P\"); // {comment}\n", WrittenDeclarations.CSharp([task], isByName: false, null, "Tasks").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judge ${HOME}")]
    [InlineData("judge $${HOME}")]
    [InlineData("first\n  ${HOME}\n")]
    [InlineData("\n\nfirst\n")]
    [InlineData("  first\nsecond\n\n\n")]
    [InlineData("first\n   \nthird  \n")]
    [InlineData("# tasklint disable\nfirst")]
    [InlineData("first\r\nsecond")]
    [InlineData("first\u2028second\nthird")]
    [InlineData("\tfirst\nsecond")]
    [InlineData("\n \n")]
    [InlineData("---\n...\n")]
    [InlineData("\"\"\"\n\"\"\"\"\n")]
    public void Any_text_comes_back_to_the_byte(string text)
    {
        var live = new JsonObject { ["id"] = "T", ["name"] = "a", ["type"] = "TEMPLATE_EVALUATION", ["query_filter"] = text };
        var written = WrittenDeclarations.Yaml([new LiveTask(JsonTasks.Live(live), (_, _) => null, NoNames)], isByName: false, null);

        var declared = Checked.Read(written.Text)[0];

        Assert.Empty(written.Notes);
        Assert.Equal(text, declared.QueryFilter.Text);
    }

    [Fact]
    public void Key_that_is_longer_than_a_parser_takes_is_written_apart()
    {
        var key = new string('k', 3000);
        var task = LiveTaskOf($$"""
            { "id": "T", "name": "a", "type": "TEMPLATE_EVALUATION", "evaluators": [{ "evaluator_id": "E", "column_mappings": { "{{key}}": "x" } }] }
            """);

        var written = WrittenDeclarations.Yaml([task], isByName: false, null);

        Assert.Empty(written.Notes);
        Assert.Contains($"? {key}\n", written.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_declaration_can_say_is_in_a_comment_and_a_note()
    {
        var task = LiveTaskOf("""
            { "id": "T", "name": "a", "type": "TEMPLATE_EVALUATION", "sampling_rate": "much", "future": { "a": [1, null, "x\ny"] }, "nothing": null }
            """);

        var written = WrittenDeclarations.Yaml([task], isByName: false, null);

        Assert.Contains("\n    # not declared, because tasklint does not know this field: future: {\"a\": [1, null, \"x\\ny\"]}\n", written.Text, StringComparison.Ordinal);
        Assert.Contains("\n    # not declared, because it is text that this field does not take: sampling_rate: \"much\"\n", written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing", written.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "'a': 'sampling_rate' is in a comment only: it is text that this field does not take",
                "'a': 'future' is in a comment only: tasklint does not know this field",
                "'a': 'sampling_rate' cannot be declared as it is, so it is not in sync where it is compared",
            ],
            written.Notes);
    }

    [Fact]
    public void Name_that_fits_several_resources_stays_an_ID()
    {
        var task = LiveTaskOf("""
            { "id": "T", "name": "a", "type": "TEMPLATE_EVALUATION", "project_id": "P", "evaluators": [
              { "evaluator_id": "E", "evaluator_name": "Same" }, { "evaluator_id": "F", "evaluator_name": "Same" }, { "evaluator_id": "G", "evaluator_name": "Own" }] }
            """, "support-bot") with { Names = (_, _) => new NameResolution.Ambiguous(["P", "Q"]) };

        var written = WrittenDeclarations.Yaml([task with { Names = (kind, _) => kind == ResourceKind.Project ? task.Names(kind, "") : new NameResolution.NotSaved("it") }], isByName: true, null);

        Assert.Contains("project_id: P  # support-bot\n", written.Text, StringComparison.Ordinal);
        Assert.Contains("- evaluator_id: E  # Same\n", written.Text, StringComparison.Ordinal);
        Assert.Contains("- evaluator: Own\n", written.Text, StringComparison.Ordinal);
        Assert.Equal("'a': 'project_id' stays an ID: 'support-bot' does not fit P alone", written.Notes[0]);
    }

    private static string WithNotes(WrittenDeclarations written) => written.Text + string.Concat(written.Notes.Select(note => $"! {note}\n"));

    private static LiveTask LiveTaskOf(string json, string? name = null) =>
        new(JsonTasks.Live(JsonNode.Parse(json)!.AsObject()), (_, _) => name, NoNames);

    private static NameResolution.NotSaved NoNames(ResourceKind kind, string name) => new NameResolution.NotSaved("the live side");

    private static List<LiveTask> TasksOf(string json)
    {
        var snapshot = new Snapshot("live.json");
        Assert.Null(snapshot.Add(JsonTasks.Tree(JsonNode.Parse(json))));
        return [.. snapshot.Tasks.Select(task => new LiveTask(task, snapshot.NameOf, snapshot.NamesFor(task)))];
    }
}
