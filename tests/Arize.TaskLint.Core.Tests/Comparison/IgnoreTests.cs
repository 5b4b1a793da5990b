using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class IgnoreTests
{
    private const string Live = """
        { "id": "T", "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "P", "sampling_rate": 1, "query_filter": "new",
          "evaluators": [
            { "evaluator_id": "E1", "evaluator_name": "Tone", "column_mappings": { "input": "new", "a.b": "new" } },
            { "evaluator_id": "E2", "evaluator_name": "Facts [v2]", "column_mappings": { "input": "new" } }] }
        """;

    private const string Declared = """
        name: Check
        type: template_evaluation
        project_id: P
        sampling_rate: 0.5
        query_filter: old
        evaluators:
          - evaluator_id: E1
            column_mappings: { input: old, a.b: old }
          - evaluator: Facts [v2]
            column_mappings: { input: old }

        """;

    private static readonly string[] Every =
    [
        "sampling_rate", "query_filter", "evaluators[E1].column_mappings.input", "evaluators[E1].column_mappings['a.b']", "evaluators[E2].column_mappings.input",
    ];

    [Theory]
    [InlineData("sampling_rate", "sampling_rate")]
    [InlineData("evaluators[E1].column_mappings.input", "evaluators[E1].column_mappings.input")]
    [InlineData("evaluators[E1].column_mappings['a.b']", "evaluators[E1].column_mappings['a.b']")]
    // A path above.
    [InlineData("evaluators[E1].column_mappings", "evaluators[E1].column_mappings.input evaluators[E1].column_mappings['a.b']")]
    [InlineData("evaluators[E2]", "evaluators[E2].column_mappings.input")]
    [InlineData("evaluators", "evaluators[E1].column_mappings.input evaluators[E1].column_mappings['a.b'] evaluators[E2].column_mappings.input")]
    // Every entry.
    [InlineData("evaluators[*].column_mappings.input", "evaluators[E1].column_mappings.input evaluators[E2].column_mappings.input")]
    [InlineData("evaluators[*]", "evaluators[E1].column_mappings.input evaluators[E1].column_mappings['a.b'] evaluators[E2].column_mappings.input")]
    // The name that people know an evaluator by.
    [InlineData("evaluators[Tone].column_mappings.input", "evaluators[E1].column_mappings.input")]
    [InlineData("evaluators[Facts [v2]].column_mappings", "evaluators[E2].column_mappings.input")]
    // Nothing.
    [InlineData("sampling", "")]
    [InlineData("query", "")]
    [InlineData("evaluators[E]", "")]
    [InlineData("evaluators[*].query_filter", "")]
    [InlineData("column_mappings", "")]
    [InlineData("sampling_rate.x", "")]
    [InlineData("Sampling_Rate", "")]
    public void An_entry_covers_its_path_and_what_is_below(string path, string covered)
    {
        var check = Check($"path: \"{path}\", reason: load test, owner: jane");

        Assert.Equal(Every, check.Task.Changes.Select(change => change.Path.ToString()));
        Assert.Equal(covered, string.Join(' ', check.Task.Changes.Where(change => change.IgnoredBy is not null).Select(change => change.Path)));
        Assert.Equal(check.Task.Changes.Select(change => change.IgnoredBy is not null), check.Findings.Where(finding => finding.Rule == Drift.Rule).Select(finding => finding.IsSuppressed));
        Assert.Equal(SyncStatus.Drifted, check.Task.Status);
    }

    [Fact]
    public void A_task_whose_drift_is_all_ignored_is_in_sync_and_the_drift_is_shown()
    {
        var check = Checked.One(Declared + "ignore: [{ path: evaluators }, { path: sampling_rate }, { path: query_filter }]", Live);

        Assert.Equal(SyncStatus.InSync, check.Task.Status);
        Assert.Equal(5, check.Task.Changes.Count);
        Assert.All(check.Findings, finding => Assert.True(finding.IsSuppressed));
    }

    [Fact]
    public void An_entry_tells_its_reason_owner_and_day()
    {
        var entry = Check("path: sampling_rate, reason: load test, owner: jane, until: 2026-08-01").Task.Changes[0].IgnoredBy;

        Assert.Equal(new IgnoreEntry("sampling_rate", "load test", "jane", new DateTime(2026, 8, 1)), entry! with { Place = Place.None });
    }

    [Theory]
    [InlineData("2026-07-31", false)]
    [InlineData("2026-08-01", true)]
    [InlineData("2026-08-02", true)]
    public void The_last_day_counts_and_the_next_does_not(string until, bool isIgnored) =>
        Assert.Equal(isIgnored, Check($"path: sampling_rate, until: {until}").Task.Changes[0].IgnoredBy is not null);

    [Fact]
    public void Drift_whose_entry_has_ended_says_so()
    {
        var finding = Check("path: sampling_rate, until: 2026-07-31").Findings[0];

        Assert.False(finding.IsSuppressed);
        Assert.EndsWith("; the ignore entry for it ended on 2026-07-31", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_in_force_counts_beside_one_that_has_ended()
    {
        var check = Checked.One(Declared + "ignore: [{ path: sampling_rate, until: 2020-01-01 }, { path: sampling_rate }]", Live);

        Assert.NotNull(check.Task.Changes[0].IgnoredBy);
        Assert.DoesNotContain("ended", check.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_with_a_day_that_cannot_be_read_ignores_nothing() =>
        Assert.Null(Check("path: sampling_rate, until: tomorrow").Task.Changes[0].IgnoredBy);

    [Theory]
    [InlineData("project: bot", "project", """ "project_id": "other" """)]
    [InlineData("project: bot", "project_id", """ "project_id": "other" """)]
    [InlineData("experiments: [bot]", "experiments", """ "experiment_ids": ["other"] """)]
    [InlineData("run_configuration: { ai_integration: bot }", "run_configuration.ai_integration", """ "run_configuration": { "ai_integration_id": "other" } """)]
    public void A_reference_by_name_is_ignored_by_either_of_its_fields(string declared, string path, string live)
    {
        var check = Checked.One($"{{ name: Check, partial: true, {declared}, ignore: [{{ path: {path} }}] }}", $$"""{ "name": "Check", {{live}} }""", new() { ["bot"] = ["B"] });

        Assert.NotNull(Assert.Single(check.Task.Changes).IgnoredBy);
    }

    [Theory]
    [InlineData("path: name, reason: none")]
    [InlineData("path: is_continuous")]
    [InlineData("path: 'evaluators[Tone].column_mappings'")]
    public void Entry_that_meets_no_drift_today_is_no_finding(string entry) =>
        Assert.DoesNotContain("ATL9001", Check(entry).Rules);

    [Theory]
    [InlineData("path: sampling_rate", "One Two")]
    [InlineData("path: sampling_rate, names: Tw*", "Two")]
    [InlineData("path: sampling_rate, projects: [bot], names: O?e", "One")]
    [InlineData("path: sampling_rate, projects: help", "")]
    [InlineData("path: query_filter", "")]
    [InlineData("path: sampling_rate, until: 2026-07-31", "")]
    public void An_entry_of_the_settings_is_for_all_tasks_or_for_those_that_it_names(string entry, string ignored)
    {
        var check = WithShared(entry);
        Assert.Equal(ignored, string.Join(' ', check.Tasks.Where(task => task.Changes.Any(change => change.IgnoredBy is not null)).Select(task => task.Task.Name)));
        Assert.All(check.Findings, finding => Assert.Equal(Drift.Rule, finding.Rule));
    }

    private static Checked WithShared(string entry)
    {
        var tasks = Checked.Read("- { name: One, partial: true, project: bot, sampling_rate: 0.5 }\n- { name: Two, partial: true, project: bot, sampling_rate: 0.5 }");
        var drift = new DriftCheck(isStrict: false, Checked.Today) { Shared = Shared(entry) };
        return Checked.By(drift, [.. tasks.Select(task => (task, Checked.Found("""{ "project_id": "B", "sampling_rate": 1 }""", new() { ["bot"] = ["B"] })))]);
    }

    private static IgnoreSet Shared(string entry)
    {
        List<Problem> problems = [];
        var root = YamlTreeReader.Read(new SourceFile("tasklint.yaml", $"{{ {entry} }}"), _ => null, problems)!.Single();
        var shared = IgnoreSet.Read([new Binder().BindMapping(SharedIgnoreFields.Spec, (MappingNode)root, problems)], problems);
        Assert.Empty(problems);
        return shared;
    }

    private static Checked Check(string entry) => Checked.One($"{Declared}ignore: [{{ {entry} }}]", Live);
}
