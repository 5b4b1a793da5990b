using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>What counts as equal, by example, and the nearest thing that does not.</summary>
public sealed class EqualValuesTests
{
    [Theory]
    // Enum values without letter case and separators.
    [InlineData("type: TEMPLATE_EVALUATION", """ "type": "template_evaluation" """)]
    [InlineData("type: TemplateEvaluation", """ "type": "TEMPLATE_EVALUATION" """)]
    [InlineData("type: template-evaluation", """ "type": "TEMPLATEEVALUATION" """)]
    // Numbers by value, and a float32 round trip apart.
    [InlineData("sampling_rate: 1", """ "sampling_rate": 1.0 """)]
    [InlineData("sampling_rate: .5", """ "sampling_rate": 5e-1 """)]
    [InlineData("sampling_rate: 0.1", """ "sampling_rate": 0.10000000149011612 """)]
    [InlineData("sampling_rate: 0.10000000149011612", """ "sampling_rate": 0.1 """)]
    [InlineData("sampling_rate: 0.123456789", """ "sampling_rate": 0.12345679 """)]
    // Truth values in any letter case.
    [InlineData("is_continuous: True", """ "is_continuous": true """)]
    [InlineData("is_continuous: FALSE", """ "is_continuous": false """)]
    // null, absent and "" for filters and version pins; false for is_continuous.
    [InlineData("query_filter: null", """ "query_filter": null """)]
    [InlineData("query_filter: null", "")]
    [InlineData("query_filter: null", """ "query_filter": "" """)]
    [InlineData("query_filter: ''", "")]
    [InlineData("query_filter: ''", """ "query_filter": null """)]
    [InlineData("query_filter:", """ "query_filter": "" """)]
    [InlineData("is_continuous: false", "")]
    [InlineData("is_continuous: null", """ "is_continuous": false """)]
    [InlineData("evaluators: [{ evaluator_id: E, evaluator_version_id: '', query_filter: ~ }]", """ "evaluators": [{ "evaluator_id": "E", "query_filter": "" }] """)]
    // null and {} for mappings and parameter bags.
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: {} }]", """ "evaluators": [{ "evaluator_id": "E", "column_mappings": null }] """)]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: null }]", """ "evaluators": [{ "evaluator_id": "E", "column_mappings": {} }] """)]
    [InlineData("run_configuration: { provider_parameters: {}, invocation_parameters: null }", """ "run_configuration": { "invocation_parameters": {} } """)]
    [InlineData("run_configuration: { invocation_parameters: { response_format: {} } }", """ "run_configuration": {} """)]
    [InlineData("run_configuration: null", "")]
    // Lists without entries.
    [InlineData("experiment_ids: []", "")]
    [InlineData("evaluators: null", """ "evaluators": [] """)]
    [InlineData("experiments: []", """ "experiment_ids": [] """)]
    // Evaluators and experiments as sets.
    [InlineData("evaluators: [{ evaluator_id: A }, { evaluator_id: B }]", """ "evaluators": [{ "evaluator_id": "B" }, { "evaluator_id": "A" }] """)]
    [InlineData("experiment_ids: [A, B]", """ "experiment_ids": ["B", "A"] """)]
    // Placeholders of an input template, nested ones too.
    [InlineData("run_configuration: { input_template: { a: { b: ['{{dataset.x}} and {{ dataset.y }}'] } } }", """ "run_configuration": { "input_template": { "a": { "b": ["{{x}} and {{ y }}"] } } } """)]
    // The letter of a single filter.
    [InlineData("query_filters: { filters: [{ id: B, filter: x = 1 }] }", """ "query_filters": { "filters": [{ "id": "B", "filter": "x = 1" }], "expression": "B" } """)]
    [InlineData("query_filters: { filters: [{ id: B, filter: x = 1 }], expression: null }", """ "query_filters": { "filters": [{ "id": "B", "filter": "x = 1" }], "expression": "B" } """)]
    [InlineData("query_filters: { filters: [{ id: B, filter: x = 1 }], expression: B }", """ "query_filters": { "filters": [{ "id": "B", "filter": "x = 1" }] } """)]
    [InlineData("query_filters: { expression: B }", """ "query_filters": { "filters": [{ "id": "B", "filter": "x = 1" }] } """)]
    [InlineData("query_filters: { expression: null }", """ "query_filters": { "filters": [{ "id": "B", "filter": "x = 1" }], "expression": "B" } """)]
    // One expression in other words.
    [InlineData("query_filters: { filters: [{ id: A, filter: x }, { id: B, filter: y }], expression: a_or_b }", """ "query_filters": { "filters": [{ "id": "A", "filter": "x" }, { "id": "B", "filter": "y" }], "expression": "a_or_b" } """)]
    [InlineData("query_filters: { expression: A and B }", """ "query_filters": { "expression": "(B  AND (A))" } """)]
    [InlineData("query_filters: { expression: C OR (A AND B) }", """ "query_filters": { "expression": "(B AND A) OR C" } """)]
    [InlineData("query_filters: { filters: [{ id: A, filter: x }, { id: B, filter: y }], expression: A OR B }", """ "query_filters": { "filters": [{ "id": "B", "filter": "y" }, { "id": "A", "filter": "x" }], "expression": "B OR A" } """)]
    // Any filter: no letters.
    [InlineData("evaluators: [{ evaluator_id: E, query_mappings: [{ variable_name: a, query_ids: [], attribute_path: p }] }]", """ "evaluators": [{ "evaluator_id": "E", "query_mappings": [{ "variable_name": "a", "query_ids": null, "attribute_path": "p" }] }] """)]
    [InlineData("evaluators: [{ evaluator_id: E, query_mappings: [{ variable_name: a, query_ids: [B, A], attribute_path: p }] }]", """ "evaluators": [{ "evaluator_id": "E", "query_mappings": [{ "variable_name": "a", "query_ids": ["A", "B"], "attribute_path": "p" }] }] """)]
    [InlineData("evaluators: [{ evaluator_id: E, query_mappings: [] }]", """ "evaluators": [{ "evaluator_id": "E", "query_mappings": null }] """)]
    [InlineData("query_filters: null", """ "query_filters": { "filters": [], "expression": null } """)]
    // Line endings and one line break at the end.
    [InlineData("query_filter: \"a\\r\\nb\"", """ "query_filter": "a\nb" """)]
    [InlineData("query_filter: \"a\\n\"", """ "query_filter": "a" """)]
    [InlineData("run_configuration: { template: \"a\\nb\" }", """ "run_configuration": { "template": "a\r\nb\r\n" } """)]
    // Filters by their terms.
    [InlineData("query_filter: x = 1", """ "query_filter": "x = 1 " """)]
    [InlineData("query_filter: x = 1 and y  like 'a'", """ "query_filter": "(y LIKE 'a') AND\nx=1" """)]
    [InlineData("query_filter: (x = 1)", """ "query_filter": "x = 1" """)]
    [InlineData("query_filter: x IN (2, 1) OR y = 2 AND z = 3", """ "query_filter": "(z = 3 AND y = 2) or x in (1,2)" """)]
    [InlineData("query_filter: attributes.input.value IS NULL", """ "query_filter": "\"attributes.input.value\" is null" """)]
    [InlineData("query_filter: x =", """ "query_filter": "x =" """)]
    [InlineData("query_filter: \"x = 1 -- a and b\\ny = 2\"", """ "query_filter": "x = 1 -- a and b\r\ny = 2\n" """)]
    [InlineData("query_filter: { one_of: [a = 1 AND b = 2, c = 3] }", """ "query_filter": "b = 2 and a = 1" """)]
    [InlineData("evaluators: [{ evaluator_id: E, query_filter: a = 1 AND b = 2 }]", """ "evaluators": [{ "evaluator_id": "E", "query_filter": "b=2 AND a=1" }] """)]
    [InlineData("query_filters: { filters: [{ id: A, filter: a = 1 OR b = 2 }] }", """ "query_filters": { "filters": [{ "id": "A", "filter": "b = 2 OR a = 1" }], "expression": "A" } """)]
    // A plain scalar is the text that it is written as.
    [InlineData("name: 2024", """ "name": "2024" """)]
    [InlineData("name: true", """ "name": "true" """)]
    // Null inside of free values is the same as nothing; whole numbers keep all their digits.
    [InlineData("run_configuration: { provider_parameters: { a: null, b: [{ c: ~ }] } }", """ "run_configuration": { "provider_parameters": { "b": [{}] } } """)]
    [InlineData("run_configuration: { provider_parameters: { seed: 9007199254740993 } }", """ "run_configuration": { "provider_parameters": { "seed": 9007199254740993.0 } } """)]
    // Server fields never count.
    [InlineData("evaluators: [{ evaluator_id: E, evaluator_name: old }]", """ "evaluators": [{ "evaluator_id": "E", "evaluator_name": "new" }] """)]
    [InlineData("last_run_at: long ago", """ "last_run_at": null """)]
    [InlineData("id: one", """ "id": "another" """)]
    public void Equal(string declared, string live) => Assert.Empty(Compare(declared, live));

    [Theory]
    [InlineData("name: Check", """ "name": "check" """, "name")]
    [InlineData("sampling_rate: 0.1", """ "sampling_rate": 0.1001 """, "sampling_rate")]
    [InlineData("sampling_rate: 1", """ "sampling_rate": null """, "sampling_rate")]
    [InlineData("sampling_rate: 0", "", "sampling_rate")]
    [InlineData("sampling_rate: null", """ "sampling_rate": 0 """, "sampling_rate")]
    [InlineData("query_filter: x = 1", """ "query_filter": "x = 2" """, "query_filter")]
    [InlineData("query_filter: x = 1 AND y = 2", """ "query_filter": "x = 1 OR y = 2" """, "query_filter")]
    [InlineData("query_filter: x = 'a'", """ "query_filter": "x = 'A'" """, "query_filter")]
    [InlineData("query_filter: x = 'a'", """ "query_filter": "x = \"a\"" """, "query_filter")]
    [InlineData("query_filter: x = 1 AND", """ "query_filter": "x = 1  AND" """, "query_filter")]
    // Whether filters have comments is not known: with one in it, a line break or the order of terms may matter.
    [InlineData("query_filter: \"x = 1 -- a\\nAND y = 2\"", """ "query_filter": "x = 1 -- a AND y = 2" """, "query_filter")]
    [InlineData("query_filter: \"x = 1 # a\\nAND y = 2\"", """ "query_filter": "x = 1 # a AND y = 2" """, "query_filter")]
    [InlineData("query_filter: x = 1 AND y = 2 /* z */", """ "query_filter": "y = 2 /* z */ AND x = 1" """, "query_filter")]
    [InlineData("evaluators: [{ evaluator_id: E, evaluator_version_id: 'a AND b' }]", """ "evaluators": [{ "evaluator_id": "E", "evaluator_version_id": "b AND a" }] """, "evaluators[E].evaluator_version_id")]
    [InlineData("query_filters: { filters: [{ id: A, filter: x IN (1) }] }", """ "query_filters": { "filters": [{ "id": "A", "filter": "x IN (1, 2)" }] } """, "query_filters.filters[A].filter")]
    [InlineData("query_filter: null", """ "query_filter": " " """, "query_filter")]
    [InlineData("run_configuration: { model_name: \"a\\n\\n\" }", """ "run_configuration": { "model_name": "a" } """, "run_configuration.model_name")]
    [InlineData("is_continuous: false", """ "is_continuous": true """, "is_continuous")]
    [InlineData("is_continuous: true", "", "is_continuous")]
    [InlineData("project_id: TW9kZWw6MTIzOmFCY0Q=", """ "project_id": "TW9kZWw6MTIzOmFCY0q=" """, "project_id")]
    [InlineData("experiment_ids: [A]", """ "experiment_ids": ["A", "B"] """, "experiment_ids")]
    [InlineData("experiment_ids: []", """ "experiment_ids": ["A"] """, "experiment_ids")]
    [InlineData("experiments: []", """ "experiment_ids": ["A"] """, "experiment_ids")]
    [InlineData("project: null", """ "project_id": "P" """, "project_id")]
    [InlineData("run_configuration: {}", """ "run_configuration": { "model_name": "m" } """, "run_configuration")]
    [InlineData("run_configuration: { invocation_parameters: {} }", """ "run_configuration": { "invocation_parameters": { "top_k": 1 } } """, "run_configuration.invocation_parameters")]
    [InlineData("run_configuration: { invocation_parameters: { top_k: 1 } }", """ "run_configuration": { "invocation_parameters": {} } """, "run_configuration.invocation_parameters.top_k")]
    [InlineData("run_configuration: { invocation_parameters: { stop: [a, b] } }", """ "run_configuration": { "invocation_parameters": { "stop": ["b", "a"] } } """, "run_configuration.invocation_parameters.stop")]
    [InlineData("run_configuration: { invocation_parameters: { stop: [\"\\n\"] } }", """ "run_configuration": { "invocation_parameters": { "stop": ["\n\n"] } } """, "run_configuration.invocation_parameters.stop")]
    [InlineData("run_configuration: { template: '{{dataset.x}}' }", """ "run_configuration": { "template": "{{x}}" } """, "run_configuration.template")]
    [InlineData("run_configuration: { input_template: { a: 'dataset.x' } }", """ "run_configuration": { "input_template": { "a": "x" } } """, "run_configuration.input_template.a")]
    [InlineData("run_configuration: { provider_parameters: { a: '1' } }", """ "run_configuration": { "provider_parameters": { "a": 1 } } """, "run_configuration.provider_parameters.a")]
    [InlineData("run_configuration: { provider_parameters: { a: {} } }", """ "run_configuration": { "provider_parameters": {} } """, "run_configuration.provider_parameters.a")]
    [InlineData("run_configuration: { provider_parameters: { a: [1] } }", """ "run_configuration": { "provider_parameters": { "a": [1, null] } } """, "run_configuration.provider_parameters.a")]
    [InlineData("run_configuration: { provider_parameters: { seed: 9007199254740993 } }", """ "run_configuration": { "provider_parameters": { "seed": 9007199254740992 } } """, "run_configuration.provider_parameters.seed")]
    [InlineData("query_filters: { filters: [{ id: A, filter: x }, { id: B, filter: y }], expression: A }", """ "query_filters": { "filters": [{ "id": "A", "filter": "x" }, { "id": "B", "filter": "y" }] } """, "query_filters.expression")]
    [InlineData("query_filters: { expression: A AND B }", """ "query_filters": { "expression": "A OR B" } """, "query_filters.expression")]
    [InlineData("query_filters: { expression: A AND (B OR C) }", """ "query_filters": { "expression": "(A AND B) OR C" } """, "query_filters.expression")]
    [InlineData("query_filters: { expression: A AND B OR C }", """ "query_filters": { "expression": "(A AND B) OR C" } """, "query_filters.expression")]
    [InlineData("query_filters: { filters: [{ id: A, filter: x }] }", """ "query_filters": { "filters": [{ "id": "A", "filter": "y" }] } """, "query_filters.filters[A].filter")]
    [InlineData("query_filters: { filters: [{ id: A, filter: x }] }", """ "query_filters": { "filters": [{ "id": "A", "filter": "x" }, { "id": "B", "filter": "" }] } """, "query_filters.filters[B]")]
    [InlineData("evaluators: [{ evaluator_id: E, query_mappings: [{ variable_name: a, query_ids: [], attribute_path: p }] }]", """ "evaluators": [{ "evaluator_id": "E", "query_mappings": [{ "variable_name": "a", "query_ids": ["A"], "attribute_path": "p" }] }] """, "evaluators[E].query_mappings[a].query_ids")]
    [InlineData("evaluators: [{ evaluator_id: E, column_mappings: {} }]", """ "evaluators": [{ "evaluator_id": "E", "column_mappings": { "a": "b" } }] """, "evaluators[E].column_mappings.a")]
    [InlineData("evaluators: []", """ "evaluators": [{ "evaluator_id": "E" }] """, "evaluators[E]")]
    public void Not_equal(string declared, string live, string path) => Assert.Equal(path, Assert.Single(Compare(declared, live)).Path.ToString());

    [Theory]
    [InlineData("is_continuous: true", """ "is_continuous": false """, ChangeKind.Changed)]
    [InlineData("is_continuous: true", """ "is_continuous": null """, ChangeKind.Removed)]
    [InlineData("is_continuous: false", """ "is_continuous": true """, ChangeKind.Changed)]
    [InlineData("is_continuous: null", """ "is_continuous": true """, ChangeKind.Added)]
    [InlineData("query_filter: x", """ "query_filter": "" """, ChangeKind.Removed)]
    [InlineData("query_filter: ''", """ "query_filter": "x" """, ChangeKind.Added)]
    [InlineData("experiment_ids: [A]", """ "experiment_ids": [] """, ChangeKind.Removed)]
    [InlineData("experiment_ids: null", """ "experiment_ids": ["A"] """, ChangeKind.Added)]
    [InlineData("experiment_ids: [A]", """ "experiment_ids": ["B"] """, ChangeKind.Changed)]
    [InlineData("evaluators: [{ evaluator_id: E }]", "", ChangeKind.Removed)]
    [InlineData("evaluators: null", """ "evaluators": [{ "evaluator_id": "E" }] """, ChangeKind.Added)]
    public void On_which_side_a_value_is(string declared, string live, ChangeKind kind) => Assert.Equal(kind, Assert.Single(Compare(declared, live)).Kind);

    [Fact]
    public void Another_evaluator_in_the_place_of_one_is_one_gone_and_one_come()
    {
        var changes = Compare("evaluators: [{ evaluator_id: A, query_filter: x }]", """ "evaluators": [{ "evaluator_id": "B", "query_filter": "x" }] """);

        Assert.Equal([("evaluators[A]", ChangeKind.Removed), ("evaluators[B]", ChangeKind.Added)], changes.Select(change => (change.Path.ToString(), change.Kind)));
    }

    [Fact]
    public void A_message_put_between_others_is_one_change()
    {
        var changes = Compare(
            "run_configuration: { messages: [{ role: system, content: a }, { role: user, content: b }] }",
            """ "run_configuration": { "messages": [{ "role": "SYSTEM", "content": "a" }, { "role": "USER", "content": "new" }, { "role": "USER", "content": "b" }] } """);

        Assert.Equal(("run_configuration.messages[1]", ChangeKind.Added), (Assert.Single(changes).Path.ToString(), changes[0].Kind));
    }

    private static IReadOnlyList<Change> Compare(string declared, string live)
    {
        var (changes, gaps) = DeclaredTask.Compare(DeclaredTask.Read(declared), JsonNode.Parse($"{{ {live} }}")!.AsObject());
        Assert.Empty(gaps);
        return changes;
    }
}
