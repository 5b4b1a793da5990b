using System.Text;

namespace Arize.TaskLint.Benchmarks;

/// <summary>Inputs in which much of one thing meets much of another: hostile ones, and such as a program may write that fails to end a loop.</summary>
internal static class GrowthCases
{
    private const string Evaluation = "tasks:\n  - name: A\n    type: template_evaluation\n    project_id: p\n";
    private const string Experiment = "tasks:\n  - name: A\n    type: run_experiment\n    dataset_id: d\n    run_configuration:\n";
    private const string Judge = Experiment + "      experiment_type: template_evaluation\n      ai_integration_id: o\n      provide_explanation: true\n";
    private const string Generation = Experiment
        + "      experiment_type: llm_generation\n      ai_integration_id: x\n      model_name: m\n      input_variable_format: F_STRING\n";

    /// <summary>The inputs, by what meets what.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<int, GrowthInput> Write)> All =
    [
        ("template variables and mapping keys, none alike (ATL4009)", n => new(
            $"{Judge}      template: '{Many(2500 * n, i => $"{{{{a{Word(i)}}}}}")}'\n      column_mapping: {{{Many(2500 * n, i => $"b{Word(i)}: c,")}}}\n")),
        ("template variables and mapping keys, each a slip away (ATL4009)", n => new(
            $"{Judge}      template: '{Many(2500 * n, i => $"{{{{variable_{i}}}}}")}'\n      column_mapping: {{{Many(2500 * n, i => $"varable_{i}: c,")}}}\n")),
        ("template variables with many dots (ATL4009)", n => new(
            $"{Judge}      template: '{{{{a{Repeat(".x", 20_000 * n)}}}}}'\n      column_mapping: {{{Many(2000 * n, i => $"a.x{Word(i)}: c,")}}}\n")),
        ("labels and a prompt (ATL4014)", n => new(
            $"{Judge}      template: '{Many(4000 * n, i => $"say {Word(i)} ")}'\n      classification_choices: {{{Many(4000 * n, i => $"say {Word(i)}x: 1,")}}}\n")),
        ("a mapping with many dots (ATL3006)", n => new($"{Evaluation}    evaluators: [{{evaluator_id: e, column_mappings: {{a: attributes{Repeat(".x", 32_000 * n)}}}}}]\n")),
        ("one evaluator attached again and again (ATL3003)", n => new($"{Evaluation}    evaluators:\n{Repeat("      - {evaluator_id: e}\n", 4000 * n)}")),
        ("evaluators with a long name, by an alias (ATL3003)", n => new(
            $"{Evaluation}    x-name: &n {Repeat("n", 20_000 * n)}\n    evaluators:\n{Repeat("      - {evaluator: *n}\n", 1000 * n)}")),
        ("unknown fields in a task with a long name", n => new($"tasks:\n  - name: {Repeat("x", 16_000 * n)}\n    type: template_evaluation\n{Many(1500 * n, i => $"    a{i}: 1\n")}")),
        ("unknown fields in an evaluator with a long name", n => new(
            $"{Evaluation}    evaluators:\n      - evaluator_id: {Repeat("x", 16_000 * n)}\n{Many(1500 * n, i => $"        a{i}: 1\n")}")),
        ("fields that may all mean one", n => new($"{Evaluation}    evaluators: [{{evaluator_id: e}}]\n{Many(2000 * n, i => $"    query_filer{Word(i)}: a\n")}")),
        ("unknown fields and messages that lack one", n => new(
            $"{Generation}{Many(2000 * n, i => $"      mesages{Word(i)}: 1\n")}      messages:\n{Repeat("        - {role: TOOL, content: a}\n", 2000 * n)}")),
        ("misspelt fields and missing ones", n => new($"{Evaluation}    evaluators:\n{Repeat("      - {evaluatr_id: e, evalutor: e}\n", 2000 * n)}")),
        ("keys given again and again", n => new($"{Evaluation}    evaluators: [{{evaluator_id: e}}]\n{Repeat("    sampling_rate: 0.1\n", 3000 * n)}")),
        ("filter IDs that are none (ATL6004)", n => new(
            $"{Evaluation}    query_filters: {{filters: [{{id: A, filter: a = 1}}]}}\n    evaluators:\n      - evaluator_id: e\n        query_mappings: [{{variable_name: v, attribute_path: a, query_ids: [{Many(60_000 * n, i => $"Z{i},")}]}}]\n")),
        ("filters and mappings that name none of them (ATL6004)", n => new(
            $"{Evaluation}    query_filters: {{filters: [{Many(1500 * n, i => $"{{id: F{i}, filter: a = 1}},")}]}}\n    evaluators:\n      - evaluator_id: e\n        query_mappings: [{Many(1500 * n, i => $"{{variable_name: v{i}, query_ids: [Z{i}]}},")}]\n")),
        ("conditions on one column (ATL5006)", n => new(
            $"{Evaluation}    query_filter: \"{Many(3000 * n, i => $"latency_ms > {i} AND ")}a = 1\"\n    evaluators: [{Many(300 * n, i => $"{{evaluator_id: e{i}, query_filter: latency_ms < 0}},")}]\n")),
        ("values of a matcher (ATL2012)", n => new($"{Evaluation}    sampling_rate: {{one_of: [{Many(10_000 * n, i => $"{2 + i},")}]}}\n    evaluators: [{{evaluator_id: e}}]\n")),
        ("names that may be IDs (ATL1014)", n => new($"tasks:\n  - name: A\n    type: template_evaluation\n    dataset_id: d\n    experiment_ids: [{Many(5000 * n, i => $"nightly {Word(i)},")}]\n    evaluators: [{{evaluator_id: e}}]\n")),
        ("a file on one line", n => new("{\"tasks\": [" + string.Join(", ", Enumerable.Range(0, 1000 * n).Select(i => $"{{\"name\": \"T{i}\", \"type\": \"template_evaluation\", \"project_id\": \"p\", \"sampling_rate\": 5, \"evaluators\": [{{\"evaluator_id\": \"e\"}}]}}")) + "]}")),
        ("tasks declared again and again", n => new("tasks:\n" + Repeat("  - {name: A, type: template_evaluation, project_id: p, evaluators: [{evaluator_id: e}]}\n", 2000 * n))),
        ("comments that suppress, and findings", n => new("tasks:\n" + Many(1000 * n, i => $"  # tasklint disable-next-line ATL2004 -- {i}\n  - {{name: T{i}, type: template_evaluation, project_id: p, sampling_rate: 5, evaluators: [{{evaluator_id: e}}]}}\n"))),
        ("long patterns", n => new($"{Evaluation}    query_filter: {{matches: '^a'}}\n    evaluators: [{Many(50 * n, i => $"{{evaluator_id: e{i}, query_filter: {{matches: '{Repeat("(a|b)?[c-e]*", 300)}'}}}},")}]\n")),
        ("a slow pattern for names", n => new(
            "tasks:\n" + Many(100 * n, i => $"  - {{name: \"{Repeat("a", 50)}!{i}\", type: code_evaluation, project_id: p, evaluators: [{{evaluator_id: e}}]}}\n"),
            Settings: "policies:\n  - name_pattern: '^(a+)+$'\n")),
        ("slow patterns, compared", n => new(
            "tasks:\n" + Many(50 * n, i => $"  - {{name: T{i}, type: template_evaluation, project_id: p, query_filter: {{matches: '^(a|a)*{i}$'}}, evaluators: [{{evaluator_id: e}}]}}\n"),
            Tasks(50 * n, i => $"\"name\": \"T{i}\", \"query_filter\": \"{Repeat("a", 60)}\", \"evaluators\": [{{\"evaluator_id\": \"e\"}}]"))),
        ("missing tasks, and as many others", n => new(
            "tasks:\n" + Many(1000 * n, i => $"  - {{name: my task number {i}x, type: template_evaluation, project_id: p, evaluators: [{{evaluator_id: E}}]}}\n"),
            Tasks(1000 * n, i => $"\"name\": \"my task number {i}yy\", \"evaluators\": [{{\"evaluator_id\": \"E\"}}]"))),
        ("ignore entries with [*], and changes", n => new(
            $"{Mapped(1000 * n, "attributes.a")}    ignore:\n{Many(1000 * n, i => $"      - {{path: \"evaluators[*].column_mappings.q{i}\", reason: r}}\n")}", Tasks(1, _ => Mappings(1000 * n, "attributes.b")))),
        ("ignore entries without, and changes", n => new(
            $"{Mapped(1000 * n, "attributes.a")}    ignore:\n{Many(1000 * n, i => $"      - {{path: \"evaluators[E].column_mappings.k{i}\", reason: r}}\n")}", Tasks(1, _ => Mappings(1000 * n, "attributes.b")))),
        ("ignore entries that are all alike, and changes", n => new(
            $"{Mapped(1000 * n, "attributes.a")}    ignore:\n{Repeat("      - {path: evaluators, reason: r}\n", 1000 * n)}", Tasks(1, _ => Mappings(1000 * n, "attributes.b")))),
        ("provider parameters", n => new(
            $"{Generation}      messages: [{{role: USER, content: x}}]\n      provider_parameters: {{{Many(1500 * n, i => $"a{i}: [{i}],")}}}\n", RunExperiment(Many(1500 * n, i => $"\"a{i}\": [{i + 1}],")))),
        ("lists in lists", n => new(
            $"{Generation}      messages: [{{role: USER, content: x}}]\n      provider_parameters: {{a: {Repeat("[", 8 * n)}1{Repeat(", 2]", 8 * n)}}}\n", RunExperiment($"\"a\": {Repeat("[", 8 * n)}3{Repeat("]", 8 * n)},"))),
        ("variables and mapping keys, none alike (ATL3014)", n => new(
            $"{Evaluation}    evaluators: [{{evaluator_id: E, column_mappings: {{{Many(2500 * n, i => $"b{Word(i)}: attributes.x,")}}}}}]\n",
            Tasks(1, _ => "\"name\": \"A\", \"evaluators\": [{\"evaluator_id\": \"E\"}]", Evaluators(1, _ => Many(2500 * n, i => $"{{a{Word(i)}}}"))))),
        ("evaluators by name, declared and live", n => new(
            $"{Evaluation}    evaluators: [{Many(1500 * n, i => $"{{evaluator: E {i}}},")}]\n",
            Tasks(1, _ => $"\"name\": \"A\", \"evaluators\": [{Listed(1500 * n, i => $"{{\"evaluator_id\": \"i{i}\", \"evaluator_name\": \"E {i + 1}\"}}")}]"))),
        ("evaluators that all have one name", n => new(
            $"{Evaluation}    evaluators: [{Repeat("{evaluator: E},", 1000 * n)}]\n",
            Tasks(1, _ => $"\"name\": \"A\", \"evaluators\": [{Listed(1000 * n, i => $"{{\"evaluator_id\": \"i{i}\", \"evaluator_name\": \"E\"}}")}]"))),
        ("evaluators that write one column (ATL3015)", n => new(
            $"{Evaluation}    evaluators: [{Many(1000 * n, i => $"{{evaluator_id: i{i}, query_filter: a = {i}}},")}]\n",
            Tasks(1, _ => "\"name\": \"A\", \"evaluators\": []", Evaluators(1000 * n, _ => "{input}")))),
        ("live tasks that break a rule (ATL7005)", n => new(
            $"{Evaluation}    evaluators: [{Many(1000 * n, i => $"{{evaluator: E{i}, column_mappings: {{a: ''}}}},")}]\n",
            Tasks(1, _ => $"\"name\": \"A\", \"evaluators\": [{Listed(1000 * n, i => $"{{\"evaluator_id\": \"i{i}\", \"evaluator_name\": \"E{i}\", \"column_mappings\": {{\"b\": \"\"}}}}")}]"))),
        ("experiments, as sets", n => new(
            $"tasks:\n  - name: A\n    type: template_evaluation\n    dataset_id: d\n    experiment_ids: [{Many(10_000 * n, i => $"x{i},")}]\n    evaluators: [{{evaluator_id: e}}]\n",
            "{\"tasks\": [{\"id\": \"t\", \"name\": \"A\", \"type\": \"TEMPLATE_EVALUATION\", \"dataset_id\": \"d\", \"experiment_ids\": ["
                + Listed(10_000 * n, i => $"\"x{i + 1}\"") + "], \"evaluators\": [{\"evaluator_id\": \"e\"}]}], \"pagination\": {\"has_more\": false}}")),
    ];

    private static string Mapped(int count, string column) =>
        $"{Evaluation}    evaluators:\n      - evaluator_id: E\n        column_mappings:\n{Many(count, i => $"          k{i}: {column}\n")}";

    private static string Mappings(int count, string column) =>
        $"\"name\": \"A\", \"evaluators\": [{{\"evaluator_id\": \"E\", \"column_mappings\": {{{Listed(count, i => $"\"k{i}\": \"{column}\"")}}}}}]";

    private static string Tasks(int count, Func<int, string> members, string further = "") =>
        "{\"tasks\": [" + Listed(count, i => $"{{\"id\": \"t{i}\", \"type\": \"TEMPLATE_EVALUATION\", \"project_id\": \"p\", {members(i)}}}")
        + "], " + further + "\"pagination\": {\"has_more\": false}}";

    private static string Evaluators(int count, Func<int, string> template) => "\"evaluators\": [" + Listed(count, i =>
        $"{{\"id\": \"{(count == 1 ? "E" : $"i{i}")}\", \"name\": \"E{i}\", \"type\": \"TEMPLATE\", \"version\": {{\"id\": \"v{i}\", \"type\": \"TEMPLATE\", \"template_config\": {{\"name\": \"column\", \"template\": \"{template(i)}\"}}}}}}") + "], ";

    private static string RunExperiment(string parameters) =>
        "{\"tasks\": [{\"id\": \"t\", \"name\": \"A\", \"type\": \"RUN_EXPERIMENT\", \"dataset_id\": \"d\", \"run_configuration\": {\"experiment_type\": \"LLM_GENERATION\", "
        + "\"ai_integration_id\": \"x\", \"model_name\": \"m\", \"input_variable_format\": \"F_STRING\", \"messages\": [{\"role\": \"USER\", \"content\": \"x\"}], "
        + "\"provider_parameters\": {" + parameters.TrimEnd(',') + "}}}], \"pagination\": {\"has_more\": false}}";

    private static string Many(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }

    private static string Listed(int count, Func<int, string> part) => string.Join(", ", Enumerable.Range(0, count).Select(part));

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    // Three letters or digits and more: short words that are one slip away from many others.
    private static string Word(int number)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz0123456789";
        var word = new StringBuilder();
        for (var i = 0; i < 3 || number > 0; i++, number /= Digits.Length)
            word.Insert(0, Digits[number % Digits.Length]);
        return word.ToString();
    }
}
