namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>pull --update --interactive</c> asks, and what becomes of the answers.</summary>
public sealed class InteractiveUpdateTests : IDisposable
{
    private const string Declared = """
        # the team's
        tasks:
          - name: Tone
            id: T25saW5lVGFzazoxOmFCY0Q=
            type: template_evaluation
            project_id: TW9kZWw6MTphQmNE
            sampling_rate: 0.1   # as agreed
            is_continuous: true
            query_filter: status_code = 'OK'
            evaluators: [{ evaluator_id: RXZhbHVhdG9yOjE6YUJjRA== }]

        """;

    private readonly ToolRun run = ToolRun.Create().File("a.arize.yaml", Declared).File("live.json", """
        { "tasks": [{ "id": "T25saW5lVGFzazoxOmFCY0Q=", "name": "Tone", "type": "template_evaluation", "project_id": "TW9kZWw6MTphQmNE",
          "sampling_rate": 1, "is_continuous": false, "query_filter": "status_code = 'ERROR'",
          "evaluators": [{ "evaluator_id": "RXZhbHVhdG9yOjE6YUJjRA==" }] }], "pagination": { "has_more": false } }
        """);

    public InteractiveUpdateTests() => run.IsTerminal = true;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Each_difference_is_taken_restored_accepted_or_skipped_as_the_person_says()
    {
        var result = await UpdateAsync("t\nrestore\na\n\na\na\u202eb\na\n the team tries it \n2027-13-01\n2020-01-01\n2027-01-31\n");

        Assert.Equal(Declared.Replace("0.1", "1", StringComparison.Ordinal) + """
                ignore:
                  - path: query_filter
                    reason: the team tries it
                    until: '2027-01-31'

            """, run.Read("a.arize.yaml"));
        Assert.Contains("ax tasks update T25saW5lVGFzazoxOmFCY0Q= --is-continuous\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--sampling-rate", result.Output, StringComparison.Ordinal);
        Assert.Contains("2020-01-01 is over", result.Error, StringComparison.Ordinal);
        Assert.Contains("wrote 1 live value and 1 ignore entry into 1 file", result.Error, StringComparison.Ordinal);
        // The live task is not restored yet.
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("q\n")]
    [InlineData("s\ns\n\n")]
    [InlineData("")]
    [InlineData("what\nq")]
    public async Task Without_a_choice_nothing_is_written(string answers)
    {
        var result = await UpdateAsync(answers);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal(Declared, run.Read("a.arize.yaml"));
        Assert.Contains("no live value to write", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_before_quitting_is_written()
    {
        var result = await UpdateAsync("T\nq\n");

        Assert.Equal((1, Declared.Replace("0.1", "1", StringComparison.Ordinal)), (result.ExitCode, run.Read("a.arize.yaml")));
    }

    [Fact]
    public async Task A_dry_run_asks_and_prints_the_patch()
    {
        var result = await UpdateAsync("t\nt\nt\n", "--dry-run");

        Assert.Equal((0, Declared), (result.ExitCode, run.Read("a.arize.yaml")));
        Assert.Contains("+    query_filter: status_code = 'ERROR'\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_drift_is_locked_accepting_it_is_not_offered()
    {
        run.File("tasklint.yaml", "locked: [ATL7001]\n");

        var result = await UpdateAsync("a\ns\nq\n");

        Assert.Contains("skip or quit? [t/r/s/q]", result.Error, StringComparison.Ordinal);
        Assert.Contains("type a letter of these", result.Error, StringComparison.Ordinal);
        Assert.Equal(Declared, run.Read("a.arize.yaml"));
    }

    [Fact]
    public async Task Without_a_terminal_nobody_can_be_asked()
    {
        run.IsTerminal = false;

        var result = await UpdateAsync("t\n");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--interactive asks on a terminal", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_and_values_are_escaped_in_a_question()
    {
        run.File("a.arize.yaml", Declared.Replace("name: Tone", "name: \"\\e[31mT\\nake\"", StringComparison.Ordinal));
        run.File("live.json", run.Read("live.json").Replace("ERROR", "\\u001b[2J\\u202e", StringComparison.Ordinal));

        var result = await UpdateAsync("s\ns\ns\ns\n");

        Assert.DoesNotContain('\u001b', result.Error);
        Assert.DoesNotContain('\u202e', result.Error);
    }

    private Task<ToolResult> UpdateAsync(string answers, params string[] more) =>
        run.Input(answers).RunAsync(["pull", "--update", "a.arize.yaml", "--interactive", "--live", "live.json", .. more]);
}
