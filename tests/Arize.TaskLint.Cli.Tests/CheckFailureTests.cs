using System.Text.Json;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

public sealed class CheckFailureTests : IAsyncLifetime
{
    private const string ThreeTasks = """
        space: production
        tasks:
          - { name: Task 1, partial: true, type: template_evaluation }
          - { name: Task 2, partial: true, type: template_evaluation }
          - { name: Task 3, partial: true, type: template_evaluation, space: staging }
        """;

    private ServerRun run = null!;

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        run.World.AddTasks(run.World.AddSpace("production"), 3);
        run.World.AddTasks(run.World.AddSpace("staging"), 3);
        run.Tool.File("a.arize.yaml", ThreeTasks);
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task A_key_that_is_refused_is_said_once()
    {
        run.Tool.Variable("ARIZE_API_KEY", "ak-some-other-key");

        await SaidOnceAsync("refuses the key (401 Unauthorized");
    }

    [Fact]
    public async Task A_key_that_may_not_read_tasks_is_said_once()
    {
        run.Server.Faults.Always(Fault.Status(403), where: path => path == "/v2/tasks");

        await SaidOnceAsync("the key may not read this (403 Forbidden");
    }

    [Theory]
    [InlineData(null, "ARIZE_API_KEY is not set")]
    [InlineData("", "ARIZE_API_KEY is empty")]
    [InlineData("ak-0123456789-key-of-the-fake-arize\n", "ARIZE_API_KEY has a line break in it")]
    [InlineData("ak-0123456789 key-of-the-fake-arize", "ARIZE_API_KEY has white space in it")]
    public async Task A_key_that_is_none_is_said_once(string? key, string message)
    {
        if (key is null)
            run.Tool.Unset("ARIZE_API_KEY");
        else
            run.Tool.Variable("ARIZE_API_KEY", key);

        await SaidOnceAsync(message);
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task Connections_that_are_refused_are_said_once_and_within_the_time()
    {
        using var closed = new ClosedPort();
        run.Tool.Variable("ARIZE_BASE_URL", closed.Url.ToString());
        var time = (SkippingTime)run.Tool.Time;
        var start = time.GetUtcNow();

        await SaidOnceAsync($"no connection to {closed.Url.Authority}: Connection refused", "--timeout", "3");

        // Two runs of three seconds.
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_rate_limit_beyond_the_time_is_said_once_and_not_waited_for()
    {
        run.Server.Faults.Always(Fault.RateLimited("900"));

        await SaidOnceAsync("it asks to wait 900 s, and less is left of the 300 s of --timeout");

        Assert.Empty(((SkippingTime)run.Tool.Time).Waits);
    }

    [Theory]
    [InlineData("500", "has a fault (500 Internal Server Error")]
    [InlineData("html", "answered with a web page in place of JSON")]
    [InlineData("not json", "that is not valid JSON")]
    [InlineData("empty", "answered with an empty body")]
    [InlineData("drop", "; given up after 5 tries of GET /v2/spaces")]
    [InlineData("cut", "was cut off")]
    [InlineData("redirect", "which is not followed, since the key would go there too")]
    public async Task Whatever_the_server_does_is_said_once(string fault, string message)
    {
        run.Server.Faults.Always(fault switch
        {
            "html" => Fault.HtmlPage(),
            "not json" => Fault.NotJson(),
            "empty" => Fault.EmptyBody(),
            "drop" => Fault.DropConnection(),
            "cut" => Fault.CutBody(),
            "redirect" => Fault.Redirect("https://elsewhere.example.com/v2/spaces"),
            _ => Fault.Status(500),
        });

        await SaidOnceAsync(message);
    }

    [Fact]
    public async Task A_list_that_does_not_end_or_breaks_off_is_said_once()
    {
        run.Server.Faults.Always(Fault.LoopingCursor(), where: path => path == "/v2/tasks");
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: A, partial: true }, { name: B, partial: true }]");
        await SaidOnceAsync("does not end");

        run.Server.Faults.Always(Fault.Raw(200, "application/json", """{ "tasks": [], "pagination": { "has_more": true } }"""), where: path => path == "/v2/tasks");
        await SaidOnceAsync("broke off its list of tasks");
    }

    [Fact]
    public async Task A_space_that_does_not_exist_is_said_once_and_the_others_are_compared()
    {
        run.Tool.File("a.arize.yaml", ThreeTasks.Replace("space: production", "space: prodction"));

        var (result, json) = await run.CheckAsync();

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(("ATL7004", $"this key sees no space 'prodction' at {run.Server.BaseUrl.Authority}; check the space, the key and the region; did you mean 'production'"),
            Assert.Single(CheckAgainstServerTests.Findings(json)));
        Assert.Equal(["undetermined", "undetermined", "in_sync"], Statuses(json));
    }

