using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class RequestCountTests : ServerTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("production")]
    [InlineData("a-space-that-does-not-exist")]
    public async Task A_task_that_is_declared_by_ID_alone_takes_one_request(string? space)
    {
        var ids = World.AddTasks(World.AddSpace("production"), 300);

        var answer = await FindOneAsync(Declared.ById(space, ids[217]));

        Assert.Equal("Task 218", answer.Found().Node["name"].TextOf());
        Assert.Equal([$"tasks/{ids[217]}"], Paths);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_tasks_of_one_space_take_twelve_requests_at_most(bool byName)
    {
        var space = World.AddSpace("production");
        World.AddTasks(World.AddSpace("another"), 500);
        var ids = World.AddTasks(space, 1000);

        var answers = await FindAsync(byName
            ? Declared.ByName("production", Enumerable.Range(1, 1000).Select(number => $"Task {number}"))
            : Declared.ById("production", ids));

        Assert.Equal(ids, answers.Select(answer => answer.FoundId()));
        Assert.InRange(Server.Requests.Count, 1, 12);
        Assert.Equal(["spaces", .. Enumerable.Repeat("tasks", 10)], Paths);
        Assert.All(Server.Requests, request => Assert.Equal("100", request.Query["limit"]));
    }

    [Fact]
    public async Task Tasks_by_name_and_by_ID_share_the_list_of_their_space()
    {
        var ids = World.AddTasks(World.AddSpace("production"), 150);

        var answers = await FindAsync($"space: production\ntasks: [{{ id: {ids[0]} }}, {{ name: Task 150 }}, {{ id: {ids[120]}, name: Another name }}]");

        Assert.Equal([ids[0], ids[149], ids[120]], answers.Select(answer => answer.FoundId()));
        Assert.Equal(["spaces", "tasks", "tasks"], Paths);
    }

    [Fact]
    public async Task Reading_stops_as_soon_as_every_ID_is_found()
    {
        var ids = World.AddTasks(World.AddSpace("production"), 1000);

        var answers = await FindAsync(Declared.ById("production", ids.Take(90)));

        Assert.Equal(ids.Take(90), answers.Select(answer => answer.FoundId()));
        Assert.Equal(["spaces", "tasks"], Paths);
    }

    [Fact]
    public async Task In_a_big_space_the_few_IDs_that_are_left_are_asked_for_one_by_one()
    {
        var ids = World.AddTasks(World.AddSpace("big"), 3000);

        var answers = await FindAsync(Declared.ById("big", ids[0], ids[2990], ids[2991]));

        Assert.Equal([ids[0], ids[2990], ids[2991]], answers.Select(answer => answer.FoundId()));
        Assert.Equal(["spaces", "tasks", "tasks"], Paths.Take(3));
        Assert.Equal([$"tasks/{ids[2990]}", $"tasks/{ids[2991]}"], Paths.Skip(3).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_name_takes_the_space_and_a_filtered_list()
    {
        var ids = World.AddTasks(World.AddSpace("production"), 1000);

        var answer = await FindOneAsync(Declared.ByName("production", "Task 999"));

        Assert.Equal(ids[998], answer.FoundId());
        Assert.Equal(["spaces", "tasks"], Paths);
        Assert.Equal("Task 999", Server.Requests[1].Query["name"]);
    }

    [Fact]
    public async Task Tasks_of_two_spaces_are_looked_for_space_by_space()
    {
        var (first, second) = (World.AddSpace("first"), World.AddSpace("second"));
        World.AddTasks(first, 200);
        World.AddTasks(second, 200, number => new JsonObject { ["name"] = $"Task {number}", ["sampling_rate"] = 0.5 });

        var answers = await FindAsync("""
            space: first
            tasks:
              - { name: Task 1 }
              - { name: Task 200, space: second }
              - { name: Task 2 }
              - { name: Task 3, space: second }
            """);

        Assert.Equal([null, "0.5", null, "0.5"], answers.Select(answer => answer.Found().Node["sampling_rate"].TextOf()));
        Assert.Equal(6, Server.Requests.Count);
    }

    [Fact]
    public async Task Without_a_space_all_that_the_key_can_see_is_read()
    {
        World.AddTasks(World.AddSpace("first"), 150);
        var other = World.AddTask(World.AddSpace("second"), """{ "name": "Elsewhere" }""");

        var answers = await FindAsync(Declared.ByName(null, "Elsewhere", "Task 3"));

        Assert.Equal(other, answers[0].FoundId());
        Assert.Equal(["tasks", "tasks"], Paths);
        Assert.All(Server.Requests, request => Assert.DoesNotContain("space_id", request.Query.Keys));
    }

    [Fact]
    public async Task A_space_that_is_given_as_ID_needs_no_request_of_its_own()
    {
        var space = World.AddSpace("production");
        World.AddTasks(World.AddSpace("other"), 3);
        World.AddTasks(space, 3);

        var answers = await FindAsync(Declared.ByName(space, "Task 1", "Task 2"));

        Assert.All(answers, answer => Assert.IsType<LiveAnswer.Found>(answer));
        Assert.Equal(["tasks"], Paths);
        Assert.Equal(space, Server.Requests[0].Query["space_id"]);
    }

    [Fact]
    public async Task A_space_from_the_command_line_goes_over_that_of_the_file()
    {
        World.AddTasks(World.AddSpace("staging"), 3);
        World.AddSpace("production");

        var answers = await FindAsync(Declared.ByName("production", "Task 1", "Task 2"), spaces: new SpaceSettings(Given: "staging"));

        Assert.All(answers, answer => Assert.IsType<LiveAnswer.Found>(answer));
        Assert.Equal("staging", Server.Requests[0].Query["name"]);
    }

    [Fact]
    public async Task What_cannot_be_looked_for_takes_no_request()
    {
        var answers = await FindAsync("""
            - { type: code_evaluation }
            - { name: "${NOT_SET}" }
            - { name: Known, space: "${NOT_SET}" }
            - { id: "${NOT_SET}", name: Known }
            """);

        Assert.IsType<LiveAnswer.Broken>(answers[0]);
        Assert.All(answers.Skip(1), answer => Assert.False(answer.Cause().IsShared));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_at_once_than_allowed()
    {
        var space = World.AddSpace("big");
        var ids = World.AddTasks(space, 900);
        using var until = new CancellationTokenSource();
        Server.Faults.Always(Fault.Delay(until.Token), where: path => path.StartsWith("/v2/tasks/", StringComparison.Ordinal));

        // Eight pages do not have the eight IDs at the end: they are asked for one by one, and held there.
        var search = FindAsync(Declared.ById(space, ids.TakeLast(8)), Connect(new() { Concurrency = 3 }));
        await Server.WhenArrivedAsync(8 + 3).WaitAsync(Patience);
        Assert.Equal(8 + 3, Server.Requests.Count);
        await until.CancelAsync();

        Assert.Equal(ids.TakeLast(8), (await search.WaitAsync(Patience)).Select(answer => answer.FoundId()));
        Assert.Equal(3, Server.MostAtOnce);
    }
}
