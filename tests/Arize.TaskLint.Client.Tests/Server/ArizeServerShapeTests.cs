using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

public sealed class ArizeServerShapeTests
{
    private const string Everything = """
        {
          "name": "Everything",
          "type": "run_experiment",
          "sampling_rate": 1,
          "evaluators": [
            { "evaluator_id": "first", "column_mappings": { "input": "attributes.input.value" } },
            { "evaluator_id": "second", "evaluator_version_id": "pin" }
          ],
          "run_configuration": {
            "experiment_type": "Llm_Generation",
            "ai_integration_id": "x",
            "messages": [
              { "role": "user", "content": "USER" },
              {
                "role": "assistant",
                "tool_calls": [{ "id": "1", "type": "function", "function": { "name": "f", "arguments": "{}" } }]
              }
            ],
            "input_variable_format": "mustache",
            "invocation_parameters": { "temperature": 0.5, "max_tokens": 256, "response_format": { "type": "json_object" } },
            "provider_parameters": { "seed": -7, "mode": "Exact" },
            "tool_config": { "tools": [{ "type": "function" }] },
            "prompt_version_id": null
          }
        }
        """;

    private readonly ArizeWorld _world = new();

    [Theory]
    [InlineData(EnumCase.Upper, "RUN_EXPERIMENT LLM_GENERATION MUSTACHE USER ASSISTANT FUNCTION JSON_OBJECT")]
    [InlineData(EnumCase.Lower, "run_experiment llm_generation mustache user assistant function json_object")]
    [InlineData(EnumCase.AsStored, "run_experiment Llm_Generation mustache user assistant function json_object")]
    public async Task Enum_values_and_nothing_else_are_written_in_the_letter_case_asked_for(EnumCase enumCase, string expected)
    {
        var task = await TaskAsync(behaviour => behaviour.EnumCase = enumCase);

        var run = task["run_configuration"]!;
        Assert.Equal(expected, string.Join(' ',
            task["type"], run["experiment_type"], run["input_variable_format"], run["messages"]![0]!["role"], run["messages"]![1]!["role"],
            run["messages"]![1]!["tool_calls"]![0]!["type"], run["invocation_parameters"]!["response_format"]!["type"]));
        Assert.Equal("Exact", (string?)run["provider_parameters"]!["mode"]);
        Assert.Equal("USER", (string?)run["messages"]![0]!["content"]);
        Assert.Equal("function", (string?)run["tool_config"]!["tools"]![0]!["type"]);
    }

    [Fact]
    public async Task Evaluators_are_written_in_the_letter_case_asked_for_too()
    {
        var id = _world.AddCodeEvaluator(_world.AddSpace("s"), "Length");
        await using var server = await ArizeServer.StartAsync(_world);
        server.Behaviour.EnumCase = EnumCase.Lower;
        using var caller = new Caller(server);

        var evaluator = await caller.GetAsync($"v2/evaluators/{id}");

        var version = evaluator["version"]!;
        Assert.Equal("code code custom span", string.Join(' ',
            evaluator["type"], version["type"], version["code_config"]!["type"], version["code_config"]!["data_granularity"]));
    }

