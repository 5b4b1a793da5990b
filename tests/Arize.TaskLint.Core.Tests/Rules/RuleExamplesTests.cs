using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

public sealed partial class RuleExamplesTests
{
    private static readonly string Folder = Repository.PathOf("examples", "rules");

    public static TheoryData<string> OfflineIds => RuleCatalogueTests.OfflineIds;

    public static TheoryData<string> LiveIds => [.. RuleCatalogue.All.Where(rule => rule.Traits.NeedsLive).Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_has_an_example_and_every_example_a_rule()
    {
        var rules = RuleCatalogue.All.Where(rule => !rule.Traits.IsForCodeOnly).ToList();
        if (Golden.IsUpdating)
        {
            foreach (var rule in rules.Where(rule => !File.Exists(PathOf(rule.Id, "arize.yaml"))))
                WriteFromPage(rule);
        }

        Assert.Equal(rules.Select(rule => $"{rule.Id}.arize.yaml"), Files().Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(OfflineIds))]
    public void An_example_reports_its_own_rule_once_and_nothing_else(string id) =>
        Assert.Equal([id], Shown(RuleRun.Lint(PoliciesFor(id), Read(id))).Select(finding => finding.Rule.Id));

    [Theory]
    [MemberData(nameof(LiveIds))]
    public void An_example_of_a_live_rule_reports_nothing_offline_and_its_own_rule_beside_its_live_task(string id)
    {
        var document = Read(id);
        Assert.Empty(Shown(RuleRun.Lint(document)));
        // What these two report, the live task does not run: that is drift too.
        var isDrift = id is "ATL3008" or "ATL3011";
        var findings = Shown(RuleRun.Check(document, File.ReadAllText(PathOf(id, "live.json")), PoliciesFor(id), findsUnmanaged: id == "ATL7003", checksHealth: id == "ATL7007", locked: LockFor(id))).Where(finding => !isDrift || finding.Rule.Id != "ATL7001").ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(id, finding.Rule.Id));
    }

    [Theory]
    [InlineData("ATL7010")]
    [InlineData("ATL7011")]
    [InlineData("ATL7012")]
    public void An_example_of_a_rule_on_samples_reports_nothing_offline_and_its_own_rule_on_its_sample(string id)
    {
        var document = Read(id);
        Assert.Empty(Shown(RuleRun.Lint(document)));
        Assert.Equal([id], RuleRun.Try(document, File.ReadAllText(PathOf(id, "spans.json"))).Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void The_folder_as_a_whole_reports_one_finding_for_each_file_that_breaks_a_rule_offline()
    {
        TaskDocument[] documents = [.. Files().Select(file => RuleRun.Read(Path.GetFileName(file), File.ReadAllText(file)))];
        Assert.Equal(
            RuleCatalogue.All.Where(rule => rule.Traits is { NeedsLive: false, NeedsSample: false, IsForCodeOnly: false, NeedsSettings: false }).Select(rule => ($"{rule.Id}.arize.yaml", rule.Id)),
            Shown(RuleRun.Lint(documents)).Select(finding => (finding.Place.File!.Path, finding.Rule.Id)));
    }

    [Fact]
    public void An_example_says_below_its_modeline_what_it_breaks() =>
        Assert.All(Files(), file => Assert.StartsWith($"# {Path.GetFileName(file)[..7]}: ", File.ReadLines(file).ElementAt(1), StringComparison.Ordinal));

    [Fact]
    public void Ids_in_the_examples_are_of_kinds_that_the_tool_knows()
    {
        var ids = Directory.EnumerateFiles(Folder).SelectMany(file => Id().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToList();
        Assert.True(ids.Count > RuleCatalogue.All.Count, $"only {ids.Count} IDs");
        Assert.All(ids, id => Assert.NotNull(ResourceId.ResourceOf(id)));
    }

    [GeneratedRegex("(?:id\"?: \"?|^ +- )([A-Za-z0-9+/]{8,}=*)\"?,?\r?$", RegexOptions.Multiline)]
    private static partial Regex Id();

    // A silent rule is seen only where it is looked for: in its own example.
    private static List<Finding> Shown(IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.Severity > Severity.Silent || Path.GetFileName(finding.Place.File?.Path) == $"{finding.Rule.Id}.arize.yaml")];

    // A rule that is off until settings ask for it has them beside its example.
    private static PolicySet? PoliciesFor(string id) =>
        RuleCatalogue.Find(id)!.Traits.NeedsSettings ? RuleRun.Policies(File.ReadAllText(PathOf(id, "tasklint.yaml"))) : null;

    private static string? LockFor(string id) => File.Exists(PathOf(id, "tasklint.lock")) ? File.ReadAllText(PathOf(id, "tasklint.lock")) : null;

    // A first example: what the rule's page shows. It is kept from then on.
    private static void WriteFromPage(Rule rule)
    {
        var page = RulePage.Of(rule);
        var yaml = page.Blocks("Bad", "yaml");
        var head = $"# yaml-language-server: $schema=../arize-tasks.schema.json\n# {rule.Id}: {rule.Title}\n";
        var space = yaml[0].StartsWith("space:", StringComparison.Ordinal) ? "" : "space: production\n";
        File.WriteAllText(PathOf(rule.Id, "arize.yaml"), head + space + yaml[0]);
        if (rule.Traits.NeedsSettings)
            File.WriteAllText(PathOf(rule.Id, "tasklint.yaml"), yaml[1]);
        if (rule.Traits.NeedsLive)
            File.WriteAllText(PathOf(rule.Id, "live.json"), page.Blocks("Bad", "json")[0]);
        if (rule.Traits.NeedsSample)
            File.WriteAllText(PathOf(rule.Id, "spans.json"), page.Blocks("Bad", "json")[0]);
        if (page.Blocks("Bad", "json") is [_, var locked])
            File.WriteAllText(PathOf(rule.Id, "tasklint.lock"), locked);
    }

    private static string PathOf(string id, string kind) => Path.Combine(Folder, $"{id}.{kind}");

    private static IEnumerable<string> Files() => Directory.GetFiles(Folder, "*.arize.yaml").Order(StringComparer.Ordinal);

    private static TaskDocument Read(string id) => RuleRun.Read($"{id}.arize.yaml", File.ReadAllText(PathOf(id, "arize.yaml")));
}
