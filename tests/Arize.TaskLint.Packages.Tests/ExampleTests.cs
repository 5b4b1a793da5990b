using System.Xml.Linq;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>The examples of projects, as somebody has them who copied them: with the package instead of this repository's sources.</summary>
public sealed class ExampleTests(Feed feed)
{
    private const string Catalog = "csharp-catalog";
    private const string WithSnapshot = "csharp-snapshot";

    [Theory]
    [InlineData(Catalog, "SupportBot.Tasks.csproj")]
    [InlineData(WithSnapshot, "SupportBot.Snapshot.csproj")]
    public void It_references_the_version_that_is_packed(string example, string project) => Assert.Equal(
        BuildInfo.Version,
        (string?)XDocument.Load(Repository.PathOf("examples", example, project)).Descendants("PackageReference").Single().Attribute("Version"));

    [Fact]
    public async Task It_builds_without_a_warning() =>
        Assert.Equal((0, ""), await BuiltAsync(Copy()));

    [Fact]
    public async Task Its_editorconfig_makes_an_error_of_what_is_a_suggestion_elsewhere()
    {
        var project = Copy();
        Change(project, "SupportBotTasks.cs", ".SamplingRate(0.1)", ".SamplingRate(1)");
        Change(project, "SupportBotTasks.cs", ".QueryFilter(\"status_code = 'OK'\")", "");
        Change(project, "arize/toxicity.arize.yaml", "sampling_rate: 0.25", "sampling_rate: 1");
        Change(project, "arize/toxicity.arize.yaml", "is_continuous: false", "is_continuous: true");

        var code = PositionOf(project, "SupportBotTasks.cs", ".SamplingRate(", "1)");
        var yaml = PositionOf(project, "arize/toxicity.arize.yaml", "sampling_rate: ", "1");
        Assert.Equal((1, $"SupportBotTasks.cs{code}: error ATL2011\narize/toxicity.arize.yaml{yaml}: error ATL2011"), await BuiltAsync(project));
    }

    [Fact]
    public async Task Drift_from_its_snapshot_is_printed_at_the_line_of_the_declaration_in_code_and_in_YAML()
    {
        var project = Copy(WithSnapshot);

        var built = await project.BuildAsync();

        var (rate, task) = (PositionOf(project, "SupportBotTasks.cs", ".SamplingRate(", "0.1"), PositionOf(project, "SupportBotTasks.cs", "CodeEvaluation(", "\"Nightly"));
        var yaml = PositionOf(project, "arize/toxicity.arize.yaml", "sampling_rate: ", "0.25");
        Assert.Equal((0, $"SupportBotTasks.cs{rate}: warning ATL7001\nSupportBotTasks.cs{task}: warning ATL7002\narize/toxicity.arize.yaml{yaml}: warning ATL7001"), (built.ExitCode, built.Lines));
        // With the words that the page on editors has of it.
        var said = File.ReadAllLines(Repository.PathOf("src", "docs", "editor.md")).Where(line => line.Contains("): warning ATL700", StringComparison.Ordinal)).Select(line => line.Trim('-', ' ', '`')).ToList();
        Assert.Equal(3, said.Count);
        Assert.All(said, line => Assert.Contains($"/{line} [", built.Output, StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Lines)> BuiltAsync(ProjectFolder project)
    {
        var built = await project.BuildAsync("-warnaserror");
        return (built.ExitCode, built.Lines);
    }

    private ProjectFolder Copy(string example = Catalog)
    {
        var project = feed.CreateProject();
        var folder = Repository.PathOf("examples", example);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("Directory.Build.", StringComparison.Ordinal))
                project.File(path, File.ReadAllText(file));
        }

        return project;
    }

    private static string PositionOf(ProjectFolder project, string path, string before, string value)
    {
        var text = File.ReadAllText(Path.Combine(project.Folder, path));
        var at = text.IndexOf(before + value, StringComparison.Ordinal) + before.Length;
        return $"({text[..at].Count(c => c == '\n') + 1},{at - text.LastIndexOf('\n', at)})";
    }

    private static void Change(ProjectFolder project, string path, string old, string now)
    {
        var text = File.ReadAllText(Path.Combine(project.Folder, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        project.File(path, text.Replace(old, now, StringComparison.Ordinal));
    }
}
