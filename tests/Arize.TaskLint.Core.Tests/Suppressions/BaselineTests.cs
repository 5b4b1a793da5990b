using System.Text;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Core.Tests.Suppressions;

/// <summary>How a baseline is read, what it may hold, and which findings it accepts.</summary>
public sealed class BaselineTests
{
    private static readonly SuppressionTerms Terms = new(new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));

    private static readonly SourceFile Declared = new("a.arize.yaml", "name: A\nsampling_rate: 25\n");

    [Fact]
    public void An_entry_has_its_place_its_rule_its_file_and_its_fingerprint()
    {
        var baseline = Read("""
            {
              "formatVersion": "1.0",
              "findings": [
                {"rule":"ATL2004","file":"arize/a.arize.yaml","task":"A","path":"sampling_rate","message":"'${X}' is ${Y:wrong}","fingerprint":"00ff"},
                {"rule":"ATL2011","file":"b.arize.yaml","count":3,"fingerprint":"11ee"}
              ]
            }

            """);

        Assert.Equal(
            ["4,5 ATL2004 arize/a.arize.yaml 00ff 1", "5,5 ATL2011 b.arize.yaml 11ee 3"],
            baseline.Entries.Select(one => $"{one.Place.StartPosition.Line},{one.Place.StartPosition.Column} {one.RuleId} {one.File} {one.Fingerprint} {one.Count}"));
    }

    [Fact]
    public void An_empty_list_accepts_nothing() =>
        Assert.Empty(Read("""{"formatVersion": "1.0", "findings": []}""").Entries);

    [Theory]
    [InlineData("", "1,1 a baseline is one mapping with 'findings'")]
    [InlineData("   \n", "1,1 a baseline is one mapping with 'findings'")]
    [InlineData("[]", "1,1 a baseline is one mapping with 'findings'")]
    [InlineData("null", "1,1 a baseline is one mapping with 'findings'")]
    [InlineData("{}\n---\n{}", "1,1 a baseline is one mapping with 'findings'")]
    [InlineData("{\"formatVersion\": \"3.0\", \"findings\": []}", "1,19 the baseline has the form 3.0, but this version of the tool reads 2.0; write it anew with 'tasklint baseline create'")]
    [InlineData("{\n  \"formatVersion\": \"1.0\",\n  \"findings\": [\n    {\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"f\",\"count\":0}]}", "4,60 'count' must be 1 or more")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [{\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"f\",\"count\":-1}]}", "1,94 'count' must be 1 or more")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [{\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"f\",\"count\":99999999999}]}", "1,94 'count' must be 1 or more")]
    public void What_is_no_baseline_is_told_with_its_place(string text, string problem) =>
        Assert.Equal([problem], Problems(text));

    [Theory]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [", "1,")]
    [InlineData("{\"formatVersion\": \"1.0\"}", "1,2")]
    [InlineData("{\"findings\": []}", "1,2")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": {}}", "1,38")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n\"ATL2004\"]}", "2,1")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"file\":\"a\",\"fingerprint\":\"f\"}]}", "2,2")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"rule\":\"ATL2004\",\"fingerprint\":\"f\"}]}", "2,2")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"rule\":\"ATL2004\",\"file\":\"a\"}]}", "2,2")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"\"}]}", "2,44")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"f\",\"count\":\"2\"}]}", "2,56")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\n{\"rule\":\"ATL2004\",\"file\":\"a\",\"fingerprint\":\"f\",\"cnt\":2}]}", "2,48")]
    [InlineData("{\"formatVersion\": \"1.0\", \"findings\": [\0", "1,")]
    public void What_is_wrong_with_it_is_told_at_its_place(string text, string place) =>
        Assert.StartsWith(place, Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void A_baseline_that_is_cut_off_anywhere_is_refused()
    {
        const string Text = "{\"formatVersion\": \"1.0\", \"findings\": [{\"rule\": \"ATL2004\", \"file\": \"a\", \"fingerprint\": \"f\"}]}";
        for (var length = 0; length < Text.Length; length++)
            Assert.NotEmpty(Problems(Text[..length]));
        Assert.Empty(Problems(Text));
    }

    [Fact]
    public void A_baseline_of_twenty_thousand_entries_is_read_and_applied()
    {
        var text = new StringBuilder("{\"formatVersion\": \"1.0\", \"findings\": [\n");
        var findings = Enumerable.Range(0, 20_000).Select(i => Found() with { Task = $"Task {i % 10_000}" }).ToList();
        text.AppendJoin(",\n", findings.Select(finding => $"{{\"rule\":\"ATL2004\",\"file\":\"a.arize.yaml\",\"fingerprint\":\"{Fingerprint.Of(finding, "a.arize.yaml")}\"}}")).Append("]}");
        var check = Check(Read(text.ToString()));

        Assert.All(check.Apply(findings), finding => Assert.True(finding.IsSuppressed));
        Assert.Empty(check.Unused());
    }

    [Fact]
    public void What_is_wrong_with_a_declaration_can_be_held() =>
        Assert.All(["ATL2004", "ATL2011", "ATL1002", "ATL7001", "ATL7002", "ATL7005"], rule => Assert.True(Baseline.CanHold(Found(rule) with { Severity = Severity.Suggestion }), rule));

    [Theory]
    [InlineData("ATL1001")]
    [InlineData("ATL7004")]
    [InlineData("ATL7009")]
    [InlineData("ATL9001")]
    [InlineData("ATL9002")]
    [InlineData("ATL9003")]
    public void What_is_not_known_and_what_is_said_of_suppressions_cannot(string rule) =>
        Assert.False(Baseline.CanHold(Found(rule) with { Severity = Severity.Error }));

    [Fact]
    public void What_is_not_shown_and_what_has_no_place_cannot()
    {
        Assert.False(Baseline.CanHold(Found() with { Accepted = new Acceptance(AcceptanceKind.Comment, null, null) }));
        Assert.False(Baseline.CanHold(Found() with { Severity = Severity.Silent }));
        Assert.False(Baseline.CanHold(Found() with { Severity = Severity.None }));
        Assert.False(Baseline.CanHold(Found() with { Place = Place.None }));
    }

    [Fact]
    public void What_it_accepts_is_marked_and_what_is_new_is_not()
    {
        var check = Check(Of(Found()));

        var found = check.Apply([Found(), Found() with { Message = "'30' is wrong" }]);
        Assert.Equal([(true, "accepted by the baseline"), (false, null)], found.Select(one => (one.IsSuppressed, one.Accepted?.Reason)));
        Assert.Empty(check.Unused());
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 2, "")]
    [InlineData(3, 3, "")]
    [InlineData(3, 2, "the baseline's entry for ATL2004 in 'a.arize.yaml' accepts 3 findings, but 2 are left; lower it with 'tasklint baseline prune'")]
    [InlineData(3, 0, "the baseline's entry for ATL2004 in 'a.arize.yaml' matches nothing; remove it with 'tasklint baseline prune'")]
    public void It_accepts_a_finding_as_often_as_it_says(int count, int times, string message)
    {
        var check = Check(Of((Found(), count)));

        Assert.Equal(Math.Min(count, times), check.Apply([.. Enumerable.Repeat(Found(), times)]).Count(one => one.IsSuppressed));
        Assert.Equal(message, string.Join('\n', check.Unused().Select(one => one.Message)));
        Assert.Equal((Math.Min(count, times), true), check[0]);
    }

    [Fact]
    public void Entries_of_one_fingerprint_add_up()
    {
        var check = Check(Of((Found(), 1), (Found(), 2), (Found(), 1)));

        Assert.Equal(3, check.Apply([Found(), Found(), Found()]).Count(one => one.IsSuppressed));
        Assert.Equal([(1, true), (2, true), (0, true)], new[] { check[0], check[1], check[2] });
        Assert.Equal(3, Assert.Single(check.Unused()).Place.Start);
    }

    [Fact]
    public void What_is_idle_is_a_warning_at_the_entry()
    {
        var unused = Assert.Single(Check(Of(Found())).Unused());

        Assert.Equal(("ATL9001", Severity.Warning, "tasklint-baseline.json"), (unused.Rule.Id, unused.Severity, unused.Place.File!.Path));
    }

    [Fact]
    public void What_a_comment_suppresses_needs_no_entry()
    {
        var check = Check(Of(Found()));

        Assert.Equal("by a comment", Assert.Single(check.Apply([Found() with { Accepted = new Acceptance(AcceptanceKind.Comment, "by a comment", null) }])).Accepted?.Reason);
        Assert.Single(check.Unused());
    }

    [Fact]
    public void What_is_locked_stays_and_the_entry_is_told_of()
    {
        var check = new BaselineCheck(Of(Found()), _ => "a.arize.yaml", Terms with { Locked = ["atl2004"] }, _ => true);

        Assert.False(Assert.Single(check.Apply([Found()])).IsSuppressed);
        Assert.Equal("the baseline's entry for ATL2004 in 'a.arize.yaml' accepts nothing: the rule is locked by the settings", Assert.Single(check.Unused()).Message);
    }

    [Fact]
    public void What_was_not_determined_stays_though_an_entry_says_otherwise() =>
        Assert.False(Assert.Single(Check(Of(Found("ATL7004"))).Apply([Found("ATL7004")])).IsSuppressed);

    [Fact]
    public void An_entry_of_a_file_that_was_not_read_is_not_judged() =>
        Assert.Empty(new BaselineCheck(Of(Found()), _ => "a.arize.yaml", Terms, file => file != "a.arize.yaml").Unused());

    [Fact]
    public void An_entry_of_a_rule_that_is_off_is_not_judged() =>
        Assert.Empty(new BaselineCheck(Of(Found()), _ => "a.arize.yaml", Terms with { IsInForce = (rule, file) => rule.Id != "ATL2004" || file != "a.arize.yaml" }, _ => true).Unused());

    [Fact]
    public void An_entry_that_needs_live_data_is_judged_only_with_it()
    {
        var drift = Of(Found("ATL7001"));

        Assert.Empty(Check(drift).Unused());
        Assert.Single(new BaselineCheck(drift, _ => "a.arize.yaml", Terms with { HasLive = true }, _ => true).Unused());
    }

    [Fact]
    public void An_entry_of_a_rule_that_is_gone_is_idle() =>
        Assert.Contains("matches nothing", Assert.Single(Check(new Baseline([new BaselineEntry(new Place(Declared, 0, 0), "ATL2999", "a.arize.yaml", "f", 1)])).Unused()).Message, StringComparison.Ordinal);

    // The fingerprints are those that version 1.0 wrote: changing what they are made of loses what teams have accepted.
    [Theory]
    [InlineData("06466785ab0341d055e9", "ATL2004", "A", "sampling_rate", "'25' is wrong")]
    [InlineData("a670dd46bf64424db7ad", "ATL2004", "A", "evaluators[1].evaluator", "'25' is wrong at b.yaml(3,4)")]
    [InlineData("7e9ffcd22cdac1684813", "ATL2004", null, null, "'25' is wrong")]
    [InlineData("16826ccaaee547882b83", "ATL1008", "A", "name", "the task is declared in b.yaml(1,1) too")]
    public void Entry_of_a_baseline_of_version_1_accepts_its_finding_and_is_renewed(string fingerprint, string rule, string? task, string? path, string message)
    {
        var finding = new Finding(RuleCatalogue.Find(rule)!, new Place(Declared, 23, 25), message) { Task = task, Path = path is null ? null : FieldPath.Parse(path) };
        var check = Check(new Baseline([new BaselineEntry(new Place(Declared, 0, 1), rule, "a.arize.yaml", fingerprint, 1)]));

        Assert.Equal([true, false], check.Apply([finding, finding]).Select(one => one.IsSuppressed));
        Assert.Equal(Fingerprint.Of(finding, "a.arize.yaml"), check.RenewedFingerprint(0));
        Assert.Equal((1, true), check[0]);
    }

    [Fact]
    public void Entry_of_the_current_version_is_not_renewed()
    {
        var check = Check(Of(Found()));

        Assert.True(Assert.Single(check.Apply([Found()])).IsSuppressed);
        Assert.Null(check.RenewedFingerprint(0));
    }

    private static BaselineCheck Check(Baseline baseline) => new(baseline, finding => finding.Place.File!.Path, Terms, _ => true);

    private static Finding Found(string rule = "ATL2004") => new(RuleCatalogue.Find(rule)!, new Place(Declared, 23, 25), "'25' is wrong") { Task = "A", Path = FieldPath.Parse("sampling_rate") };

    private static Baseline Of(params Finding[] findings) => Of([.. findings.Select(finding => (finding, 1))]);

    private static Baseline Of(params (Finding Finding, int Count)[] findings)
    {
        var file = new SourceFile("tasklint-baseline.json", new string(' ', 20));
        return new Baseline([.. findings.Select((one, i) => new BaselineEntry(new Place(file, i + 1, i + 2), one.Finding.Rule.Id, "a.arize.yaml", Fingerprint.Of(one.Finding, "a.arize.yaml"), one.Count))]);
    }

    private static Baseline Read(string text)
    {
        var problems = new List<Problem>();
        var baseline = Baseline.Read(new SourceFile("tasklint-baseline.json", text), problems);
        Assert.Empty(problems);
        return baseline;
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        var problems = new List<Problem>();
        _ = Baseline.Read(new SourceFile("tasklint-baseline.json", text), problems);
        return [.. problems.Select(Linter.Describe).OfType<Finding>().Select(finding => $"{finding.Place.StartPosition.Line},{finding.Place.StartPosition.Column} {finding.Message}")];
    }
}
