using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

public sealed class ArizeServerListTests
{
    private readonly ArizeWorld _world = new();

    [Theory]
    [InlineData("?limit=100", 10)]
    [InlineData("?limit=1", 1000)]
    [InlineData("", 20)]
    public async Task A_thousand_tasks_come_page_by_page_each_once(string query, int pages)
    {
        var space = _world.AddSpace("big");
        var ids = _world.AddTasks(space, 1000);
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await caller.GetAsync($"v2/tasks{query}" + (cursor is null ? "" : $"{(query == "" ? '?' : '&')}cursor={cursor}"));
            seen.AddRange(page["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<string>()));
            var pagination = page["pagination"]!.AsObject();
            Assert.Equal(pagination["has_more"]!.GetValue<bool>(), pagination.ContainsKey("next_cursor"));
            cursor = pagination["next_cursor"] is { } next ? Uri.EscapeDataString(next.GetValue<string>()) : null;
        }
        while (cursor is not null);

        Assert.Equal(ids, seen);
        Assert.Equal(pages, server.Requests.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task A_limit_that_is_no_number_from_1_to_100_is_400(string limit)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        Assert.Contains("limit", await caller.ProblemAsync($"v2/tasks?limit={Uri.EscapeDataString(limit)}", 400));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_query_only_but_more_than_once()
    {
        var space = _world.AddSpace("s");
        _world.AddTasks(space, 3);
        _world.AddProject(space, "a");
        _world.AddProject(space, "b");
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        var page = await caller.GetAsync("v2/tasks?limit=1&name=task");
        var cursor = Uri.EscapeDataString(page["pagination"]!["next_cursor"]!.GetValue<string>());

        Assert.Equal(["Task 2"], await caller.NamesAsync($"v2/tasks?limit=1&name=task&cursor={cursor}"));
        Assert.Equal(["Task 2"], await caller.NamesAsync($"v2/tasks?name=task&cursor={cursor}&limit=1"));
        await caller.ProblemAsync($"v2/tasks?limit=1&name=tas&cursor={cursor}", 400);
        await caller.ProblemAsync($"v2/tasks?limit=2&name=task&cursor={cursor}", 400);
        await caller.ProblemAsync($"v2/tasks?cursor={cursor}", 400);
        await caller.ProblemAsync($"v2/projects?limit=1&name=task&cursor={cursor}", 400);
        await caller.ProblemAsync("v2/tasks?cursor=made-up", 400);
        await caller.ProblemAsync("v2/tasks?cursor=", 400);
    }

    [Fact]
    public async Task Name_filters_find_parts_in_any_letter_case()
    {
        var production = _world.AddSpace("Production EU");
        var staging = _world.AddSpace("staging");
        _world.AddProject(production, "Support-Bot");
        _world.AddProject(staging, "support-bot-2");
        _world.AddProject(staging, "billing");
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        Assert.Equal(["Support-Bot", "support-bot-2"], await caller.NamesAsync("v2/projects?name=SUPPORT"));
        Assert.Equal(["Support-Bot"], await caller.NamesAsync("v2/projects?space_name=product"));
        Assert.Equal(["billing"], await caller.NamesAsync("v2/projects?name=ill&space_name=STAG"));
        Assert.Equal(["Production EU"], await caller.NamesAsync("v2/spaces?name=eu"));
        Assert.Empty(await caller.NamesAsync("v2/spaces?name=nowhere"));
    }

    [Theory]
    [InlineData("v2/spaces?name=")]
    [InlineData("v2/tasks?name=")]
    [InlineData("v2/tasks?space_name=")]
    public async Task A_name_filter_may_have_255_characters_and_no_more(string path)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        await caller.GetAsync(path + new string('n', 255));
        await caller.ProblemAsync(path + new string('n', 256), 400);
    }

    [Fact]
    public async Task Two_spaces_may_have_the_same_name()
    {
        var ids = new[] { _world.AddSpace("production"), _world.AddSpace("production") };
        _world.AddTask(ids[0], new JsonObject { ["name"] = "first" });
        _world.AddTask(ids[1], new JsonObject { ["name"] = "second" });
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        var spaces = (await caller.GetAsync("v2/spaces?name=production"))["spaces"]!.AsArray();

        Assert.Equal(ids, spaces.Select(space => space!["id"]!.GetValue<string>()));
        Assert.Equal(["second"], await caller.NamesAsync($"v2/tasks?space_id={Uri.EscapeDataString(ids[1])}"));
        Assert.Equal(["first", "second"], await caller.NamesAsync("v2/tasks?space_name=production"));
    }

    [Theory]
    [InlineData("v2/tasks?space_id=")]
    [InlineData("v2/tasks?project_id=")]
    [InlineData("v2/tasks?dataset_id=")]
    [InlineData("v2/projects?space_id=")]
    [InlineData("v2/datasets?space_id=")]
    [InlineData("v2/evaluators?space_id=")]
    [InlineData("v2/experiments?space_id=")]
    [InlineData("v2/experiments?dataset_id=")]
    [InlineData("v2/ai-integrations?space_id=")]
    [InlineData("v2/integrations?space_id=")]
    [InlineData("v2/spaces?org_id=")]
    public async Task A_list_within_something_unknown_is_404(string path)
    {
        _world.AddSpace("s");
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        await caller.ProblemAsync(path + Uri.EscapeDataString(Ids.Make("Space", 7)), 404);
    }

    [Fact]
    public async Task Tasks_are_found_by_project_dataset_and_type()
    {
        var space = _world.AddSpace("s");
        var project = _world.AddProject(space, "p");
        var dataset = _world.AddDataset(space, "d");
        _world.AddTask(space, new JsonObject { ["name"] = "on project", ["project_id"] = project });
        _world.AddTask(space, new JsonObject { ["name"] = "on dataset", ["dataset_id"] = dataset, ["type"] = "CODE_EVALUATION" });
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        Assert.Equal(["on project"], await caller.NamesAsync($"v2/tasks?project_id={Uri.EscapeDataString(project)}"));
        Assert.Equal(["on dataset"], await caller.NamesAsync($"v2/tasks?dataset_id={Uri.EscapeDataString(dataset)}"));
        Assert.Equal(["on dataset"], await caller.NamesAsync("v2/tasks?type=CODE_EVALUATION"));
        Assert.Empty(await caller.NamesAsync("v2/tasks?type=RUN_EXPERIMENT"));
        await caller.ProblemAsync("v2/tasks?type=code_evaluation", 400);
        await caller.ProblemAsync("v2/tasks?type=AGENT", 400);

        server.Behaviour.EnumCase = EnumCase.Lower;
        Assert.Equal(["on dataset"], await caller.NamesAsync("v2/tasks?type=code_evaluation"));
    }

    [Fact]
    public async Task Experiments_are_found_by_dataset_or_by_space_but_not_by_both()
    {
        var space = _world.AddSpace("s");
        var dataset = _world.AddDataset(space, "d");
        _world.AddExperiment(space, dataset, "with");
        _world.AddExperiment(space, null, "without");
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        var (byDataset, bySpace) = ($"dataset_id={Uri.EscapeDataString(dataset)}", $"space_id={Uri.EscapeDataString(space)}");

        Assert.Equal(["with"], await caller.NamesAsync($"v2/experiments?{byDataset}"));
        Assert.Equal(["with", "without"], await caller.NamesAsync($"v2/experiments?{bySpace}"));
        Assert.Equal(["without"], await caller.NamesAsync($"v2/experiments?{bySpace}&name=out"));
        await caller.ProblemAsync($"v2/experiments?{bySpace}&{byDataset}", 400);
    }

    [Fact]
    public async Task Integrations_are_listed_newest_first_and_LLM_ones_in_both_lists()
    {
        var (here, there) = (_world.AddSpace("here"), _world.AddSpace("there"));
        var id = _world.AddAiIntegration(null, "everywhere");
        _world.AddAiIntegration(there, "only there");
        _world.AddAgentIntegration(here, "agent");
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        var bySpace = $"space_id={Uri.EscapeDataString(here)}";

        Assert.Equal(["agent", "only there", "everywhere"], await caller.NamesAsync("v2/integrations"));
        Assert.Equal(["agent", "everywhere"], await caller.NamesAsync($"v2/integrations?{bySpace}"));
        Assert.Equal(["agent"], await caller.NamesAsync("v2/integrations?type=AGENT"));
        Assert.Equal(["only there", "everywhere"], await caller.NamesAsync("v2/integrations?type=LLM"));
        Assert.Equal(["everywhere"], await caller.NamesAsync($"v2/ai-integrations?{bySpace}"));
        await caller.ProblemAsync("v2/integrations?type=WEBHOOK", 400);
        var listed = await caller.GetAsync("v2/ai-integrations?name=every");
        Assert.Equal(id, listed["ai_integrations"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Spaces_are_found_by_organization()
    {
        var organization = Ids.Make(Ids.Organization, 2);
        _world.AddSpace("one");
        _world.AddSpace("two", organization);
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        Assert.Equal(["two"], await caller.NamesAsync($"v2/spaces?org_id={Uri.EscapeDataString(organization)}"));
        Assert.Equal(["one"], await caller.NamesAsync($"v2/spaces?org_id={Uri.EscapeDataString(ArizeWorld.DefaultOrganization)}"));
    }

    [Fact]
    public async Task The_world_may_change_between_requests()
    {
        var space = _world.AddSpace("s");
        var id = _world.AddTask(space, new JsonObject { ["name"] = "before" });
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        await caller.GetAsync($"v2/tasks/{id}");

        _world.Change(id, task => task["name"] = "after");
        Assert.Equal(["after"], await caller.NamesAsync("v2/tasks"));

        _world.Remove(id);
        Assert.Empty(await caller.NamesAsync("v2/tasks"));
        await caller.ProblemAsync($"v2/tasks/{id}", 404);
    }
}
