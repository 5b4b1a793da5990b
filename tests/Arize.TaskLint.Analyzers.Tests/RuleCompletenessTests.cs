using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>
/// The rules of the catalogue, and no others, are wherever rules are listed. <c>rules.txt</c> keeps them with their severities and with who judges
/// them, so that a rule that is lost or changed is seen in review; the update switch writes it.
/// </summary>
public sealed partial class RuleCompletenessTests
{
    private const string Head = """
        # Every rule of this version: ID, default severity, and who judges it: the compiler and the tool alike (both), the compiler alone (code), the
        # tool alone (tool), the tool with what the API tells (live).

        """;

    private static readonly IReadOnlyList<Listed> Rules =
        [.. RuleCatalogue.All.Select(rule => new Listed(rule.Id, Words.Of(rule.DefaultSeverity), JudgeOf(rule)))];

    [Fact]
    public void Catalogue_has_the_rules_that_rules_txt_lists() => Golden.Matches(
        Repository.PathOf("tests", "Arize.TaskLint.Analyzers.Tests", "rules.txt"),
        Head + string.Concat(Rules.Select(rule => $"{rule.Id} {rule.Severity} {rule.Judge}\n")));

    [Fact]
    public void Each_has_a_page_in_the_repository_and_in_the_tool()
    {
        var pages = Rules.Select(rule => $"{rule.Id}.md").ToList();
        AssertSame(pages, FilesIn(RulePage.Folder));
        AssertSame(pages, typeof(Cli.Program).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("ATL", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_compiler_has_a_descriptor_for_each_that_it_judges()
    {
        AssertSame(
            [.. Rules.Where(rule => rule.Judge is "both" or "code").Select(rule => rule.Id), "ATL7001", "ATL7002"],
            Descriptors.All.Select(descriptor => descriptor.Id));
        AssertSame(Descriptors.All, new TaskLintAnalyzer().SupportedDiagnostics);
        Assert.All(Descriptors.All, descriptor =>
        {
            var rule = RuleCatalogue.Find(descriptor.Id)!;
            Assert.Equal(rule.Title, descriptor.Title.ToString());
            Assert.Equal(rule.Category, descriptor.Category);
            Assert.Equal(rule.DefaultSeverity != Core.Rules.Severity.None, descriptor.IsEnabledByDefault);
            if (descriptor.IsEnabledByDefault)
                Assert.Equal(Descriptors.Severity(rule.Traits.SnapshotSeverity ?? rule.DefaultSeverity), descriptor.DefaultSeverity);
        });
    }

    [Fact]
    public void The_page_of_rules_lists_them()
    {
        var rows = TableRow().Matches(File.ReadAllText(Repository.PathOf("src", "docs", "rules.md")));
        AssertSame(Rules.Select(rule => (rule.Id, rule.Judge == "live", rule.Severity)), rows.Select(row => (row.Groups[1].Value, row.Groups[2].Success, row.Groups[3].Value)));
    }

    [Fact]
    public void Each_that_judges_a_file_by_itself_has_files_that_it_reports_and_files_on_which_it_keeps_quiet()
    {
        var offline = Rules.Where(rule => rule.Judge is "both" or "tool").Select(rule => rule.Id).ToList();
        foreach (var half in new[] { "err", "quiet" })
            AssertSame(offline, FoldersIn(Path.Combine(RuleCorpus.Folder, half)));
    }

    [Fact]
    public void Each_that_judges_YAML_has_an_example_and_a_saved_answer_where_it_needs_one()
    {
        var folder = Repository.PathOf("examples", "rules");
        AssertSame(Rules.Where(rule => rule.Judge != "code").Select(rule => $"{rule.Id}.arize.yaml"), FilesIn(folder).Where(file => file.EndsWith(".arize.yaml", StringComparison.Ordinal)));
        AssertSame(Rules.Where(rule => rule.Severity == "none").Select(rule => $"{rule.Id}.tasklint.yaml"), FilesIn(folder).Where(file => file.EndsWith(".tasklint.yaml", StringComparison.Ordinal)));
        AssertSame(Rules.Where(rule => rule.Judge is "live" or "sample").Select(rule => $"{rule.Id}.{(rule.Judge == "live" ? "live" : "spans")}.json"), FilesIn(folder).Where(file => file.EndsWith(".json", StringComparison.Ordinal)));
    }

    // Says what is missing and what is too much, which a list of eighty hides.
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        var missing = wanted.Except(found).ToList();
        var besides = found.Except(wanted).ToList();
        Assert.True(missing.Count + besides.Count == 0, $"missing: {string.Join(", ", missing)}\nbesides: {string.Join(", ", besides)}");
        Assert.Equal(wanted.Count, found.Count);
    }

    private static string JudgeOf(Rule rule) => rule switch
    {
        { Traits.NeedsLive: true } => "live",
        { Traits.NeedsSample: true } => "sample",
        { Traits.IsForCodeOnly: true } => "code",
        { Traits.IsForToolOnly: true } => "tool",
        _ => "both",
    };

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path));

    private static IEnumerable<string> FoldersIn(string folder) => Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path));

    [GeneratedRegex(@"^\| \[(ATL[0-9]{4})\]\([^)]*\)( ○)? \| ([a-z]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    private sealed record Listed(string Id, string Severity, string Judge);
}
