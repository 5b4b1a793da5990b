using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>A snapshot that belongs to a project, <c>*.arize-live.json</c>: the compiler warns of drift and of missing tasks where they are declared.</summary>
public sealed class SnapshotTests
{
    private const string Toxicity = "RXZhbHVhdG9yOjIwOnRPeEk=";

    private const string Yaml = "tasks:\n  - name: A\n    type: code_evaluation\n    project_id: TW9kZWw6MTIzOmFCY0Q=\n    sampling_rate: 0.25\n    evaluators:\n      - evaluator: Toxicity\n";

    private static string Code(string rate = "0.25", string more = "", string name = "\"A\"") =>
        Compiled.Catalog($"tasks.CodeEvaluation({name}).OnProject(\"TW9kZWw6MTIzOmFCY0Q=\").SamplingRate({rate}).EvaluatorNamed(\"Toxicity\"){more};");

    [Fact]
    public async Task Drift_is_a_warning_at_the_declared_value_in_YAML_with_the_live_value() => Assert.Equal(
        ["a.arize.yaml(5,20): warning ATL7001: sampling_rate is declared as '0.25', but is '1' in the live task"],
        await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Yaml), ("x.arize-live.json", Live())] }));

    [Fact]
    public async Task Drift_is_a_warning_at_the_declared_value_in_code_with_the_live_value_and_the_task() => Assert.Equal(
        ["Tasks.cs(10,82): warning ATL7001: sampling_rate is declared as '0.25', but is '1' in the live task; task 'A'"],
        await FoundAsync(new Compiled { Sources = [("Tasks.cs", Code())], Additional = [("x.arize-live.json", Live())] }));

    [Fact]
    public async Task A_task_that_is_missing_live_is_a_warning_at_its_declaration() => Assert.Equal(
        [
            "Tasks.cs(10,30): warning ATL7002: the task 'B' is not in x.arize-live.json",
            "a.arize.yaml(2,11): warning ATL7002: the task 'C' is not in x.arize-live.json",
        ],
        await FoundAsync(new Compiled
        {
            Sources = [("Tasks.cs", Code(name: "\"B\""))],
            Additional = [("a.arize.yaml", Yaml.Replace("name: A", "name: C", StringComparison.Ordinal)), ("x.arize-live.json", Live())],
        }));

    [Fact]
    public async Task A_project_without_a_snapshot_or_with_one_of_another_name_is_not_compared() => Assert.Empty(
        await FoundAsync(new Compiled { Sources = [("Tasks.cs", Code(name: "\"C\""))], Additional = [("a.arize.yaml", Yaml), ("live.json", Live()), ("arize-live.json", "{")] }));

    [Fact]
    public async Task What_equals_the_live_task_is_quiet() => Assert.Empty(await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", Code("1"))],
        Additional = [("a.arize.yaml", Yaml.Replace("0.25", "1.0", StringComparison.Ordinal).Replace("name: A", "id: T1\n    name: A", StringComparison.Ordinal)), ("x.arize-live.json", Live())],
    }));

    [Theory]
    [InlineData("ATL7001", "error", DiagnosticSeverity.Error)]
    [InlineData("ATL7001", "suggestion", DiagnosticSeverity.Info)]
    [InlineData("ATL7001", "none", null)]
    public async Task Editorconfig_sets_another_severity_for_code_and_for_YAML(string rule, string word, DiagnosticSeverity? severity)
    {
        const string Folder = "/p/";
        var config = $"[*.{{cs,arize.yaml}}]\ndotnet_diagnostic.{rule}.severity = {word}\n";
        var compiled = new Compiled
        {
            Sources = [(Folder + "Tasks.cs", Code())],
            Additional = [(Folder + "a.arize.yaml", Yaml), (Folder + "x.arize-live.json", Live()), (Folder + ".editorconfig", config)],
            EditorConfigs = [(Folder + ".editorconfig", config)],
        };
        var found = (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Where(one => one.Id == rule).Select(one => one.Severity);
        Assert.Equal(severity is { } expected ? [expected, expected] : [], found);
    }

    [Theory]
    [InlineData("    ignore: [{ path: sampling_rate, reason: trial, owner: me }]\n")]
    [InlineData("    ignore: [{ path: sampling_rate, reason: trial, until: 2001-01-31 }]\n")]
    [InlineData("    # tasklint disable ATL7001 -- known\n")]
    public async Task What_is_accepted_in_YAML_is_quiet_even_beyond_its_last_day(string accepted)
    {
        var yaml = accepted.Contains("disable", StringComparison.Ordinal) ? accepted.TrimStart() + Yaml : Yaml + accepted;
        Assert.Empty(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", yaml), ("x.arize-live.json", Live())] }));
    }

    [Theory]
    [InlineData(""".IgnoreDrift("sampling_rate", "trial")""")]
    [InlineData(""".IgnoreDrift("sampling_rate", "trial", owner: "me", until: new DateOnly(2001, 1, 31))""")]
    public async Task What_is_accepted_in_code_is_quiet(string accepted) =>
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("Tasks.cs", Code(more: accepted))], Additional = [("x.arize-live.json", Live())] }));

    [Fact]
    public async Task A_pragma_suppresses_it() => Assert.Empty(await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", "#pragma warning disable ATL7001\n" + Code())],
        Additional = [("x.arize-live.json", Live())],
    }));

    [Theory]
    [InlineData("Rate()", "static double Rate() => System.Environment.TickCount64 > 5 ? 0.5 : 0.25;")]
    [InlineData("double.Parse(\"0.25\")", "")]
    [InlineData("rate", "private readonly double rate = System.Random.Shared.NextDouble();")]
    public async Task A_value_that_only_a_run_knows_is_not_compared(string rate, string members) => Assert.Empty(await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", Compiled.Catalog($"tasks.CodeEvaluation(\"A\").OnProject(\"TW9kZWw6MTIzOmFCY0Q=\").SamplingRate({rate}).EvaluatorNamed(\"Toxicity\");", members))],
        Additional = [("x.arize-live.json", Live())],
    }));

    [Theory]
    [InlineData("if (DateTime.Now.Year > 2020) tasks.CodeEvaluation(\"A\").OnProject(\"p\").SamplingRate(0.25).EvaluatorNamed(\"Toxicity\"); else tasks.CodeEvaluation(\"A\").OnProject(\"p\").SamplingRate(1).EvaluatorNamed(\"Toxicity\");")]
    [InlineData("if (DateTime.Now.Year > 2020) tasks.CodeEvaluation(\"B\").OnProject(\"p\").EvaluatorNamed(\"Toxicity\");")]
    [InlineData("tasks.CodeEvaluation(Environment.MachineName).OnProject(\"p\").SamplingRate(0.25).EvaluatorNamed(\"Toxicity\");")]
    [InlineData("var task = tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\"); if (DateTime.Now.Year > 2020) task.SamplingRate(0.25); else task.SamplingRate(1);")]
    [InlineData("var task = tasks.CodeEvaluation(\"A\").SamplingRate(1); foreach (var name in Environment.GetCommandLineArgs()) task.EvaluatorNamed(name);")]
    [InlineData("tasks.CodeEvaluation(\"A\").SamplingRate(1).EvaluatorNamed(Environment.MachineName);")]
    public async Task A_task_that_may_be_declared_otherwise_is_not_compared(string body) =>
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("Tasks.cs", Compiled.Catalog(body))], Additional = [("x.arize-live.json", Live())] }));

    // The live task has one evaluator more, and one mapping.
    [Theory]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\");", 1)]
    [InlineData("Extend(tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\"));", 0)]
    [InlineData("object task = tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\"); GC.KeepAlive(task);", 0)]
    [InlineData("var all = new List<TaskBuilder> { tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\") }; foreach (var one in all) one.EvaluatorNamed(\"New\");", 0)]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"New\", e => e.Map(\"b\", \"c\"));", 1)]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"New\", Configure);", 0)]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"New\", e => { e.Map(\"b\", \"c\"); Map(e); });", 0)]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"New\", e => e.Map(\"b\", \"c\").Map(Environment.MachineName, \"x\"));", 0)]
    [InlineData("tasks.CodeEvaluation(\"A\").EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"New\", e => { e.Map(\"b\", \"c\"); if (DateTime.Now.Year > 2020) e.Map(\"x\", \"y\"); });", 0)]
    public async Task A_list_that_other_code_may_add_to_is_not_compared(string body, int found) => Assert.Equal(found, (await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", Compiled.Catalog(body, "public static Action<TaskBuilder> Extend = _ => { }; public static Action<EvaluatorBuilder> Configure = _ => { }; public static Action<EvaluatorBuilder> Map = _ => { };"))],
        Additional = [("x.arize-live.json", """[{ "id": "T1", "name": "A", "type": "CODE_EVALUATION", "evaluators": [{ "evaluator_id": "RTE=", "evaluator_name": "Toxicity" }, { "evaluator_id": "RTI=", "evaluator_name": "New", "column_mappings": { "b": "c", "x": "y" } }] }]""")],
    })).Count);

    [Theory]
    [InlineData("run.IntegrationNamed(\"x\").InputTemplate(i => i.Set(\"q\", \"{{q}}\"))", 1)]
    [InlineData("run.IntegrationNamed(\"x\").InputTemplate(i => { i.Set(\"q\", \"{{q}}\"); Free(i); })", 0)]
    [InlineData("run.IntegrationNamed(\"x\").InputTemplate(i => i.Set(\"q\", \"{{q}}\").Set(Environment.MachineName, \"x\"))", 0)]
    [InlineData("run.IntegrationNamed(\"x\").InputTemplate(i => i.Set(\"q\", \"{{q}}\").Set(\"r\", Environment.MachineName))", 0)]
    [InlineData("Run(run)", 0)]
    public async Task A_run_configuration_that_other_code_may_add_to_is_not_compared(string run, int found) => Assert.Equal(found, (await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", Compiled.Catalog($"tasks.RunExperiment(\"A\").OnDataset(\"RA==\").RunAgentCall(run => {run});", "public static Func<ObjectBuilder, object> Free = o => o; public static Func<RunConfigurationBuilder, object> Run = o => o;"))],
        Additional = [("x.arize-live.json", """[{ "id": "T1", "name": "A", "type": "RUN_EXPERIMENT", "dataset_id": "RA==", "run_configuration": { "experiment_type": "AGENT_CALL", "integration_id": "SQ==", "input_template": { "q": "{{q}}", "r": "s" } } }]""")],
    })).Count);

    [Fact]
    public async Task A_method_that_is_called_for_several_tasks_is_reported_for_each_that_drifted() => Assert.Equal(
        ["Tasks.cs(15,110): warning ATL7001: sampling_rate is declared as '0.25', but is '1' in the live task; task 'A'"],
        await FoundAsync(new Compiled
        {
            Sources =
            [
                ("Tasks.cs", Compiled.Catalog("Add(tasks, \"A\");\n        Add(tasks, \"B\");", "static void Add(TaskCatalogBuilder tasks, string name) =>\n        tasks.CodeEvaluation(name).OnProject(\"TW9kZWw6MTIzOmFCY0Q=\").EvaluatorNamed(\"Toxicity\").SamplingRate(0.25);")),
            ],
            Additional = [("x.arize-live.json", Live("A", 1, "B", 0.25))],
        }));

    [Theory]
    [InlineData("0.25")]
    [InlineData("${RATE}")]
    [InlineData("${RATE:0.25}")]
    public async Task What_the_environment_may_give_is_not_compared(string rate)
    {
        var yaml = Yaml.Replace("0.25", rate, StringComparison.Ordinal);
        var found = await FoundAsync(new Compiled { Additional = [("a.arize.yaml", yaml), ("x.arize-live.json", Live())] });
        Assert.Equal(rate[0] == '$' ? 0 : 1, found.Count);
    }

    [Theory]
    [InlineData("space: production\n", 1, 1)]
    [InlineData("space: elsewhere\n", 0, 0)]
    [InlineData("space: ${SPACE}\n", 1, 0)]
    [InlineData("space: ${SPACE:production}\n", 1, 0)]
    [InlineData("", 1, 1)]
    public async Task A_task_of_a_space_that_the_snapshot_is_not_of_is_neither_drifted_nor_missing(string space, int drifted, int missing)
    {
        Assert.Equal(drifted, (await FoundAsync(new Compiled { Additional = [("a.arize.yaml", space + Yaml), ("x.arize-live.json", Saved("production"))] })).Count);
        var other = space + Yaml.Replace("name: A", "name: B", StringComparison.Ordinal);
        Assert.Equal(missing, (await FoundAsync(new Compiled { Additional = [("a.arize.yaml", other), ("x.arize-live.json", Saved("production"))] })).Count);
        var byId = space + Yaml.Replace("name: A", "id: T9\n    name: B", StringComparison.Ordinal);
        Assert.Equal(missing, (await FoundAsync(new Compiled { Additional = [("a.arize.yaml", byId), ("x.arize-live.json", Saved("production"))] })).Count);
    }

    [Theory]
    [InlineData("tasks.InSpace(\"production\");", 1)]
    [InlineData("tasks.InSpace(\"elsewhere\");", 0)]
    [InlineData("tasks.InSpace(Environment.MachineName);", 0)]
    [InlineData("", 0)]
    public async Task Of_a_snapshot_of_several_spaces_only_the_declared_one_counts(string space, int found) => Assert.Equal(found, (await FoundAsync(new Compiled
    {
        Sources = [("Tasks.cs", Compiled.Catalog(space + "tasks.CodeEvaluation(\"A\").SamplingRate(0.25).EvaluatorNamed(\"Toxicity\").OnProject(\"TW9kZWw6MTIzOmFCY0Q=\");"))],
        Additional = [("x.arize-live.json", Saved("production", "staging"))],
    })).Count);

    [Fact]
    public async Task Names_that_the_snapshot_does_not_have_and_tasks_that_it_may_lack_are_not_judged()
    {
        var byName = Yaml.Replace("project_id: TW9kZWw6MTIzOmFCY0Q=", "project: support-bot", StringComparison.Ordinal).Replace("0.25", "1", StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", byName), ("x.arize-live.json", Live())] }));
        var cut = Live().Replace("\"has_more\": false", "\"has_more\": true", StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Yaml.Replace("name: A", "name: B", StringComparison.Ordinal)), ("x.arize-live.json", cut)] }));
    }

    [Theory]
    [InlineData("", "(1,1): error ATL1001: no snapshot: the file is empty")]
    [InlineData("{", "(1,2): error ATL1001: not valid JSON: the text ends within an object")]
    [InlineData("{\n  \"tasks\": [\n    {},\n  ]\n}", "(4,3): error ATL1001: not valid JSON: a comma stands before the end")]
    [InlineData("{ \"tasks\": 1 }", "(1,1): error ATL1001: no snapshot: its 'tasks' is not a list")]
    [InlineData("\n  [1]", "(2,3): error ATL1001: no snapshot: its list has an entry that is no task: a number")]
    [InlineData("{ \"tasks\": [],\n  \"tasks\": [] }", "(2,3): error ATL1001: no snapshot: it has the key 'tasks' twice in one object, so it is not clear which value counts")]
    [InlineData("<<<<<<< HEAD\n{}", "(1,1): error ATL1001: not valid JSON: a value is expected")]
    [InlineData("\"\\ud800\"", "(1,2): error ATL1001: not valid JSON: half a surrogate pair is no character")]
    [InlineData("{ \"projects\": [] }", "(1,1): error ATL1001: the snapshot has no list of tasks, so nothing is known of them; add the answer of GET /v2/tasks or 'ax tasks list -o json'")]
    public async Task A_broken_snapshot_is_one_finding_at_its_place_and_nothing_is_compared(string text, string expected) => Assert.Equal(
        ["x.arize-live.json" + expected],
        await FoundAsync(new Compiled { Sources = [("Tasks.cs", Code(name: "\"B\""))], Additional = [("a.arize.yaml", Yaml), ("x.arize-live.json", text)] }));

    [Fact]
    public async Task A_text_that_is_nested_too_deep_is_a_finding_and_no_crash() => Assert.Contains(
        "values are nested more than 128 deep",
        Assert.Single(await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Yaml), ("x.arize-live.json", new string('[', 100_000))] })),
        StringComparison.Ordinal);

    [Fact]
    public async Task Several_snapshots_are_read_as_one()
    {
        Assert.Equal(
            ["a.arize.yaml(5,20): warning ATL7001: sampling_rate is declared as '0.25', but is '1' in the live task"],
            await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Yaml), ("1.arize-live.json", Live("B", 1)), ("2.arize-live.json", Live())] }));
        Assert.Equal(
            ["2.arize-live.json(1,1): error ATL1001: not valid JSON: a value is expected"],
            await FoundAsync(new Compiled { Additional = [("a.arize.yaml", Yaml), ("1.arize-live.json", Live()), ("2.arize-live.json", "what")] }));
    }

    private static string Live(string name = "A", double rate = 1, string? other = null, double otherRate = 1) =>
        $$"""{ "tasks": [{{Task("T1", name, rate, null)}}{{(other is null ? "" : ", " + Task("T2", other, otherRate, null))}}], "pagination": { "has_more": false } }""";

    private static string Saved(params string[] spaces) => $$"""
        {
          "snapshotVersion": "1.0", "complete": ["spaces", "projects"],
          "tasks": [{{Task("T1", "A", 1, "S-" + spaces[0])}}], "pagination": { "has_more": false }, "projects": [],
          "spaces": [{{string.Join(", ", spaces.Select(space => $$"""{ "id": "S-{{space}}", "name": "{{space}}" }"""))}}]
        }
        """;

    private static string Task(string id, string name, double rate, string? space) => FormattableString.Invariant(
        $$"""{ "id": "{{id}}{{(name == "A" ? "" : name)}}", "name": "{{name}}", "type": "CODE_EVALUATION", "project_id": "TW9kZWw6MTIzOmFCY0Q=", "sampling_rate": {{rate}}, "is_continuous": false, "evaluators": [{ "evaluator_id": "{{Toxicity}}", "evaluator_name": "Toxicity", "column_mappings": {} }]{{(space is null ? "" : $", \"space_id\": \"{space}\"")}} }""");

    private static async Task<List<string>> FoundAsync(Compiled compiled) =>
        [.. (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Where(one => one.Severity >= DiagnosticSeverity.Warning && one.Id is "ATL7001" or "ATL7002" or "ATL1001" or "AD0001").Select(one => one.ToString())];
}
