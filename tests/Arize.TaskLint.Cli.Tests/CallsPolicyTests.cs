using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The policy <c>max_calls_per_day</c> against the runs that the API has.</summary>
public sealed class CallsPolicyTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private ServerRun run = null!;
    private string space = "";
    private string busy = "";
    private string quiet = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        busy = AddTask("Busy", isContinuous: true);
        quiet = AddTask("Quiet", isContinuous: true);
        AddTask("By hand", isContinuous: false);
        AddTask("Exempt", isContinuous: true);
        AddTask("Elsewhere", isContinuous: true);
        run.World.AddTaskRun(busy, Day, Day.AddHours(12), 20_990, errors: 10);
        run.World.AddTaskRun(busy, Day.AddHours(12), Day.AddHours(24), 21_000);
        run.World.AddTaskRun(quiet, Day, Day.AddHours(24), 300);
        // Not declared, so nothing of it is read.
        run.World.AddTaskRun(AddTask("Nobody's", isContinuous: true), Day, Day.AddHours(24), 1_000_000);
        run.Tool.File("a.arize.yaml", """
            space: production
            tasks:
              - { name: Busy, partial: true, type: template_evaluation, is_continuous: true, sampling_rate: 0.5 }
              - { name: Quiet, partial: true, type: template_evaluation, is_continuous: true, sampling_rate: 0.5 }
              - { name: By hand, partial: true, type: template_evaluation, is_continuous: false }
              - { name: Exempt, partial: true, type: template_evaluation, is_continuous: true, sampling_rate: 0.5 }
            """);
        run.Tool.File("tasklint.yaml", "policies:\n  - names: [Busy, Quiet, By hand]\n    max_calls_per_day: 4000\n");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task The_runs_of_the_API_tell_the_calls_with_one_request_for_each_continuous_task_of_the_policy()
    {
        var (result, json) = await run.CheckAsync("--skip", "ATL3xxx");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            ("ATL8005", "about 42,000 judge calls a day at sampling_rate '0.5', by the last 2 runs: "
                + "more than 4000, the most that tasklint.yaml:3 allows"),
            Assert.Single(CheckAgainstServerTests.Findings(json)));
        Assert.True(json.GetProperty("complete").GetBoolean());
        Assert.Equal(Paths(busy, quiet), RunRequests());
        Assert.All(run.Server.Requests.Where(IsForRuns), request => Assert.Equal(new Dictionary<string, string> { ["limit"] = "20" }, request.Query));
    }

    [Fact]
    public async Task Runs_of_a_task_that_samples_nothing_say_nothing_of_another_rate()
    {
        run.World.Change(busy, task => task["sampling_rate"] = 0);

        var (_, json) = await run.CheckAsync("--skip", "ATL3xxx", "--only", "ATL8005");

        Assert.DoesNotContain(CheckAgainstServerTests.Findings(json), finding => finding.Message.Contains("at sampling_rate '0.5'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_runs_are_read_in_lower_case_without_nulls_with_fractions_and_further_members()
    {
        run.Server.Behaviour.EnumCase = EnumCase.Lower;
        run.Server.Behaviour.LeaveOutNulls = true;
        run.Server.Behaviour.NumbersAsFloats = true;
        run.Server.Behaviour.ExtraMembers = true;

        var (_, json) = await run.CheckAsync("--skip", "ATL3xxx");

        Assert.Contains("about 42,000 judge calls a day", Assert.Single(CheckAgainstServerTests.Findings(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_runs_the_newest_20_count_and_those_that_are_under_way_do_not()
    {
        for (var hour = 24; hour < 24 + 19; hour++)
            run.World.AddTaskRun(quiet, Day.AddHours(hour), Day.AddHours(hour + 1), 100);
        run.World.AddTaskRun(quiet, Day.AddHours(43), Day.AddHours(44), 1_000_000, status: "RUNNING");

        var (_, json) = await run.CheckAsync("--skip", "ATL3xxx", "--fail-on", "never");

        // 19 hours of 100 calls: 2,400 a day. With the run before them it would be fewer, and with the last one far more.
        Assert.DoesNotContain(CheckAgainstServerTests.Findings(json), finding => finding.Message.Contains("Quiet", StringComparison.Ordinal));
        run.Tool.File("tasklint.yaml", "policies:\n  - names: [Quiet]\n    max_calls_per_day: 2000\n");
        (_, json) = await run.CheckAsync("--skip", "ATL3xxx");
        Assert.StartsWith(
            "about 2,400 judge calls a day at sampling_rate '0.5', by the last 19 runs",
            Assert.Single(CheckAgainstServerTests.Findings(json)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "the key may not read this (403 Forbidden")]
    [InlineData(404, "404")]
    [InlineData(500, "has a fault (500 Internal Server Error")]
    public async Task Runs_that_cannot_be_read_leave_the_policy_open_and_exit_with_3(int status, string message)
    {
        run.Server.Faults.Always(Fault.Status(status), path => path == $"/v2/tasks/{busy}/runs");

        var (result, json) = await run.CheckAsync("--skip", "ATL3xxx");
        var text = await run.Tool.RunAsync("check", "--skip", "ATL3xxx");

        Assert.Equal((3, 3), (result.ExitCode, text.ExitCode));
        Assert.False(json.GetProperty("complete").GetBoolean());
        var (rule, said) = Assert.Single(CheckAgainstServerTests.Findings(json));
        Assert.Equal("ATL7004", rule);
        Assert.StartsWith("the runs of tasks cannot be read, so max_calls_per_day is not checked: ", said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
        // What is declared is compared all the same.
        Assert.All(json.GetProperty("tasks").EnumerateArray(), task => Assert.Equal("in_sync", task.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("price_per_call: 0.1\n")]
    [InlineData("policies:\n  - max_sampling_rate: 0.9\n")]
    [InlineData("policies:\n  - names: [By hand]\n    max_calls_per_day: 1\n")]
    public async Task Without_a_policy_for_a_continuous_task_no_runs_are_read(string? settings)
    {
        run.Tool.File("tasklint.yaml", settings ?? "");

        var (result, _) = await run.CheckAsync("--skip", "ATL3xxx");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(RunRequests());
    }

    [Theory]
    [InlineData("", "--skip", "ATL8005")]
    [InlineData("", "--only", "ATL7001")]
    [InlineData("rules:\n  ATL8005: none\n")]
    public async Task Where_the_rule_is_off_no_runs_are_read_and_none_can_fail(string settings, params string[] args)
    {
        run.Server.Faults.Always(Fault.Status(403), path => path.EndsWith("/runs", StringComparison.Ordinal));
        run.Tool.File("tasklint.yaml", run.Tool.Read("tasklint.yaml") + settings);

        var (result, json) = await run.CheckAsync(args);

        Assert.DoesNotContain(CheckAgainstServerTests.Findings(json), finding => finding.Rule is "ATL8005" or "ATL7004");
        Assert.NotEqual(3, result.ExitCode);
        Assert.Empty(RunRequests());
    }

    private static bool IsForRuns(RecordedRequest request) => request.Path.EndsWith("/runs", StringComparison.Ordinal);

    private IEnumerable<string> RunRequests() => run.Server.Requests.Where(IsForRuns).Select(request => request.Path).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Paths(params string[] ids) => ids.Select(id => $"/v2/tasks/{id}/runs").Order(StringComparer.Ordinal);

    private string AddTask(string name, bool isContinuous) => run.World.AddTask(space, new JsonObject
    {
        ["name"] = name,
        ["sampling_rate"] = isContinuous ? 0.5 : null,
        ["is_continuous"] = isContinuous,
    });
}
