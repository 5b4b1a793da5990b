using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class ShapeTests : ServerTest
{
    private static readonly string[] Shapes = ["", "lower", "stored", "old", "nulls", "reversed", "floats", "extra", "lower old nulls reversed floats extra"];

    public static TheoryData<string> All => [.. Shapes];

    public static MatrixTheoryData<string, bool> AllBothWays => new(Shapes, [false, true]);

    [Theory]
    [MemberData(nameof(AllBothWays))]
    public async Task A_task_is_the_same_in_whichever_shape_the_server_tells_it(string shape, bool isById)
    {
        var space = World.AddSpace("production");
        var project = World.AddProject(space, "support-bot");
        var evaluators = new[] { "Tone", "Toxicity", "Hallucination" }.Select(name => World.AddTemplateEvaluator(space, name)).ToList();
        var declared = new JsonObject
        {
            ["name"] = "A",
            ["type"] = "template_evaluation",
            ["project_id"] = project,
            ["sampling_rate"] = 1,
            ["is_continuous"] = true,
            ["query_filter"] = null,
            ["evaluators"] = new JsonArray([.. evaluators.Select(id => new JsonObject
            {
                ["evaluator_id"] = id,
                ["column_mappings"] = new JsonObject { ["output"] = "attributes.output.value" },
            })]),
        };
        var id = World.AddTask(space, declared);
        World.AddTask(space, """{ "name": "B" }""");
        Take(shape);
        if (isById)
            declared["id"] = id;

        var (changes, gaps) = Declared.Compare((await SearchAsync(new JsonObject { ["space"] = "production", ["tasks"] = new JsonArray(declared) }.ToJsonString()))[0]);

        Assert.Empty(changes);
        Assert.Empty(gaps);
        Assert.Equal(isById ? [$"tasks/{id}"] : ["spaces", "tasks"], Paths);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Drift_is_drift_in_whichever_shape_the_server_tells_it(string shape)
    {
        var space = World.AddSpace("production");
        World.AddTask(space, """{ "name": "A", "type": "template_evaluation", "project_id": "p", "sampling_rate": 1, "query_filter": null }""");
        Take(shape);

        var (changes, _) = Declared.Compare((await SearchAsync(
            "[{ name: A, space: production, type: code_evaluation, project_id: p, sampling_rate: 0.5, query_filter: name = 'x', partial: true }]"))[0]);

        Assert.Equal(["query_filter", "sampling_rate", "type"], changes.Select(change => change.Path.ToString()).Order(StringComparer.Ordinal));
    }

    private void Take(string shape)
    {
        var words = shape.Split(' ');
        Server.Behaviour.EnumCase = words.Contains("lower") ? EnumCase.Lower : words.Contains("stored") ? EnumCase.AsStored : EnumCase.Upper;
        Server.Behaviour.OldShape = words.Contains("old");
        Server.Behaviour.LeaveOutNulls = words.Contains("nulls");
        Server.Behaviour.ReverseEvaluators = words.Contains("reversed");
        Server.Behaviour.NumbersAsFloats = words.Contains("floats");
        Server.Behaviour.ExtraMembers = words.Contains("extra");
    }
}
