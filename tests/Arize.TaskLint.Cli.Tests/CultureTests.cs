using System.Globalization;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the tool prints does not depend on the language of the machine: neither numbers nor days, nor what it reads.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Commands => new(
        "check examples/quickstart",
        "check --format json examples/quickstart",
        "lint examples/rules",
        "lint --format json examples/rules",
        "rules",
        "rules --format json",
        "explain ATL2004",
        "schema",
        "lint nowhere");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_prints_the_same_in_another_culture(string command)
    {
        using var run = ToolRun.In(Repository.Root);

        await SameAsync(run, command.Split(' '));
    }

    [Fact]
    public async Task Numbers_and_days_in_messages_are_the_same_in_another_culture()
    {
        using var run = ToolRun.Create()
            .File("a.arize.yaml", """
                - { name: A, partial: true, sampling_rate: 25.5 }
                - { name: B, partial: true, sampling_rate: 0.25 }
                - { name: C, partial: true, sampling_rate: 12.5% }
                - { name: D, partial: true, sampling_rate: 25 } # tasklint disable-line ATL2004 until 2026-11-22 -- for now
                - { name: E, partial: true, sampling_rate: { min: 0.5, max: 0.25 } }
                - { name: F, partial: true, is_continuous: true, sampling_rate: 0.75 }
                - { name: G, type: run_experiment, dataset: d, run_configuration: { experiment_type: llm_generation, invocation_parameters: { temperature: 7.5, top_p: -1.5 } } }
                """)
            .File("tasklint.yaml", "policies:\n  - { name: Cost, max_sampling_rate: 0.5 }\nignore:\n  - { path: query_filter, until: 2026-11-22 }\n")
            .File("live.json", """[{ "id": "T", "name": "B", "sampling_rate": 0.125 }, { "id": "U", "name": "A", "sampling_rate": -1.5 }, { "id": "V", "name": "F", "sampling_rate": 0.9 }]""");

        foreach (var format in ReportFormats.All.Select(one => one.Name))
        {
            await SameAsync(run, "lint", "--format", format, "a.arize.yaml");
            await SameAsync(run, "check", "--live", "live.json", "--format", format, "a.arize.yaml");
        }
    }

    [Theory]
    [InlineData("3")]
    [InlineData("86400")]
    [InlineData("-3")]
    [InlineData("2.5")]
    [InlineData("1.000")]
    public async Task Times_are_read_and_written_the_same_in_another_culture(string timeout)
    {
        await using var run = await ServerRun.StartAsync();
        run.World.AddTasks(run.World.AddSpace("production"), 1);
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: Task 1, partial: true }]\n");
        run.Server.Faults.Always(Fault.RateLimited("900"));

        await SameAsync(run.Tool, "check", "--timeout", timeout);
    }

    [Fact]
    public async Task Waits_are_logged_the_same_in_another_culture()
    {
        await using var run = await ServerRun.StartAsync();
        run.World.AddTasks(run.World.AddSpace("production"), 1);
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: Task 1, partial: true }]\n");
        run.Server.Faults.Enqueue(Fault.Status(503));

        var result = await In(Comma(), () => run.Tool.RunAsync("check", "--verbose"));

        Assert.Matches(@"waiting \d\.\d s before another try", result.Error);
    }

    [Fact]
    public async Task The_limit_of_code_that_does_not_end_is_said_the_same_in_another_culture()
    {
        // The code of the catalog must not end by itself: the tool ends it, and the test waits for nothing.
        using var run = ToolRun.Create().File("a.cs", """
            using Arize.TaskLint;

            public sealed class Tasks : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks) => Thread.Sleep(Timeout.Infinite);
            }
            """);
        run.CodeLimit = TimeSpan.FromSeconds(2.5);

        var result = await In(Comma(), () => run.RunAsync("lint", "a.cs"));

        Assert.Contains("was ended after 2.5 seconds", result.Error, StringComparison.Ordinal);
    }

    private static async Task SameAsync(ToolRun run, params string[] arguments)
    {
        var expected = await In(CultureInfo.InvariantCulture, () => run.RunAsync(arguments));
        var actual = await In(Comma(), () => run.RunAsync(arguments));

        Assert.Equal(expected, actual);
    }

    private static async Task<T> In<T>(CultureInfo culture, Func<Task<T>> run)
    {
        var (before, beforeOfInterface) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return await run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeOfInterface);
        }
    }

    // As many languages of Europe write numbers, and a calendar that no language has. Made by hand: it needs no data of the machine.
    private static CultureInfo Comma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "|";
        culture.DateTimeFormat.ShortDatePattern = "d|M|yy";
        culture.DateTimeFormat.LongDatePattern = "d|M|yy";
        return CultureInfo.ReadOnly(culture);
    }
}
