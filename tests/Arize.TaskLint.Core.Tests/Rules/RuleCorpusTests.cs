using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

/// <summary>
/// What the rules say of the files in <c>Corpus</c>: <c>err/RULE</c> with the findings that a file states, <c>quiet/RULE</c> on which a
/// rule must not report, <c>ok</c> with nothing to report. A file that is added is a test that is added.
/// </summary>
public sealed partial class RuleCorpusTests
{
    public static TheoryData<string> Broken => [.. RuleCorpus.Files("err")];

    public static TheoryData<string> Quiet => [.. RuleCorpus.Files("quiet")];

    public static TheoryData<string> Valid => [.. RuleCorpus.Files("ok")];

    public static TheoryData<string> OfflineRules => [.. RuleCatalogue.All.Where(rule => rule.Traits is { NeedsLive: false, NeedsSample: false, IsForCodeOnly: false }).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_has_the_findings_that_it_states(string file)
    {
        var (findings, head) = Check(file);
        var expected = head.Where(line => line.StartsWith("# expect ", StringComparison.Ordinal)).ToList();
        var actual = findings.Where(finding => finding.Severity > Severity.Silent || finding.Rule.Id == RuleOf(file)).Select(Line).ToList();
        Assert.True(expected.SequenceEqual(actual), $"{file} has other findings than it states:\n{string.Join('\n', actual)}\n");
        Assert.Contains(findings, finding => finding.Rule.Id == RuleOf(file));
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public void A_rule_keeps_quiet_where_it_must(string file)
    {
        var (findings, head) = Check(file);
        var allowed = head.Select(line => AllowLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.DoesNotContain(RuleOf(file), allowed);
        AssertOnly(file, findings, allowed, RuleOf(file));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_has_no_error(string file)
    {
        var (findings, head) = Check(file);
        var allowed = head.Select(line => AllowLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)
            .Concat(AllowedByName().Matches(file).Select(match => match.Groups[1].Value))
            .ToHashSet();
        // JSON has no comments, and an answer of the API has members that only the server writes.
        if (Path.GetExtension(file) == ".json" && findings.Any(finding => finding.Rule.Id == "ATL1007"))
            allowed.Add("ATL1007");
        AssertOnly(file, findings, allowed, null);
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Valid_files_have_every_kind_of_task_on_every_data_source_in_both_shapes_and_every_run_configuration()
    {
        var tasks = RuleCorpus.Files("ok")
            .SelectMany(file => new DeclarationReader(_ => null).Read(file, File.ReadAllBytes(Path.Combine(RuleCorpus.Folder, file))).Tasks)
            .Where(task => task is { Type: not TaskTypes.None, DataSource: DataSources.Project or DataSources.Dataset })
            .ToList();

        string ShapeOf(TaskDeclaration task) => task.QueryFilters.IsGiven ? "filters" : task.QueryFilter.IsGiven ? "a filter" : "no filter";
        var seen = tasks.Select(task => $"{task.Type} on a {task.DataSource} with {ShapeOf(task)}").ToHashSet();
        string[] wanted =
        [
            .. from type in new[] { TaskTypes.TemplateEvaluation, TaskTypes.CodeEvaluation }
               from source in new[] { "Project with filters", "Project with a filter", "Project with no filter", "Dataset with a filter", "Dataset with no filter" }
               select $"{type} on a {source}",
            "RunExperiment on a Dataset with no filter",
        ];
        Assert.Empty(wanted.Except(seen));
        Assert.Superset(
            new HashSet<ExperimentTypes> { ExperimentTypes.LlmGeneration, ExperimentTypes.TemplateEvaluation, ExperimentTypes.AgentCall },
            tasks.Select(task => task.RunConfiguration?.Type ?? ExperimentTypes.None).ToHashSet());
        Assert.True(RuleCorpus.Files("ok").Count() >= 60);
    }

    [Theory]
    [MemberData(nameof(OfflineRules))]
    public void Every_rule_over_declarations_has_its_cases(string rule)
    {
        Assert.True(RuleCorpus.Files($"err/{rule}").Count() >= 2, $"{rule} needs two files or more in err/{rule}");
        Assert.True(RuleCorpus.Files($"quiet/{rule}").Count() >= 3, $"{rule} needs three files or more in quiet/{rule}");
    }

    [Fact]
    public void Every_folder_is_a_rules()
    {
        var folders = Directory.GetDirectories(Path.Combine(RuleCorpus.Folder, "err")).Concat(Directory.GetDirectories(Path.Combine(RuleCorpus.Folder, "quiet")));
        Assert.All(folders, folder => Assert.Equal(Path.GetFileName(folder), RuleCatalogue.Find(Path.GetFileName(folder))?.Id));
    }

    [Fact]
    public void Messages_are_the_same_on_every_machine()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            foreach (var file in RuleCorpus.Files("err"))
                A_broken_file_has_the_findings_that_it_states(file);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void One_task_in_two_files_is_declared_twice()
    {
        var reader = new DeclarationReader(_ => null);
        var first = reader.Read(new SourceFile("a/first.arize.yaml", "\n- { partial: true, name: Nightly }\n- { partial: true, id: one }\n"));
        var second = reader.Read(new SourceFile("b/second.arize.yaml", "- { partial: true, name: Nightly }\n- { partial: true, id: one }\n"));
        Assert.Equal(
            [
                "b/second.arize.yaml # expect 1,26-1,33 ATL1008 the task 'Nightly' is declared already, at a/first.arize.yaml:2",
                "b/second.arize.yaml # expect 2,24-2,27 ATL1008 the task with the ID 'one' is declared already, at a/first.arize.yaml:3",
            ],
            Linter.Check([first, second], new SpaceSettings()).Select(finding => $"{finding.Place.File!.Path} {Line(finding)}"));
    }

    private static string RuleOf(string file) => file.Split('/')[1];

    private static (IReadOnlyList<Finding> Findings, string[] Head) Check(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(RuleCorpus.Folder, file));
        var document = new DeclarationReader(name => RuleCorpus.Variables.GetValueOrDefault(name)).Read(Path.GetFileName(file), bytes);
        string[] head = [.. Encoding.UTF8.GetString(bytes).Split('\n').TakeWhile(line => line.StartsWith('#'))];
        return (RuleRun.Lint(RuleCorpus.SettingsOf(head) is { } settings ? RuleRun.Policies(settings) : null, document), head);
    }

    private static void AssertOnly(string file, IReadOnlyList<Finding> findings, HashSet<string> allowed, string? never)
    {
        var unwanted = findings.Where(finding => finding.Rule.Id == never || (finding.Severity > Severity.Suggestion && !allowed.Contains(finding.Rule.Id)));
        Assert.True(!unwanted.Any(), $"{file} has findings that it must not have:\n{string.Join('\n', unwanted.Select(Line))}\n");
        var idle = allowed.Except(findings.Select(finding => finding.Rule.Id));
        Assert.True(!idle.Any(), $"{file} allows what is not reported: {string.Join(", ", idle)}");
    }

    private static string Line(Finding finding)
    {
        var (start, end) = (finding.Place.StartPosition, finding.Place.EndPosition);
        return $"# expect {start.Line},{start.Column}-{end.Line},{end.Column} {finding.Rule.Id} {finding.Message}";
    }

    [GeneratedRegex(@"^# allow (ATL\d{4})$")]
    private static partial Regex AllowLine();

    [GeneratedRegex(@"\.allow-(ATL\d{4})(?=\.)")]
    private static partial Regex AllowedByName();
}
