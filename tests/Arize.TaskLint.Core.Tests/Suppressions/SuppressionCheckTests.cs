using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Core.Tests.Suppressions;

/// <summary>Which findings are marked as suppressed, and what is said of suppressions that nothing needs or that have ended.</summary>
public sealed class SuppressionCheckTests
{
    private const string Task = "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: Toxicity }]\n";

    private static readonly SuppressionTerms Terms = new(new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Without_a_comment_nothing_is_marked() =>
        Assert.Equal(["4 ATL2004"], Check(Task));

    [Fact]
    public void A_finding_that_a_comment_means_is_marked_and_keeps_its_place_in_the_order() =>
        Assert.Equal(["5 ATL2004 suppressed"], Check("# tasklint disable ATL2004\n" + Task));

    [Fact]
    public void A_reason_goes_with_the_finding()
    {
        var document = Commented.Read(Task.Replace("25", "25 # tasklint disable-line ATL2004 -- the vendor counts in percent", StringComparison.Ordinal));

        var found = Assert.Single(new SuppressionCheck(document.Suppressions, Terms).Apply(Linter.Check([document], new SpaceSettings())));
        Assert.Equal((true, "the vendor counts in percent", Severity.Error), (found.IsSuppressed, found.Accepted?.Reason, found.Severity));
    }

    [Fact]
    public void Of_several_comments_none_is_idle_where_all_mean_the_finding() =>
        Assert.Equal(
            ["6 ATL2004 suppressed"],
            Check("# tasklint disable ATL2004\n# tasklint disable until 2027-01-31\n" + Task.Replace("25", "25 # tasklint disable-line ATL2004", StringComparison.Ordinal)));

    [Theory]
    [InlineData("# tasklint disable ATL2011\n")]
    [InlineData("# tasklint disable-next-line ATL2011\n")]
    [InlineData("# tasklint disable-line ATL2011\n")]
    public void What_suppresses_nothing_is_told(string comment)
    {
        var found = Assert.Single(Judge(comment + Task), one => one.Rule.Id == "ATL9001");

        Assert.Equal(
            (Severity.Warning, "the suppression of ATL2011 suppresses nothing; remove it", false),
            (found.Severity, found.Message, found.IsSuppressed));
        Assert.Equal("ATL2011", found.Place.File!.Text[found.Place.Start..found.Place.End]);
    }

    [Fact]
    public void Of_several_rules_in_a_comment_each_is_judged_by_itself() =>
        Assert.Equal(["1 ATL9001", "5 ATL2004 suppressed"], Check("# tasklint disable ATL2004, ATL2011\n" + Task));

    [Fact]
    public void A_comment_after_the_finding_does_not_mean_it() =>
        Assert.Equal(["4 ATL2004", "6 ATL9001"], Check(Task + "# tasklint disable ATL2004\n"));

    [Theory]
    [InlineData("2026-11-25", "5 ATL2004 suppressed")]
    [InlineData("2026-11-24", "5 ATL2004 suppressed")]
    [InlineData("2026-11-23", "1 ATL9002|5 ATL2004")]
    [InlineData("0001-01-01", "1 ATL9002|5 ATL2004")]
    [InlineData("9999-12-31", "5 ATL2004 suppressed")]
    public void On_its_last_day_a_suppression_counts_and_on_the_day_after_it_does_not(string until, string expected) =>
        Assert.Equal(expected, string.Join('|', Check($"# tasklint disable ATL2004 until {until}\n{Task}")));

    [Fact]
    public void The_last_day_lasts_until_midnight() =>
        Assert.Equal(["5 ATL2004 suppressed"], Check("# tasklint disable ATL2004 until 2026-11-24\n" + Task, new SuppressionTerms(new DateTime(2026, 11, 24, 23, 59, 59, DateTimeKind.Utc))));

    [Theory]
    [InlineData("disable ATL2011 until 2026-11-23", "the suppression of ATL2011 ended on 2026-11-23 and counts no more; remove it, or give it a new date")]
    [InlineData("disable until 2026-11-23", "the suppression of all rules ended on 2026-11-23 and counts no more; remove it, or give it a new date")]
    public void What_has_ended_is_told_with_its_day_and_not_as_idle(string comment, string message)
    {
        var found = Assert.Single(Judge($"# tasklint {comment}\n{Task}"), one => one.Rule.Id.StartsWith("ATL9", StringComparison.Ordinal));

        Assert.Equal(("ATL9002", Severity.Warning, message), (found.Rule.Id, found.Severity, found.Message));
    }

    [Theory]
    [InlineData("# tasklint disable ATL2004\n", "1 ATL9001|5 ATL2004")]
    [InlineData("# tasklint disable\n", "5 ATL2004")]
    [InlineData("# tasklint disable-next-line ATL2004 until 2026-11-23\n", "1 ATL9002|5 ATL2004")]
    public void What_is_locked_stays(string comment, string expected)
    {
        foreach (var locked in new[] { "ATL2004", "atl2004" })
            Assert.Equal(expected, string.Join('|', Check(comment + Task, Terms with { Locked = [locked] })));
    }

    [Fact]
    public void That_a_rule_is_locked_is_said() =>
        Assert.Equal(
            "ATL2004 is locked by the settings, so it cannot be suppressed",
            Judge("# tasklint disable ATL2004\n" + Task, Terms with { Locked = ["ATL2004"] }).Single(one => one.Rule.Id == "ATL9001").Message);

    [Theory]
    [InlineData("# tasklint disable\n", "2 ATL7004")]
    [InlineData("# tasklint disable ATL7004\n", "1 ATL9001|2 ATL7004")]
    public void What_could_not_be_determined_stays(string comment, string expected)
    {
        var document = Commented.Read(comment + "name: A\npartial: true\n");
        var found = new SuppressionCheck(document.Suppressions, Terms).Apply([Commented.At(document.File, 2, "ATL7004")]);

        Assert.Equal(expected, string.Join('|', found.Select(Words)));
        Assert.All(found.Where(one => one.Rule.Id == "ATL9001"), one => Assert.Equal("ATL7004 cannot be suppressed: what was not determined is not known", one.Message));
    }

    [Fact]
    public void A_rule_that_is_off_is_not_judged()
    {
        const string Text = "# tasklint disable ATL2011\n" + Task;

        Assert.Contains("1 ATL9001", Check(Text));
        Assert.DoesNotContain("1 ATL9001", Check(Text, Terms with { IsInForce = (rule, file) => rule.Id != "ATL2011" || file != Commented.File }));
        Assert.Contains("1 ATL9001", Check(Text, Terms with { IsInForce = (rule, file) => rule.Id != "ATL2011" || file == Commented.File }));
    }

    [Fact]
    public void A_policys_rule_is_judged_only_where_a_policy_sets_it()
    {
        const string Text = "# tasklint disable ATL8001\n" + Task;

        Assert.DoesNotContain("1 ATL9001", Check(Text));
        Assert.Contains("1 ATL9001", Check(Text, Terms with { IsInForce = (_, _) => true }));
    }

    [Theory]
    [InlineData("ATL7001")]
    [InlineData("ATL7002")]
    [InlineData("ATL7005")]
    [InlineData("")]
    public void What_needs_live_data_is_judged_only_with_it(string rule)
    {
        var text = $"# tasklint disable-next-line {rule}\n{Task}";

        Assert.DoesNotContain("1 ATL9001", Check(text));
        Assert.Contains("1 ATL9001", Check(text, Terms with { HasLive = true }));
    }

    [Theory]
    [InlineData("# tasklint disable ATL9001 -- kept for the next release\n# tasklint disable ATL2011\n", "2 ATL9001 suppressed|6 ATL2004")]
    [InlineData("# tasklint disable-next-line ATL9001\n\nname: A # tasklint disable-line ATL2011\n", "3 ATL9001 suppressed")]
    [InlineData("# tasklint disable ATL9002\n# tasklint disable ATL2004 until 2026-11-23\n", "2 ATL9002 suppressed|6 ATL2004")]
    [InlineData("# tasklint disable ATL9001\n", "1 ATL9001|5 ATL2004")]
    [InlineData("# tasklint disable ATL9001\n# tasklint disable ATL9001\n", "1 ATL9001|6 ATL2004")]
    [InlineData("# tasklint disable-next-line ATL9001\n# tasklint disable-line ATL9001\n", "1 ATL9001|2 ATL9001|6 ATL2004")]
    [InlineData("# tasklint disable\n# tasklint disable-line ATL2011\n", "2 ATL9001|6 ATL2004 suppressed")]
    [InlineData("# tasklint disable ATL9002 until 2026-11-23\n# tasklint disable ATL2004 until 2026-11-23\n", "1 ATL9002|2 ATL9002|6 ATL2004")]
    public void What_is_said_of_suppressions_can_be_suppressed_by_its_own_ID_only(string comments, string expected) =>
        Assert.Equal(expected, string.Join('|', Check(comments.Contains("name", StringComparison.Ordinal) ? comments + "partial: true\n" : comments + Task, Terms with { HasLive = true })));

    [Theory]
    [InlineData("ATL7001", false)]
    [InlineData("ATL8001", false)]
    [InlineData("ATL2004", true)]
    public void What_keeps_quiet_about_a_suppression_that_this_run_cannot_judge_is_not_idle(string rule, bool isIdle)
    {
        var found = Check($"# tasklint disable ATL9001 -- needed at night\n# tasklint disable {rule}\n{Task}", Terms with { HasLive = !rule.StartsWith("ATL7", StringComparison.Ordinal) });

        Assert.Equal(isIdle, found.Contains("1 ATL9001"));
    }

    [Fact]
    public void Without_live_data_nothing_tells_whether_an_ignore_entry_is_idle() =>
        Assert.Equal(["4 ATL2004"], Check(Task + "ignore: [{ path: name }] # tasklint disable-line ATL9001\n"));

    [Theory]
    [InlineData("# tasklint disable-next-line ATL9003\n# tasklint disable ATL2O04\n", "2 ATL9003|6 ATL2004")]
    [InlineData("# tasklint disable ATL9003\n# tasklint disable ATL2O04\n", "2 ATL9003 suppressed|6 ATL2004")]
    [InlineData("# tasklint disable\n# tasklint disable ATL2O04\n", "2 ATL9003|6 ATL2004 suppressed")]
    public void An_unknown_rule_is_suppressed_by_the_rules_own_ID_only(string comments, string expected) =>
        Assert.Equal(expected.Split('|').Order(), Check(comments + Task).Where(line => !line.Contains("ATL9001", StringComparison.Ordinal)).Order());

    [Fact]
    public void A_finding_without_a_place_stays()
    {
        var document = Commented.Read("# tasklint disable\nname: A\npartial: true\n");

        Assert.False(Assert.Single(new SuppressionCheck(document.Suppressions, Terms).Apply([new Finding(RuleCatalogue.Find("ATL7002")!, Place.None, "none is there")])).IsSuppressed);
    }

    [Fact]
    public void Another_files_comments_count_for_nothing()
    {
        var document = Commented.Read("# tasklint disable ATL2004\nname: A\npartial: true\n");
        var other = new SourceFile("b.arize.yaml", "name: A\n\n");

        var found = new SuppressionCheck(document.Suppressions, Terms).Apply([Commented.At(other, 2, "ATL2004")]);
        Assert.Equal(["2 ATL2004", "1 ATL9001"], found.Select(Words));
    }

    [Fact]
    public void In_code_the_compiler_tells_what_is_idle()
    {
        var whole = new Suppression(default, "b.cs", 1, int.MaxValue, "ATL2004") { IsInCode = true, Reason = "all of them" };
        var idle = new Suppression(default, "b.cs", 3, 3, "ATL2011") { IsInCode = true };

        var found = new SuppressionCheck([whole, idle], Terms).Apply([Commented.At(new SourceFile("b.cs", "\n\n"), 2, "ATL2004"), Commented.At(new SourceFile("c.cs", ""), 1, "ATL2004")]);
        Assert.Equal(["2 ATL2004 suppressed", "1 ATL2004"], found.Select(Words));
    }

    [Fact]
    public void What_is_said_of_suppressions_comes_in_the_order_of_the_text() =>
        Assert.Equal(
            ["1 ATL9001", "2 ATL9002", "3 ATL9001", "4 ATL9002", "9 ATL2004"],
            Check("# tasklint disable-line ATL2011\n# tasklint disable ATL2004 until 2026-01-01\n# tasklint disable ATL2010\n# tasklint disable-line until 2026-01-01\n# tasklint enable ATL2010\n" + Task));

    [Fact]
    public void Findings_on_suppressions_stand_in_their_file_and_before_the_findings_of_the_live_side()
    {
        var (first, second) = (Commented.Read("# tasklint disable ATL2011\nname: A\npartial: true\n"), new SourceFile("b.arize.yaml", "name: B\n\n\n"));
        var terms = Terms with { Files = new Dictionary<string, int> { [Commented.File] = 0, [second.Path] = 1 } };
        Finding[] findings =
        [
            Commented.At(second, 1, "ATL2004"),
            Commented.At(second, 3, "ATL2004"),
            Commented.At(first.File, 2, "ATL2010"),
            new(RuleCatalogue.Find("ATL7002")!, Place.None, "not declared"),
        ];

        Assert.Equal(
            ["a:1 ATL9001", "b:1 ATL2004", "b:3 ATL2004", "a:2 ATL2010", "- ATL7002"],
            new SuppressionCheck(first.Suppressions, terms).Apply(findings).Select(one =>
                one.Place.File is { } file ? $"{file.Path[0]}:{one.Place.StartPosition.Line} {one.Rule.Id}" : $"- {one.Rule.Id}"));
    }

    [Fact]
    public void Findings_on_the_last_file_come_before_the_live_side_starts_anew()
    {
        var document = Commented.Read("name: A\npartial: true\n# tasklint disable ATL2011\n");
        var terms = Terms with { Files = new Dictionary<string, int> { [Commented.File] = 0 } };

        Assert.Equal(
            ["1 ATL2004", "3 ATL9001", "- ATL7001"],
            new SuppressionCheck(document.Suppressions, terms)
                .Apply([Commented.At(document.File, 1, "ATL2004"), new Finding(RuleCatalogue.Find("ATL7001")!, Place.None, "drift")])
                .Select(one => $"{(one.Place.File is null ? "-" : one.Place.StartPosition.Line)} {one.Rule.Id}"));
    }

    private static IEnumerable<string> Check(string text, SuppressionTerms? terms = null) => Judge(text, terms).Select(Words);

    private static IReadOnlyList<Finding> Judge(string text, SuppressionTerms? terms = null)
    {
        var document = Commented.Read(text);
        var findings = Linter.Check([document], new SpaceSettings()).Where(finding => finding.Severity > Severity.Silent);
        return new SuppressionCheck(document.Suppressions, terms ?? Terms).Apply([.. findings]);
    }

    private static string Words(Finding finding) => $"{finding.Place.StartPosition.Line} {finding.Rule.Id}{(finding.IsSuppressed ? " suppressed" : "")}";
}
