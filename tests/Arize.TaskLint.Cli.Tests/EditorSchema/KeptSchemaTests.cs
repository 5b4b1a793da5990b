using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests.EditorSchema;

/// <summary>The schema that the repository keeps, and the examples that name it.</summary>
public sealed class KeptSchemaTests
{
    /// <summary>The schema that the examples name.</summary>
    internal static string Kept { get; } = Repository.PathOf("examples", "arize-tasks.schema.json");

    public static TheoryData<string> Examples => [.. ExampleFiles()];

    [Fact]
    public async Task The_schema_that_is_kept_is_what_the_tool_prints()
    {
        using var run = ToolRun.Create();
        var printed = await run.RunAsync("schema");

        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        Golden.Matches(Kept, printed.Output);
    }

    [Fact]
    public async Task A_file_in_a_folder_that_is_not_there_is_told()
    {
        using var run = ToolRun.Create();
        var result = await run.RunAsync("schema", "--output", "nowhere/arize-tasks.schema.json");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("tasklint: --output 'nowhere/arize-tasks.schema.json' cannot be written: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_names_the_schema_in_its_first_line(string example)
    {
        var path = Repository.PathOf("examples", example);
        var schema = Path.GetRelativePath(Path.GetDirectoryName(path)!, Kept).Replace('\\', '/');

        Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(path).First());
    }

    [Fact]
    public void An_example_that_shows_no_mistake_has_nothing_above_a_suggestion()
    {
        var files = ExampleFiles().Where(file => file.Split('/')[0] is not ("rules" or "baseline")).ToList();
        Assert.NotEmpty(files);
        var findings = files.SelectMany(file => RuleRun.Lint(RuleRun.Read(file, File.ReadAllText(Repository.PathOf("examples", file)))));
        Assert.DoesNotContain(findings, finding => finding.Severity > Severity.Suggestion);
    }

    /// <summary>The declarations in YAML among the examples, by their paths from there.</summary>
    internal static IEnumerable<string> ExampleFiles()
    {
        var folder = Repository.PathOf("examples");
        return Directory.EnumerateFiles(folder, "*.arize.y*ml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }
}
