namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Comments in YAML files that suppress: the compiler reads them too. What is idle or has ended only the tool says, which has a clock.</summary>
public sealed class YamlCommentTests
{
    private const string Rate = "name: A\ntype: code_evaluation\nproject: support-bot\nsampling_rate: 25\nevaluators:\n  - evaluator: Toxicity\n";

    [Theory]
    [InlineData("# tasklint disable ATL2004 -- the vendor counts in percent\n", "")]
    [InlineData("# tasklint disable\n", "")]
    [InlineData("", " # tasklint disable-line ATL2004, ATL2011")]
    [InlineData("", " # tasklint disable-line ATL2004 until 2020-01-31 -- it counts for ever here")]
    [InlineData("# tasklint disable until 0001-01-01\n", "")]
    public async Task What_a_comment_suppresses_the_compiler_does_not_report(string before, string behind) =>
        Assert.Empty(await FoundAsync(before + Rate.Replace("25", "25" + behind, StringComparison.Ordinal)));

    [Theory]
    [InlineData("# tasklint disable-next-line ATL2004\n", "", "a.arize.yaml(5,16)")]
    [InlineData("# tasklint disable ATL2011\n", "", "a.arize.yaml(5,16)")]
    [InlineData("# tasklint disable ATL2004\n# tasklint enable ATL2004\n", "", "a.arize.yaml(6,16)")]
    [InlineData("", " # tasklint enable ATL2004", "a.arize.yaml(4,16)")]
    [InlineData("x-note: '# tasklint disable'\n", "", "a.arize.yaml(5,16)")]
    public async Task What_no_comment_means_is_reported_and_nothing_of_the_comments(string before, string behind, string place) =>
        Assert.Equal(
            [$"{place}: error ATL2004: sampling_rate '25' is not between 0 and 1; did you mean 0.25"],
            await FoundAsync(before + Rate.Replace("25", "25" + behind, StringComparison.Ordinal)));

    [Theory]
    [InlineData("# tasklint disable ATL2O04\n", "a.arize.yaml(1,20): error ATL9003: there is no rule 'ATL2O04'; did you mean ATL2004")]
    [InlineData("# tasklint disable ATL2004 until soon\n", "a.arize.yaml(1,34): error ATL9003: 'until' needs a date such as 2027-01-31, but has 'soon'")]
    public async Task A_comment_that_cannot_be_read_is_reported_and_suppresses_nothing(string before, string expected) =>
        Assert.Equal(
            [expected, "a.arize.yaml(5,16): error ATL2004: sampling_rate '25' is not between 0 and 1; did you mean 0.25"],
            await FoundAsync(before + Rate));

    [Fact]
    public async Task What_is_said_of_several_files_together_is_suppressed_in_the_file_that_it_stands_in()
    {
        const string Task = "name: A\npartial: true\n";

        Assert.Single(await FoundAsync(Task, Task));
        Assert.Single(await FoundAsync("# tasklint disable\n" + Task, Task));
        Assert.Empty(await FoundAsync(Task, "# tasklint disable-next-line ATL1008\n" + Task));
    }

    [Fact]
    public async Task A_comment_counts_in_its_own_file_only_though_another_has_the_same_text_but_for_it() =>
        Assert.StartsWith("b.arize.yaml", Assert.Single(await FoundAsync("# tasklint disable ATL2004\n" + Rate, Rate.Replace("name: A", "name: B", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_is_not_valid_YAML_suppresses_nothing() =>
        Assert.Contains("ATL1001", Assert.Single(await FoundAsync("# tasklint disable\nname: [\n")), StringComparison.Ordinal);

    private static async Task<List<string>> FoundAsync(params string[] texts)
    {
        var compiled = new Compiled { Additional = [.. texts.Select((text, i) => ($"{(char)('a' + i)}.arize.yaml", text))] };
        return [.. (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Select(one => one.ToString())];
    }
}
