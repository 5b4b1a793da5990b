using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Tests.Comparison;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Suppressions;

/// <summary>What tells a finding from others, and what does not.</summary>
public sealed class FingerprintTests
{
    private const string File = "arize/a.arize.yaml";

    private const string Tasks = """
        tasks:
          - name: A
            type: code_evaluation
            project: p
            sampling_rate: 25
            evaluators:
              - evaluator: Toxicity
              - evaluator: Refunds
                column_mappings: { input: inputs.value }
          - name: B
            type: code_evaluation
            project: p
            evaluators: [{ evaluator: Toxicity }]
            created_at: 2026-01-01
            created_at: 2026-01-02

        """;

    [Fact]
    public void It_is_the_same_in_every_version_of_the_tool() =>
        Assert.Equal("2-148ef606794da78023b8", Fingerprint.Of(new Finding(RuleCatalogue.Find("ATL2004")!, Place.None, "sampling_rate '25' is not between 0 and 1") { Task = "A", Path = FieldPath.Parse("sampling_rate") }, File));

    [Theory]
    [InlineData("# a comment\n\n\n", "")]
    [InlineData("x-defaults: { a: 1 }\n", "")]
    public void It_survives_that_lines_move(string before, string after) =>
        Assert.Equal(Of(Tasks), Of(before + Tasks + after));

    [Fact]
    public void It_survives_that_a_task_moves_and_that_a_field_does()
    {
        var lines = Tasks.Split('\n');
        string[] moved = ["tasks:", .. lines[9..15], .. lines[1..4], .. lines[5..9], lines[4], ""];

        Assert.Equal(Of(Tasks).Order(), Of(string.Join('\n', moved)).Order());
    }

    [Fact]
    public void It_survives_that_entries_of_a_list_change_places()
    {
        const string Evaluators = "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n";
        const string One = "  - evaluator: Toxicity\n";
        const string Other = "  - column_mappings: { a: b }\n    nme: x\n";

        var before = Of(Evaluators + One + Other);
        Assert.NotEmpty(before);
        Assert.Equal(before, Of(Evaluators + Other + One));
    }

    [Fact]
    public void It_survives_that_the_key_that_is_repeated_moves()
    {
        var before = Of("name: A\npartial: true\nproject: p\nproject: p\n");

        Assert.Contains("ATL1004", Assert.Single(Findings("name: A\npartial: true\nproject: p\nproject: p\n")).Rule.Id, StringComparison.Ordinal);
        Assert.Equal(before, Of("name: A\nproject: p\npartial: true\nproject: q\n"));
        Assert.NotEqual(before, Of("name: A\npartial: true\npartial: true\nproject: p\n"));
    }

    [Fact]
    public void It_survives_that_the_first_of_two_tasks_with_one_name_moves_to_another_file()
    {
        var again = RuleRun.Read("b.arize.yaml", "name: A\npartial: true\n");
        string FoundBeside(string path, string text) => Fingerprint.Of(Assert.Single(RuleRun.Lint(RuleRun.Read(path, text), again)), "b.arize.yaml");

        Assert.Equal(FoundBeside("a.arize.yaml", "name: A\npartial: true\n"), FoundBeside("../other/a.arize.yaml", "\n\nname: A\npartial: true\n"));
    }

    [Theory]
    [InlineData("policies:\n  - max_sampling_rate: 0.2\n", "# more\n\npolicies:\n  - projects: [p]\n    max_sampling_rate: 0.2\n")]
    [InlineData("policies:\n  - require_pinned_evaluators: true\n", "fail_on: error\npolicies:\n  - require_pinned_evaluators: true\n")]
    [InlineData("policies:\n  - name_pattern: ^x\n", "policies:\n\n  - name_pattern: ^x\n")]
    public void It_survives_that_the_policy_is_written_down_elsewhere(string settings, string moved)
    {
        const string Text = "name: A\ntype: code_evaluation\nproject: p\nis_continuous: true\nsampling_rate: 0.5\nquery_filter: a = 1\nevaluators: [{ evaluator: Toxicity }]\n";
        string Found(string yaml, string path) => Fingerprint.Of(Assert.Single(
            Linter.Check([RuleRun.Read(File, Text)], new SpaceSettings(), RuleRun.Policies(yaml)), one => one.Rule is PolicyRule) is var found ? found with { Message = found.Message.Replace("tasklint.yaml", path, StringComparison.Ordinal) } : found, File);

        Assert.Equal(Found(settings, "tasklint.yaml"), Found(moved, "../../tasklint.yaml"));
    }

