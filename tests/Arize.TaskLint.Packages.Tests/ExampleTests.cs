using System.Xml.Linq;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>The example of a project, as somebody has it who copied it: with the package instead of this repository's sources.</summary>
public sealed class ExampleTests(Feed feed)
{
    private static readonly string Example = Repository.PathOf("examples", "csharp-catalog");

    [Fact]
    public void It_references_the_version_that_is_packed() => Assert.Equal(
        BuildInfo.Version,
        (string?)XDocument.Load(Path.Combine(Example, "SupportBot.Tasks.csproj")).Descendants("PackageReference").Single().Attribute("Version"));

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

    private static async Task<(int ExitCode, string Lines)> BuiltAsync(ProjectFolder project)
    {
        var built = await project.BuildAsync("-warnaserror");
        return (built.ExitCode, built.Lines);
    }

    private ProjectFolder Copy()
    {
        var project = feed.CreateProject();
        foreach (var file in Directory.EnumerateFiles(Example, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Example, file).Replace('\\', '/');
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
