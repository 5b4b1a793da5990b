using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Reading;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests;

/// <summary>A new project that references the package: the build tells each mistake at its place, and nothing of what is right.</summary>
public sealed class RulesInTheCompilerTests(Feed feed)
{
    // Those below a warning are not printed by a build; a .globalconfig raises them, for C# and YAML alike.
    private static readonly string GlobalConfig = "is_global = true\n" + string.Concat(
        RuleCatalogue.All.Where(rule => rule.DefaultSeverity is Severity.Suggestion or Severity.Silent && rule is not ConstantInCode)
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning\n"));

    // That each rule says the same of C# and of YAML is held by the tests of the analyzer, without a package. Here each category has its mistakes.
    [Fact]
    public void Each_category_that_the_compiler_judges_has_mistakes_in_both_languages()
    {
        var rules = RuleCatalogue.All.Where(rule => rule is { Traits: { IsForToolOnly: false, IsForCodeOnly: false, NeedsLive: false } } && !RulePage.Of(rule).IsWithoutCode).ToList();

        Assert.Empty(Mistake.All.Select(mistake => mistake.Rule).Except(rules.Select(rule => rule.Id)));
        Assert.Equal(
            rules.Select(rule => rule.Category).Distinct(),
            Mistake.All.Select(mistake => RuleCatalogue.Find(mistake.Rule)!.Category).Distinct());
    }

    [Fact]
    public async Task A_build_tells_each_mistake_at_its_file_line_and_column()
    {
        var expected = new List<string>();
        var project = feed.CreateProject().Project("Arize.TaskLint").File(".globalconfig", GlobalConfig);
        foreach (var mistake in Mistake.All)
        {
            Write(mistake.CSharpFile, mistake.CSharp);
            Write(mistake.YamlFile, mistake.Yaml);

            void Write(string file, string marked)
            {
                project.File(file, Mistake.Unmarked(marked, isCorrected: false, out var marks));
                Assert.Contains(marks, mark => mark.Rule == mistake.Rule);
                expected.AddRange(marks.Select(mark => $"{file}({mark.Line},{mark.Column}): {SeverityOf(mark.Rule)} {mark.Rule}"));
            }
        }

        var built = await project.BuildAsync();

        Assert.Equal(1, built.ExitCode);
        Assert.Equal(string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', built.Reported.Select(one => one.ToString()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_corrected_project_builds_without_a_warning()
    {
        var project = feed.CreateProject().Project("Arize.TaskLint").File(".globalconfig", GlobalConfig);
        foreach (var mistake in Mistake.All)
        {
            project.File(mistake.CSharpFile, Mistake.Unmarked(mistake.CSharp, isCorrected: true, out _));
            project.File(mistake.YamlFile, Mistake.Unmarked(mistake.Yaml, isCorrected: true, out _));
        }

        var built = await project.BuildAsync("-warnaserror");

        Assert.Equal("", built.Lines);
        Assert.True(built.ExitCode == 0, built.Output);
    }

    private static string SeverityOf(string id) => RuleCatalogue.All.Single(rule => rule.Id == id).DefaultSeverity == Severity.Error ? "error" : "warning";
}
