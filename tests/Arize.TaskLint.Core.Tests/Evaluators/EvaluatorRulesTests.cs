using static Arize.TaskLint.Core.Tests.Evaluators.EvaluatorCase;

namespace Arize.TaskLint.Core.Tests.Evaluators;

public sealed class EvaluatorRulesTests
{
    private const string OnProject = "type: template_evaluation\nproject_id: P\n";
    private const string OnDataset = "type: template_evaluation\ndataset_id: D\n";
    private const string TaskAnswer = """{ "tasks": [{ "id": "T", "name": "Nightly", "type": "TEMPLATE_EVALUATION" }] }""";

    [Fact]
    public void An_evaluator_that_a_whole_list_does_not_have_is_ATL3008()
    {
        var findings = Findings($"{OnProject}evaluators:\n  - evaluator_id: E1\n  - evaluator_id: E9\n  - evaluator: Evaluater 1\n", TaskAnswer + $$"""
             { "evaluators": [{{Template(1)}}], "pagination": { "has_more": false } }
            """);

        Assert.Equal(
            [
                "ATL3008 6,19 evaluators[E9].evaluator_id: there is no evaluator with the ID 'E9' in live.json",
                "ATL7013 7,16 evaluators[Evaluater 1].evaluator: there is no evaluator named 'Evaluater 1' in live.json; did you mean 'Evaluator 1'",
            ],
            findings.Select(Line).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "evaluators": [], "pagination": { "has_more": true } }""")]
    [InlineData("""{ "evaluators": [], "pagination": { "has_more": false } } { "evaluators": [], "pagination": { "has_more": true } }""")]
    [InlineData("""{ "evaluators": [] }""")]
    [InlineData("""{ "tasks": [], "evaluators": [], "pagination": { "has_more": false } }""")]
    [InlineData("""{ "projects": [], "pagination": { "has_more": false } }""")]
    [InlineData("")]
    public void A_snapshot_that_need_not_have_every_evaluator_says_nothing_of_others(string answer) =>
        Assert.Empty(Findings($"{OnProject}evaluators: [{{ evaluator_id: E9 }}, {{ evaluator: Nobody }}]\n", TaskAnswer + answer));

    [Theory]
    [InlineData("template_evaluation", "CODE", "'Evaluator 1' is a code evaluator; a task of type TEMPLATE_EVALUATION runs template evaluators, CODE_EVALUATION code evaluators")]
    [InlineData("CODE_EVALUATION", "template", "'Evaluator 1' is a template evaluator; a task of type CODE_EVALUATION runs code evaluators, TEMPLATE_EVALUATION template evaluators")]
    public void A_kind_that_does_not_fit_the_type_is_ATL3009(string type, string kind, string message) =>
        Assert.Equal([$"ATL3009 4,30 evaluators[E1].evaluator_id: {message}"], Check($"type: {type}\nproject_id: P\nevaluators: [{{ evaluator_id: E1 }}]\n", [Evaluator(1, kind)]));

    [Theory]
    [InlineData("template_evaluation", "TEMPLATE")]
    [InlineData("code_evaluation", "code")]
    [InlineData("template_evaluation", "HARNESS")]
    [InlineData("code_evaluation", "REMOTE")]
    [InlineData("template_evaluation", "KIND_OF_TOMORROW")]
    [InlineData("run_experiment", "CODE")]
    [InlineData("of_tomorrow", "CODE")]
    [InlineData("\"${TYPE}\"", "CODE")]
    public void Kinds_that_fit_or_of_which_nothing_is_known_are_quiet(string type, string kind) =>
        Assert.Empty(Check($"type: {type}\nproject_id: P\nevaluators: [{{ evaluator_id: E1 }}]\n", [Evaluator(1, kind)]));

    [Fact]
    public void A_version_of_another_evaluator_is_ATL3010() =>
        Assert.Equal(
            ["ATL3010 6,27 evaluators[E1].evaluator_version_id: the version 'V2' is one of 'Evaluator 2', not of 'Evaluator 1'"],
            Check($"{OnProject}evaluators:\n  - evaluator_id: E1\n    evaluator_version_id: V2\n", [Template(1), Template(2)]));

    [Theory]
    [InlineData("evaluator_version_id: V1")]
    [InlineData("evaluator_version_id: V9")]
    [InlineData("evaluator_version_id: null")]
    [InlineData("evaluator_version_id: ''")]
    [InlineData("evaluator_version_id: '${PIN}'")]
    [InlineData("evaluator_version_id: { one_of: [V2] }")]
    [InlineData("query_filter: null")]
    public void A_pin_that_is_right_open_or_not_known_is_quiet(string field) =>
        Assert.DoesNotContain(
            Check($"{OnProject}evaluators: [{{ evaluator_id: E1, {field} }}]\n", [Template(1), Template(2)]),
            line => line.StartsWith("ATL30", StringComparison.Ordinal));

    [Fact]
    public void A_pin_that_only_the_live_task_has_is_not_the_declaration_s_fault() =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1, column_mappings: {{}} }}]\n", [Template(1), Template(2)],
            """ "evaluators": [{ "evaluator_id": "E1", "evaluator_version_id": "V2", "column_mappings": {} }] """));

    [Fact]
    public void Scopes_that_differ_are_ATL3011_at_those_that_differ_from_the_first() =>
        Assert.Equal(
            [
                "ATL3011 6,19 evaluators[E2].evaluator_id: 'Evaluator 2' judges sessions, but 'Evaluator 1' judges spans; all evaluators of a task need one data scope",
                "ATL3011 8,19 evaluators[E4].evaluator_id: 'Evaluator 4' judges traces, but 'Evaluator 1' judges spans; all evaluators of a task need one data scope",
            ],
            Check(
                $"{OnProject}evaluators:\n  - evaluator_id: E1\n  - evaluator_id: E2\n  - evaluator_id: E3\n  - evaluator_id: E4\n",
                [Template(1, scope: "\"span\""), Template(2, scope: "\"SESSION\""), Template(3), Template(4, scope: "\"trace\"")]));

    [Theory]
    [InlineData("null")]
    [InlineData("\"SPAN\"")]
    [InlineData("\"span\"")]
    [InlineData("\"SCOPE_OF_TOMORROW\"")]
    [InlineData("7")]
    public void One_scope_and_scopes_that_are_not_known_are_quiet(string scope) =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1 }}, {{ evaluator_id: E2 }}, {{ evaluator_id: E9 }}]\n", [Template(1), Template(2, scope: scope)]));

    [Fact]
    public void A_second_custom_code_evaluator_is_ATL3012() =>
        Assert.Equal(
            ["ATL3012 7,19 evaluators[E3].evaluator_id: 'Evaluator 3' runs custom code, as 'Evaluator 1' does; a task takes one custom code evaluator"],
            Check("type: code_evaluation\nproject_id: P\nevaluators:\n  - evaluator_id: E1\n  - evaluator_id: E2\n  - evaluator_id: E3\n", [Code(1), Code(2, "MANAGED"), Code(3, "custom")]));

    [Theory]
    [InlineData("MANAGED")]
    [InlineData("OF_TOMORROW")]
    public void One_custom_code_evaluator_beside_others_is_quiet(string type) =>
        Assert.Empty(Check("type: code_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E1 }, { evaluator_id: E2 }]\n", [Code(1), Code(2, type)]));

    [Fact]
    public void An_evaluator_that_is_attached_twice_is_one_to_the_rules() =>
        Assert.Empty(Check("type: code_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E1 }, { evaluator_id: E1 }, { evaluator: Evaluator 1 }]\n", [Code(1)]));

    [Theory]
    [InlineData("column_mappings: { output: attributes.output.value }", "the variable 'input' of the evaluator 'Evaluator 1' has no mapping")]
    [InlineData("column_mappings: { Input: a, output: b }", "the variable 'input' of the evaluator 'Evaluator 1' has no mapping")]
    [InlineData("column_mappings: {}", "the variables 'output', 'input' of the evaluator 'Evaluator 1' have no mapping")]
    [InlineData("column_mappings: null", "the variables 'output', 'input' of the evaluator 'Evaluator 1' have no mapping")]
    [InlineData("query_mappings: [{ variable_name: output, attribute_path: a }]", "the variable 'input' of the evaluator 'Evaluator 1' has no mapping")]
    [InlineData("column_mappings: null, query_mappings: [{ variable_name: output, attribute_path: a }]", "the variable 'input' of the evaluator 'Evaluator 1' has no mapping")]
    [InlineData("query_mappings: []", "the variables 'output', 'input' of the evaluator 'Evaluator 1' have no mapping")]
    public void A_variable_without_a_mapping_is_ATL3013(string mappings, string message)
    {
        var lines = Check($"{OnProject}evaluators: [{{ evaluator_id: E1, {mappings} }}]\n", [Template(1, "Does {output} follow from {input}?")]);

        Assert.Equal([message], lines.Where(line => line.StartsWith("ATL3013", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    [Fact]
    public void It_points_at_the_mappings() =>
        Assert.Equal(
            ["ATL3013 6,5 evaluators[E1].column_mappings: the variable 'input' of the evaluator 'Evaluator 1' has no mapping"],
            Check($"{OnProject}evaluators:\n  - evaluator_id: E1\n    column_mappings:\n      output: attributes.output.value\n", [Template(1, "Does {output} follow from {input}?")]));

    [Theory]
    [InlineData(OnProject, "query_filter: null")]
    [InlineData(OnProject, "column_mappings: { output: a, input: b }")]
    [InlineData(OnProject, "column_mappings: { output: '${COLUMN}', input: { matches: x } }")]
    [InlineData(OnProject, "column_mappings: { output: a }, query_mappings: [{ variable_name: input, attribute_path: b }]")]
    [InlineData(OnProject, "query_mappings: [{ variable_name: output, attribute_path: a }, { variable_name: '${NAME}', attribute_path: b }]")]
    [InlineData(OnProject, "query_mappings: [{ variable_name: output, attribute_path: a }, input]")]
    [InlineData(OnProject, "column_mappings: [output]")]
    [InlineData(OnProject, "column_mappings: '${MAPPINGS}'")]
    [InlineData(OnDataset, "column_mappings: {}")]
    [InlineData(OnDataset, "column_mappings: null")]
    [InlineData("type: template_evaluation\npartial: true\n", "column_mappings: {}")]
    [InlineData("type: template_evaluation\nproject_id: '${PROJECT}'\n", "column_mappings: {}")]
    public void Mappings_that_are_whole_unmanaged_or_not_known_are_quiet(string task, string mappings) =>
        Assert.DoesNotContain(
            Check($"{task}evaluators: [{{ evaluator_id: E1, {mappings} }}]\n", [Template(1, "Does {output} follow from {input}?")]),
            line => line.StartsWith("ATL30", StringComparison.Ordinal));

    [Fact]
    public void On_a_dataset_a_variable_is_missed_where_others_are_mapped() =>
        Assert.Equal(
            ["ATL3013 6,5 evaluators[E1].column_mappings: the variable 'input' of the evaluator 'Evaluator 1' has no mapping"],
            Check($"{OnDataset}evaluators:\n  - evaluator_id: E1\n    column_mappings: {{ output: answer }}\n", [Template(1, "Does {output} follow from {input}?")]));

    [Theory]
    [InlineData("\"SESSION\"", "conversation", false)]
    [InlineData("\"session\"", "conversation", false)]
    [InlineData("null", "conversation", false)]
    [InlineData("\"SESSION\"", "turns", false)]
    [InlineData("\"SPAN\"", "conversation", true)]
    [InlineData("\"TRACE\"", "conversation", true)]
    [InlineData("\"SESSION\"", "goal", true)]
    public void The_conversation_is_built_in_at_session_scope(string scope, string variable, bool isMissed) =>
        Assert.Equal(isMissed, Check($"{OnProject}evaluators: [{{ evaluator_id: E1, column_mappings: {{}} }}]\n", [Template(1, $"Judge {{{variable}}}", scope)]).Count == 1);

    [Theory]
    [InlineData("\"template_config\": 7")]
    [InlineData("\"template_config\": { \"template\": null }")]
    [InlineData("\"template_config\": { \"template\": \"no placeholder\" }")]
    [InlineData("\"template_config\": { \"template\": \"{{mustache}}\" }")]
    [InlineData("\"code_config\": { \"variables\": [\"x\"] }")]
    public void A_version_that_tells_no_variables_misses_none(string version) =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1, column_mappings: {{}} }}]\n", [Evaluator(1, "TEMPLATE", version)]));

    [Fact]
    public void The_variables_of_a_code_evaluator_are_its_list() =>
        Assert.Equal(
            [
                "ATL3013 4,34 evaluators[E1].column_mappings: the variables 'b', 'c' of the evaluator 'Evaluator 1' have no mapping",
                "ATL3014 4,53 evaluators[E1].column_mappings.x: the evaluator 'Evaluator 1' has no variable 'x'",
            ],
            Check("type: code_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E1, column_mappings: { x: d, a: e } }]\n", [Code(1, variables: "[\"a\", \"b\", \"c\", \"b\"]")]));

    [Theory]
    [InlineData("column_mappings: { outptu: a, input: b }", "evaluators[E1].column_mappings.outptu", "the evaluator 'Evaluator 1' has no variable 'outptu'; did you mean 'output'")]
    [InlineData("column_mappings: { output: a, input: b, reference.text: c }", "evaluators[E1].column_mappings['reference.text']", "the evaluator 'Evaluator 1' has no variable 'reference.text'")]
    [InlineData("column_mappings: { output: a, input: b, inputs: c }", "evaluators[E1].column_mappings.inputs", "the evaluator 'Evaluator 1' has no variable 'inputs'")]
    [InlineData("query_mappings: [{ variable_name: output }, { variable_name: inptu }]", "evaluators[E1].query_mappings[inptu].variable_name", "the evaluator 'Evaluator 1' has no variable 'inptu'; did you mean 'input'")]
    public void A_mapping_for_no_variable_is_ATL3014(string mappings, string path, string message)
    {
        var line = Assert.Single(Check($"{OnProject}evaluators: [{{ evaluator_id: E1, {mappings} }}]\n", [Template(1, "Does {output} follow from {input}?")]),
            line => line.StartsWith("ATL3014", StringComparison.Ordinal));
        Assert.EndsWith($" {path}: {message}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("column_mappings: { output: a, '': b }")]
    [InlineData("column_mappings: { output: a, x-note: b }")]
    [InlineData("column_mappings: { output: a, question: b, answer: c, part: d }")]
    [InlineData("column_mappings: { output: a, part.of: attributes.part.of }")]
    public void Names_that_the_template_has_in_other_braces_and_keys_of_one_s_own_are_quiet(string mappings) =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1, {mappings} }}]\n", [Template(1, "Judge {output} by {{question}}, { answer } and {part.of}")]));

    [Theory]
    [InlineData("HARNESS")]
    [InlineData("REMOTE")]
    [InlineData("OF_TOMORROW")]
    public void Evaluators_that_show_no_configuration_are_skipped(string kind) =>
        Assert.Empty(Check(
            $"{OnProject}evaluators: [{{ evaluator_id: E1, column_mappings: {{}} }}, {{ evaluator_id: E2, column_mappings: {{ x: y }} }}]\n",
            [Evaluator(1, kind, "\"template_config\": { \"name\": \"r\", \"template\": \"{x}\" }"), Evaluator(2, kind, "\"code_config\": { \"name\": \"r\", \"variables\": [\"a\"], \"type\": \"CUSTOM\" }")]));

    [Fact]
    public void Two_that_write_one_result_column_are_ATL3015() =>
        Assert.Equal(
            ["ATL3015 6,19 evaluators[E2].evaluator_id: 'Evaluator 2' writes its results as 'grounding', as 'Evaluator 1' does"],
            Check($"{OnProject}evaluators:\n  - evaluator_id: E1\n  - evaluator_id: E2\n  - evaluator_id: E3\n", [Template(1, result: "grounding"), Template(2, result: "grounding"), Template(3, result: "Grounding")]));

    [Theory]
    [InlineData("name = 'a'", "name = 'a'", true)]
    [InlineData("name = 'a'", null, true)]
    [InlineData(null, "''", true)]
    [InlineData("name = 'a'", "name = 'b'", false)]
    [InlineData("name = 'a'", "'${FILTER}'", false)]
    [InlineData("name = 'a'", "{ contains: b }", false)]
    public void Filters_may_share_out_what_two_write_to_one_column(string? first, string? second, bool isReported)
    {
        static string Filter(string? filter) => filter is null ? "" : $", query_filter: {(filter.StartsWith("name", StringComparison.Ordinal) ? $"\"{filter}\"" : filter)}";

        var lines = Check($"{OnProject}evaluators: [{{ evaluator_id: E1{Filter(first)} }}, {{ evaluator_id: E2{Filter(second)} }}]\n", [Template(1, result: "r"), Template(2, result: "r")]);

        Assert.Equal(isReported, lines.Any(line => line.StartsWith("ATL3015", StringComparison.Ordinal)));
    }

    [Fact]
    public void Filters_that_only_the_live_task_has_count_where_they_are_not_declared() =>
        Assert.DoesNotContain(
            Check($"{OnProject}evaluators: [{{ evaluator_id: E1 }}, {{ evaluator_id: E2 }}]\n", [Template(1, result: "r"), Template(2, result: "r")],
                """ "evaluators": [{ "evaluator_id": "E1", "query_filter": "name = 'a'" }, { "evaluator_id": "E2", "query_filter": "name = 'b'" }] """),
            line => line.StartsWith("ATL3015", StringComparison.Ordinal));

    [Fact]
    public void Results_of_different_scopes_stand_in_different_columns() =>
        Assert.DoesNotContain(
            Check($"{OnProject}evaluators: [{{ evaluator_id: E1 }}, {{ evaluator_id: E2 }}]\n", [Template(1, result: "r"), Template(2, scope: "null", result: "r")]),
            line => line.StartsWith("ATL3015", StringComparison.Ordinal));

    [Fact]
    public void Of_several_that_write_one_column_each_names_the_first_that_it_meets() =>
        Assert.Equal(
            [
                "'Evaluator 3' writes its results as 'r', as 'Evaluator 1' does",
                "'Evaluator 4' writes its results as 'r', as 'Evaluator 1' does",
                "'Evaluator 5' writes its results as 'r', as 'Evaluator 2' does",
            ],
            Check(
                $"{OnProject}evaluators: [{{ evaluator_id: E1, query_filter: \"name = 'a'\" }}, {{ evaluator_id: E2, query_filter: \"name = 'b'\" }}, "
                    + "{ evaluator_id: E3, query_filter: \"name = 'a'\" }, { evaluator_id: E4 }, { evaluator_id: E5, query_filter: \"name = 'b'\" }]\n",
                [.. Enumerable.Range(1, 5).Select(i => Template(i, result: "r"))])
                .Where(line => line.StartsWith("ATL3015", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));

    [Fact]
    public void Custom_code_without_variables_is_ATL3016_and_its_mappings_are_left_alone() =>
        Assert.Equal(
            ["ATL3016 5,19 evaluators[E1].evaluator_id: the custom code of 'Evaluator 1' has no variables, so it is handed no values and scores nothing; name them as parameters of its 'evaluate' and save a new version"],
            Check("type: code_evaluation\nproject_id: P\nevaluators:\n  - evaluator_id: E1\n    column_mappings: { output: attributes.output.value }\n", [Code(1, variables: "[]")]));

    [Theory]
    [InlineData("CUSTOM", "[\"output\"]")]
    [InlineData("CUSTOM", "null")]
    [InlineData("CUSTOM", "7")]
    [InlineData("MANAGED", "[]")]
    [InlineData("OF_TOMORROW", "[]")]
    public void Code_with_variables_managed_code_and_what_is_not_told_are_quiet(string type, string variables) =>
        Assert.DoesNotContain(
            Check("type: code_evaluation\nproject_id: P\nevaluators: [{ evaluator_id: E1 }]\n", [Code(1, type, variables)]),
            line => line.StartsWith("ATL3016", StringComparison.Ordinal));

    [Theory]
    [InlineData("TRACE", "query_filter: \"attributes.openinference.span.kind = 'LLM'\"", "", "traces, and the task's filter keeps spans of one kind, 'LLM'")]
    [InlineData("SESSION", "query_filter: \"status_code = 'OK' AND \\\"attributes.openinference.span.kind\\\" IN ('AGENT')\"", "", "sessions, and the task's filter keeps spans of one kind, 'AGENT'")]
    [InlineData("trace", "query_filter: \"span_kind = 'CHAIN'\"", "", "traces, and the task's filter keeps spans of one kind, 'CHAIN'")]
    [InlineData("TRACE", "query_filter: \"latency_ms > 5\"", "    query_filter: \"span_kind = 'LLM'\"\n", "traces, and its filter keeps spans of one kind, 'LLM'")]
    public void Whole_traces_under_a_filter_on_one_span_kind_are_ATL3017(string scope, string task, string evaluator, string message) =>
        Assert.Equal(
            [$"ATL3017 6,19 evaluators[E1].evaluator_id: 'Evaluator 1' judges whole {message}; it may find nothing to judge"],
            Check($"{OnProject}{task}\nevaluators:\n  - evaluator_id: E1\n{evaluator}", [Template(1, "Judge", $"\"{scope}\"")]));

    [Theory]
    [InlineData("SPAN", "query_filter: \"span_kind = 'LLM'\"")]
    [InlineData("OF_TOMORROW", "query_filter: \"span_kind = 'LLM'\"")]
    [InlineData("TRACE", "query_filter: \"attributes.openinference.span.kind IN ('LLM', 'AGENT')\"")]
    [InlineData("TRACE", "query_filter: \"span_kind = 'LLM' OR latency_ms > 5\"")]
    [InlineData("TRACE", "query_filter: \"NOT span_kind = 'LLM'\"")]
    [InlineData("TRACE", "query_filter: \"span_kind != 'LLM'\"")]
    [InlineData("TRACE", "query_filter: \"name = 'LLM'\"")]
    [InlineData("TRACE", "query_filter: { contains: span_kind }")]
    [InlineData("TRACE", "query_filters: { filters: [{ id: A, filter: \"span_kind = 'LLM'\" }] }")]
    public void Spans_and_filters_that_keep_several_kinds_are_quiet(string scope, string filter) =>
        Assert.Empty(Check($"{OnProject}{filter}\nevaluators: [{{ evaluator_id: E1 }}]\n", [Template(1, "Judge", $"\"{scope}\"")]));

    [Theory]
    [InlineData("Is {output} factual or hallucinated?", "Factual", "hallucinated", "writes the label 'Factual' as 'factual'")]
    [InlineData("Is {output} factual?", "factual", "made up", "does not name the label 'made up'")]
    [InlineData("Is {output} irrelevant?", "relevant", "IRRELEVANT", "does not name the label 'relevant', writes the label 'IRRELEVANT' as 'irrelevant'")]
    public void Labels_that_the_prompt_writes_otherwise_are_ATL3018(string prompt, string first, string second, string message) =>
        Assert.Equal(
            [$"ATL3018 5,19 evaluators[E1].evaluator_id: the prompt of 'Evaluator 1' {message}; the judge may answer what is none of its choices"],
            Check($"{OnProject}evaluators:\n  - evaluator_id: E1\n", [Judge(prompt, $"{{ \"{first}\": 1, \"{second}\": 0 }}")]));

    [Theory]
    [InlineData("Say 'good' or not\n  good of {output}", "{ \"good\": 1, \"not good\": 0 }")]
    [InlineData("{output}: {labels}", "{ \"good\": 1 }")]
    [InlineData("Judge {output}", "null")]
    [InlineData("Judge {output}", "{}")]
    [InlineData("Judge {output}", "[\"good\"]")]
    public void Labels_that_the_prompt_names_is_handed_or_does_not_have_are_quiet(string prompt, string choices) =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1 }}]\n", [Judge(prompt, choices)]));

    [Fact]
    public void Many_labels_are_not_all_listed()
    {
        var line = Assert.Single(Check($"{OnProject}evaluators: [{{ evaluator_id: E1 }}]\n", [Judge("Judge {output}", $"{{ {string.Join(", ", Enumerable.Range(0, 30).Select(i => $"\"a{i}\": 1"))} }}")]));

        Assert.EndsWith("does not name the label 'a9' and 20 more; the judge may answer what is none of its choices", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluator: '${NAME}'")]
    [InlineData("evaluator_id: E1, evaluator: Evaluator 1")]
    [InlineData("evaluator_id: { one_of: [E1, E2] }")]
    [InlineData("evaluator_id: ''")]
    [InlineData("query_filter: x")]
    public void A_reference_that_is_not_known_or_broken_is_left_alone(string reference) =>
        Assert.DoesNotContain(
            Check($"type: code_evaluation\nproject_id: P\nevaluators: [{{ {reference}, column_mappings: {{}} }}]\n", [Template(1)]),
            line => line.StartsWith("ATL30", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_said_beside_a_snapshot_without_evaluators() =>
        Assert.Empty(Check($"{OnProject}evaluators: [{{ evaluator_id: E1, evaluator_version_id: V9, column_mappings: {{}} }}]\n", []));

    private static string Judge(string prompt, string choices) =>
        Evaluator(1, "TEMPLATE", $"\"template_config\": {{ \"name\": \"r\", \"template\": {System.Text.Json.JsonSerializer.Serialize(prompt)}, \"classification_choices\": {choices} }}");
}
