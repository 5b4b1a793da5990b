using System.Text.RegularExpressions;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>accept</c> on declarations of every layout.</summary>
public sealed class AcceptLayoutTests
{
    private static readonly DateTimeOffset AfterTheEnd = new(2027, 2, 1, 0, 0, 1, TimeSpan.Zero);

    public static TheoryData<int, string> Files()
    {
        var files = new TheoryData<int, string>();
        for (var i = 0; i < UpdateLayoutTests.Layouts.Count; i++)
        {
            files.Add(i, "\n");
            files.Add(i, "\r\n");
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Accepted_drift_passes_a_check_until_its_end_and_nothing_else_of_the_file_changes(int layout, string lineEnd)
    {
        using var run = ToolRun.Create();
        var text = UpdateLayoutTests.Layouts[layout].Replace("NAME", "Tone", StringComparison.Ordinal).ReplaceLineEndings(lineEnd) + lineEnd;
        run.File("a.arize.yaml", text).File("live.json", $$"""{ "tasks": [{{UpdateLayoutTests.Live("Tone")}}], "pagination": { "has_more": false } }""");
        string[] check = ["check", "a.arize.yaml", "--live", "live.json"];

        var before = await run.RunAsync(check);
        var accepted = await run.RunAsync("accept", "Tone", "--reason", "load test: 'x' # y", "--owner", "support", "--until", "2027-01-31", "--live", "live.json");
        var after = await run.RunAsync(check);
        run.Time = new SkippingTime(AfterTheEnd);
        var later = await run.RunAsync(check);

        Assert.Equal(1, before.ExitCode);
        Assert.True(accepted.ExitCode == 0, accepted.Error);
        Assert.Equal(0, after.ExitCode);
        Assert.Contains("ignored", after.Output, StringComparison.Ordinal);
        Assert.Equal(1, later.ExitCode);
        var now = run.Read("a.arize.yaml");
        // What was there is there still, in its order; only what is new came in between.
        var rest = now.AsSpan();
        foreach (var line in text.Split(lineEnd).Select(line => Regex.Replace(line, @"[\s,}\]]*(#.*)?$", "")).Where(line => line.Length > 0))
        {
            var at = rest.IndexOf(line, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{line}' is gone:\n{now}");
            rest = rest[(at + line.Length)..];
        }

        if (lineEnd == "\r\n")
            Assert.DoesNotContain('\n', now.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drift_of_an_entry_whose_key_is_a_variable_is_accepted_as_it_is_printed()
    {
        using var run = ToolRun.Create().Variable("EV", "E1");
        run.File("a.arize.yaml", UpdateLayoutTests.Layouts[0].Replace("NAME", "Tone", StringComparison.Ordinal).Replace("evaluator_id: E1", "evaluator_id: ${EV}", StringComparison.Ordinal))
            .File("live.json", $$"""{ "tasks": [{{UpdateLayoutTests.Live("Tone")}}], "pagination": { "has_more": false } }""");

        var accepted = await run.RunAsync("accept", "Tone", "--reason", "known", "--live", "live.json");
        var check = await run.RunAsync("check", "a.arize.yaml", "--live", "live.json");

        Assert.Equal((0, 0), (accepted.ExitCode, check.ExitCode));
        Assert.DoesNotContain("ATL9001", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tasks: [\n")]
    [InlineData("tasks: [{ name: A, name: B\n")]
    public async Task What_cannot_be_read_may_accept_anything(string broken)
    {
        using var run = ToolRun.Create().File("broken.arize.yaml", broken);

        var list = await run.RunAsync("accept", "--list");
        var accept = await run.RunAsync("accept", "A", "sampling_rate", "--reason", "x");

        Assert.Equal((2, ""), (list.ExitCode, list.Output));
        Assert.Contains("broken.arize.yaml:", list.Error, StringComparison.Ordinal);
        Assert.Contains("not all declarations can be read: broken.arize.yaml:", accept.Error, StringComparison.Ordinal);
    }
}