    [Fact]
    public async Task What_could_not_be_determined_wins_over_drift()
    {
        run.Server.Faults.Always(Fault.Status(500), where: path => path == "/v2/projects");
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: Task 1, partial: true, sampling_rate: 1 }, { name: Task 2, project: support-bot, partial: true }]");

        var (result, json) = await run.CheckAsync();

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["drifted", "undetermined"], Statuses(json));
    }

    [Theory]
    [InlineData("ARIZE_REGION", "--api-url", "https://a.example.com", "--region", "eu-west-1a")]
    [InlineData("ARIZE_REGION", "--api-url", "http://a.example.com")]
    [InlineData("ARIZE_REGION", "--region", "EUROPE")]
    [InlineData("ARIZE_REGION=eu-west-1a")]
    [InlineData("ARIZE_SSL_CA_CERT=missing.pem")]
    [InlineData("ARIZE_PROXY_URL=proxy:8080")]
    [InlineData("ARIZE_REGION", "--live", "a.json", "--api-url", "https://a.example.com")]
    [InlineData("ARIZE_REGION", "--live", "missing.json")]
    [InlineData("ARIZE_REGION", "--timeout", "0")]
    [InlineData("ARIZE_REGION", "--concurrency", "x")]
    [InlineData("ARIZE_REGION", "missing.arize.yaml")]
    [InlineData("ARIZE_REGION", "--no-such-option")]
    public async Task Settings_that_contradict_each_other_or_cannot_be_used_exit_with_2(string variable, params string[] args)
    {
        if (variable.Split('=') is [var name, var value])
            run.Tool.Variable(name, value);

        var (result, json) = await run.CheckAsync(args);
        var text = await run.Tool.RunAsync(["check", .. args]);

        Assert.Equal((2, 2), (result.ExitCode, text.ExitCode));
        Assert.False(json.GetProperty("complete").GetBoolean());
        Assert.NotEmpty(json.GetProperty("error").GetString()!);
        Assert.StartsWith("tasklint: ", result.Error);
        Assert.Equal("", text.Output);
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task An_interrupted_run_ends_at_once_and_its_JSON_says_that_it_is_none()
    {
        run.Server.Faults.Always(Fault.Never());
        using var stop = new CancellationTokenSource();
        run.Tool.Cancellation = stop.Token;

        var check = run.CheckAsync();
        await run.Server.WhenArrivedAsync(1).WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        var (result, json) = await check.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((130, "tasklint: interrupted\n"), (result.ExitCode, result.Error));
        Assert.Equal("interrupted", json.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_report_in_a_file_is_that_of_this_run_whatever_happens(int code)
    {
        await run.Tool.RunAsync("lint", "--format", "json", "--output", "drift.json", "a.arize.yaml");
        if (code == 3)
            run.Tool.Variable("ARIZE_API_KEY", "ak-some-other-key");

        var result = await run.Tool.RunAsync(["check", "--format", "json", "--output", "drift.json", "--format", "text", .. code == 2 ? ["--api-url", "nonsense"] : Array.Empty<string>()]);

        Assert.Equal(code, result.ExitCode);
        Assert.Equal(code == 0, ServerRun.Parse(run.Tool.Read("drift.json")).GetProperty("complete").GetBoolean());
        Assert.DoesNotContain("formatVersion", result.Output);
        Assert.Equal(["a.arize.yaml", "drift.json"], Directory.GetFiles(run.Tool.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_does_not_replace_a_file_that_was_no_report()
    {
        run.Tool.File("notes.json", "what a person wrote");

        var result = await run.Tool.RunAsync("check", "--format", "json", "--output", "notes.json", "--api-url", "nonsense");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("what a person wrote", run.Tool.Read("notes.json"));
        Assert.False(ServerRun.Parse(result.Output).GetProperty("complete").GetBoolean());
    }

    private static IEnumerable<string?> Statuses(JsonElement json) => json.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("status").GetString());

    private async Task SaidOnceAsync(string message, params string[] args)
    {
        var (result, json) = await run.CheckAsync(args);
        var text = await run.Tool.RunAsync(["check", .. args]);

        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.False(json.GetProperty("complete").GetBoolean());
        var (rule, said) = Assert.Single(CheckAgainstServerTests.Findings(json));
        Assert.Equal("ATL7004", rule);
        Assert.Contains(message, said);
        Assert.All(Statuses(json), status => Assert.Equal("undetermined", status));
        Assert.Equal((3, ""), (text.ExitCode, text.Error));
        Assert.Equal(2, text.Output.Split(message).Length);
    }
}
