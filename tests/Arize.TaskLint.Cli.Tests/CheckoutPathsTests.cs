
namespace Arize.TaskLint.Cli.Tests;

/// <summary>Paths in the reports of a job that runs in a folder of its repository.</summary>
public sealed class CheckoutPathsTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "github", "file=team/app/a/a.arize.yaml,", "file=team/b.arize.yaml,")]
    [InlineData("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "sarif", "\"uri\": \"team/app/a/a.arize.yaml\"", "\"uri\": \"team/b.arize.yaml\"")]
    [InlineData("GITLAB_CI", "CI_PROJECT_DIR", "gitlab", "\"path\": \"team/app/a/a.arize.yaml\"", "\"path\": \"team/b.arize.yaml\"")]
    [InlineData("TF_BUILD", "BUILD_SOURCESDIRECTORY", "azure", "sourcepath=team/app/a/a.arize.yaml;", "sourcepath=team/b.arize.yaml;")]
    [InlineData("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "msbuild", "a/a.arize.yaml(", "../b.arize.yaml(")]
    public async Task Platforms_get_paths_from_the_top_of_the_checkout_and_people_from_the_working_directory(
        string platform, string root, string format, string below, string above)
    {
        using var outer = ToolRun.Create().File("team/b.arize.yaml", Faulty).File("team/app/a/a.arize.yaml", Faulty);
        using var run = ToolRun.In(outer.PathOf("team/app")).Variable(platform, "true").Variable(root, outer.Folder);

        var result = await run.RunAsync("lint", "a/a.arize.yaml", "../b.arize.yaml", "--format", format);

        Assert.Contains(below, result.Output, StringComparison.Ordinal);
        Assert.Contains(above, result.Output, StringComparison.Ordinal);
    }

    private const string Faulty = """
        tasks:
          - { name: Tone, type: template_evaluation, project_id: P1, sampling_rate: 25, evaluators: [{ evaluator_id: E1 }] }

        """;
}
