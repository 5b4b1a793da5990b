using System.Text;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

public sealed class ArizeWorldTests
{
    private readonly ArizeWorld _world = new();

    [Fact]
    public void IDs_are_those_of_Arize()
    {
        Assert.Equal(PublicExample.TaskId, Ids.Make(Ids.Task, 45, "qRwX"));
        Assert.Equal(PublicExample.ProjectId, Ids.Make(Ids.Project, 123, "aBcD"));
        Assert.Matches("^Space:7:[A-Za-z0-9]{4}$", Encoding.UTF8.GetString(Convert.FromBase64String(Ids.Make(Ids.Space, 7))));
    }

    [Fact]
    public void The_same_calls_make_the_same_IDs_and_no_ID_twice()
    {
        Assert.Equal(Fill(new ArizeWorld()), Fill(_world));
        Assert.Distinct(Fill(_world).Concat(Fill(_world)));

        static List<string> Fill(ArizeWorld world)
        {
            var space = world.AddSpace("s");
            var dataset = world.AddDataset(space, "d");
            var evaluator = world.AddTemplateEvaluator(space, "t");
            return
            [
                space, dataset, evaluator, world.LatestVersionOf(evaluator), world.AddProject(space, "p"),
                world.AddExperiment(space, dataset, "e"), world.AddCodeEvaluator(space, "c"), world.AddEvaluator(space, "h", "HARNESS"),
                world.AddAiIntegration(space, "i"), world.AddAgentIntegration(space, "a"), .. world.AddTasks(space, 3),
            ];
        }
    }

    [Fact]
    public void A_task_is_completed_and_the_given_object_stays_as_it_was()
    {
        var space = _world.AddSpace("s");
        var evaluator = _world.AddTemplateEvaluator(space, "Tone");
        var given = new JsonObject { ["name"] = "n", ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = evaluator }) };
        var before = given.ToJsonString();

        var task = _world.Copy(_world.AddTask(space, given));

        Assert.Equal("Tone", (string?)task["evaluators"]![0]!["evaluator_name"]);
        Assert.True(task.ContainsKey("last_run_at"));
        Assert.Equal(before, given.ToJsonString());
    }

    [Fact]
    public void A_task_keeps_the_ID_that_it_was_given()
    {
        Assert.Equal("mine", _world.AddTask(_world.AddSpace("s"), """{ "id": "mine" }"""));
    }

    [Fact]
    public async Task A_task_as_it_is_may_be_as_broken_as_a_test_wants()
    {
        var space = _world.AddSpace("s");
        Assert.Equal("", _world.AddTaskAsItIs(space, new JsonObject { ["name"] = 5 }));
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        var page = await caller.GetAsync("v2/tasks");

        Assert.Equal("""[{"name":5}]""", page["tasks"]!.ToJsonString());
        Assert.Empty(await caller.NamesAsync("v2/tasks?name=5"));
    }

    [Fact]
    public void An_unknown_space_and_an_ID_given_twice_are_mistakes_of_the_test()
    {
        var space = _world.AddSpace("s");
        _world.AddExampleTask(space);

        Assert.Throws<ArgumentException>(() => _world.AddProject("nowhere", "p"));
        Assert.Throws<ArgumentException>(() => _world.AddTask(space, PublicExample.Task()));
        Assert.Throws<ArgumentException>(() => _world.Change("nothing", _ => { }));
    }
}
