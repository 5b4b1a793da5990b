using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>ATL7005: what a live task breaks by itself.</summary>
public sealed class LiveTaskRulesTests
{
    private const string OnDataset = "name: Check\ntype: template_evaluation\ndataset_id: D\nexperiment_ids: [X]\nevaluators: [{ evaluator_id: E }]\n";
    private const string LiveOnDataset = """
        "id": "T", "name": "Check", "type": "TEMPLATE_EVALUATION", "dataset_id": "D", "experiment_ids": ["X"], "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }]
        """;

    private const string OnProject = "name: Check\ntype: template_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E }]\n";
    private const string LiveOnProject = """
        "id": "T", "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "P", "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }]
        """;

    private const string Experiment = "name: Check\ntype: run_experiment\ndataset_id: D\nrun_configuration: { experiment_type: agent_call, integration_id: I, input_template: { a: b } }\n";
    private const string LiveExperiment = """
        "id": "T", "name": "Check", "type": "RUN_EXPERIMENT", "dataset_id": "D",
        "run_configuration": { "experiment_type": "AGENT_CALL", "integration_id": "I", "input_template": { "a": "b" } }
        """;

    [Theory]
    [InlineData(OnDataset, LiveOnDataset, """ "sampling_rate": 0.5 """, "ATL2003", "sampling_rate")]
    [InlineData(OnDataset, LiveOnDataset, """ "is_continuous": true """, "ATL2005", "is_continuous")]
    [InlineData(OnDataset, LiveOnDataset, """ "run_configuration": { "experiment_type": "AGENT_CALL" } """, "ATL4002", "run_configuration")]
    [InlineData(OnProject, LiveOnProject, """ "run_configuration": { "experiment_type": "AGENT_CALL" } """, "ATL4002", "run_configuration")]
    [InlineData(OnProject, LiveOnProject, """ "experiment_ids": ["X"] """, "ATL2006", "experiment_ids")]
    [InlineData(OnProject, LiveOnProject, """ "sampling_rate": 25 """, "ATL2004", "sampling_rate")]
    [InlineData(OnProject, LiveOnProject, """ "dataset_id": "D" """, "ATL2002", "dataset_id")]
    [InlineData(Experiment, LiveExperiment, """ "evaluators": [{ "evaluator_id": "E" }] """, "ATL3002", "evaluators")]
    [InlineData(Experiment, LiveExperiment, """ "query_filter": "x = 1" """, "ATL2009", "query_filter")]
    public void A_live_task_that_breaks_a_rule_is_a_warning_that_names_it(string declared, string live, string broken, string rule, string path)
    {
        var check = Checked.One(declared, $"{{ {live}, {broken} }}");

        Assert.Equal(SyncStatus.InSync, check.Task.Status);
        var finding = Assert.Single(check.Findings);
        Assert.Equal(("ATL7005", Severity.Warning, "Check", path), (finding.Rule.Id, finding.Severity, finding.Task, finding.Path?.ToString()));
        Assert.StartsWith($"the live task breaks {rule}: ", finding.Message, StringComparison.Ordinal);
        // Where nobody declares the field, people can act at the task.
        Assert.Equal((1, 7), (finding.Place.StartPosition.Line, finding.Place.StartPosition.Column));
    }

    [Fact]
    public void A_broken_field_that_is_declared_is_shown_there_beside_its_drift()
    {
        var check = Checked.One(OnDataset + "sampling_rate: null\n", $$"""{ {{LiveOnDataset}}, "sampling_rate": 0.5 }""");

        Assert.Equal(["ATL7001", "ATL7005"], check.Rules);
        Assert.All(check.Findings, finding => Assert.Equal((6, 16), (finding.Place.StartPosition.Line, finding.Place.StartPosition.Column)));
    }

    [Fact]
    public void A_broken_reference_that_is_declared_by_name_is_shown_at_the_name()
    {
        var check = Checked.One(
            "name: Check\ntype: run_experiment\npartial: true\nproject: null\n", $$"""{ {{LiveExperiment.Replace("dataset_id", "project_id", StringComparison.Ordinal)}} }""");

        Assert.Equal(["ATL7001", "ATL7005"], check.Rules);
        Assert.All(check.Findings, finding => Assert.Equal((4, 10), (finding.Place.StartPosition.Line, finding.Place.StartPosition.Column)));
    }

