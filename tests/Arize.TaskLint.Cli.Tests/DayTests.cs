using System.Globalization;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>A day until which something is accepted is one of UTC, so that all machines of a team agree on it.</summary>
public sealed class DayTests
{
    private const string Suppressed = "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25 # tasklint disable-line ATL2004 until 2026-11-23 -- for now\nevaluators: [{ evaluator: T }]\n";

    private const string Drifted = "name: A\npartial: true\nsampling_rate: 0.1\n";
    private const string Live = """[{ "id": "T1", "name": "A", "type": "CODE_EVALUATION", "sampling_rate": 0.2 }]""";
    private const string Ignored = "ignore:\n  - { path: sampling_rate, reason: for now, until: 2026-11-23 }\n";

    public static TheoryData<string, int, int> Times => new()
    {
        // In UTC it is the last day still, and a day later where the machine is.
        { "2026-11-23T23:59:59Z", 14, 0 },
        { "2026-11-23T12:00:00Z", 14, 0 },
        // In UTC it is the day after, and the last day still where the machine is.
        { "2026-11-24T00:00:00Z", -12, 1 },
        { "2026-11-24T11:59:59Z", -12, 1 },
        { "2026-11-23T23:59:59Z", 0, 0 },
        { "2026-11-24T00:00:00Z", 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public async Task A_suppression_ends_with_its_last_day_in_UTC(string now, int zone, int exitCode)
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Suppressed);
        run.Time = new LocalTime(now, zone);

        var result = await run.RunAsync("lint", "a.arize.yaml");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(exitCode == 1, result.Output.Contains("error ATL2004", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task An_ignore_entry_ends_with_its_last_day_in_UTC(string now, int zone, int exitCode)
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Drifted).File("live.json", Live).File("tasklint.yaml", Ignored);
        run.Time = new LocalTime(now, zone);

        var result = await run.RunAsync("check", "--live", "live.json", "a.arize.yaml");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(exitCode == 1, result.Output.Contains("1 drifted", StringComparison.Ordinal));
    }

    private sealed class LocalTime(string now, int zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(zone), null, null);

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
    }
}
