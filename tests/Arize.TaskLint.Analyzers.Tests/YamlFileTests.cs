using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>The YAML files of a project, which arrive as additional files.</summary>
public sealed class YamlFileTests
{
    private const string Rate = "name: A\ntype: code_evaluation\nproject: support-bot\nsampling_rate: 25\nevaluators:\n  - evaluator: Toxicity\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mistake_is_reported_at_its_place_with_the_words_of_the_tool(bool hasBuilders) =>
        Assert.Equal(
            ["a.arize.yaml(4,16): error ATL2004: sampling_rate '25' is not between 0 and 1; did you mean 0.25"],
            await FoundAsync(new Compiled { HasBuilders = hasBuilders, Additional = [("a.arize.yaml", Rate), ("b.yaml", Rate), ("c.json", "{")] }));

    [Fact]
    public async Task Files_of_one_text_are_reported_each() =>
        Assert.Equal(3, (await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Rate), ("b.arize.yml", Rate)] })).Count);

    [Fact]
    public async Task A_file_that_is_handed_over_twice_declares_its_tasks_once() =>
        Assert.Single(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Rate), ("a.arize.yaml", Rate)] }));

    [Fact]
    public async Task What_the_environment_gives_is_not_known() =>
        Assert.Empty(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Rate.Replace("25", "${RATE}", StringComparison.Ordinal)), ("b.arize.yaml", Rate.Replace("25", "${RATE:0.5}", StringComparison.Ordinal).Replace("name: A", "name: B", StringComparison.Ordinal))] }));

    [Theory]
    [InlineData("a: [1\nb: 2")]
    [InlineData("\t- a")]
    [InlineData("name: !<")]
    [InlineData("*x")]
    [InlineData("")]
    [InlineData("\0")]
    public async Task A_broken_file_is_a_finding_and_no_exception(string text) =>
        Assert.All(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", text)] }), line => Assert.Contains("ATL1001", line, StringComparison.Ordinal));

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("none", null)]
    [InlineData("what", DiagnosticSeverity.Error)]
    public async Task A_key_of_its_own_sets_the_severity_for_a_file(string word, DiagnosticSeverity? severity)
    {
        var compiled = new Compiled { Additional = [("a.arize.yaml", Rate)], Options = [("a.arize.yaml", "tasklint.atl2004.severity", word)] };
        var found = await compiled.AnalyzeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task The_compilations_own_options_count_too()
    {
        Assert.Empty(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Rate)], Severities = [("ATL2004", ReportDiagnostic.Suppress)] }));
        Assert.Contains("warning ATL2004", Assert.Single(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Rate)], Severities = [("ATL2004", ReportDiagnostic.Warn)] })), StringComparison.Ordinal);
    }

    private static async Task<List<string>> FoundAsync(Compiled compiled) =>
        [.. (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Select(one => one.ToString())];
}
