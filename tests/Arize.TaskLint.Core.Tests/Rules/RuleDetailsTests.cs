using System.Globalization;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Rules;

public sealed class RuleDetailsTests
{
    [Theory]
    [InlineData("id: null")]
    [InlineData("id: null\nname: null")]
    public void A_partial_task_whose_id_says_none_needs_a_name(string fields) =>
        Assert.Equal(["ATL1005: a task needs 'name' or 'id'"], Messages($"{fields}\npartial: true\nsampling_rate: 0.5\n"));

    [Theory]
    [InlineData("id: T25saW5lVGFzazo0NTpxUndY")]
    [InlineData("name: Support bot hallucinations")]
    public void A_partial_task_needs_no_more_than_a_name_or_an_id(string field) =>
        Assert.Empty(Messages($"{field}\npartial: true\nsampling_rate: 0.5\n"));

    [Fact]
    public void A_path_to_an_empty_mapping_is_written_as_all_paths_are()
    {
        var findings = RuleRun.Lint(RuleRun.Read("a.arize.yaml", """
            name: a
            partial: true
            type: template_evaluation
            evaluators:
              - evaluator: Hallucination Eval
                column_mappings: { "retrieved.text": "" }
              - column_mappings: { output: "" }
            """));
        Assert.Equal(
            ["evaluators[Hallucination Eval].column_mappings['retrieved.text']", "evaluators[1].column_mappings.output"],
            findings.Where(finding => finding.Rule.Id == "ATL3007").Select(finding => finding.Path?.ToString()));
    }

    [Fact]
    public void A_text_as_input_template_of_another_experiment_type_is_reported_once() =>
        Assert.Equal(["ATL4004: 'input_template' belongs to AGENT_CALL, not to LLM_GENERATION"], Messages("""
            name: a
            partial: true
            type: run_experiment
            run_configuration: { experiment_type: LLM_GENERATION, input_template: text }
            """));

    [Fact]
    public void The_share_that_is_proposed_is_written_with_a_point_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(["ATL2004: sampling_rate '25' is not between 0 and 1; did you mean 0.25"], Messages("name: a\npartial: true\nsampling_rate: 25\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Messages(string text) =>
        RuleRun.Lint(RuleRun.Read("a.arize.yaml", text)).Select(finding => $"{finding.Rule.Id}: {finding.Message}");
}
