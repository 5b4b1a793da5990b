using System.Text.RegularExpressions;
using Arize.TaskLint.Core;
using Arize.TaskLint.Engine.Init;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the files of <c>init</c> fetch, and what they leave of a merge request.</summary>
public sealed partial class InitPinTests : IDisposable
{
    private readonly ToolRun run = ToolRun.Create();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Actions_are_pinned_to_the_commits_that_the_release_of_the_project_uses()
    {
        await run.RunAsync("init", "--platform", "github", "--project", "p");
        var own = Uses().Matches(await File.ReadAllTextAsync(Repository.PathOf(".github", "workflows", "release.yml")))
            .Select(one => one.Value.Trim()).ToHashSet(StringComparer.Ordinal);

        var written = new[] { "tasklint.yml", "tasklint-comment.yml" }
            .SelectMany(file => Uses().Matches(run.Read($".github/workflows/{file}"))).Select(one => one.Value.Trim()).ToList();

        Assert.Equal(4, written.Count);
        Assert.Subset(own, written.ToHashSet(StringComparer.Ordinal));
        Assert.All(written, one => Assert.Matches("@[0-9a-f]{40} # v[0-9.]+$", one));
    }

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3-rc.1", "1.2.3rc1")]
    [InlineData("0.1.0-alpha.0.271", "0.1.0a0.post271")]
    [InlineData("0.10.0-beta.2.3", "0.10.0b2.post3")]
    public async Task A_version_for_Python_is_that_of_the_wheel(string version, string expected)
    {
        Assert.Equal(expected, PythonVersion.Of(version));
        Assert.SkipWhen(Programs.MaySkip && !Programs.Has("python3"), "python3 is not there");

        var (code, output, error) = await Programs.RunAsync(
            Repository.PathOf("src", "packaging"), "python3", "-B", "-c", "import sys; from tasklint_packaging.versions import python_version; print(python_version(sys.argv[1]))", version);

        Assert.True(code == 0, error);
        Assert.Equal(expected, output.Trim());
    }

    [Theory]
    [InlineData("github", ".github/workflows/tasklint.yml")]
    [InlineData("gitlab", ".gitlab/tasklint.gitlab-ci.yml")]
    [InlineData("azure", "azure-pipelines.tasklint.yml")]
    public async Task The_written_files_install_the_version_that_Python_knows(string platform, string file)
    {
        await run.RunAsync("init", "--platform", platform, "--project", "p");

        Assert.Contains($" tasklint=={PythonVersion.Of(BuildInfo.Version)}\n", run.Read(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_job_of_gitlab_comments_on_no_result_that_a_merge_request_brings()
    {
        Assert.SkipWhen(Programs.MaySkip && !Programs.Has("sh"), "sh is not there");
        await run.RunAsync("init", "--platform", "gitlab", "--project", "p");
        var lines = run.Read(".gitlab/tasklint.gitlab-ci.yml").Split('\n');
        var script = lines.SkipWhile(line => !line.Contains("if [ -n \"${ARIZE_API_KEY:-}\" ]", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal));
        run.File("tasklint.json", "theirs").File("script", "tasklint() { echo \"ran $1\"; return 2; }\n" + string.Join('\n', script));

        var (code, output, _) = await Programs.RunAsync(
            run.Folder, "sh", "-c", "CI_MERGE_REQUEST_IID=1 GITLAB_TOKEN=t; export CI_MERGE_REQUEST_IID GITLAB_TOKEN; . ./script");

        Assert.Equal((2, "ran lint\n"), (code, output));
        Assert.False(File.Exists(run.PathOf("tasklint.json")));
    }

    [GeneratedRegex("(?<=uses: ).*")]
    private static partial Regex Uses();
}
