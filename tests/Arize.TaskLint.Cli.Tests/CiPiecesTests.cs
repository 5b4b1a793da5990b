using System.Text.Json;
using System.Text.RegularExpressions;
using Arize.TaskLint.Testing;
using YamlDotNet.RepresentationModel;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The files with which CI platforms and pre-commit run the tool.</summary>
public sealed class CiPiecesTests : IDisposable
{
    private readonly ToolRun run = ToolRun.Create();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Each_file_is_valid_by_the_schema_of_its_platform()
    {
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        Assert.Empty(await ErrorsAsync("github-action.json", Repository.PathOf("action.yml")));
        Assert.Empty(await ErrorsAsync("pre-commit-hooks.json", Repository.PathOf(".pre-commit-hooks.yaml")));
        Assert.Equal(0, (await run.RunAsync("init", "--platform", "github", "--project", "p")).ExitCode);
        Assert.Empty(await ErrorsAsync("github-workflow.json", run.PathOf(".github/workflows/tasklint.yml")));
        Assert.Empty(await ErrorsAsync("github-workflow.json", run.PathOf(".github/workflows/tasklint-comment.yml")));
    }

    [Theory]
    [InlineData("gitlab.yml")]
    [InlineData("azure.yml")]
    public async Task Inputs_of_all_platforms_are_those_of_the_action(string file)
    {
        var action = InputsOf((YamlMappingNode)(await LoadAsync("action.yml"))[0].RootNode);
        var root = (YamlMappingNode)(await LoadAsync("src", "ci", file))[0].RootNode;
        var others = file == "gitlab.yml"
            ? InputsOf((YamlMappingNode)root["spec"])
            : ((YamlSequenceNode)root["parameters"]).ToDictionary(one => Text(one["name"]), one => ("", Text(one["default"])));

        Assert.NotEmpty(others);
        foreach (var (name, (description, value)) in others)
        {
            Assert.True(action.TryGetValue(name, out var own), name);
            Assert.Equal(own.Default, value);
            if (file == "gitlab.yml")
                Assert.Equal(own.Description, description);
            else
                Assert.Contains($"# {own.Description}\n", await File.ReadAllTextAsync(Repository.PathOf("src", "ci", file)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("arize/support bot.arize.yaml\n", 1)]
    [InlineData("$(touch owned)\n`touch owned`\n; touch owned", 2)]
    public async Task The_action_runs_the_check_shows_annotations_and_a_summary_and_keeps_the_exit_code(string paths, int code)
    {
        Declarations();
        var step = ((YamlSequenceNode)(await LoadAsync("action.yml"))[0].RootNode["runs"]["steps"]).Single(one => Text(one["name"]) == "Run tasklint");
        run.File("tools/output", "").File("tools/summary", "");

        var (exit, output) = await ShellAsync(Text(step["run"]), ("COMMAND", "check"), ("PATHS", paths), ("ARGS", "--live\nlive.json\n--no-base"),
            ("RUNNER_TEMP", run.PathOf("tools")), ("GITHUB_OUTPUT", run.PathOf("tools/output")), ("GITHUB_STEP_SUMMARY", run.PathOf("tools/summary")),
            ("GITHUB_ACTIONS", "true"));

        Assert.Equal(0, exit);
        Assert.False(File.Exists(run.PathOf("owned")));
        Assert.Contains($"exit-code={code}\n", run.Read("tools/output"), StringComparison.Ordinal);
        if (code == 2)
            return;
        Assert.Contains("::error file=", output, StringComparison.Ordinal);
        Assert.Contains("~ Tone", output, StringComparison.Ordinal);
        Assert.StartsWith("### ✗ 1 of 1 task drifted", run.Read("tools/summary"), StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(run.Read("tools/tasklint-results/tasklint.sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("--")]
    [InlineData("--no-base\n--\n--live")]
    [InlineData("--\r\n--no-base")]
    public async Task An_argument_that_ends_the_options_is_refused_with_the_name_of_the_right_input(string args)
    {
        Declarations();
        const string Told = "tasklint: the input 'args' has '--'; the input 'paths' takes the names of files\n";
        run.File("tools/output", "");
        var action = ((YamlSequenceNode)(await LoadAsync("action.yml"))[0].RootNode["runs"]["steps"]).Single(one => Text(one["name"]) == "Run tasklint");
        var gitlab = (YamlSequenceNode)(await LoadAsync("src", "ci", "gitlab.yml"))[1].RootNode["tasklint"]["script"];
        var azure = ((YamlSequenceNode)(await LoadAsync("src", "ci", "azure.yml"))[0].RootNode["steps"])
            .Single(one => ((YamlMappingNode)one).Children.TryGetValue("displayName", out var name) && Text(name) == "Run tasklint");

        Assert.Equal((2, Told), await ShellAsync(Text(action["run"]), ("COMMAND", "check"), ("PATHS", ""), ("ARGS", args),
            ("RUNNER_TEMP", run.PathOf("tools")), ("GITHUB_OUTPUT", run.PathOf("tools/output"))));
        (string, string)[] inputs = [("TASKLINT_COMMAND", "check"), ("TASKLINT_PATHS", ""), ("TASKLINT_ARGS", args), ("TASKLINT_FOLDER", ".")];
        Assert.Equal((2, Told), await ShellAsync(Text(gitlab[1]), [.. inputs, ("CI_PROJECT_DIR", run.Folder)]));
        Assert.Equal((2, Told), await ShellAsync(Text(azure["bash"]), [.. inputs, ("AGENT_TEMPDIRECTORY", run.PathOf("temp"))]));
    }

    // The bash of macOS is 3.2, and has no mapfile.
    [Fact]
    public async Task Lines_of_blanks_are_dropped_blanks_around_an_argument_too_and_a_bash_without_mapfile_gives_all_of_them()
    {
        var shell = new StepShell(run.Folder).With("tasklint", "printf '<%s>' \"$@\" > got; printf x > ran");
        run.File("tools/output", "");
        const string Paths = "\n \t\na b.yaml\r\n\n  \nc.yaml", Args = "  --no-base \n\t\n\n--only\nATL2xxx";
        foreach (var (name, script, variables) in await RunsAsync(Paths, Args))
        {
            File.Delete(run.PathOf("ran"));
            var (_, output, error) = await shell.RunAsync(name == "gitlab" ? "sh" : "bash", (name == "gitlab" ? "" : "enable -n mapfile readarray\n") + script, variables);

            Assert.True(File.Exists(run.PathOf("ran")), name + output + error);
            Assert.StartsWith("<check><--no-base><--only><ATL2xxx><--format>", run.Read("got"), StringComparison.Ordinal);
            Assert.EndsWith("<--><a b.yaml><c.yaml>", run.Read("got"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("check", "--help")]
    [InlineData("check", "--no-base\n -h\n")]
    [InlineData("check", "--version")]
    [InlineData("--version", "")]
    public async Task An_argument_with_which_nothing_is_checked_is_refused(string command, string args)
    {
        run.File("tools/output", "");
        foreach (var (name, script, variables) in await RunsAsync("", args, command))
        {
            var (code, output) = await ShellAsync(script, variables);
            Assert.Equal((name, 2), (name, code));
            Assert.EndsWith(", with which nothing is checked\n", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_no_tool_is_on_the_path_the_step_says_so()
    {
        run.File("tools/output", "");
        foreach (var (name, script, variables) in await RunsAsync("", ""))
        {
            var shell = new StepShell(run.Folder) { IsAlone = true }.WithMachines("rm", "mkdir", "tr", "sed", "cat");
            var (code, output, error) = await shell.RunAsync(name == "gitlab" ? "sh" : "bash", script, variables);
            Assert.Equal((2, "", "tasklint: there is no tasklint on the PATH, which the version 'preinstalled' takes\n"), (code, output, error));
        }
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", true)]
    [InlineData("yes", false)]
    public async Task A_switch_is_true_or_false_in_any_letters(string value, bool isTaken)
    {
        var shell = new StepShell(run.Folder).With("tasklint", "echo \"$1\" >> commands; : > tasklint.json");
        run.File("tools/output", "");
        foreach (var (name, script, variables) in (await RunsAsync("", "")).Where(one => one.Name != "azure"))
        {
            File.Delete(run.PathOf("commands"));
            var (code, _, error) = await shell.RunAsync("bash", script,
                [.. variables.Where(one => one.Item1 != "TASKLINT_COMMENT"), ("TASKLINT_COMMENT", value), ("COMMENT", value), ("CI_MERGE_REQUEST_IID", "1"), ("GITLAB_TOKEN", "t")]);
            Assert.Equal(isTaken ? 0 : 2, code);
            if (!isTaken)
                Assert.Contains("can be true or false", error, StringComparison.Ordinal);
            else if (name == "gitlab")
                Assert.Equal(value == "True" ? "check\ncomment\n" : "check\n", run.Read("commands"));
        }
    }

    // What runs the tool on each platform, with its variables.
    private async Task<(string Name, string Script, (string, string)[] Variables)[]> RunsAsync(string paths, string args, string command = "check")
    {
        var action = ((YamlSequenceNode)(await LoadAsync("action.yml"))[0].RootNode["runs"]["steps"]).Single(one => Text(one["name"]) == "Run tasklint");
        var gitlab = (YamlSequenceNode)(await LoadAsync("src", "ci", "gitlab.yml"))[1].RootNode["tasklint"]["script"];
        var azure = ((YamlSequenceNode)(await LoadAsync("src", "ci", "azure.yml"))[0].RootNode["steps"])
            .Single(one => ((YamlMappingNode)one).Children.TryGetValue("displayName", out var name) && Text(name) == "Run tasklint");
        (string, string)[] inputs = [("TASKLINT_COMMAND", command), ("TASKLINT_PATHS", paths), ("TASKLINT_ARGS", args), ("TASKLINT_FOLDER", ".")];
        return
        [
            ("github", Text(action["run"]), [("COMMAND", command), ("PATHS", paths), ("ARGS", args), ("RUNNER_TEMP", run.PathOf("tools")), ("GITHUB_OUTPUT", run.PathOf("tools/output"))]),
            ("gitlab", Text(gitlab[1]), [.. inputs, ("TASKLINT_COMMENT", "false"), ("CI_PROJECT_DIR", run.Folder)]),
            ("azure", Text(azure["bash"]), [.. inputs, ("AGENT_TEMPDIRECTORY", run.PathOf("temp"))]),
        ];
    }

    [Fact]
    public async Task The_job_for_gitlab_writes_its_reports_and_keeps_the_exit_code()
    {
        Declarations();
        var script = (YamlSequenceNode)(await LoadAsync("src", "ci", "gitlab.yml"))[1].RootNode["tasklint"]["script"];

        var (exit, output) = await ShellAsync(Text(script[1]), ("TASKLINT_COMMAND", "check"), ("TASKLINT_PATHS", "arize/support bot.arize.yaml"),
            ("TASKLINT_ARGS", "--live\nlive.json\n--no-base"), ("TASKLINT_FOLDER", "."), ("TASKLINT_COMMENT", "true"), ("TASKLINT_LABEL", ""),
            ("CI_PROJECT_DIR", run.Folder), ("GITLAB_CI", "true"));

        Assert.Equal(1, exit);
        Assert.Contains("~ Tone", output, StringComparison.Ordinal);
        using var quality = JsonDocument.Parse(run.Read("gl-code-quality-report.json"));
        Assert.NotEmpty(quality.RootElement.EnumerateArray());
        Assert.StartsWith("<?xml", run.Read("tasklint.junit.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_for_azure_log_issues_and_a_summary_and_keep_the_exit_code()
    {
        Declarations();
        var step = ((YamlSequenceNode)(await LoadAsync("src", "ci", "azure.yml"))[0].RootNode["steps"])
            .Single(one => ((YamlMappingNode)one).Children.TryGetValue("displayName", out var name) && Text(name) == "Run tasklint");

        var (exit, output) = await ShellAsync(Text(step["bash"]), ("TASKLINT_COMMAND", "check"), ("TASKLINT_PATHS", ""),
            ("TASKLINT_ARGS", "--live\nlive.json\n--no-base"), ("TASKLINT_FOLDER", "."), ("AGENT_TEMPDIRECTORY", run.PathOf("temp")), ("TF_BUILD", "True"));

        Assert.Equal(1, exit);
        Assert.Contains("##vso[task.logissue type=error;", output, StringComparison.Ordinal);
        Assert.Contains("##vso[task.uploadsummary]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_of_pre_commit_run_the_tool_on_the_declarations_and_no_code_unless_their_name_says_so()
    {
        Declarations();
        // As a pull request may bring it.
        run.File("tasklint.yaml", "declarations: [arize/, owned.cs]\n").File("owned.cs", "System.IO.File.WriteAllText(\"owned\", \"\");\n");
        var hooks = (YamlSequenceNode)(await LoadAsync(".pre-commit-hooks.yaml"))[0].RootNode;
        foreach (var hook in hooks.Cast<YamlMappingNode>())
        {
            // The entry, the arguments and the names, in this order.
            var words = $"{Text(hook["entry"])} {string.Join(' ', hook.Children.TryGetValue("args", out var args) ? ((YamlSequenceNode)args).Select(Text) : [])}";
            Assert.Matches(new Regex(Text(hook["files"])), "arize/support bot.arize.yaml");
            if (Text(hook["id"]) == "tasklint-csharp")
            {
                Assert.Contains("whose code is run", Text(hook["name"]), StringComparison.Ordinal);
                continue;
            }

            foreach (var changed in new[] { "'arize/support bot.arize.yaml'", "tasklint.yaml 'arize/support bot.arize.yaml'" })
            {
                var files = hook.Children.TryGetValue("pass_filenames", out var passes) && Text(passes) == "false" ? "" : changed;
                var (exit, output) = await ShellAsync($"{words} {files}");
                Assert.True(exit == 0, output);
                Assert.Contains("1 task linted", output, StringComparison.Ordinal);
                Assert.Contains("not read, since --no-run forbids to run the code of C# inputs: 'owned.cs'; their tasks are not linted", output, StringComparison.Ordinal);
                Assert.False(File.Exists(run.PathOf("owned")));
                Assert.Contains("YAML", Text(hook["name"]), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_report_that_gitlab_gets_unasked_follows_no_link_and_replaces_nothing_of_others()
    {
        const string Report = "gl-code-quality-report.json";
        Declarations();
        run.Variable("GITLAB_CI", "true").File("elsewhere", "theirs");
        string[] check = ["check", "--live", "live.json", "--no-base"];

        await run.RunAsync(check);
        var first = run.Read(Report);
        await run.RunAsync(check);
        Assert.Equal(first, run.Read(Report));
        File.Delete(run.PathOf(Report));
        File.CreateSymbolicLink(run.PathOf(Report), run.PathOf("elsewhere"));
        var linked = await run.RunAsync(check);
        File.Delete(run.PathOf(Report));
        run.File(Report, "theirs");
        var foreign = await run.RunAsync(check);

        Assert.Equal(("theirs", "theirs"), (run.Read("elsewhere"), run.Read(Report)));
        Assert.All([linked, foreign], result => Assert.Equal((1, true), (result.ExitCode, result.Error.Contains("is not such a report", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_problem_matcher_reads_the_lines_of_findings()
    {
        using var matcher = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("src", "ci", "problem-matcher.json")));
        var pattern = matcher.RootElement.GetProperty("problemMatcher")[0].GetProperty("pattern")[0];
        run.File("a.arize.yaml", "tasks: [{ name: A, type: template_evaluation, project: p, sampling_rate: 25, evaluators: [{ evaluator: E }] }]\n");
        var line = (await run.RunAsync("lint", "a.arize.yaml")).Output.Split('\n')[0];

        var match = Regex.Match(line, pattern.GetProperty("regexp").GetString()!);

        string Group(string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
        Assert.Equal(("a.arize.yaml", "1", "error", "ATL2004"), (Group("file"), Group("line"), Group("severity"), Group("code")));
        Assert.StartsWith("sampling_rate '25'", Group("message"), StringComparison.Ordinal);
    }

    private void Declarations() => run
        .File("arize/support bot.arize.yaml", """
            tasks:
              - { id: T1, name: Tone, type: template_evaluation, project_id: P1, sampling_rate: 0.1, is_continuous: true, evaluators: [{ evaluator_id: E1 }] }

            """)
        .File("live.json", """
            { "tasks": [{ "id": "T1", "name": "Tone", "type": "template_evaluation", "project_id": "P1", "sampling_rate": 1, "is_continuous": true,
              "evaluators": [{ "evaluator_id": "E1" }] }], "pagination": { "has_more": false } }
            """);

    private async Task<(int ExitCode, string Output)> ShellAsync(string script, params (string Name, string Value)[] variables)
    {
        Assert.SkipWhen(Programs.MaySkip && !Programs.Has("bash"), "bash is not there");
        var (code, output, error) = await new StepShell(run.Folder).WithTool().RunAsync("bash", script, variables);
        return (code, output + error);
    }

    private async Task<string[]> ErrorsAsync(string schema, string file)
    {
        var request = JsonSerializer.Serialize(new
        {
            schemas = new[] { Path.Combine(NodePackages.Folder, "schemas", schema) },
            files = new[] { file },
            isForeign = true,
        });
        run.File("request.json", request);
        var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", "validate.mjs", run.PathOf("request.json"));
        Assert.True(code == 0, error);
        using var answer = JsonDocument.Parse(output);
        var told = answer.RootElement[0];
        Assert.Null(told.GetProperty("unreadable").GetString());
        return [.. told.GetProperty("errors")[0].EnumerateArray().Select(one => one.GetString()!)];
    }

    private static async Task<IReadOnlyList<YamlDocument>> LoadAsync(params string[] path)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(await File.ReadAllTextAsync(Repository.PathOf(path)));
        stream.Load(reader);
        return [.. stream.Documents];
    }

    private static Dictionary<string, (string Description, string Default)> InputsOf(YamlMappingNode root) =>
        ((YamlMappingNode)root["inputs"]).ToDictionary(one => Text(one.Key), one => (Text(one.Value["description"]), Text(one.Value["default"])));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