    [Theory]
    [InlineData(OnDataset, "sampling_rate: 0.5", LiveOnDataset + """, "sampling_rate": 0.5 """, "ATL2003")]
    [InlineData(OnDataset, "sampling_rate: 0.7", LiveOnDataset + """, "sampling_rate": 0.5 """, "ATL2003")]
    [InlineData(OnProject, "experiment_ids: [X]", LiveOnProject + """, "experiment_ids": ["X"] """, "ATL2006")]
    [InlineData(OnProject, "experiments: [one]", LiveOnProject + """, "experiment_ids": ["X"] """, "ATL2006")]
    [InlineData("name: Check\ntype: template_evaluation\nproject_id: P\n", "evaluators: [{ evaluator: Tone, column_mappings: { input: '' } }]",
        """ "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "P", "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone", "column_mappings": { "input": "" } }] """, "ATL3007")]
    [InlineData(Experiment, "evaluators: [{ evaluator: Tone }]", LiveExperiment + """, "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }] """, "ATL3002")]
    public void What_the_declaration_breaks_too_is_not_said_twice(string legal, string broken, string live, string rule)
    {
        var names = new Dictionary<string, string[]> { ["one"] = ["X"] };

        // What the live task breaks is said where the declaration does not break it.
        Assert.Contains($"breaks {rule}: ", Assert.Single(Checked.One(legal, $"{{ {live} }}", names).Findings, finding => finding.Rule.Id == "ATL7005").Message, StringComparison.Ordinal);
        Assert.Contains(rule, Assert.Single(Checked.Read(legal + broken)) is var task ? Linter.Check(task).Select(finding => finding.Rule.Id) : []);

        Assert.DoesNotContain("ATL7005", Checked.One(legal + broken, $"{{ {live} }}", names).Rules);
    }

    [Fact]
    public void What_the_declaration_breaks_elsewhere_does_not_hide_what_the_live_task_breaks()
    {
        var check = Checked.One(
            "name: Check\ntype: template_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E, column_mappings: { input: '', output: a } }]",
            """{ "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "P", "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "", "output": "" } }] }""");

        Assert.Equal("evaluators[E].column_mappings.output", Assert.Single(check.Findings, finding => finding.Rule.Id == "ATL7005").Path?.ToString());
    }

    [Theory]
    [InlineData("""{ "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "P", "evaluators": [] }""", "ATL3001")]
    [InlineData("""{ "name": "Check", "type": "TEMPLATE_EVALUATION", "evaluators": [{ "evaluator_id": "E" }] }""", "ATL2001")]
    [InlineData("""{ "name": "Check", "type": "RUN_EXPERIMENT", "dataset_id": "D" }""", "ATL4001")]
    [InlineData("""{ "name": "Check", "type": "RUN_EXPERIMENT", "dataset_id": "D", "run_configuration": { "experiment_type": "AGENT_CALL", "integration_id": "I" } }""", "ATL4003")]
    public void What_a_live_task_lacks_is_said_but_not_under_a_partial_declaration(string live, string rule)
    {
        var whole = Checked.One("{ name: Check, type: { matches: . }, project: bot }", live, new() { ["bot"] = ["P"] });
        Assert.Contains(rule, Assert.Single(whole.Findings, finding => finding.Rule.Id == "ATL7005").Message, StringComparison.Ordinal);

        Assert.Empty(Checked.One("{ name: Check, partial: true }", live).Findings);
    }

    [Theory]
    [InlineData(OnDataset, LiveOnDataset)]
    [InlineData(OnProject, LiveOnProject)]
    [InlineData(Experiment, LiveExperiment)]
    public void A_legal_live_task_breaks_nothing(string declared, string live) => Assert.Empty(Checked.One(declared, $"{{ {live} }}").Findings);
}