    public static TheoryData<string> BrokenFiles => [.. RuleCorpus.Files("err")];

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Fingerprint_of_a_finding_survives_that_the_message_of_its_rule_is_reworded(string file) =>
        Assert.All(FindingsOf(file), finding => Assert.Equal(Fingerprint.Of(finding, File), Fingerprint.Of(finding with { Message = "other words" }, File)));

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Findings_that_say_different_things_have_different_fingerprints(string file)
    {
        static string Said(Finding finding) => $"{finding.Rule.Id} {finding.Task} {finding.Path} {System.Text.RegularExpressions.Regex.Replace(finding.Message, "[0-9]+", "0")}";
        foreach (var same in FindingsOf(file).GroupBy(finding => Fingerprint.Of(finding, File)))
            Assert.Single(same.Select(Said).Distinct());
    }

    [Fact]
    public void It_survives_another_severity_and_a_suppression()
    {
        var finding = Findings(Tasks)[0];

        Assert.Equal(Fingerprint.Of(finding, File), Fingerprint.Of(finding with { Severity = Severity.Suggestion, Accepted = new Acceptance(AcceptanceKind.Comment, "so", null) }, File));
    }

    [Theory]
    [InlineData("ATL2011", File, "A", "sampling_rate", "'25' is wrong")]
    [InlineData("ATL2004", "arize/b.arize.yaml", "A", "sampling_rate", "'25' is wrong")]
    [InlineData("ATL2004", File, "B", "sampling_rate", "'25' is wrong")]
    [InlineData("ATL2004", File, null, "sampling_rate", "'25' is wrong")]
    [InlineData("ATL2004", File, "A", "rate", "'25' is wrong")]
    [InlineData("ATL2004", File, "A", null, "'25' is wrong")]
    [InlineData("ATL2004", File, "Asampling_rate", null, "'25' is wrong")]
    public void It_differs_by_rule_file_task_path_and_value(string rule, string file, string? task, string? path, string message)
    {
        static string Of(string rule, string file, string? task, string? path, string message) =>
            Fingerprint.Of(new Finding(RuleCatalogue.Find(rule)!, Place.None, message) { Task = task, Path = path is null ? null : FieldPath.Parse(path) }, file);

        Assert.NotEqual(Of("ATL2004", File, "A", "sampling_rate", "'25' is wrong"), Of(rule, file, task, path, message));
    }

    [Fact]
    public void Tasks_whose_long_names_differ_at_the_end_have_different_fingerprints()
    {
        static string Of(string task) => Fingerprint.Of(new Finding(RuleCatalogue.Find("ATL2004")!, Place.None, "'25' is wrong") { Task = task }, File);
        var (one, other) = (new string('n', 2_000) + "1", new string('n', 2_000) + "2");

        Assert.Equal(3, new[] { Of(one), Of(other), Of("n") }.Distinct().Count());
        Assert.Equal(Of(one), Of(new string('n', 2_000) + "1"));
    }

    [Theory]
    [InlineData("{ a: 1,  b: 2 }", true)]
    [InlineData("{ a: 1,\n    b: 2 }\n", true)]
    [InlineData("  { a: 1, b: 2 }  ", true)]
    [InlineData("{ a: 1, b:2 }", false)]
    [InlineData("{ a: 1, b: 3 }", false)]
    public void Layout_of_the_value_does_not_count_for_its_fingerprint(string text, bool isSame)
    {
        static string Of(string text) => Fingerprint.Of(new Finding(RuleCatalogue.Find("ATL2004")!, new Place(new SourceFile("a", text), 0, text.Length), "m"), File);

        Assert.Equal(isSame, Of("{ a: 1, b: 2 }") == Of(text));
    }

    [Fact]
    public void Finding_whose_place_lies_beyond_its_text_has_the_fingerprint_of_one_without_a_text()
    {
        static string Of(Place place) => Fingerprint.Of(new Finding(RuleCatalogue.Find("ATL2004")!, place, "m"), File);
        var file = new SourceFile("a", "abc");

        Assert.Equal(Of(Place.None), Of(new Place(file, 2, 9)));
        Assert.Equal(Of(Place.None), Of(new Place(file, 2, 1)));
        Assert.NotEqual(Of(Place.None), Of(new Place(file, 2, 3)));
    }

    [Fact]
    public void Another_value_is_another_finding() =>
        Assert.Single(Of(Tasks).Except(Of(Tasks.Replace("25", "30", StringComparison.Ordinal))));

    [Fact]
    public void Drift_counts_with_both_its_values()
    {
        var accepted = Drift("0.5", "0.7");

        Assert.Equal(accepted, Drift("0.5", "0.7"));
        Assert.NotEqual(accepted, Drift("0.5", "0.8"));
        Assert.NotEqual(accepted, Drift("0.6", "0.7"));
        Assert.NotEqual(accepted, Drift("0.7", "0.5"));
        Assert.NotEqual(accepted, Drift("0.5", "null"));
    }

