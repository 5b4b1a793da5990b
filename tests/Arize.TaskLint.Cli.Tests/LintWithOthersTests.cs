namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>lint --with-others</c>, which a hook runs on the files that change.</summary>
public sealed class LintWithOthersTests : IDisposable
{
    private readonly ToolRun run = ToolRun.Create()
        .File("arize/a.arize.yaml", Task("Tone"))
        .File("arize/b.arize.yaml", Task("Tone"))
        .File("arize/broken.arize.yaml", Task("Rate").Replace("rate: 1", "rate: 25", StringComparison.Ordinal))
        .File("arize/invalid.arize.yaml", "tasks: [")
        .File("arize/unused.arize.yaml", "# tasklint disable ATL2004 -- nothing here\n" + Task("Other"))
        .File("elsewhere/c.arize.yaml", Task("Elsewhere"));

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("arize/a.arize.yaml", "arize/b.arize.yaml:1")]
    [InlineData("arize/b.arize.yaml", "arize/a.arize.yaml:1")]
    public async Task A_task_that_another_file_declares_is_reported_in_the_given_file(string given, string other)
    {
        var result = await run.RunAsync("lint", "--with-others", given);

        Assert.Equal((1, $"""
            {given}:1:17: error ATL1008: the task 'Tone' is declared already, at {other}

            1 task linted · 1 error · exit 1

            """.ReplaceLineEndings("\n"), ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(0, (await run.RunAsync("lint", given)).ExitCode);
    }

    [Fact]
    public async Task Nothing_is_reported_of_other_files()
    {
        var result = await run.RunAsync("lint", "--with-others", "elsewhere/c.arize.yaml");

        Assert.Equal((0, "1 task linted · no findings · exit 0\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task The_declarations_of_the_settings_are_the_others()
    {
        run.File("tasklint.yaml", "declarations: [elsewhere/]\n").File("elsewhere/d.arize.yaml", Task("Tone"));

        Assert.Contains("is declared already, at elsewhere/d.arize.yaml:1\n", (await run.RunAsync("lint", "--with-others", "arize/a.arize.yaml")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await run.RunAsync("lint", "--with-others", "arize/unused.arize.yaml", "--skip", "ATL9001")).ExitCode);
    }

    [Fact]
    public async Task Where_the_settings_change_all_declarations_are_judged()
    {
        run.File("tasklint.yaml", "declarations: [arize/]\n");

        var all = await run.RunAsync("lint");

        Assert.Equal(all, await run.RunAsync("lint", "--with-others", "arize/a.arize.yaml", "tasklint.yaml"));
        Assert.Equal(all, await run.RunAsync("lint", "--with-others"));
    }

    [Theory]
    [InlineData("arize/broken.arize.yaml", "tasklint.yaml")]
    [InlineData("tasklint.yaml", "arize/broken.arize.yaml")]
    [InlineData("arize/broken.arize.yaml", "elsewhere/c.arize.yaml", "./tasklint.yaml")]
    public async Task Files_are_linted_that_the_settings_among_them_do_not_name(params string[] given)
    {
        run.File("tasklint.yaml", "declarations: [elsewhere/]\n");

        var result = await run.RunAsync(["lint", "--with-others", "--no-run", "--", .. given]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("arize/broken.arize.yaml:1", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 tasks linted", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'arize/nowhere.arize.yaml' does not exist", "arize/nowhere.arize.yaml", "tasklint.yaml")]
    [InlineData("'sub/tasklint.yaml' does not exist", "elsewhere/c.arize.yaml", "sub/tasklint.yaml")]
    public async Task A_file_that_is_not_there_is_said_beside_settings_too(string message, params string[] given)
    {
        run.File("tasklint.yaml", "declarations: [elsewhere/]\n");

        var result = await run.RunAsync(["lint", "--with-others", "--no-run", "--", .. given]);

        Assert.Equal((2, "", $"tasklint: {message}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("declarations: [d/]\n")]
    public async Task Settings_of_a_folder_are_for_the_declarations_of_that_folder(string settings)
    {
        run.File("tasklint.yaml", "declarations: [elsewhere/]\n").File("sub/tasklint.yaml", settings + "rules: { ATL2004: warning }\n")
            .File("sub/d/e.arize.yaml", Task("Rate").Replace("rate: 1", "rate: 25", StringComparison.Ordinal));

        var alone = await run.RunAsync("lint", "--with-others", "--no-run", "--", "sub/tasklint.yaml");
        var both = await run.RunAsync("lint", "--with-others", "--no-run", "--", "sub/tasklint.yaml", "tasklint.yaml", "elsewhere/c.arize.yaml");

        Assert.Contains("sub/d/e.arize.yaml:1:", alone.Output, StringComparison.Ordinal);
        Assert.Contains("warning ATL2004", alone.Output, StringComparison.Ordinal);
        Assert.Contains("1 task linted", alone.Output, StringComparison.Ordinal);
        Assert.Contains("2 tasks linted", both.Output, StringComparison.Ordinal);
        Assert.Equal("tasklint: what 'sub/tasklint.yaml' names is linted with the settings of 'tasklint.yaml'\n", both.Error);
        Assert.Equal(1, both.ExitCode);
    }

    [Fact]
    public async Task All_files_of_a_repository_have_the_findings_that_each_has_alone_and_those_across_files()
    {
        string[] files = ["a", "b", "broken", "invalid", "unused"];
        var seen = new List<string>();
        foreach (var file in files)
            seen.AddRange(Findings((await run.RunAsync("lint", "--with-others", $"arize/{file}.arize.yaml")).Output));
        var all = Findings((await run.RunAsync("lint", "arize/")).Output);

        Assert.Equal(["ATL1001", "ATL1008", "ATL1008", "ATL2004", "ATL9001"], seen.Select(Rule).Order(StringComparer.Ordinal));
        Assert.Subset(seen.ToHashSet(), all.ToHashSet());
    }

    [Fact]
    public async Task Fixes_are_made_in_the_given_files_alone()
    {
        var before = run.Read("arize/broken.arize.yaml");

        await run.RunAsync("lint", "--with-others", "--fix", "arize/a.arize.yaml");
        Assert.Equal(before, run.Read("arize/broken.arize.yaml"));
        await run.RunAsync("lint", "--with-others", "--fix", "arize/broken.arize.yaml");
        Assert.Equal(before.Replace("25", "0.25", StringComparison.Ordinal), run.Read("arize/broken.arize.yaml"));
    }

    // As the hooks of pre-commit run it: a pull request may name any code in the settings.
    [Theory]
    [InlineData("tasks.cs", "tasklint.yaml")]
    [InlineData("code/Tasks.csproj", "tasklint.yaml", "elsewhere/c.arize.yaml")]
    [InlineData("Tasks.dll")]
    [InlineData("tasks.cs", "elsewhere/c.arize.yaml")]
    public async Task Without_leave_to_run_code_inputs_in_CSharp_are_left_out_and_named(string code, params string[] given)
    {
        run.File("tasklint.yaml", $"declarations: [elsewhere/, {code}]\n").File(code, "throw new System.Exception();");
        run.OnRun = call => throw new InvalidOperationException(call.File);

        var result = await run.RunAsync(["lint", "--with-others", "--no-run", "--", .. given]);

        Assert.Equal((0, "1 task linted · no findings · exit 0\n"), (result.ExitCode, result.Output));
        Assert.Equal($"tasklint: not read, since --no-run forbids to run the code of C# inputs: '{code}'; their tasks are not linted\n", result.Error);
        Assert.Equal(2, (await run.RunAsync("lint", "--with-others", "--no-run", code)).ExitCode);
        Assert.Equal(2, (await run.RunAsync("lint", "--no-run")).ExitCode);
    }

    private static string Task(string name) =>
        $"tasks: [{{ name: {name}, type: template_evaluation, project: p, space: s, sampling_rate: 1, evaluators: [{{ evaluator: E }}] }}]\n";

    private static List<string> Findings(string output) => [.. output.Split('\n').Where(line => line.StartsWith("arize/", StringComparison.Ordinal))];

    private static string Rule(string line) => line[line.IndexOf("ATL", StringComparison.Ordinal)..][..7];
}
