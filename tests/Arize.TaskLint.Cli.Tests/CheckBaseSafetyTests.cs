using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>check --base</c> runs no program that a repository names in its settings: whoever may change files may have written them.</summary>
public sealed class CheckBaseSafetyTests : IAsyncLifetime
{
    private const string File = "a.arize.yaml";

    private GitRun run = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Programs.MaySkip && !Programs.Has("sh"), "sh is not there");
        run = await GitRun.CreateAsync();
        run.Tool.File(".gitattributes", "*.yaml filter=evil diff=evil merge=evil\n").File(File, Yaml("0.1")).File("live.json", Live);
        await run.CommitAsync();
        run.Tool.File(File, Yaml("0.2"));
    }

    public ValueTask DisposeAsync()
    {
        run?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Marker => run.Tool.PathOf("marker");

    [Fact]
    public async Task Programs_in_the_settings_of_the_repository_are_not_run()
    {
        await NameProgramsAsync();

        var result = await CheckAsync(run.Tool);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("1 pending", result.Output, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Marker));
    }

    [Theory]
    [InlineData("arize", "the working folder")]
    [InlineData("arize/deep/er", "'../..'")]
    public async Task A_bare_repository_among_the_files_is_refused(string folder, string shown)
    {
        await NameProgramsAsync();
        await run.GitAsync("config", "core.worktree", ".");
        foreach (var file in Directory.EnumerateFiles(run.Tool.PathOf(".git"), "*", SearchOption.AllDirectories).ToList())
        {
            var copy = run.Tool.PathOf(Path.Combine("arize", Path.GetRelativePath(run.Tool.PathOf(".git"), file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        await run.GitAsync("config", "--unset", "core.worktree");
        using var tool = ToolRun.In(Directory.CreateDirectory(run.Tool.PathOf(folder)).FullName);
        tool.File(File, Yaml("0.2")).File("live.json", Live);

        var result = await CheckAsync(tool);
        var job = await tool.Variable("GITHUB_ACTIONS", "true").Variable("GITHUB_EVENT_NAME", "pull_request").Variable("GITHUB_BASE_REF", "main")
            .RunAsync("check", "--no-run", "--live", "live.json", File);
        var without = await tool.RunAsync("check", "--no-run", "--live", "live.json", "--no-base", "--skip", "ATL3xxx", File);

        Assert.Equal(
            (2, "", $"tasklint: --base: {shown} has the files of a bare git repository (HEAD, objects, refs), whose settings can run programs, "
                + "so git is not run there; remove them, or run in another folder\n"),
            (result.ExitCode, result.Output, result.Error));
        Assert.Equal(3, job.ExitCode);
        Assert.Contains("has the files of a bare git repository", job.Error, StringComparison.Ordinal);
        Assert.Equal(1, without.ExitCode);
        Assert.False(System.IO.File.Exists(Marker));
    }

    [Fact]
    public async Task A_file_that_a_partial_clone_lacks_is_not_fetched()
    {
        await NameProgramsAsync();
        foreach (var (name, value) in new[]
        {
            ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"),
            ("protocol.ext.allow", "always"), ("remote.origin.url", $"ext::touch {Marker}"),
        })
        {
            await run.GitAsync("config", name, value);
        }

        var blob = await run.GitAsync("rev-parse", $"HEAD:{File}");
        var stored = run.Tool.PathOf($".git/objects/{blob[..2]}/{blob[2..]}");
        System.IO.File.SetAttributes(stored, FileAttributes.Normal);
        System.IO.File.Delete(stored);

        var result = await CheckAsync(run.Tool);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("this partial clone does not have all files of the commit ", result.Error, StringComparison.Ordinal);
        Assert.Contains("git fetch --refetch --no-filter", result.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Marker));
    }

    [Theory]
    [InlineData("*.yaml text eol=crlf\n", "false")]
    [InlineData("", "true")]
    [InlineData("*.yaml -text\n", "true")]
    public async Task Line_breaks_that_a_checkout_changes_are_no_change_of_a_declaration(string attributes, string converts)
    {
        var text = Yaml("0.1") + "    query_filter: |\n      status_code = 'OK'\n      and name = 'a'\n";
        await run.GitAsync("config", "core.autocrlf", converts);
        run.Tool.File(".gitattributes", attributes).File(File, text.ReplaceLineEndings("\r\n"));
        await run.CommitAsync();

        var result = await CheckAsync(run.Tool);

        Assert.Contains("query_filter", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 pending", result.Output, StringComparison.Ordinal);
        Assert.Contains("drifted", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Git_gets_none_of_the_secrets_of_a_job()
    {
        string[] secrets = ["ARIZE_API_KEY", "GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN", "SYSTEM_ACCESSTOKEN"];
        foreach (var secret in secrets)
            run.Tool.Variable(secret, "a-secret-of-this-job");
        var calls = new List<ProgramCallVariables>();
        run.Tool.OnRun = call => calls.Add(new([.. secrets.Where(secret => !call.Variables.TryGetValue(secret, out var value) || value is not null)]));

        await CheckAsync(run.Tool);

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Empty(call.Left));
    }

    private sealed record ProgramCallVariables(IReadOnlyList<string> Left);

    // All that a setting can name; the work tree is as it was, so that only a run of the tool makes the marker.
    private async Task NameProgramsAsync()
    {
        foreach (var name in new[]
        {
            "filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "diff.external",
            "merge.evil.driver", "core.fsmonitor", "core.sshCommand", "core.pager", "pager.ls-tree", "core.gitProxy", "core.editor",
            "core.askPass", "core.alternateRefsCommand", "credential.helper", "alias.read-tree", "alias.checkout-index", "gpg.program",
        })
        {
            await run.GitAsync("config", name, $"sh -c 'touch \"{Marker}\"; cat'");
        }

        var hooks = Directory.CreateDirectory(run.Tool.PathOf(".git/hooks")).FullName;
        foreach (var name in new[] { "post-index-change", "post-checkout", "reference-transaction" })
        {
            var hook = Path.Combine(hooks, name);
            System.IO.File.WriteAllText(hook, $"#!/bin/sh\ntouch '{Marker}'\n");
            if (!OperatingSystem.IsWindows())
                System.IO.File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        System.IO.File.Delete(Marker);
    }

    private static Task<ToolResult> CheckAsync(ToolRun tool) =>
        tool.RunAsync("check", "--no-run", "--skip", "ATL3xxx", "--live", "live.json", "--base", "HEAD", File);

    private static string Yaml(string rate) => $$"""
        space: production
        tasks:
          - id: T25saW5lVGFzazoxOmFCY0Q=
            name: Check
            type: TEMPLATE_EVALUATION
            project_id: TW9kZWw6MTphQmNE
            evaluators: [{ evaluator_id: RXZhbHVhdG9yOjEyOmFCY0Q=, column_mappings: { input: attributes.input.value } }]
            sampling_rate: {{rate}}

        """.ReplaceLineEndings("\n");

    private const string Live = """
        {"tasks":[{"id":"T25saW5lVGFzazoxOmFCY0Q=","name":"Check","type":"TEMPLATE_EVALUATION","project_id":"TW9kZWw6MTphQmNE","sampling_rate":0.1,
        "query_filter":null,"evaluators":[{"evaluator_id":"RXZhbHVhdG9yOjEyOmFCY0Q=","evaluator_name":"Tone","column_mappings":{"input":"attributes.input.value"}}]}],
        "pagination":{"has_more":false}}
        """;
}
