using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>The example of a test project that compares with live tasks, as somebody has it who copied it.</summary>
public sealed class DriftExampleTests(Feed feed)
{
    private static readonly string Example = Repository.PathOf("examples", "xunit-drift");

    [Fact]
    public void Drift_example_references_the_version_that_is_packed() => Assert.Contains(
        $"<PackageReference Include=\"Arize.TaskLint.Engine\" Version=\"{BuildInfo.Version}\" />",
        File.ReadAllText(Path.Combine(Example, "SupportBot.Drift.csproj")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Drift_example_fails_with_the_report_that_check_prints()
    {
        var (code, output, error) = await Copy().DotnetAsync("test");

        Assert.True(code != 0, output + error);
        Assert.Contains("the declarations and the live tasks are not the same (exit 1)", output, StringComparison.Ordinal);
        Assert.Contains("~ Production Hallucination Check  drifted", output, StringComparison.Ordinal);
        Assert.Contains("0.1 → 1     10× the judge calls; ATL7001 at 8:20", output, StringComparison.Ordinal);
        Assert.Contains("- Weekly Toxicity                 missing", output, StringComparison.Ordinal);
        Assert.Contains("4 tasks checked: 2 in sync, 1 drifted, 1 missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_example_passes_where_nothing_drifted()
    {
        var project = Copy().File("support-bot.arize.yaml", """
            name: Nightly Toxicity
            type: CODE_EVALUATION
            project_id: TW9kZWw6MTIzOmFCY0Q=
            evaluators: [{ evaluator_id: RXZhbHVhdG9yOjEzOnRPeEU= }]
            """).File("live.json", """
            { "tasks": [{ "id": "T25saW5lVGFzazo0NTpxUndY", "name": "Nightly Toxicity", "type": "CODE_EVALUATION", "project_id": "TW9kZWw6MTIzOmFCY0Q=",
              "evaluators": [{ "evaluator_id": "RXZhbHVhdG9yOjEzOnRPeEU=" }] }] }
            """);

        var (code, output, error) = await project.DotnetAsync("test");

        Assert.True(code == 0, output + error);
    }

    private ProjectFolder Copy()
    {
        var project = feed.CreateProject();
        foreach (var file in Directory.EnumerateFiles(Example).Where(file => !Path.GetFileName(file).StartsWith("Directory.Build.", StringComparison.Ordinal)))
            project.File(Path.GetFileName(file), File.ReadAllText(file));
        // The test framework is that of this repository's own tests, which is restored already.
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return project.File("nuget.config", $"""
            <configuration>
              <fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
    }
}
