using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Fixes;

/// <summary>What <c>--fix</c> does where something else may have been meant: nothing.</summary>
public sealed class GuessTests
{
    [Theory]
    [InlineData("query_filter: name = 'a' || 'b' AND status_code = 'OK'")]
    [InlineData("query_filter: \"name LIKE '%' || attributes.x\"")]
    [InlineData("query_filter: name = 'a' || attributes.x")]
    [InlineData("query_filter: POSITION('a' IN name) > 0")]
    [InlineData("query_filter: name != 'a' OR 'b'")]
    [InlineData("query_filter: status_code = 'OK' AND 'ERROR'")]
    [InlineData("query_filter: status_code = 'OK' AND ERROR")]
    [InlineData("query_filter: latency_ms > 5 AND 3")]
    [InlineData("query_filter: latency_ms > 1,5")]
    [InlineData("query_filter: name LIKE 'a%' OR 'b%'")]
    [InlineData("query_filter: name NOT IN ('a') OR ('b', 'c')")]
    [InlineData("query_filter: name IN ('a' 'b')")]
    [InlineData("query_filter: start_time BETWEEN '2026-11-02T00:00:00Z' AND '2026-11-01T23:00:00-05:00'")]
    [InlineData("sampling_rate: 1.1")]
    [InlineData("sampling_rate: 1.5")]
    [InlineData("sampling_rate: 12.5")]
    [InlineData("sampling_rate: { min: 1.5 }")]
    [InlineData("sampling_rate: { max: 0.2, one_of: [0.1, 1.2] }")]
    public void What_may_be_meant_otherwise_is_left_as_it_is(string field)
    {
        var text = $"name: A\ntype: template_evaluation\nproject: p\n{field}\nevaluators:\n  - evaluator: E\n";

        Assert.Equal(text, FixRun.All(text));
    }

    [Theory]
    [InlineData("query_filter: name = 'a' || name = 'b'", "query_filter: name = 'a' OR name = 'b'")]
    [InlineData("query_filter: name = 'a' OR 'b'", "query_filter: name = 'a' OR name = 'b'")]
    [InlineData("query_filter: name != 'a' AND 'b'", "query_filter: name != 'a' AND name != 'b'")]
    [InlineData("query_filter: latency_ms = 5 OR 3", "query_filter: latency_ms = 5 OR latency_ms = 3")]
    [InlineData("query_filter: name NOT IN ('a') AND ('b', 'c')", "query_filter: name NOT IN ('a') AND name NOT IN ('b', 'c')")]
    [InlineData("query_filter: latency_ms > 1,500", "query_filter: latency_ms > 1500")]
    [InlineData("query_filter: eval.tone.score > 0,75", "query_filter: eval.tone.score > 0.75")]
    [InlineData("query_filter: name IN ('a',)", "query_filter: name IN ('a')")]
    [InlineData("query_filter: status_code =! 'OK'", "query_filter: status_code != 'OK'")]
    [InlineData("query_filter: name NOT = 'a'", "query_filter: name != 'a'")]
    [InlineData("sampling_rate: 10", "sampling_rate: 0.1")]
    [InlineData("sampling_rate: 2", "sampling_rate: 0.02")]
    [InlineData("sampling_rate: 1.5%", "sampling_rate: 0.015")]
    [InlineData("sampling_rate: { one_of: [\"0.1\", 0.2] }", "sampling_rate: { one_of: [0.1, 0.2] }")]
    public void What_is_certain_is_mended(string field, string mended)
    {
        string Task(string line) => $"name: A\ntype: template_evaluation\nproject: p\n{line}\nevaluators:\n  - evaluator: E\n";

        Assert.Equal(Task(mended), FixRun.All(Task(field)));
    }

    [Theory]
    [InlineData("  - Evaluator: F\n    evaluator_name: x\n")]
    [InlineData("  - evaluator_name: x\n    evaluatorId: F\n")]
    [InlineData("  - evaluator_name: x\n    EVALUATOR: F\n    query_filter: null\n")]
    [InlineData("  - { evaluator_name: x, evaluatr: F }\n")]
    public void Two_keys_that_mean_one_reference_do_not_both_become_it(string evaluator)
    {
        var text = $"name: A\ntype: template_evaluation\nproject: p\nevaluators:\n{evaluator}";

        var result = FixRun.All(text);

        var finding = Assert.Single(RuleRun.Lint(RuleRun.Read("a.arize.yaml", text)), finding => finding.Rule.Id == "ATL1007");
        Assert.Null(finding.Fix);
        Assert.DoesNotContain(RuleRun.Lint(RuleRun.Read("a.arize.yaml", result)), finding => finding.Rule.Id is "ATL1004" or "ATL1012");
        Assert.Contains("evaluator_name: x", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tasks: [{ name: A, project: p, evaluators: [{ evaluator: My code evaluator }] }]\n")]
    [InlineData("tasks:\n  - name: A\n    type:\n    dataset: d\n    experiments: [e]\n    evaluators: [{ evaluator: E }]\n")]
    [InlineData("name: A\nproject: p\nquery_filter: name = 'a'\nevaluators: [{ evaluator_id: E, column_mappings: { a: attributes.b } }]\n")]
    public void Nothing_tells_whether_code_or_a_model_judges(string text) => Assert.Equal(text, FixRun.All(text));

    [Fact]
    public void A_run_configuration_tells_the_type() =>
        Assert.StartsWith(
            "name: A\ntype: RUN_EXPERIMENT\n",
            FixRun.All("name: A\ndataset: d\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n"),
            StringComparison.Ordinal);
}
