using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>snapshot --lock</c> and <c>check --lock</c>: evaluators that are not pinned and got a new version.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private ServerRun run = null!;
    private string space = "";
    private string tone = "";
    private string length = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        var project = run.World.AddProject(space, "support-bot");
        tone = run.World.AddTemplateEvaluator(space, "Tone 😀 ${X}", "Judge {output}");
        length = run.World.AddTemplateEvaluator(space, "Length", "Judge {output}");
        var pinned = run.World.AddTemplateEvaluator(space, "Pinned", "Judge {output}");
        var undeclared = run.World.AddTemplateEvaluator(space, "Undeclared", "Judge {output}");
        var mappings = new JsonObject { ["output"] = "attributes.output.value" };
        JsonObject On(string evaluator, string? version = null) => new()
        { ["evaluator_id"] = evaluator, ["evaluator_version_id"] = version, ["column_mappings"] = mappings.DeepClone() };
        Add("One", On(tone), On(pinned, run.World.LatestVersionOf(pinned)));
        Add("Two", On(tone), On(length));
        Add("By hand", On(undeclared));
        Write("""
            space: production
            tasks:
              - name: One
                type: template_evaluation
                project: support-bot
                evaluators: [{ evaluator: "Tone 😀 $${X}" }, { evaluator: Pinned }]
              - name: Two
                type: template_evaluation
                project: support-bot
                evaluators: [{ evaluator_id: TONE }, { evaluator: Length }]
            """);

        void Add(string name, params JsonObject[] evaluators) => run.World.AddTask(space, new JsonObject
        { ["name"] = name, ["project_id"] = project, ["evaluators"] = new JsonArray([.. evaluators]) });
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task The_lock_has_each_unpinned_evaluator_of_the_declared_tasks_and_the_same_bytes_for_the_same_content()
    {
        var first = await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock");
        var before = run.Tool.Read("tasklint.lock");
        var second = await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock", "--output", "live.json");

        Assert.Equal(
            (0, "the latest version of 2 evaluators locked in tasklint.lock\nto hear when one moves, use 'tasklint check --lock tasklint.lock'\n", ""),
            (first.ExitCode, first.Output, first.Error));
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.StartsWith("3 tasks and 4 evaluators saved in live.json\n", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, run.Tool.Read("tasklint.lock"));
        using var json = JsonDocument.Parse(before);
        Assert.Equal("1.0", json.RootElement.GetProperty("lockVersion").GetString());
        Assert.Equal(
            [(tone, run.World.LatestVersionOf(tone), "Tone 😀 ${X}"), (length, run.World.LatestVersionOf(length), "Length")],
            json.RootElement.GetProperty("evaluators").EnumerateArray().Select(one => (
                one.GetProperty("id").GetString()!, one.GetProperty("version_id").GetString()!, one.GetProperty("name").GetString()!)));
        Assert.EndsWith("}\n", before, StringComparison.Ordinal);

        var alive = await run.Tool.RunAsync("check", "--lock", "tasklint.lock", "--fail-on", "warning");
        Assert.Equal((0, ""), (alive.ExitCode, alive.Error));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "")]
    [InlineData(false, "lower old nulls floats")]
    public async Task A_version_that_moved_is_reported_at_the_evaluator_until_the_lock_is_written_again(bool fromSnapshot, string shape)
    {
        run.Server.Behaviour.EnumCase = shape.Contains("lower", StringComparison.Ordinal) ? EnumCase.Lower : EnumCase.Upper;
        run.Server.Behaviour.LeaveOutNulls = shape.Contains("nulls", StringComparison.Ordinal);
        run.Server.Behaviour.NumbersAsFloats = shape.Contains("floats", StringComparison.Ordinal);
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        var before = run.World.LatestVersionOf(tone);
        var after = run.World.AddEvaluatorVersion(tone, Template("Judge {output} anew"));
        if (fromSnapshot)
            Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "live.json")).ExitCode);
        string[] live = fromSnapshot ? ["--live", "live.json"] : [];

        var (result, json) = await run.CheckAsync(["--lock", "tasklint.lock", .. live]);
        var (without, _) = await run.CheckAsync(live);
        var (alone, ofAlone) = await run.CheckAsync(["--lock", "tasklint.lock", "--skip", "ATL3xxx", .. live]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var finding = Assert.Single(json.GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal("ATL7006", finding.GetProperty("rule").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.Equal("evaluators[Tone 😀 ${X}].evaluator", finding.GetProperty("path").GetString());
        Assert.Equal(6, finding.GetProperty("location").GetProperty("startLine").GetInt32());
        var message = finding.GetProperty("message").GetString()!;
        Assert.StartsWith($"the latest version of the evaluator 'Tone 😀 ${{X}}' moved from '{before}' (commit ", message, StringComparison.Ordinal);
        Assert.Contains($") to '{after}' (commit ", message, StringComparison.Ordinal);
        Assert.EndsWith(" since tasklint.lock was written, so scores before and after are not comparable; to accept it, write the lock again with "
            + "'tasklint snapshot --lock tasklint.lock', or pin a version (2 tasks)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ATL7006", without.Output, StringComparison.Ordinal);
        Assert.Equal(0, alone.ExitCode);
        Assert.Single(ofAlone.GetProperty("findings").EnumerateArray().ToList());

        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        var (accepted, ofAccepted) = await run.CheckAsync(["--lock", "tasklint.lock", .. live]);
        Assert.Equal(0, accepted.ExitCode);
        Assert.Empty(ofAccepted.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task A_pinned_evaluator_that_got_a_version_is_not_reported()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        run.World.AddEvaluatorVersion(run.World.AddTemplateEvaluator(space, "Nobody's"), Template("x"));
        run.World.AddEvaluatorVersion(length, Template("Judge {output} anew"));
        Write(run.Tool.Read("a.arize.yaml").Replace("{ evaluator: Length }", $"{{ evaluator: Length, evaluator_version_id: {run.World.LatestVersionOf(tone)} }}",
            StringComparison.Ordinal));

        var (_, json) = await run.CheckAsync("--lock", "tasklint.lock");

        Assert.DoesNotContain("ATL7006", Rules(json));
    }

    [Fact]
    public async Task An_evaluator_that_is_not_in_the_lock_or_cannot_be_read_is_undetermined()
    {
        run.Tool.File("tasklint.lock", """{ "lockVersion": "1.7", "evaluators": [], "more": 1 }""");
        var (empty, ofEmpty) = await run.CheckAsync("--lock", "tasklint.lock");
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        run.Server.Faults.Always(Fault.Status(403), path => path == $"/v2/evaluators/{length}");
        var (unread, ofUnread) = await run.CheckAsync("--lock", "tasklint.lock");
        var (alone, ofAlone) = await run.CheckAsync("--lock", "tasklint.lock", "--skip", "ATL3xxx");
        var saved = await run.Tool.RunAsync("snapshot", "--lock", "other.lock");

        Assert.Equal((3, 3, 3), (empty.ExitCode, unread.ExitCode, alone.ExitCode));
        Assert.Equal(
            ["ATL7004 whether the latest versions of 2 evaluators ('Tone 😀 ${X}', 'Length') moved since tasklint.lock was written is not known: "
                + "no entry in tasklint.lock; write the lock again with 'tasklint snapshot --lock tasklint.lock'"],
            Findings(ofEmpty));
        Assert.StartsWith("ATL7004 the evaluator 'Length' cannot be read, so what depends on it is not checked: ", Assert.Single(Findings(ofUnread)),
            StringComparison.Ordinal);
        Assert.StartsWith("ATL7004 whether the latest version of the evaluator 'Length' moved since tasklint.lock was written is not known: ",
            Assert.Single(Findings(ofAlone)), StringComparison.Ordinal);
        Assert.Equal(0, saved.ExitCode);
        Assert.Contains("not in other.lock, since the latest version is not known: 'Length'", saved.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(length, run.Tool.Read("other.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_exists_loses_no_evaluator_because_it_cannot_be_read()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        var before = run.Tool.Read("tasklint.lock");
        run.Server.Faults.Always(Fault.Status(403), path => path.StartsWith("/v2/evaluators", StringComparison.Ordinal));

        var again = await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock");
        Assert.Equal((3, before), (again.ExitCode, run.Tool.Read("tasklint.lock")));
        Assert.Contains("nothing was written: the lock that exists may have them", again.Error, StringComparison.Ordinal);
        var forced = await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock", "--force");

        Assert.Equal(0, forced.ExitCode);
        Assert.NotEqual(before, run.Tool.Read("tasklint.lock"));
    }

    [Fact]
    public async Task Where_the_rule_is_off_evaluators_are_not_read_for_it()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        int Requests() => run.Server.Requests.Count(request => request.Path.StartsWith("/v2/evaluators/", StringComparison.Ordinal));
        var before = Requests();

        var (result, _) = await run.CheckAsync("--lock", "tasklint.lock", "--only", "ATL7001");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, Requests());
    }

    [Fact]
    public async Task Where_nothing_is_declared_the_evaluators_of_all_live_tasks_are_locked()
    {
        File.Delete(run.Tool.PathOf("a.arize.yaml"));

        var result = await run.Tool.RunAsync("snapshot", "--space", "production", "--lock", "tasklint.lock");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(run.Tool.Read("tasklint.lock"));
        Assert.Equal(
            ["Tone 😀 ${X}", "Length", "Undeclared"], json.RootElement.GetProperty("evaluators").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_lock_is_not_written_where_it_would_lose_what_a_good_one_has()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        var before = run.Tool.Read("tasklint.lock");
        run.World.AddSpace("empty");
        Write("""
            space: empty
            tasks: [{ name: One, type: template_evaluation, partial: true, is_continuous: false }, { name: Two, type: template_evaluation, partial: true, is_continuous: false }]
            """);
        var elsewhere = await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock", "-o", "live.json");

        Assert.Equal((3, ""), (elsewhere.ExitCode, elsewhere.Output));
        Assert.Contains("none of the 2 declared tasks exists there", elsewhere.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.Tool.PathOf("live.json")));
        Assert.Equal(before, run.Tool.Read("tasklint.lock"));
    }

    [Fact]
    public async Task In_a_pull_request_a_move_is_shown_as_it_was_before()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--lock", "tasklint.lock")).ExitCode);
        run.World.AddEvaluatorVersion(tone, Template("Judge {output} anew"));
        await GitRun.GitInAsync(run.Tool.Folder, "init", "--quiet", "--initial-branch", "main");
        await GitRun.GitInAsync(run.Tool.Folder, "add", "-A");
        await GitRun.GitInAsync(run.Tool.Folder, "commit", "--quiet", "--message", "base");

        var (result, json) = await run.CheckAsync("--lock", "tasklint.lock", "--base", "HEAD", "--fail-on", "warning");

        Assert.Equal(0, result.ExitCode);
        Assert.True(Assert.Single(json.GetProperty("findings").EnumerateArray().ToList()).GetProperty("suppressed").GetBoolean());
    }

    private static List<string> Findings(JsonElement json) =>
    [
        .. json.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("message").GetString()}"),
    ];

    private static IEnumerable<string?> Rules(JsonElement json) =>
        json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString());

    private static JsonObject Template(string template) => new()
    { ["template_config"] = new JsonObject { ["name"] = "tone", ["template"] = template, ["data_granularity"] = "SPAN" } };

    private void Write(string declarations) => run.Tool.File("a.arize.yaml", declarations.Replace("TONE", tone, StringComparison.Ordinal));
}
