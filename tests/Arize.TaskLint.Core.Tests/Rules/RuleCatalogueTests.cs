using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

public sealed class RuleCatalogueTests
{
    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    public static TheoryData<string> OfflineIds => [.. RuleCatalogue.All.Where(rule => rule.Traits is { NeedsLive: false, NeedsSample: false, IsForCodeOnly: false }).Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = RuleCatalogue.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_is_ATL_and_four_digits(string id) => Assert.Matches("^ATL[0-9]{4}$", id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_found_by_its_id_in_any_letter_case(string id)
    {
        Assert.Equal(id, RuleCatalogue.Find(id)?.Id);
        Assert.Equal(id, RuleCatalogue.Find(id.ToLowerInvariant())?.Id);
    }

    [Fact]
    public void No_rule_is_left_out()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);
        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleCatalogue.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_stands_in_a_file_of_its_name_in_the_folder_of_its_range(string id)
    {
        var type = Rule(id).GetType();
        var category = Rule(id).Category["Arize.".Length..];
        Assert.Equal($"Arize.TaskLint.Core.Rules.{category}", type.Namespace);
        var file = Repository.PathOf("src", "Arize.TaskLint.Core", "Rules", category, $"{type.Name}.cs");
        Assert.True(File.Exists(file), $"no {file}");
        var source = File.ReadAllText(file);
        Assert.Single(Regex.Matches(source, "\"ATL[0-9]{4}\""));
        Assert.Contains($"\"{id}\"", source, StringComparison.Ordinal);
        Assert.Matches($@"<summary>(\s*///\s*)?{id}: ", source);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_is_one_line_without_a_full_stop(string id)
    {
        var title = Rule(id).Title;
        Assert.NotEqual("", title.Trim());
        Assert.DoesNotContain('\n', title);
        Assert.False(title.EndsWith('.'), title);
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Id}.md"),
            Directory.EnumerateFiles(RulePage.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_with_what_the_rule_says_of_itself(string id)
    {
        var rule = Rule(id);
        var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
        string[] head = [$"# {rule.Id}: {rule.Title}", "", $"Default severity: {severity}{(rule.Traits.NeedsLive ? " · needs the live task" : rule.Traits.NeedsSample ? " · needs a sample of spans" : "")}"];
        Assert.Equal(head, RulePage.Of(rule).Head);
    }

    [Theory]
    [MemberData(nameof(OfflineIds))]
    public void A_rule_has_a_case_that_it_reports_and_a_case_on_which_it_keeps_quiet(string id)
    {
        Assert.NotEmpty(Cases("err", id));
        Assert.NotEmpty(Cases("quiet", id));
    }

    private static string[] Cases(string half, string id)
    {
        var folder = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Corpus", half, id);
        Assert.True(Directory.Exists(folder), $"no {folder}");
        return Directory.GetFiles(folder);
    }

    private static Rule Rule(string id) => RuleCatalogue.Find(id)!;
}
