using System.Text;
using System.Text.Json.Nodes;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Snapshots;

public sealed class SnapshotTests
{
    private const string A = """{ "id": "1", "name": "A", "type": "code_evaluation" }""";
    private const string B = """{ "id": "2", "name": "B", "type": "code_evaluation" }""";

    private readonly Snapshot snapshot = new("live.json");

    [Theory]
    [InlineData($$"""{ "tasks": [{{A}}, {{B}}], "pagination": { "has_more": false } }""")]
    [InlineData($$"""{ "tasks": [{{A}}, {{B}}] }""")]
    [InlineData($$"""[{{A}}, {{B}}]""")]
    [InlineData($$"""{{A}} {{B}}""")]
    [InlineData($$"""{ "tasks": [{{A}}] } {{B}}""")]
    [InlineData($$"""{ "tasks": [{{A}}, {{B}}, {{A}}] } [{{A}}]""")]
    [InlineData($$"""{ "formatVersion": "1.0", "tasks": [{{A}}, {{B}}], "evaluators": [], "of_tomorrow": {} }""")]
    public void Answers_of_the_API_are_read_in_every_shape(string json)
    {
        Add(json);

        Assert.Equal(2, snapshot.Count);
        Assert.False(snapshot.IsCutShort);
        Assert.Equal(["1", "2", "2"], Find("[{ name: A }, { name: B }, { id: '2' }]").Select(answer => answer.FoundId()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "tasks": [] }""")]
    public void No_task_is_a_snapshot_too(string json)
    {
        Add(json);

        Assert.Equal(new LiveAnswer.Missing("in live.json", IsSaved: true), FindOne("[{ name: A }]"));
    }

    [Fact]
    public void The_public_example_in_sync_with_itself()
    {
        Add(PublicExample.Json);

        AssertInSync(PublicExample.Json);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_official_command_line_prints_is_the_same(bool isLower)
    {
        var task = JsonNode.Parse("""
            {
              "id": "1", "name": "A", "type": "RUN_EXPERIMENT", "project_id": null, "dataset_id": "d", "sampling_rate": null, "is_continuous": false,
              "evaluators": [], "experiment_ids": [],
              "run_configuration": { "experiment_type": "LLM_GENERATION", "ai_integration_id": "i", "model_name": "gpt-4o", "input_variable_format": "MUSTACHE",
                "messages": [{ "role": "USER", "content": "Say {{x}}" }] }
            }
            """)!.AsObject();
        var declared = task.ToJsonString();
        var configuration = task["run_configuration"]!.DeepClone();
        if (isLower)
            (task["type"], configuration["experiment_type"], configuration["messages"]![0]!["role"]) = ("run_experiment", "llm_generation", "user");
        task["run_configuration"] = new JsonObject { ["actual_instance"] = configuration };
        foreach (var none in task.Where(member => member.Value is null).Select(member => member.Key).ToList())
            task.Remove(none);

        Add($$"""{ "tasks": [{{task.ToJsonString()}}], "pagination": { "has_more": false } }""");

        AssertInSync(declared);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-02-20T10:00:00Z", null)]
    [InlineData(null, "2026-02-20T10:00:00Z")]
    [InlineData("2026-02-20T10:00:00Z", "2026-02-20T10:00:00Z")]
    [InlineData("2026-02-20T10:00:00Z", "2026-02-20T12:00:00.000+02:00")]
    [InlineData("yesterday", "2026-02-20T10:00:00Z")]
    [InlineData("yesterday", "today")]
    public void Which_of_two_copies_of_a_task_counts_is_not_left_to_the_order_of_the_files(string? first, string? second)
    {
        string Copy(string name, string filter, string? updated) =>
            $$"""{ "id": "1", "name": "{{name}}", "type": "CODE_EVALUATION", "query_filter": "{{filter}}"{{(updated is null ? "" : $", \"updated_at\": \"{updated}\"")}} }""";

        Add($"[{Copy("A", "x = 1", first)}, {B}]");
        Add($"[{Copy("Renamed", "x = 2", second)}]");

        foreach (var task in new[] { "name: A", "name: Renamed", "id: '1'" })
        {
            var reason = FindOne($"[{{ {task} }}]").Cause().Reason;
            Assert.Contains(first ?? "'A' without updated_at", reason, StringComparison.Ordinal);
            Assert.Contains(second ?? "'Renamed' without updated_at", reason, StringComparison.Ordinal);
        }

        Assert.Equal("2", FindOne("[{ name: B }]").FoundId());
        Assert.Empty(snapshot.Notes);
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("c", "b", "a")]
    [InlineData("b", "c", "a")]
    [InlineData("a", "c", "b")]
    public void A_copy_that_is_later_than_all_others_counts_whatever_their_order(string first, string second, string third)
    {
        foreach (var one in new[] { first, second, third })
        {
            // a and b are of the same instant, and differ.
            var updated = one switch { "a" => "2026-02-20T10:00:00Z", "b" => "2026-02-20T12:00:00+02:00", _ => "2026-02-20T11:30:00+01:00" };
            Add($$"""[{ "id": "1", "name": "{{one}}", "type": "CODE_EVALUATION", "updated_at": "{{updated}}" }]""");
        }

        Assert.Equal("1", FindOne("[{ name: c }]").FoundId());
        Assert.IsType<LiveAnswer.Missing>(FindOne("[{ name: a }]"));
        Assert.Contains("11:30", Assert.Single(snapshot.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "1", "name": "A", "type": "CODE_EVALUATION", "project_id": null, "is_continuous": false }""")]
    [InlineData("""{ "name": "A", "type": "code_evaluation", "id": "1", "updated_at": "2026-02-20T10:00:00Z" }""")]
    [InlineData(A)]
    public void Copies_that_say_the_same_are_one(string copy)
    {
        Add($"[{A}]");
        Add($"[{copy}]");

        Assert.Equal("1", FindOne("[{ name: A }]").FoundId());
        Assert.Empty(snapshot.Notes);
    }

