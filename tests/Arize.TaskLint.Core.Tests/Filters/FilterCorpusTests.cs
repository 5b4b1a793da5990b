using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Filters;

/// <summary>
/// Filters and what the rules say of them: each line of a file in <c>Cases</c> is a filter, and the lines below it point at what is wrong with
/// it. <c>TASKLINT_UPDATE_GOLDEN=1</c> writes the latter anew. In <c>dataset.txt</c> the filters are those of a task on a dataset.
/// </summary>
public sealed partial class FilterCorpusTests
{
    private const string Quiet = "quiet.txt";

    private static readonly string Folder = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Filters", "Cases");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_rules_say_what_the_file_says_at_the_place_that_it_points_at(string file)
    {
        var actual = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)).Where(line => !Marker().IsMatch(line)))
        {
            actual.Append(line).Append('\n');
            if (line.Length > 0 && line[0] != '#')
                actual.Append(string.Concat(Judge(line, file == "dataset.txt").Select(Mark)));
        }

        Golden.Matches(Path.Combine(Folder, file), actual.ToString());
    }

    [Fact]
    public void Of_what_is_valid_there_is_nothing_to_say() =>
        Assert.DoesNotContain(File.ReadLines(Path.Combine(Folder, Quiet)), line => Marker().IsMatch(line));

    [Fact]
    public void Every_other_file_but_that_of_datasets_has_only_filters_that_are_reported()
    {
        foreach (var file in Files.Select(row => row.Data).Except([Quiet, "dataset.txt"]))
        {
            foreach (var filter in Cases(file))
                Assert.True(Judge(filter, isOnDataset: false).Count > 0, $"{file}: {filter}");
        }
    }

    [Fact]
    public void There_are_more_than_a_hundred_and_fifty()
    {
        var cases = Files.SelectMany(row => Cases(row.Data)).ToList();
        Assert.True(cases.Distinct().Count() >= 150, $"only {cases.Count}");
        Assert.True(Cases(Quiet).Count() >= 60);
    }

    [Theory]
    [InlineData("evaluators: [{ evaluator: Tone, query_filter: name = }]", "evaluators[Tone].query_filter")]
    [InlineData("evaluators: [{ evaluator_id: \"\", query_filter: name = }]", "evaluators[0].query_filter")]
    [InlineData("query_filters: { filters: [{ id: B, filter: name = }] }", "query_filters.filters[B].filter")]
    [InlineData("query_filter: name =", "query_filter")]
    public void Every_filter_of_a_task_is_looked_at(string field, string path)
    {
        var findings = RuleRun.Lint(RuleRun.Read("a.arize.yaml", $"name: a\npartial: true\n{field}\n"));
        var finding = Assert.Single(findings, finding => finding.Rule.Id == "ATL5001");
        Assert.Equal(path, finding.Path?.ToString());
        Assert.Equal("=", Source(finding));
    }

    [Theory]
    [InlineData("query_filter: { contains: 'name =' }")]
    [InlineData("query_filter: ${FILTER}")]
    [InlineData("query_filter: '  '")]
    [InlineData("query_filter: null")]
    [InlineData("query_filter: [name =]")]
    public void What_is_no_filter_or_is_not_known_is_left_alone(string field) =>
        Assert.DoesNotContain(
            RuleRun.Lint(RuleRun.Read("a.arize.yaml", $"name: a\npartial: true\n{field}\n")),
            finding => finding.Rule.Category == "Arize.Filters");

    private static string Source(Finding finding) => finding.Place.File!.Text[finding.Place.Start..finding.Place.End];

    private static IEnumerable<string> Cases(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && line[0] != '#' && !Marker().IsMatch(line));

    private static List<Finding> Judge(string filter, bool isOnDataset)
    {
        var source = isOnDataset ? "dataset: golden\nexperiments: [base]" : "project: support-bot";
        var document = RuleRun.Read("a.arize.yaml", $"name: a\ntype: template_evaluation\n{source}\nevaluators: [{{ evaluator: Tone }}]\nquery_filter: |-\n  {filter}\n");
        var findings = RuleRun.Lint(document);
        Assert.All(findings, finding => Assert.Equal("Arize.Filters", finding.Rule.Category));
        return [.. findings.Where(finding => finding.Severity > Severity.Silent)];
    }

    private static string Mark(Finding finding)
    {
        var (start, end) = (finding.Place.StartPosition, finding.Place.EndPosition);
        Assert.Equal(start.Line, end.Line);
        return $"{new string(' ', start.Column - 3)}{new string('^', end.Column - start.Column)} {finding.Rule.Id} {finding.Message}{Own(finding)}\n";
    }

    private static string Own(Finding finding) => finding.Severity == finding.Rule.DefaultSeverity ? "" : $" [{finding.Severity.ToString().ToLowerInvariant()}]";

    [GeneratedRegex(@"^ *\^+ ATL\d{4} ")]
    private static partial Regex Marker();
}
