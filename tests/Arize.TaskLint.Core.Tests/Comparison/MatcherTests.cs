using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class MatcherTests
{
    private const string Model = "run_configuration: { model_name: ";
    private const string Parameters = "run_configuration: { invocation_parameters: { ";

    [Theory]
    // Numbers.
    [InlineData("sampling_rate: { min: 0.05, max: 0.2 }", """ "sampling_rate": 0.1 """)]
    [InlineData("sampling_rate: { min: 0.05, max: 0.2 }", """ "sampling_rate": 0.05 """)]
    [InlineData("sampling_rate: { min: 0.05, max: 0.2 }", """ "sampling_rate": 0.2 """)]
    [InlineData("sampling_rate: { max: 0.1 }", """ "sampling_rate": 0.10000000149011612 """)]
    [InlineData("sampling_rate: { min: 0.7 }", """ "sampling_rate": 0.699999988079071 """)]
    [InlineData("sampling_rate: { one_of: [0.1, 1] }", """ "sampling_rate": 1.0 """)]
    [InlineData("sampling_rate: { one_of: [null, 1] }", """ "sampling_rate": null """)]
    [InlineData(Parameters + "max_tokens: { min: 10 } } }", """ "run_configuration": { "invocation_parameters": { "max_tokens": 10 } } """)]
    // Texts.
    [InlineData("query_filter: { contains: status_code }", """ "query_filter": "a = 1 AND status_code = 'OK'" """)]
    [InlineData("query_filter: { one_of: [null, x] }", """ "query_filter": "" """)]
    [InlineData("query_filter: { one_of: [null, x] }", "")]
    [InlineData("query_filter: { one_of: ['', x] }", """ "query_filter": null """)]
    [InlineData(Model + "{ matches: ^gpt- } }", """ "run_configuration": { "model_name": "gpt-4o" } """)]
    [InlineData(Model + "{ one_of: [gpt-4o, gpt-4o-mini] } }", """ "run_configuration": { "model_name": "gpt-4o-mini" } """)]
    [InlineData(Model + "{ one_of: [1, 'null'] } }", """ "run_configuration": { "model_name": "1" } """)]
    [InlineData(Model + "{ contains: '4', matches: o$ } }", """ "run_configuration": { "model_name": "gpt-4o" } """)]
    [InlineData("project_id: { one_of: [P, Q] }", """ "project_id": "Q" """)]
    // Enums, in any spelling.
    [InlineData("type: { one_of: [code_evaluation, TemplateEvaluation] }", """ "type": "TEMPLATE_EVALUATION" """)]
    [InlineData("type: { matches: (?i)evaluation$ }", """ "type": "TEMPLATE_EVALUATION" """)]
    // Truth values; unset is false.
    [InlineData("is_continuous: { one_of: [true, false] }", """ "is_continuous": true """)]
    [InlineData("is_continuous: { one_of: [true, false] }", """ "is_continuous": false """)]
    [InlineData("is_continuous: { one_of: [true, false] }", "")]
    // In the mappings.
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { matches: ^attributes } } }]",
        """ "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "attributes.input.value" } }] """)]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { one_of: [a, null] } } }]", """ "evaluators": [{ "evaluator_id": "E", "column_mappings": {} }] """)]
    [InlineData("run_configuration: { classification_choices: { good: { min: 0.5 } } }", """ "run_configuration": { "classification_choices": { "good": 1 } } """)]
    public void Fits(string declared, string live) => Assert.Equal(SyncStatus.InSync, Check(declared, live).Task.Status);

    [Theory]
    [InlineData("sampling_rate: { min: 0.05, max: 0.2 }", """ "sampling_rate": 0.04 """, ChangeKind.Changed)]
    [InlineData("sampling_rate: { min: 0.05, max: 0.2 }", """ "sampling_rate": 0.21 """, ChangeKind.Changed)]
    [InlineData("sampling_rate: { min: 0 }", """ "sampling_rate": null """, ChangeKind.Removed)]
    [InlineData("sampling_rate: { one_of: [0.1, 1] }", """ "sampling_rate": 0.5 """, ChangeKind.Changed)]
    [InlineData("sampling_rate: { one_of: [] }", """ "sampling_rate": 0.5 """, ChangeKind.Changed)]
    [InlineData("query_filter: { contains: status_code }", """ "query_filter": "STATUS_CODE" """, ChangeKind.Changed)]
    [InlineData("query_filter: { contains: status_code }", """ "query_filter": "" """, ChangeKind.Removed)]
    [InlineData("query_filter: { matches: .* }", "", ChangeKind.Removed)]
    [InlineData(Model + "{ matches: ^gpt- } }", """ "run_configuration": { "model_name": "GPT-4o" } """, ChangeKind.Changed)]
    [InlineData(Model + "{ one_of: [null] } }", """ "run_configuration": { "model_name": "null" } """, ChangeKind.Changed)]
    [InlineData(Model + "{ contains: '4', matches: x$ } }", """ "run_configuration": { "model_name": "gpt-4o" } """, ChangeKind.Changed)]
    [InlineData("type: { one_of: [code_evaluation] }", """ "type": "TEMPLATE_EVALUATION" """, ChangeKind.Changed)]
    [InlineData("is_continuous: { one_of: [true] }", """ "is_continuous": false """, ChangeKind.Changed)]
    [InlineData("is_continuous: { one_of: [true] }", "", ChangeKind.Removed)]
    [InlineData("is_continuous: { one_of: [false] }", """ "is_continuous": true """, ChangeKind.Changed)]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { matches: ^x } } }]",
        """ "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "attributes.input.value" } }] """, ChangeKind.Changed)]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { matches: ^x } } }]",
        """ "evaluators": [{ "evaluator_id": "E", "column_mappings": {} }] """, ChangeKind.Removed)]
    [InlineData("run_configuration: { classification_choices: { good: { min: 0.5 } } }", """ "run_configuration": { "classification_choices": { "good": 0 } } """, ChangeKind.Changed)]
    public void Does_not_fit(string declared, string live, ChangeKind kind)
    {
        var check = Check(declared, live);

        Assert.Equal(kind, Assert.Single(check.Task.Changes).Kind);
        Assert.Equal(SyncStatus.Drifted, check.Task.Status);
    }

    [Fact]
    public void Drift_from_a_matcher_points_at_it_and_shows_it()
    {
        const string Yaml = "{ name: Check, partial: true, sampling_rate: { min: 0.05, max: 0.2 } }";

        var finding = Assert.Single(Checked.One(Yaml, """{ "name": "Check", "sampling_rate": 1 }""").Findings);

        Assert.Equal(Yaml.IndexOf("{ min", StringComparison.Ordinal), finding.Place.Start);
        Assert.Equal("sampling_rate is declared as { min: 0.05, max: 0.2 }, but is '1' in the live task", finding.Message);
    }

    [Theory]
    [InlineData("query_filter: { matches: '^(a+)+\\1$' }", "", "query_filter")]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { matches: '^(a+)+\\1$' } } }]", "column_mappings", "evaluators[E].column_mappings.input")]
    public void A_pattern_that_takes_too_long_leaves_the_field_undetermined(string declared, string where, string path)
    {
        var text = new string('a', 40) + "!";
        var live = where.Length == 0 ? $$""" "query_filter": "{{text}}" """ : $$""" "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "{{text}}" } }] """;

        var check = Check(declared, live);

        Assert.Equal(SyncStatus.Undetermined, check.Task.Status);
        Assert.Equal($"'{path}' cannot be compared: its pattern takes too long on the live value; write a simpler one", Assert.Single(check.Findings).Message);
    }

    [Fact]
    public void A_pattern_that_backtracks_for_long_is_decided_all_the_same() =>
        Assert.Equal(SyncStatus.Drifted, Check("query_filter: { matches: ^(a+)+$ }", $$""" "query_filter": "{{new string('a', 40)}}!" """).Task.Status);

    [Theory]
    [InlineData("query_filter: { contains: '${X}' }")]
    [InlineData("query_filter: { one_of: [a, '${X}'] }")]
    [InlineData("query_filter: { matches: '${X}' }")]
    [InlineData("sampling_rate: { min: '${X}' }")]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { contains: '${X}' } } }]")]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { one_of: ['${X}'] } } }]")]
    public void A_matcher_that_is_not_known_leaves_the_task_undetermined(string declared)
    {
        var check = Check(declared, """ "query_filter": "a", "sampling_rate": 1, "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "a" } }] """);

        Assert.Equal(SyncStatus.Undetermined, check.Task.Status);
        Assert.Equal(["ATL7004"], check.Rules);
    }

    [Theory]
    [InlineData("query_filter: { min: 1 }")]
    [InlineData("query_filter: { matches: '(' }")]
    [InlineData("sampling_rate: { contains: a }")]
    [InlineData("is_continuous: { matches: true }")]
    [InlineData("query_filter: { like: a, contains: b }")]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: { input: { min: 1 } } }]")]
    public void A_matcher_with_an_error_is_not_compared(string declared)
    {
        var check = Check(declared, """ "query_filter": "a", "sampling_rate": 1, "is_continuous": true, "evaluators": [{ "evaluator_id": "E", "column_mappings": { "input": "a" } }] """);

        Assert.Equal((SyncStatus.Undetermined, "the declaration has errors"), (check.Task.Status, check.Task.Reason));
        Assert.Empty(check.Findings);
    }

    private static Checked Check(string declared, string live) =>
        Checked.One($"{{ name: Check, partial: true, {declared} }}", $$"""{ {{(live.Length > 0 ? live + "," : "")}} "name": "Check" }""");
}