    [Fact]
    public void A_task_in_two_files_counts_once_as_the_later_has_it()
    {
        Add($"[{WithUpdate(A, "01")}, {B}]");
        Add(WithUpdate("""{ "id": "1", "name": "Renamed", "type": "CODE_EVALUATION" }""", "02"));

        Assert.Equal(2, snapshot.Count);
        Assert.Equal("1", FindOne("[{ name: Renamed }]").FoundId());
        Assert.Equal(new LiveAnswer.Missing("in live.json", IsSaved: true), FindOne("[{ name: A }]"));
    }

    [Fact]
    public void A_task_that_took_the_name_of_another_is_found_alone()
    {
        Add($"[{WithUpdate(A, "01")}, {WithUpdate(B, "01")}]");
        Add($"[{WithUpdate("""{ "id": "1", "name": "Renamed", "type": "CODE_EVALUATION" }""", "02")}, {WithUpdate("""{ "id": "2", "name": "A", "type": "CODE_EVALUATION" }""", "02")}]");

        Assert.Equal("2", FindOne("[{ name: A }]").FoundId());
    }

    [Fact]
    public void A_name_that_several_tasks_have_lists_their_IDs()
    {
        Add($$"""[{{A}}, { "id": "3", "name": "A", "type": "CODE_EVALUATION" }]""");

        Assert.Equal(["1", "3"], Assert.IsType<LiveAnswer.Ambiguous>(FindOne("[{ name: A }]")).Ids);
        Assert.Equal("3", FindOne("[{ name: A, id: '3' }]").FoundId());
    }

    [Fact]
    public void A_name_that_is_not_there_names_the_nearest()
    {
        Add("""[{ "id": "1", "name": "Weekly Toxicity", "type": "CODE_EVALUATION" }]""");

        Assert.Equal(new LiveAnswer.Missing("in live.json", "Weekly Toxicity", IsSaved: true), FindOne("[{ name: Weekly toxicty }]"));
        Assert.Equal(new LiveAnswer.Missing("in live.json", IsSaved: true), FindOne("[{ id: none }]"));
    }

    [Theory]
    [InlineData(A)]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": {} }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": null }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": [] }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "has_more": null }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": { "has_more": null, "next_cursor": null } }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": { "has_more": false, "next_cursor": "c" } }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": { "has_more": false }, "nextPageToken": "c" }""")]
    [InlineData($$"""{{A}} [{ "id": "E", "name": "Tone", "type": "CODE" }]""")]
    public void Where_a_list_is_not_clearly_whole_a_task_that_is_not_in_it_may_exist(string json)
    {
        Add(json);

        Assert.Equal("1", FindOne("[{ name: A }]").FoundId());
        Assert.Contains("so it may exist", FindOne("[{ name: B }]").Cause().Reason, StringComparison.Ordinal);
        Assert.Contains("so it may exist", FindOne("[{ id: '2' }]").Cause().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$"""{ "tasks": [{{A}}] }""")]
    [InlineData($$"""[{{A}}]""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": { "has_more": false, "next_cursor": null } }""")]
    [InlineData($$"""{ "tasks": [{{A}}], "pagination": { "has_more": false, "next_cursor": "" } }""")]
    [InlineData($$"""{ "tasks": [], "pagination": {} } { "tasks": [{{A}}], "pagination": { "has_more": false } }""")]
    [InlineData($$"""{{A}} { "tasks": [] }""")]
    public void What_is_not_in_a_whole_list_is_missing(string json)
    {
        Add(json);

        Assert.IsType<LiveAnswer.Missing>(FindOne("[{ name: B }]"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"True\"")]
    public void Where_a_list_goes_on_a_task_that_is_not_in_it_may_exist(string more)
    {
        Add($$"""{ "tasks": [{{A}}], "pagination": { "has_more": {{more}}, "next_cursor": "c" } }""");

        Assert.True(snapshot.IsCutShort);
        Assert.Equal("1", FindOne("[{ name: A }]").FoundId());
        Assert.Contains("cut short", FindOne("[{ name: B }]").Cause().Reason);
        Assert.Contains("cut short", FindOne("[{ id: '2' }]").Cause().Reason);
    }

    [Fact]
    public void Names_are_resolved_in_lists_that_stand_beside_the_tasks()
    {
        Add("""[{ "id": "1", "name": "A", "type": "code_evaluation", "dataset_id": "d", "experiment_ids": ["e"] }]""");
        Add("""{ "datasets": [{ "id": "d", "name": "golden" }], "pagination": { "has_more": false } }""");
        Add("""{ "experiments": [{ "id": "e", "name": "baseline" }], "projects": [{ "id": "p", "name": "support-bot" }] }""");

        var (changes, gaps) = Compare("[{ name: A, dataset: golden, experiments: [baseline], partial: true }]");

        Assert.Empty(gaps);
        Assert.Empty(changes);
        Assert.Equal("project_id", Assert.Single(Compare("[{ name: A, dataset: golden, project: support-bot, partial: true }]").Changes).Path.ToString());
    }

    [Fact]
    public void Names_are_resolved_in_lists_of_the_same_mapping()
    {
        Add("""{ "tasks": [{ "id": "1", "name": "A", "project_id": "p" }], "projects": [{ "id": "p", "name": "support-bot" }] }""");

        var (changes, gaps) = Compare("[{ name: A, project: support-bot, partial: true }]");

        Assert.Equal((0, 0), (changes.Count, gaps.Count));
    }

    [Fact]
    public void The_same_name_of_an_experiment_on_two_datasets_is_told_by_the_dataset()
    {
        Add("""{ "tasks": [{ "id": "1", "name": "A", "dataset_id": "d", "experiment_ids": ["e"] }] }""");
        Add("""{ "experiments": [{ "id": "x", "name": "baseline", "dataset_id": "y" }, { "id": "e", "name": "baseline", "dataset_id": "d" }] }""");

        var (changes, gaps) = Compare("[{ name: A, experiments: [baseline], partial: true }]");

        Assert.Equal((0, 0), (changes.Count, gaps.Count));
    }

    [Theory]
    [InlineData(
        """{ "datasets": [] }""",
        "live.json does not have the projects' names")]
    [InlineData("""{ "projects": [{ "id": "p", "name": "another" }] }""", "there is no project named 'support-bot' in live.json")]
    [InlineData("""{ "projects": [{ "id": "p", "name": "support_bot" }] }""", "there is no project named 'support-bot' in live.json; did you mean 'support_bot'")]
    [InlineData(
        """{ "projects": [{ "id": "p", "name": "support_bot" }], "pagination": {} }""",
        "the project 'support-bot' is not among those that are listed in live.json, but not all of them are")]
    [InlineData(
        """{ "projects": [{ "id": 5, "name": "support-bot" }, { "id": "p", "name": "other" }] }""",
        "the project 'support-bot' is not among those that are listed in live.json, but not all of them are")]
    [InlineData(
        """{ "projects": [{ "id": "p", "name": "support_bot" }], "pagination": { "has_more": true } }""",
        "the project 'support-bot' is not among those that are listed in live.json, but not all of them are")]
    public void A_name_that_cannot_be_resolved_is_told(string beside, string reason)
    {
        Add("""[{ "id": "1", "name": "A", "project_id": "p" }]""");
        Add(beside);

        var (changes, gaps) = Compare("[{ name: A, project: support-bot, partial: true }]");

        Assert.Empty(changes);
        Assert.Equal(reason, Assert.Single(gaps).Reason);
        Assert.False(snapshot.IsCutShort);
    }

    [Theory]
    [InlineData("5", "it is a number, and neither a list of tasks nor one task")]
    [InlineData("null", "it is null, and neither a list of tasks nor one task")]
    [InlineData("\"tasks\"", "it is text, and neither a list of tasks nor one task")]
    [InlineData("{}", "it is a mapping, and neither a list of tasks nor one task")]
    [InlineData("""{ "id": "1" }""", "it is a mapping, and neither a list of tasks nor one task")]
    [InlineData("""{ "title": "Unauthorized", "status": 401 }""", "it is a mapping, and neither a list of tasks nor one task")]
    [InlineData("""{ "tasks": {} }""", "its 'tasks' is not a list")]
    [InlineData("""{ "tasks": null }""", "its 'tasks' is not a list")]
    [InlineData("[1]", "its list has an entry that is no task: a number")]
    [InlineData("""[[]]""", "its list has an entry that is no task: a list")]
    [InlineData("""[{ "name": "A" }]""", "its list has an entry that is no task: a mapping without 'id'")]
    [InlineData("""{ "tasks": [{ "id": null, "name": "A" }] }""", "its list has an entry that is no task: a mapping without 'id'")]
    public void What_is_no_snapshot_is_told(string json, string problem)
    {
        Assert.Equal(problem, snapshot.Add(Assert.Single(JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)))));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(150, false)]
    [InlineData(1_000, false)]
    public void A_list_without_pagination_that_is_as_long_as_a_full_page_may_go_on(int count, bool isUnclear)
    {
        var tasks = string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{ "id": "I{{i}}", "name": "N{{i}}", "type": "CODE_EVALUATION" }"""));
        foreach (var list in new[] { $"[{tasks}]", $$"""{ "tasks": [{{tasks}}] }""" })
        {
            var saved = new Snapshot("live.json");
            foreach (var value in JsonTree.ReadAll(Encoding.UTF8.GetBytes(list)))
                Assert.Null(saved.Add(value));

            var answer = Assert.Single(saved.Find(Declared.Read("[{ name: Another, partial: true }]"))).Live;
            Assert.Equal(isUnclear, answer is LiveAnswer.Undetermined);
            Assert.Equal(!isUnclear, answer is LiveAnswer.Missing);
        }
    }

    [Theory]
    [InlineData("{ id: '9', space: other }", false)]
    [InlineData("{ id: '9', name: A, space: other }", false)]
    [InlineData("{ id: '9', space: '${NOT_SET}' }", false)]
    [InlineData("{ name: C, space: '${NOT_SET}' }", false)]
    [InlineData("{ id: '9', space: production }", true)]
    [InlineData("{ id: '9' }", true)]
    public void A_task_that_may_be_in_a_space_that_is_not_saved_is_not_missing(string declared, bool isMissing)
    {
        Add($$"""{ "tasks": [{{A}}], "pagination": { "has_more": false }, "spaces": [{ "id": "S1", "name": "production" }] }""");

        var answer = FindOne($"[{declared}]");

        Assert.True(isMissing ? answer is LiveAnswer.Missing : answer is LiveAnswer.Undetermined, answer.ToString());
    }

    [Fact]
    public void Broken_and_unknown_declarations_are_not_looked_for()
    {
        Add($"[{A}]");

        Assert.IsType<LiveAnswer.Broken>(FindOne("[{ type: code_evaluation }]"));
        Assert.False(FindOne("[{ name: '${NOT_SET}' }]").Cause().IsShared);
    }

    private static string WithUpdate(string task, string day) => $"{task[..^1]}, \"updated_at\": \"2026-02-{day}T10:00:00Z\" }}";

    private void Add(string json)
    {
        foreach (var value in JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)))
            Assert.Null(snapshot.Add(value));
    }

    private IEnumerable<LiveAnswer> Find(string yaml) => snapshot.Find(Declared.Read(yaml)).Select(one => one.Live);

    private LiveAnswer FindOne(string yaml) => Assert.Single(Find(yaml));

    private (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(string yaml) => Declared.Compare(Assert.Single(snapshot.Find(Declared.Read(yaml))));

    private void AssertInSync(string declared)
    {
        var (changes, gaps) = Compare(declared);
        Assert.Empty(changes);
        Assert.Empty(gaps);
    }
}