    [Theory]
    [InlineData("sampling_rate", "0.5", "1", "1.0")]
    [InlineData("sampling_rate", "0.5", "1", "1e0")]
    [InlineData("sampling_rate", "0.5", "0.1", "0.10000000149011612")]
    [InlineData("query_filter", "x", "\"name = 'a' AND status_code = 'OK'\"", "\"status_code = 'OK' and name='a'\"")]
    [InlineData("query_filter", "x", "\"name = 'a'\"", "\"name = 'a'\\n\"")]
    [InlineData("type", "template_evaluation", "\"CODE_EVALUATION\"", "\"code_evaluation\"")]
    [InlineData("x", "run_configuration: { invocation_parameters: { a: 1 } }", "2", "2.0")]
    [InlineData("x", "run_configuration: { invocation_parameters: { a: 1 } }", "{ \"b\": 2 }", "{ \"b\": 2.00, \"c\": null }")]
    public void Drift_counts_with_its_values_as_they_are_compared(string field, string declared, string live, string respelled)
    {
        string Of(string value) => field == "x"
            ? Fingerprint.Of(Assert.Single(Checked.One($"{{ name: Check, type: run_experiment, partial: true, {declared} }}",
                $$$"""{ "name": "Check", "type": "run_experiment", "run_configuration": { "invocation_parameters": { "a": {{{value}}} } } }""").Findings, finding => finding.Rule.Id == "ATL7001"), File)
            : Drift(declared, value, field);

        Assert.Equal(Of(live), Of(respelled));
    }

    [Theory]
    [InlineData("query_filter", "\"1\"", "\"1.0\"")]
    [InlineData("sampling_rate", "0.123456781", "0.123456782")]
    [InlineData("sampling_rate", "9007199254740993", "9007199254740992")]
    public void Drift_to_values_that_differ_is_not_the_same(string field, string live, string other) =>
        Assert.NotEqual(Drift(field == "query_filter" ? "x" : "0.5", live, field), Drift(field == "query_filter" ? "x" : "0.5", other, field));

    [Fact]
    public void Drift_of_a_long_text_counts_with_all_of_it()
    {
        var start = "name = 'x' AND " + string.Concat(Enumerable.Repeat("a = 1 AND ", 100));

        Assert.NotEqual(Drift("x", $"\"{start}b = 1\"", "query_filter"), Drift("x", $"\"{start}b = 2\"", "query_filter"));
    }

    [Theory]
    [InlineData("""{ "b": [1, 2], "c": 3 }""", true)]
    [InlineData("""{ "c": 3, "b": [1, 2] }""", true)]
    [InlineData("""{ "c": 3, "b": [2, 1] }""", false)]
    [InlineData("""{ "c": 3, "b": [12] }""", false)]
    [InlineData("""{ "c": "3", "b": [1, 2] }""", true)]
    [InlineData("""{ "c": 3, "b": [1, [2]] }""", false)]
    [InlineData("""{ "c": 3, "b": [1, null] }""", false)]
    [InlineData("""{ "c": 3 }""", false)]
    public void Drift_of_a_mapping_counts_whatever_the_order_of_its_members(string live, bool isSame)
    {
        static IEnumerable<string> Of(string live) => Checked.One(
            "{ name: Check, type: run_experiment, partial: true, run_configuration: { invocation_parameters: { a: 1 } } }",
            $$"""{ "name": "Check", "type": "run_experiment", "run_configuration": { "invocation_parameters": { "a": {{live}} } } }""")
            .Findings.Where(finding => finding.Rule.Id == "ATL7001").Select(finding => Fingerprint.Of(finding, File));

        Assert.Equal(isSame, Of("""{ "b": [1, 2], "c": 3 }""").Order().SequenceEqual(Of(live).Order()));
    }

    private static IReadOnlyList<Finding> FindingsOf(string file) =>
        RuleRun.Lint(new DeclarationReader(name => RuleCorpus.Variables.GetValueOrDefault(name)).Read(file, System.IO.File.ReadAllBytes(Path.Combine(RuleCorpus.Folder, file))));

    private static string Drift(string declared, string live, string field = "sampling_rate") => Fingerprint.Of(
        Assert.Single(Checked.One($"{{ name: Check, partial: true, {field}: {declared} }}", $$"""{ "name": "Check", "{{field}}": {{live}} }""").Findings, finding => finding.Rule.Id == "ATL7001"), File);

    private static IReadOnlyList<Finding> Findings(string text) => [.. RuleRun.Lint(RuleRun.Read(File, text)).Where(finding => finding.Severity > Severity.Silent)];

    private static IReadOnlyList<string> Of(string text) => [.. Findings(text).Select(finding => Fingerprint.Of(finding, File))];
}
