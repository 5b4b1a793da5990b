using System.Text.Json.Nodes;
using Arize.TaskLint.Testing;
using YamlDotNet.RepresentationModel;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>init</c>: what it writes into a repository, and that it runs there.</summary>
public sealed class InitTests : IDisposable
{
    private readonly ToolRun run = ToolRun.Create();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(".github/CODEOWNERS", ".github/workflows/tasklint.yml", ".github/workflows/tasklint-comment.yml")]
    [InlineData(".gitlab-ci.yml", ".gitlab/tasklint.gitlab-ci.yml")]
    [InlineData("azure-pipelines.yml", "azure-pipelines.tasklint.yml")]
    public async Task The_platform_is_that_of_the_repository_and_the_declaration_is_clean(string sign, params string[] files)
    {
        run.File(sign, "\n");

        var result = await run.RunAsync("init", "--space", "produc: tion # x", "--project", "support-bot");
        var lint = await run.RunAsync("lint");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.All(files, file => Assert.Contains($"wrote {file}\n", result.Error, StringComparison.Ordinal));
        Assert.Equal((0, ""), (lint.ExitCode, lint.Error));
        Assert.Contains("1 task linted", lint.Output, StringComparison.Ordinal);
        Assert.Contains("space: 'produc: tion # x'\n", run.Read("tasklint.yaml"), StringComparison.Ordinal);
        foreach (var file in files)
        {
            var text = run.Read(file);
            Assert.DoesNotContain("{{b", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{f", text, StringComparison.Ordinal);
            new YamlStream().Load(new StringReader(text));
        }
    }

    [Fact]
    public async Task Existing_files_are_left_as_they_are_and_force_replaces_them_but_no_link()
    {
        run.File("tasklint.yaml", "# ours\n");
        var result = await run.RunAsync("init", "--platform", "github", "--project", "p");
        Assert.Equal((0, "# ours\n"), (result.ExitCode, run.Read("tasklint.yaml")));
        Assert.Contains("tasklint.yaml exists already and is left as it is", result.Error, StringComparison.Ordinal);

        var forced = await run.RunAsync("init", "--platform", "github", "--project", "p", "--force");
        Assert.Equal(0, forced.ExitCode);
        Assert.StartsWith("# Settings of tasklint", run.Read("tasklint.yaml"), StringComparison.Ordinal);
        File.Delete(run.PathOf("tasklint.yaml"));
        run.File("elsewhere/file", "theirs");
        File.CreateSymbolicLink(run.PathOf("tasklint.yaml"), run.PathOf("elsewhere/file"));

        var linked = await run.RunAsync("init", "--platform", "github", "--project", "p", "--force");

        Assert.Equal((2, "theirs"), (linked.ExitCode, run.Read("elsewhere/file")));
    }

    [Fact]
    public async Task Without_a_platform_it_says_how_to_choose_one_and_asks_for_what_it_does_not_know()
    {
        run.IsTerminal = true;

        var result = await run.Input("production\nsupport: bot\n").RunAsync("init");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("add --platform github or gitlab or azure", result.Error, StringComparison.Ordinal);
        Assert.Contains("space: production\n", run.Read("tasklint.yaml"), StringComparison.Ordinal);
        Assert.Contains("project: 'support: bot'\n", run.Read("arize/tasks.arize.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--platform", "jenkins")]
    [InlineData("--folder", "../out")]
    [InlineData("--folder", "a b; rm -rf .")]
    [InlineData("--folder", "/tmp")]
    public async Task What_cannot_be_is_refused_before_anything_is_written(string option, string value)
    {
        var result = await run.RunAsync("init", option, value);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(run.Folder));
    }

    [Fact]
    public async Task With_a_key_and_a_space_the_live_tasks_are_declared_and_the_check_is_green()
    {
        await using var server = await ServerRun.StartAsync();
        var space = server.World.AddSpace("production");
        var project = server.World.AddProject(space, "support-bot");
        server.World.AddTask(space, new JsonObject
        {
            ["name"] = "Tone",
            ["project_id"] = project,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = server.World.AddTemplateEvaluator(space, "Tone", "Judge this") }),
        });

        var result = await server.Tool.RunAsync("init", "--space", "production", "--platform", "azure");
        var check = await server.Tool.RunAsync("check");

        Assert.Equal((0, 0), (result.ExitCode, check.ExitCode));
        Assert.Contains("project: support-bot", server.Tool.Read("arize/tasks.arize.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nightly_job_of_github_proposes_live_values_in_one_pull_request_and_refreshes_it()
    {
        Assert.SkipWhen(Programs.MaySkip && !Programs.Has("bash"), "bash is not there");
        Assert.Equal(0, (await run.RunAsync("init", "--platform", "github", "--project", "support-bot")).ExitCode);
        run.File("arize/tasks.arize.yaml", """
            tasks:
              - { id: T1, name: Tone, type: template_evaluation, project_id: P1, sampling_rate: 0.1, evaluators: [{ evaluator_id: E1 }] }

            """);
        run.File("tasklint.yaml", "declarations: arize/\nlive: live.json\n").File("live.json", Live("1"));
        var remote = Directory.CreateTempSubdirectory("tasklint-remote-").FullName;
        await GitRun.GitInAsync(remote, "init", "--quiet", "--bare");
        await GitRun.GitInAsync(run.Folder, "init", "--quiet", "--initial-branch", "main");
        await GitRun.GitInAsync(run.Folder, "remote", "add", "origin", remote);
        // What the job makes besides is not part of the repository.
        run.File(".gitignore", "tools/\ngh.log\nlive.json\n");
        await GitRun.GitInAsync(run.Folder, "add", "--all");
        await GitRun.GitInAsync(run.Folder, "commit", "--quiet", "--message", "a state");
        var job = new YamlStream();
        job.Load(new StringReader(run.Read(".github/workflows/tasklint.yml")));
        var script = ((YamlSequenceNode)job.Documents[0].RootNode["jobs"]["update"]["steps"])[2]["run"].ToString();

        var first = await ShellAsync(script, open: "0");
        await GitRun.GitInAsync(run.Folder, "switch", "--quiet", "main");
        run.File("live.json", Live("0.5"));
        var second = await ShellAsync(script, open: "1");
        await GitRun.GitInAsync(run.Folder, "switch", "--quiet", "main");
        run.File("live.json", Live("0.1"));
        var clean = await ShellAsync(script, open: "1");

        Assert.True((first.ExitCode, second.ExitCode, clean.ExitCode) is (0, 0, 0), first.Output + second.Output + clean.Output);
        var calls = run.Read("gh.log").Split('\n').Where(call => !call.StartsWith("pr list", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("pr create --head tasklint/drift", calls[0], StringComparison.Ordinal);
        Assert.StartsWith("pr edit tasklint/drift --body-file", calls[1], StringComparison.Ordinal);
        Assert.Equal("", calls[2]);
        Assert.Contains("sampling_rate: 0.5", await GitRun.GitInAsync(remote, "show", "tasklint/drift:arize/tasks.arize.yaml"), StringComparison.Ordinal);
        Directory.Delete(remote, recursive: true);
    }

    private static string Live(string rate) => $$"""
        { "tasks": [{ "id": "T1", "name": "Tone", "type": "template_evaluation", "project_id": "P1", "sampling_rate": {{rate}},
          "evaluators": [{ "evaluator_id": "E1" }] }], "pagination": { "has_more": false } }
        """;

    private async Task<(int ExitCode, string Output)> ShellAsync(string script, string open)
    {
        var shell = new StepShell(run.Folder).WithTool().With("gh", $"echo \"$@\" >> '{run.PathOf("gh.log")}'\nif [ \"$2\" = list ]; then echo {open}; fi");
        var (code, output, error) = await shell.RunAsync("bash", script, ("RUNNER_TEMP", run.PathOf("tools")));
        return (code, output + error);
    }
}
