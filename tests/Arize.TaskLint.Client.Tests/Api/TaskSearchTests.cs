using System.Text.Json.Nodes;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class TaskSearchTests : ServerTest
{
    [Theory]
    [InlineData("Toxicity")]
    [InlineData("toxicity")]
    [InlineData("Weekly Toxicity")]
    [InlineData("Toxicity ")]
    [InlineData("50% & more? #1 +é/☂")]
    public async Task Only_the_exact_name_counts_with_letter_case(string name)
    {
        var space = World.AddSpace("production");
        var ids = new Dictionary<string, string>();
        foreach (var other in new[] { "Toxicity", "toxicity", "TOXICITY", "Weekly Toxicity", "Toxicity ", "50% & more? #1 +é/☂" })
            ids.Add(other, World.AddTask(space, new JsonObject { ["name"] = other }));

        var alone = await FindOneAsync(Declared.ByName("production", name));
        var amongOthers = await FindAsync(Declared.ByName("production", name, "Weekly Toxicity"));

        Assert.Equal(ids[name], alone.FoundId());
        Assert.Equal(ids[name], amongOthers[0].FoundId());
    }

    [Fact]
    public async Task A_name_that_several_tasks_have_lists_their_IDs()
    {
        var space = World.AddSpace("production");
        var ids = World.AddTasks(space, 2, _ => new JsonObject { ["name"] = "Twice" });
        World.AddTask(space, """{ "name": "Once" }""");

        var answers = await FindAsync(Declared.ByName("production", "Twice", "Once"));

        Assert.Equal(ids, Assert.IsType<LiveAnswer.Ambiguous>(answers[0]).Ids);
        Assert.IsType<LiveAnswer.Found>(answers[1]);
        Assert.Equal(ids, Assert.IsType<LiveAnswer.Ambiguous>(await FindOneAsync(Declared.ByName("production", "Twice"))).Ids);
    }

    [Fact]
    public async Task Without_a_space_the_same_name_in_two_spaces_fits_several()
    {
        var ids = new[] { "first", "second" }.Select(name => World.AddTask(World.AddSpace(name), """{ "name": "Same" }""")).ToList();

        var answer = await FindOneAsync(Declared.ByName(null, "Same"));

        Assert.Equal(ids, Assert.IsType<LiveAnswer.Ambiguous>(answer).Ids);
    }

    [Theory]
    [InlineData("Weekly Toxicty")]
    [InlineData("weekly toxicity")]
    public async Task A_name_that_is_not_there_names_the_nearest(string name)
    {
        World.AddTasks(World.AddSpace("production"), 3, number => new JsonObject { ["name"] = number == 2 ? "Weekly Toxicity" : $"Task {number}" });

        var alone = Assert.IsType<LiveAnswer.Missing>(await FindOneAsync(Declared.ByName("production", name)));
        var amongOthers = Assert.IsType<LiveAnswer.Missing>((await FindAsync(Declared.ByName("production", name, "Task 1")))[0]);

        Assert.Equal(("in space production", "Weekly Toxicity", false), (alone.Where, alone.Nearest, alone.IsSaved));
        Assert.Equal(alone, amongOthers);
    }

    [Fact]
    public async Task A_name_that_nothing_is_near_to_names_nothing_and_without_a_space_the_host()
    {
        World.AddTasks(World.AddSpace("production"), 3);

        var missing = Assert.IsType<LiveAnswer.Missing>(await FindOneAsync(Declared.ByName(null, "Something else")));

        Assert.Equal(($"at {Server.BaseUrl.Authority}", null), (missing.Where, missing.Nearest));
    }

    [Fact]
    public async Task Advice_that_cannot_be_had_changes_nothing()
    {
        World.AddTasks(World.AddSpace("production"), 3);
        var tasks = 0;
        Server.Faults.Always(Fault.Status(500), where: path => path == "/v2/tasks" && Interlocked.Increment(ref tasks) > 1);

        Assert.Null(Assert.IsType<LiveAnswer.Missing>(await FindOneAsync(Declared.ByName("production", "Taks 1"))).Nearest);
    }

    [Fact]
    public async Task A_name_that_is_longer_than_the_API_looks_for_is_found_all_the_same()
    {
        var name = new string('n', 300);
        var id = World.AddTask(World.AddSpace(name), new JsonObject { ["name"] = name });

        Assert.Equal(id, (await FindOneAsync(Declared.ByName(name, name))).FoundId());
    }

    [Fact]
    public async Task A_task_that_was_renamed_is_found_by_its_ID()
    {
        var space = World.AddSpace("production");
        var id = World.AddTask(space, """{ "name": "New name" }""");
        World.AddTask(space, """{ "name": "Old name" }""");

        Assert.Equal(id, (await FindOneAsync($"[{{ id: {id}, name: Old name, space: production }}]")).FoundId());
    }

    [Fact]
    public async Task An_ID_finds_its_task_in_whichever_space_it_is()
    {
        World.AddTasks(World.AddSpace("production"), 3);
        var elsewhere = World.AddTasks(World.AddSpace("staging"), 3);

        var answers = await FindAsync(Declared.ById("production", elsewhere));
        var withName = await FindAsync($"space: production\ntasks: [{{ name: Task 1 }}, {{ id: {elsewhere[0]} }}]");

        Assert.Equal(elsewhere, answers.Select(answer => answer.FoundId()));
        Assert.Equal(elsewhere[0], withName[1].FoundId());
    }

    [Fact]
    public async Task A_task_of_another_space_does_not_make_a_name_fit_several()
    {
        var here = World.AddTasks(World.AddSpace("production"), 3);
        var elsewhere = World.AddTasks(World.AddSpace("staging"), 3);

        var answers = await FindAsync($"space: production\ntasks: [{{ name: Task 1 }}, {{ id: {elsewhere[0]} }}, {{ name: Task 2 }}]");

        Assert.Equal([here[0], elsewhere[0], here[1]], answers.Select(answer => answer.FoundId()));
    }

    [Fact]
    public async Task Many_IDs_that_are_not_in_their_space_are_asked_for_all_the_same()
    {
        World.AddTasks(World.AddSpace("production"), 3);
        var elsewhere = World.AddTasks(World.AddSpace("staging"), 200);

        var answers = await FindAsync(Declared.ById("production", elsewhere));

        Assert.Equal(elsewhere, answers.Select(answer => answer.FoundId()));
    }

    [Fact]
    public async Task An_ID_that_does_not_exist_is_missing()
    {
        var space = World.AddSpace("production");
        var ids = World.AddTasks(space, 2);
        World.Remove(ids[1]);

        Assert.IsType<LiveAnswer.Missing>(await FindOneAsync(Declared.ById("production", ids[1])));
        var answers = await FindAsync(Declared.ById("production", ids));
        Assert.Equal(ids[0], answers[0].FoundId());
        Assert.IsType<LiveAnswer.Missing>(answers[1]);
        Assert.IsType<LiveAnswer.Missing>(await FindOneAsync(Declared.ById("production", "an/ID ? & # that is none")));
    }

    [Fact]
    public async Task A_space_is_found_by_its_exact_name_with_letter_case()
    {
        World.AddTasks(World.AddSpace("Production EU"), 2);
        World.AddTasks(World.AddSpace("production"), 2);
        var id = World.AddTask(World.AddSpace("Production"), """{ "name": "Mine" }""");

        Assert.Equal(id, (await FindOneAsync(Declared.ByName("Production", "Mine"))).FoundId());
    }

    [Fact]
    public async Task A_space_whose_name_several_have_lists_their_IDs()
    {
        var ids = new[] { World.AddSpace("production"), World.AddSpace("production") };

        var answers = await FindAsync(Declared.ByName("production", "Task 1", "Task 2"));

        var cause = answers[0].Cause();
        Assert.Same(cause, answers[1].Cause());
        Assert.True(cause.IsShared);
        Assert.Equal($"2 spaces are named 'production'; give one of their IDs as the space: {ids[0]}, {ids[1]}", cause.Reason);
    }

    [Theory]
    [InlineData("prodution", "; did you mean 'production'")]
    [InlineData("Production", "; did you mean 'production'")]
    [InlineData("something else", "")]
    public async Task A_space_that_is_not_there_is_said_once_with_the_nearest(string name, string advice)
    {
        for (var i = 0; i < 150; i++)
            World.AddSpace(i == 30 ? "production" : $"team {i}");

        var answers = await FindAsync(Declared.ByName(name, "Task 1", "Task 2"));

        Assert.Same(answers[0].Cause(), answers[1].Cause());
        Assert.Equal($"this key sees no space '{name}' at {Server.BaseUrl.Authority}; check the space, the key and the region{advice}", answers[0].Cause().Reason);
        Assert.Equal(["spaces", "spaces"], Paths);
    }

    [Fact]
    public async Task A_near_space_beyond_the_first_page_is_named_where_the_filter_finds_it()
    {
        for (var i = 0; i < 150; i++)
            World.AddSpace(i == 140 ? "production" : $"team {i}");

        Assert.EndsWith("; did you mean 'production'", (await FindOneAsync(Declared.ByName("Production", "Task 1"))).Cause().Reason);
    }

    [Fact]
    public async Task A_key_that_sees_no_space_at_all_is_told_so()
    {
        Assert.EndsWith("; it sees no space at all", (await FindOneAsync(Declared.ByName("production", "Task 1"))).Cause().Reason);
    }

    [Fact]
    public async Task A_space_ID_that_the_key_cannot_see_is_said_once()
    {
        var space = Ids.Make(Ids.Space, 77);

        var answers = await FindAsync(Declared.ByName(space, "Task 1", "Task 2"));

        Assert.Same(answers[0].Cause(), answers[1].Cause());
        Assert.Equal($"this key sees no space '{space}' at {Server.BaseUrl.Authority}; check the space, the key and the region", answers[0].Cause().Reason);
        Assert.Equal([404], Server.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task What_goes_wrong_in_one_space_leaves_the_others_alone()
    {
        World.AddTasks(World.AddSpace("production"), 3);

        var answers = await FindAsync("[{ name: Task 1, space: production }, { name: Task 1, space: nowhere }, { name: Task 2, space: production }]");

        Assert.IsType<LiveAnswer.Found>(answers[0]);
        Assert.Contains("'nowhere'", answers[1].Cause().Reason);
        Assert.IsType<LiveAnswer.Found>(answers[2]);
    }

    [Fact]
    public async Task Progress_tells_how_many_live_tasks_were_read()
    {
        World.AddTasks(World.AddSpace("production"), 250);
        var progress = new List<int>();

        await new ApiSource(new ArizeApi(Connect()), progress.Add).FindAsync(
            Declared.Read(Declared.ByName("production", "Task 1", "Task 2")), new(), CancellationToken.None);

        Assert.Equal([100, 200, 250], progress.Distinct());
    }
}
