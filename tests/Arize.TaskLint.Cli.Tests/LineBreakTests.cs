namespace Arize.TaskLint.Cli.Tests;

/// <summary>Lines are counted as editors count them, whichever line breaks a file has.</summary>
public sealed class LineBreakTests
{
    private const string Yaml = "# first\nname: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\ncreated_at: x # tasklint disable-line ATL2011 -- kept\nevaluators: [{ evaluator: T }]\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Findings_and_suppressions_are_at_the_same_lines(string lineBreak)
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Yaml.Replace("\n", lineBreak, StringComparison.Ordinal));

        var result = await run.RunAsync("lint", "a.arize.yaml");

        Assert.Contains("a.arize.yaml:5:16: error ATL2004", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ATL2011:", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Mixed_line_breaks_count_one_line_each()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", "# 1\r# 2\r\n# 3\n\r# 5\rname: A\r\ntype: code_evaluation\nproject: p\rsampling_rate: 25\revaluators: [{ evaluator: T }]\r");

        var result = await run.RunAsync("lint", "a.arize.yaml");

        Assert.Contains("a.arize.yaml:9:16: error ATL2004", result.Output, StringComparison.Ordinal);
    }
}
