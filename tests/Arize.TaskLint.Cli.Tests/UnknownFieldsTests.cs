using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Fields of live tasks that this version does not know: ATL7008 in <c>check</c>, and a line of <c>doctor</c>.</summary>
public sealed class UnknownFieldsTests : IAsyncLifetime
{
    private ServerRun run = null!;

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        var evaluator = run.World.AddTemplateEvaluator(space, "Tone", "Judge {output}");
        foreach (var name in new[] { "One", "Two" })
        {
            var id = run.World.AddTask(space, new JsonObject
            {
                ["name"] = name,
                ["project_id"] = run.World.AddProject(space, $"project of {name}"),
                ["evaluators"] = new JsonArray(new JsonObject
                { ["evaluator_id"] = evaluator, ["column_mappings"] = new JsonObject { ["output"] = "attributes.output.value" } }),
            });
            run.World.Change(id, task =>
            {
                task["evaluators"]![0]!["weight"] = 0.5;
                task["x-secret"] = "value that is not shown";
                task["query_filters"] = name == "One" ? null : new JsonObject { ["filters"] = new JsonArray(new JsonObject { ["id"] = "A", ["filter"] = "a = 'b'", ["window"] = 1 }) };
            });
        }

        run.Tool.File("a.arize.yaml", """
            space: production
            tasks:
              - { name: One, type: template_evaluation, partial: true, is_continuous: false }
              - { name: Two, type: template_evaluation, partial: true, is_continuous: false }
            """);
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task They_are_named_by_path_once_for_all_tasks_where_the_rule_has_a_severity(bool fromSnapshot)
    {
        if (fromSnapshot)
            Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "live.json")).ExitCode);
        string[] live = fromSnapshot ? ["--live", "live.json"] : [];
        var silent = await run.Tool.RunAsync(["check", .. live]);
        run.Tool.File("tasklint.yaml", "rules: { ATL7008: warning }\n");

        var (result, json) = await run.CheckAsync([.. live, "--only", "ATL7008"]);

        Assert.Equal((0, 0), (silent.ExitCode, result.ExitCode));
        Assert.DoesNotContain("ATL7008", silent.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "a.arize.yaml:3 One evaluators[].weight (2 tasks)",
                "a.arize.yaml:4 Two query_filters.filters[].window ",
                "a.arize.yaml:3 One x-secret (2 tasks)",
            ],
            json.GetProperty("findings").EnumerateArray().Select(Told).OrderBy(text => text.Split(' ')[2], StringComparer.Ordinal));
        Assert.DoesNotContain("value that is not shown", result.Output, StringComparison.Ordinal);
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), one => one.GetProperty("path").GetString()!.EndsWith("].weight", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_names_the_same()
    {
        var result = await run.Tool.RunAsync("doctor", "--space", "production");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "warning  fields       the tasks have fields that this version does not know, and does not compare (ATL7008): "
                + "evaluators[].weight, query_filters.filters[].window, x-secret; "
                + $"the API may be newer than tasklint {BuildInfo.Version}: install a later version\n",
            result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\"space_id\": \"S1\", \"evaluators\": [], ", 0)]
    [InlineData("\"run_configuration\": { \"actual_instance\": { \"experiment_type\": \"LLM_GENERATION\", "
        + "\"invocation_parameters\": { \"additional_properties\": { \"top_k\": 3 } } }, \"one_of_schemas\": [] }, ", 0)]
    [InlineData("\"additional_properties\": { \"priority\": 1 }, ", 1)]
    [InlineData("\"partial\": true, \"ignore\": [], \"project\": \"p\", ", 3)]
    public async Task What_the_tool_itself_or_the_command_line_of_Arize_adds_is_not_unknown(string members, int count)
    {
        run.Tool.File("live.json", $$"""{ "tasks": [{ {{members}}"id": "T1", "name": "One", "type": "RUN_EXPERIMENT" }], "pagination": { "has_more": false } }""");
        run.Tool.File("a.arize.yaml", "{ name: One, type: run_experiment, partial: true }");

        var (_, json) = await run.CheckAsync("--live", "live.json", "--only", "ATL7008", "--min-severity", "silent");

        Assert.Equal(count, json.GetProperty("findings").EnumerateArray().Count());
    }

    private static string Told(JsonElement finding)
    {
        var message = finding.GetProperty("message").GetString()!;
        var place = finding.GetProperty("location");
        Assert.Contains("', which this version of tasklint does not know, so it is not compared; a newer version may know it", message, StringComparison.Ordinal);
        return $"{place.GetProperty("file").GetString()}:{place.GetProperty("startLine").GetInt32()} {finding.GetProperty("task").GetString()} "
            + $"{message.Split('\'')[1]} {(message.EndsWith("(2 tasks)", StringComparison.Ordinal) ? "(2 tasks)" : "")}";
    }
}