    [Fact]
    public async Task Without_options_a_task_has_every_member_in_the_order_of_the_API()
    {
        var task = await TaskAsync(_ => { });

        Assert.Equal(
            [
                "id", "name", "type", "project_id", "dataset_id", "sampling_rate", "is_continuous", "query_filter", "evaluators",
                "experiment_ids", "run_configuration", "last_run_at", "created_at", "updated_at", "created_by_user_id",
            ],
            task.Select(member => member.Key));
        Assert.Equal(
            ["evaluator_id", "evaluator_name", "evaluator_version_id", "query_filter", "column_mappings"],
            task["evaluators"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task An_old_server_leaves_newer_members_out()
    {
        var space = _world.AddSpace("s");
        var plain = _world.AddTask(space, """
            {
              "query_filters": { "filters": [] },
              "evaluators": [{ "evaluator_id": "e", "evaluator_version_id": "v", "query_mappings": [] }]
            }
            """);
        await using var server = await ArizeServer.StartAsync(_world);
        server.Behaviour.OldShape = true;
        using var caller = new Caller(server);

        var task = await caller.GetAsync($"v2/tasks/{plain}");

        Assert.False(task.ContainsKey("query_filters"));
        Assert.False(task.ContainsKey("run_configuration"));
        Assert.Equal(["evaluator_id", "evaluator_name", "query_filter"], task["evaluators"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Nulls_may_be_left_out_at_every_depth()
    {
        var task = await TaskAsync(behaviour => behaviour.LeaveOutNulls = true);

        Assert.DoesNotContain("null", task.ToJsonString());
        Assert.False(task.ContainsKey("project_id"));
        Assert.False(task["run_configuration"]!.AsObject().ContainsKey("prompt_version_id"));
        Assert.Equal("Everything", (string?)task["name"]);
    }

    [Fact]
    public async Task Evaluators_may_come_in_reverse_order()
    {
        var task = await TaskAsync(behaviour => behaviour.ReverseEvaluators = true);

        Assert.Equal(["second", "first"], task["evaluators"]!.AsArray().Select(evaluator => (string?)evaluator!["evaluator_id"]));
    }

    [Fact]
    public async Task Whole_numbers_may_be_written_with_a_fraction()
    {
        var id = _world.AddTask(_world.AddSpace("s"), Everything);
        await using var server = await ArizeServer.StartAsync(_world);
        server.Behaviour.NumbersAsFloats = true;
        using var caller = new Caller(server);

        var text = await caller.Http.GetStringAsync($"v2/tasks/{id}");

        Assert.Contains("\"sampling_rate\":1.0,", text);
        Assert.Contains("\"temperature\":0.5,\"max_tokens\":256.0,", text);
        Assert.Contains("\"seed\":-7.0,", text);
        Assert.Contains("\"id\":\"1\"", text);
    }

    [Fact]
    public async Task Unknown_members_are_added_to_objects_but_not_to_the_user_s_own_maps()
    {
        const string extra = "zz_a_member_of_tomorrow";
        var task = await TaskAsync(behaviour => behaviour.ExtraMembers = true);

        var run = task["run_configuration"]!;
        var evaluator = task["evaluators"]![0]!;
        var call = run["messages"]![1]!["tool_calls"]![0]!;
        JsonNode?[] objects = [task, evaluator, run, run["messages"]![0], call, call["function"]];
        Assert.All(objects, each => Assert.NotNull(each![extra]));
        JsonNode?[] maps = [evaluator["column_mappings"], run["invocation_parameters"], run["provider_parameters"], run["tool_config"]];
        Assert.All(maps, each => Assert.Null(each![extra]));
    }

    [Fact]
    public async Task Unknown_members_come_around_a_list_too()
    {
        _world.AddSpace("s");
        await using var server = await ArizeServer.StartAsync(_world);
        server.Behaviour.ExtraMembers = true;
        using var caller = new Caller(server);

        var page = await caller.GetAsync("v2/spaces");

        Assert.Equal(["spaces", "pagination", "zz_a_member_of_tomorrow"], page.Select(member => member.Key));
        Assert.Equal(2, page["pagination"]!.AsObject().Count);
        Assert.NotNull(page["spaces"]![0]!["zz_a_member_of_tomorrow"]);
    }

    [Fact]
    public async Task Shapes_do_not_change_the_world()
    {
        var id = _world.AddTask(_world.AddSpace("s"), Everything);
        var before = _world.Copy(id).ToJsonString();
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        var plain = (await caller.GetAsync($"v2/tasks/{id}")).ToJsonString();

        SetAll(true);
        Assert.NotEqual(plain, (await caller.GetAsync($"v2/tasks/{id}")).ToJsonString());
        SetAll(false);

        Assert.Equal(plain, (await caller.GetAsync($"v2/tasks/{id}")).ToJsonString());
        Assert.Equal(before, _world.Copy(id).ToJsonString());

        void SetAll(bool on)
        {
            server.Behaviour.OldShape = on;
            server.Behaviour.LeaveOutNulls = on;
            server.Behaviour.ReverseEvaluators = on;
            server.Behaviour.NumbersAsFloats = on;
            server.Behaviour.ExtraMembers = on;
        }
    }

    private async Task<JsonObject> TaskAsync(Action<Behaviour> set)
    {
        var id = _world.AddTask(_world.AddSpace("s"), Everything);
        await using var server = await ArizeServer.StartAsync(_world);
        set(server.Behaviour);
        using var caller = new Caller(server);
        return await caller.GetAsync($"v2/tasks/{id}");
    }
}
