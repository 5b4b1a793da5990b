using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

public sealed class ArizeServerTests
{
    private readonly ArizeWorld _world = new();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Any_verb_but_GET_is_405_and_a_violation(string verb)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        using var response = await caller.Http.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "v2/tasks"));

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        Assert.Equal([$"{verb} /v2/tasks: only GET is allowed"], server.Violations);
    }

    [Fact]
    public async Task A_verb_but_GET_is_a_violation_even_under_a_fault()
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        server.Faults.Enqueue(Fault.Status(500));

        using var response = await caller.Http.DeleteAsync("v2/tasks/x");

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Single(server.Violations);
    }

    [Theory]
    [InlineData("v2/tasks?page=2", "unknown query parameter 'page'")]
    [InlineData("v2/tasks?Limit=2", "unknown query parameter 'Limit'")]
    [InlineData("v2/spaces?space_id=x", "unknown query parameter 'space_id'")]
    [InlineData("v2/experiments?space_name=x", "unknown query parameter 'space_name'")]
    [InlineData("v2/tasks/x?name=y", "unknown query parameter 'name'")]
    [InlineData("v2/tasks?limit=1&limit=2", "query parameter 'limit' came more than once")]
    public async Task A_parameter_that_the_operation_does_not_have_is_400_and_a_violation(string path, string expected)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        Assert.Equal(expected, await caller.ProblemAsync(path, 400));
        Assert.Equal($"GET /{path.Split('?')[0]}: {expected}", Assert.Single(server.Violations));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic " + ArizeServer.DefaultKey)]
    [InlineData(ArizeServer.DefaultKey)]
    public async Task Without_the_right_bearer_key_it_is_401_and_the_problem_repeats_nothing(string? authorization)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);
        caller.Http.DefaultRequestHeaders.Remove("Authorization");
        if (authorization is not null)
            caller.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var response = await caller.Http.GetAsync("v2/tasks");

        Assert.DoesNotContain(authorization ?? ArizeServer.DefaultKey, await Caller.DetailAsync(response, 401));
        Assert.Equal(new AuthenticationHeaderValue("Bearer"), Assert.Single(response.Headers.WwwAuthenticate));
        Assert.Equal(authorization is not null, Assert.Single(server.Requests).HasAuthorization);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_hostile_server_repeats_the_key_in_every_problem()
    {
        await using var server = await ArizeServer.StartAsync(_world, "right");
        server.Behaviour.EchoKeyInProblems = true;
        using var right = new Caller(server);
        using var wrong = new Caller(server, "my-secret");
        server.Faults.Enqueue(Fault.Status(503), where: path => path == "/v2/spaces");

        Assert.Contains("my-secret", await wrong.ProblemAsync("v2/tasks", 401));
        Assert.Contains("right", await right.ProblemAsync("v2/tasks/none", 404));
        Assert.Contains("right", await right.ProblemAsync("v2/spaces", 503));
    }

    [Fact]
    public async Task Requests_are_remembered_with_decoded_query_and_status()
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        await caller.GetAsync("v2/tasks?name=caf%C3%A9%20%26%20bar&limit=7");
        await caller.ProblemAsync("v2/tasks/a%2Fb%3D", 404);

        Assert.Collection(
            server.Requests,
            first =>
            {
                Assert.Equal(("GET", "/v2/tasks", 200), (first.Method, first.Path, first.Status));
                Assert.Equal(new Dictionary<string, string> { ["name"] = "café & bar", ["limit"] = "7" }, first.Query);
                Assert.Equal($"Bearer {server.ApiKey}", first.Headers["authorization"]);
            },
            second => Assert.Equal(("/v2/tasks/a/b=", 404), (second.Path, second.Status)));
        Assert.Equal(1, server.MostAtOnce);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v2")]
    [InlineData("v2/")]
    [InlineData("v2/task")]
    [InlineData("v2/tasks/")]
    [InlineData("v1/tasks")]
    [InlineData("v2/v2/tasks")]
    [InlineData("v2/projects/x")]
    public async Task Any_other_path_is_404(string path)
    {
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        await caller.ProblemAsync(path, 404);
    }

    [Fact]
    public async Task The_public_example_comes_back_to_the_letter_from_an_old_server()
    {
        _world.AddExampleTask(_world.AddSpace("production"));
        await using var server = await ArizeServer.StartAsync(_world);
        server.Behaviour.EnumCase = EnumCase.Lower;
        using var caller = new Caller(server);

        var task = await caller.GetAsync($"v2/tasks/{PublicExample.TaskId}");
        var listed = await caller.GetAsync("v2/tasks");

        Assert.Equal(PublicExample.Task().ToJsonString(), task.ToJsonString());
        Assert.Equal(task.ToJsonString(), Assert.Single(listed["tasks"]!.AsArray())!.ToJsonString());
        Assert.Equal(["support-bot"], await caller.NamesAsync("v2/projects?name=bot"));
        var evaluator = await caller.GetAsync($"v2/evaluators/{PublicExample.EvaluatorId}");
        Assert.Equal("Hallucination Eval", evaluator["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_in_any_script_come_as_UTF8()
    {
        var id = _world.AddTask(_world.AddSpace("s"), new JsonObject { ["name"] = "評価 ☂ 😀 \"q\"" });
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        var text = await caller.Http.GetStringAsync($"v2/tasks/{id}");

        Assert.Contains("評価 ☂", text);
        Assert.Equal("評価 ☂ 😀 \"q\"", JsonNode.Parse(text)!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_evaluator_answers_with_the_latest_version_or_the_one_asked_for()
    {
        var space = _world.AddSpace("s");
        var evaluator = _world.AddTemplateEvaluator(space, "Tone", "Judge {output}");
        var first = _world.LatestVersionOf(evaluator);
        var second = _world.AddEvaluatorVersion(evaluator, new JsonObject
        {
            ["template_config"] = new JsonObject { ["template"] = "Judge {answer}" },
        });
        var foreign = _world.LatestVersionOf(_world.AddCodeEvaluator(space, "Length", ["output", "limit"]));
        await using var server = await ArizeServer.StartAsync(_world);
        using var caller = new Caller(server);

        var latest = await caller.GetAsync($"v2/evaluators/{evaluator}");
        var pinned = await caller.GetAsync($"v2/evaluators/{evaluator}?version_id={Uri.EscapeDataString(first)}");

        Assert.Equal(second, latest["version"]!["id"]!.GetValue<string>());
        Assert.Equal("Judge {answer}", latest["version"]!["template_config"]!["template"]!.GetValue<string>());
        Assert.Equal("Judge {output}", pinned["version"]!["template_config"]!["template"]!.GetValue<string>());
        await caller.ProblemAsync($"v2/evaluators/{evaluator}?version_id={Uri.EscapeDataString(foreign)}", 404);
        await caller.ProblemAsync("v2/evaluators/none", 404);
        Assert.All((await caller.GetAsync("v2/evaluators"))["evaluators"]!.AsArray(), listed => Assert.Null(listed!["version"]));
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        await using var one = await ArizeServer.StartAsync(new ArizeWorld(), "one");
        await using var two = await ArizeServer.StartAsync(new ArizeWorld(), "two");
        using var caller = new Caller(one, "two");

        await caller.ProblemAsync("v2/tasks", 401);

        Assert.NotEqual(one.BaseUrl, two.BaseUrl);
        Assert.Empty(two.Requests);
    }

    [Fact]
    public async Task Nothing_answers_on_a_closed_port()
    {
        using var port = new ClosedPort();
        using var http = new HttpClient();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(port.Url));

        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.True(port.Url.IsLoopback);
    }
}
