using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class NamesTests
{
    private static readonly Dictionary<string, string[]> Names = new() { ["bot"] = ["B"], ["two"] = ["T1", "T2"], ["one"] = ["O"], ["other"] = ["X"] };

    public static TheoryData<string, string, string> References => new()
    {
        { "project: bot", """ "project_id": "B" """, "project_id" },
        { "dataset: bot", """ "dataset_id": "B" """, "dataset_id" },
        { "experiments: [one, bot]", """ "experiment_ids": ["B", "O"] """, "experiment_ids" },
        { "run_configuration: { ai_integration: bot }", """ "run_configuration": { "ai_integration_id": "B" } """, "run_configuration.ai_integration_id" },
        { "run_configuration: { integration: bot }", """ "run_configuration": { "integration_id": "B" } """, "run_configuration.integration_id" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void A_name_stands_for_its_ID(string declared, string live, string path)
    {
        Assert.Equal(SyncStatus.InSync, Check(declared, live).Task.Status);

        var change = Assert.Single(Check(declared, live.Replace("\"B\"", "\"Z\"", StringComparison.Ordinal)).Task.Changes);
        Assert.Equal((path, ChangeKind.Changed), (change.Path.ToString(), change.Kind));
        Assert.Contains("bot", change.DeclaredName, StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("run", StringComparison.Ordinal), !change.NeedsRecreate);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_name_of_what_the_live_task_does_not_have_is_removed(string declared, string live, string path)
    {
        var empty = live.Contains("run_configuration", StringComparison.Ordinal) ? """ "run_configuration": { "model_name": "m" } """ : "\"query_filter\": null";

        var change = Assert.Single(Check(declared, empty).Task.Changes);

        Assert.Equal((path, ChangeKind.Removed), (change.Path.ToString(), change.Kind));
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_name_of_several_resources_is_undetermined_and_lists_their_IDs(string declared, string live, string path)
    {
        var check = Check(declared.Replace("bot", "two", StringComparison.Ordinal), live);

        Assert.Equal(SyncStatus.Undetermined, check.Task.Status);
        var finding = Assert.Single(check.Findings);
        Assert.Equal(("ATL7009", path), (finding.Rule.Id, finding.Path?.ToString()));
        Assert.EndsWith("T1, T2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_name_that_nothing_has_is_undetermined_and_says_why(string declared, string live, string path)
    {
        var check = Check(declared.Replace("bot", "nobody", StringComparison.Ordinal), live);

        Assert.Equal(SyncStatus.Undetermined, check.Task.Status);
        var finding = Assert.Single(check.Findings);
        Assert.Equal(("ATL7004", path), (finding.Rule.Id, finding.Path?.ToString()));
        Assert.Contains("has the name 'nobody'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_of_a_name_points_at_the_name_and_shows_it()
    {
        const string Yaml = "{ name: Check, type: template_evaluation, project: bot }";

        var check = Checked.One(Yaml, """{ "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "X" }""", Names);

        var finding = Assert.Single(check.Findings, finding => finding.Rule.Id == "ATL7001");
        Assert.Equal(Yaml.IndexOf("bot", StringComparison.Ordinal), finding.Place.Start);
        Assert.StartsWith("project_id is declared as 'bot', but is 'X' in the live task", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_evaluator_is_found_by_the_name_that_the_live_task_tells()
    {
        var check = Check("evaluators: [{ evaluator: Tone, query_filter: x }]", """ "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone", "query_filter": "y" }] """);

        var change = Assert.Single(check.Task.Changes);
        Assert.Equal(("evaluators[E].query_filter", "evaluators[Tone].query_filter"), (change.Path.ToString(), change.Path.ToDisplay()));
    }

    [Fact]
    public void An_evaluator_by_ID_is_shown_by_its_name()
    {
        var check = Check("evaluators: [{ evaluator_id: E, query_filter: x }]", """ "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }] """);

        Assert.Equal("evaluators[Tone].query_filter", Assert.Single(check.Task.Changes).Path.ToDisplay());
    }

    [Theory]
    [InlineData("tone")]
    [InlineData("Ton")]
    public void An_evaluator_s_name_fits_exactly_or_not_at_all(string name)
    {
        var check = Check($"evaluators: [{{ evaluator: {name} }}]", """ "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }] """);

        Assert.Equal([($"evaluators[{name}]", ChangeKind.Removed), ("evaluators[E]", ChangeKind.Added)], check.Task.Changes.Select(change => (change.Path.ToString(), change.Kind)));
        Assert.Equal("evaluators[Tone]", check.Task.Changes[1].Path.ToDisplay());
    }

    [Fact]
    public void An_evaluator_s_name_that_fits_several_attached_ones_is_undetermined()
    {
        var check = Check(
            "evaluators: [{ evaluator: Tone }]",
            """ "evaluators": [{ "evaluator_id": "E1", "evaluator_name": "Tone" }, { "evaluator_id": "E2", "evaluator_name": "Tone" }] """);

        Assert.Equal(SyncStatus.Undetermined, check.Task.Status);
        var finding = Assert.Single(check.Findings);
        Assert.Equal(("ATL7009", "evaluators[Tone]"), (finding.Rule.Id, finding.Path?.ToString()));
        Assert.EndsWith("E1, E2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{ evaluator_id: E1 }, { evaluator: Tone }]")]
    [InlineData("[{ evaluator: Tone }, { evaluator_id: E1 }]")]
    [InlineData("[{ evaluator: Tone, evaluator_id: null }, { evaluator_id: E1 }]")]
    public void Of_two_evaluators_of_one_name_the_name_means_the_one_that_no_ID_means(string evaluators) =>
        Assert.Equal(SyncStatus.InSync, Check(
            $"evaluators: {evaluators}",
            """ "evaluators": [{ "evaluator_id": "E1", "evaluator_name": "Tone" }, { "evaluator_id": "E2", "evaluator_name": "Tone" }] """).Task.Status);

    [Fact]
    public void Two_evaluators_of_one_name_are_compared_by_their_IDs()
    {
        var check = Check(
            "evaluators: [{ evaluator_id: E2, query_filter: x }, { evaluator_id: E1, query_filter: null }]",
            """ "evaluators": [{ "evaluator_id": "E1", "evaluator_name": "Tone", "query_filter": "x" }, { "evaluator_id": "E2", "evaluator_name": "Tone", "query_filter": "x" }] """);

        Assert.Equal(("evaluators[E1].query_filter", ChangeKind.Added), (Assert.Single(check.Task.Changes).Path.ToString(), check.Task.Changes[0].Kind));
    }

    [Fact]
    public void An_evaluator_whose_name_is_not_known_may_be_any_of_the_rest()
    {
        var check = Check(
            "evaluators: [{ evaluator: '${NAME}' }, { evaluator_id: E2, query_filter: x }]",
            """ "evaluators": [{ "evaluator_id": "E1", "evaluator_name": "Tone" }, { "evaluator_id": "E2", "evaluator_name": "Facts" }] """);

        Assert.Equal("evaluators[E2].query_filter", Assert.Single(check.Task.Changes).Path.ToString());
        Assert.Contains("ATL7004", check.Rules);
    }

    [Fact]
    public void A_name_that_is_not_known_is_undetermined_and_not_looked_up()
    {
        var check = Check("project: '${BOT}'", """ "project_id": "B" """);

        Assert.Equal("'project_id' cannot be compared: its value is not known", Assert.Single(check.Findings).Message);
        Assert.IsType<ScalarNode>(check.Task.Task[Core.Schema.TaskFields.Project].Node);
    }

    private static Checked Check(string declared, string live) =>
        Checked.One($"{{ name: Check, partial: true, {declared} }}", $$"""{ "name": "Check", {{live}} }""", Names);
}
