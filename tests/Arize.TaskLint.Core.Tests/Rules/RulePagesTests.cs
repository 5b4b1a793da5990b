using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

public sealed class RulePagesTests
{
    private static readonly string[] Headings = ["Why", "Bad", "Good", "How to fix", "Source"];

    public static TheoryData<string> Ids => RuleCatalogueTests.Ids;

    public static TheoryData<string> YamlIds => [.. RuleCatalogue.All.Where(rule => !rule.Traits.IsForCodeOnly).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_its_sections_in_order_and_none_is_empty(string id)
    {
        var page = Page(id);
        Assert.Equal(Headings, page.Headings);
        Assert.All(Headings, heading => Assert.NotEqual("", page.Section(heading).Trim()));
    }

    [Theory]
    [MemberData(nameof(YamlIds))]
    public void Bad_and_Good_show_one_declaration_each_and_the_live_task_where_the_rule_needs_it(string id)
    {
        var page = Page(id);
        Assert.All(["Bad", "Good"], heading =>
        {
            Assert.Equal(RuleCatalogue.Find(id)!.Traits.NeedsSettings ? 2 : 1, page.Blocks(heading, "yaml").Count);
            // Beside the live task of this one stands a lock.
            Assert.Equal(RuleCatalogue.Find(id)!.Traits is { NeedsLive: false, NeedsSample: false } ? 0 : id == "ATL7006" ? 2 : 1, page.Blocks(heading, "json").Count);
        });
    }

    [Theory]
    [MemberData(nameof(YamlIds))]
    public void Bad_reports_the_rule_and_no_other_above_a_suggestion(string id)
    {
        // What these two report, the live task does not run: that is drift too.
        var isDrift = id is "ATL3008" or "ATL3011";
        var told = Run(id, "Bad").Where(finding => finding.Rule.Id == id || (finding.Severity > Severity.Suggestion && !(isDrift && finding.Rule.Id == "ATL7001"))).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, finding => Assert.True(finding.Rule.Id == id, $"{finding.Rule.Id}: {finding.Message}"));
    }

    [Theory]
    [MemberData(nameof(YamlIds))]
    public void Good_reports_nothing_above_a_suggestion_and_not_the_rule(string id) =>
        Assert.DoesNotContain(Run(id, "Good"), finding => finding.Rule.Id == id || finding.Severity > Severity.Suggestion);

    [Theory]
    [InlineData("- a number: ", false)]
    [InlineData("- not a number: ", true)]
    public void The_page_of_ATL1002_tells_numbers_from_what_looks_like_them(string beginning, bool isRefused)
    {
        var forms = Page("ATL1002").Quoted("How to fix", beginning);
        Assert.NotEmpty(forms);
        Assert.All(forms, form =>
        {
            // A matcher takes any number, so that only its kind can be wrong.
            var document = RuleRun.Read("a.arize.yaml", $"{{ name: a, partial: true, sampling_rate: {{ min: {form} }} }}");
            Assert.Equal(isRefused ? ["ATL1002"] : [], RuleRun.Lint(document).Select(finding => finding.Rule.Id));
        });
    }

    [Theory]
    [InlineData("project: ${a.b}", "${a.b}")]
    [InlineData("project: $${VAR}", "${VAR}")]
    [InlineData("project: ${VAR:support-bot}", "support-bot")]
    [InlineData("sampling_rate: \"${VAR:0.1}\"", "0.1")]
    [InlineData("query_filter: \"${VAR:}\"", null)]
    public void The_page_of_ATL1010_tells_how_variables_are_filled(string field, string? text)
    {
        var document = RuleRun.Read("a.arize.yaml", $"name: a\npartial: true\n{field}\n");
        Assert.Empty(RuleRun.Lint(document));
        var value = Assert.Single(document.Tasks).View.Present[^1];
        Assert.Equal(text, value.Text);
        Assert.Equal(text is null, value.SaysNone);
    }

    [Fact]
    public void The_page_of_ATL4003_names_what_each_experiment_type_requires() =>
        AssertMembers("ATL4003", field => field.IsRequired || field.NameOf is { IsRequired: true });

    [Fact]
    public void The_page_of_ATL4004_names_the_members_of_each_experiment_type() => AssertMembers("ATL4004", _ => true);

    private static void AssertMembers(string id, Func<FieldSpec, bool> concerns)
    {
        var items = Page(id).Section("How to fix").Split("\n- ").Skip(1).ToList();
        Assert.Equal(TaskEnums.ExperimentType.Words.Count, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var quoted = items[i].Split('`').Where((_, n) => n % 2 == 1).ToList();
            Assert.Equal(TaskEnums.ExperimentType.Words[i], quoted[0]);
            var type = (ExperimentTypes)(1 << i);
            var members = RunConfigurationFields.Spec.Fields.Where(field =>
                field != RunConfigurationFields.ExperimentType && (field.ExperimentTypes & type) != 0 && concerns(field));
            Assert.Equal(members.Select(field => field.Name).Order(StringComparer.Ordinal), quoted.Skip(1).Order(StringComparer.Ordinal));
        }
    }

    private static IReadOnlyList<Finding> Run(string id, string heading)
    {
        var page = Page(id);
        var document = RuleRun.Read($"{id}.arize.yaml", page.Blocks(heading, "yaml")[0]);
        PolicySet? policies = null;
        if (page.Blocks(heading, "yaml") is [_, var settings])
        {
            Assert.StartsWith("# tasklint.yaml\n", settings, StringComparison.Ordinal);
            policies = RuleRun.Policies(settings);
        }

        if (RuleCatalogue.Find(id)!.Traits.NeedsSample)
            return RuleRun.Try(document, page.Blocks(heading, "json")[0]);
        return page.Blocks(heading, "json") is { Count: > 0 } json
            ? RuleRun.Check(document, json[0], policies, findsUnmanaged: id == "ATL7003", checksHealth: id == "ATL7007", locked: json.ElementAtOrDefault(1))
            : RuleRun.Lint(policies, document);
    }

    private static RulePage Page(string id) => RulePage.Of(RuleCatalogue.Find(id)!);
}
