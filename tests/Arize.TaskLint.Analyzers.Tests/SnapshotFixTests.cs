using Arize.TaskLint.Core.Fixes;
using static Arize.TaskLint.Analyzers.Tests.FixedProject;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>The light bulb on drift from a snapshot of the project: the declaration gets the live value, and nothing else of it changes.</summary>
public sealed class SnapshotFixTests
{
    private const string Evaluators = "\"evaluators\": [{ \"evaluator_id\": \"RXY=\", \"evaluator_name\": \"Toxicity\", \"column_mappings\": { \"a\": \"b\" } }]";

    // What stands in the catalog, what the live task has, and what stands there then.
    public static TheoryData<string, string, string> InCode => new()
    {
        // A literal.
        { "task.SamplingRate(0.25 /* a quarter */);", "\"sampling_rate\": 1", "task.SamplingRate(1 /* a quarter */);" },
        { "task.SamplingRate(1);", "\"sampling_rate\": 0.5", "task.SamplingRate(0.5);" },
        { "task.QueryFilter(\"status_code = 'OK'\");", "\"query_filter\": \"name = \\\"x\\\"\"", "task.QueryFilter(\"name = \\\"x\\\"\");" },
        { "task.QueryFilter(null);", "\"query_filter\": \"name = 'x'\"", "task.QueryFilter(\"name = 'x'\");" },
        { "task.OnProject(\"UA==\");", "\"project_id\": \"UUE9\"", "task.OnProject(\"UUE9\");" },
        { "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"c\"));", Evaluators, "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"b\"));" },
        { "tasks.CodeEvaluation(\"B\").WithId(\"VDE=\").SamplingRate(1);", "\"sampling_rate\": 1", "tasks.CodeEvaluation(\"A\").WithId(\"VDE=\").SamplingRate(1);" },

        // A value that is not written.
        { "task.Continuous();", "\"is_continuous\": false", "task.Continuous(false);" },
        { "task.Continuous(false);", "\"is_continuous\": true", "task.Continuous(true);" },

        // A call that goes, or comes.
        { "task.QueryFilter(\"a = 1\").SamplingRate(1);", "\"sampling_rate\": 1, \"query_filter\": null", "task.SamplingRate(1);" },
        { "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"b\").Map(\"c\", \"d\"));", Evaluators, "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"b\"));" },
        { "task.EvaluatorNamed(\"Toxicity\").EvaluatorNamed(\"Old\").SamplingRate(1);", "\"sampling_rate\": 1, " + Evaluators, "task.EvaluatorNamed(\"Toxicity\").SamplingRate(1);" },
        { "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"b\"));", Evaluators.Replace("{ \"a\": \"b\" }", "{ \"a\": \"b\", \"c\": \"d\" }", StringComparison.Ordinal), "task.EvaluatorNamed(\"Toxicity\", e => e.Map(\"a\", \"b\").Map(\"c\", \"d\"));" },
        {
            "task.EvaluatorNamed(\"Toxicity\").SamplingRate(1);",
            "\"sampling_rate\": 1, " + Evaluators.Replace("}]", "}, { \"evaluator_id\": \"TmV3\", \"evaluator_name\": \"New\", \"column_mappings\": { \"x\": \"y\", \"z\": \"w\" } }]", StringComparison.Ordinal),
            "task.EvaluatorNamed(\"Toxicity\").Evaluator(\"TmV3\", evaluator => evaluator.Map(\"x\", \"y\").Map(\"z\", \"w\")).SamplingRate(1);"
        },
    };

    [Theory]
    [MemberData(nameof(InCode))]
    public async Task In_code_the_fix_leaves_no_drift(string before, string live, string after)
    {
        string Whole(string body) => Compiled.Catalog(body.StartsWith("task.", StringComparison.Ordinal) ? $"tasks.CodeEvaluation(\"A\").{body[5..]}" : body);
        var project = Project(Whole(before), [("x.arize-live.json", Live(live))]);
        var found = Assert.Single(await FoundAsync(project, "ATL7001"));
        project = await FixOnceAsync(project, project.Documents.Single(), found);
        Assert.Equal(Whole(after), (await project.Documents.Single().GetTextAsync()).ToString());
        Assert.Empty(await FoundAsync(project, "ATL7001"));
    }

    // Nobody knows here what else the value is for, or how it is to be said.
    [Theory]
    [InlineData("const double Rate = 0.25; tasks.CodeEvaluation(\"A\").SamplingRate(Rate);", "\"sampling_rate\": 1")]
    [InlineData("var rate = 0.25; tasks.CodeEvaluation(\"A\").SamplingRate(rate); tasks.CodeEvaluation(\"B\").SamplingRate(rate);", "\"sampling_rate\": 1")]
    [InlineData("tasks.CodeEvaluation(\"A\").SamplingRate(0.5 / 2);", "\"sampling_rate\": 1")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) tasks.CodeEvaluation(name).SamplingRate(0.25);", "\"sampling_rate\": 1")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) tasks.CodeEvaluation(name).QueryFilter(\"a = 1\");", "\"query_filter\": null")]
    [InlineData("Sampled(tasks.CodeEvaluation(\"A\"));", "\"sampling_rate\": 1")]
    [InlineData("tasks.CodeEvaluation(\"A\").QueryFilter(\"a\" + \" = 1\");", "\"query_filter\": \"b = 1\"")]
    [InlineData("tasks.CodeEvaluation(\"A\").Experiments(\"RQ==\", \"RTE=\");", "\"experiment_ids\": [\"RQ==\"]")]
    [InlineData("tasks.CodeEvaluation(\"A\").QueryFilter(\"a = 1\" /* why */);", "\"query_filter\": null")]
    public async Task In_code_no_fix_is_offered_that_is_not_safe(string body, string live)
    {
        var project = Project(Compiled.Catalog(body, "private static void Sampled(TaskBuilder task) => task.SamplingRate(0.25);"), [("x.arize-live.json", Live(live))]);
        var found = Assert.Single(await FoundAsync(project, "ATL7001"));
        Assert.False(found.Properties.ContainsKey(EditText.EditsProperty));
        Assert.Empty(await OfferedAsync(project.Documents.Single(), found));
    }

    public static TheoryData<string, string, string> InYaml => new()
    {
        { "sampling_rate: 0.25 # a quarter", "\"sampling_rate\": 1", "sampling_rate: 1 # a quarter" },
        { "query_filter: \"a = 1\" # why", "\"query_filter\": \"b = 'x'\"", "query_filter: \"b = 'x'\" # why" },
        { "query_filter: a = 1", "\"query_filter\": \"b = '${X}'\"", "query_filter: b = '$${X}'" },
        { "query_filter: a = 1 # why", "\"query_filter\": null", "query_filter: null # why" },
        { "is_continuous: true", "\"is_continuous\": false", "is_continuous: false" },
        { "evaluators:\n  - evaluator: Toxicity\n    column_mappings: { a: c } # one", Evaluators, "evaluators:\n  - evaluator: Toxicity\n    column_mappings: { a: b } # one" },
        { "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b\n      c: d # gone", Evaluators, "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b\n      # gone" },
        { "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      # kept\n      x: y\n      a: b", Evaluators, "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      # kept\n      a: b" },
        { "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b\n      c: d", Evaluators, "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b" },
        { "evaluators:\n  - evaluator: Old\n  - evaluator: Toxicity", Evaluators, "evaluators:\n  - evaluator: Toxicity" },
        { "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b", Evaluators.Replace("{ \"a\": \"b\" }", "{ \"a\": \"b\", \"c\": \"d\" }", StringComparison.Ordinal), "evaluators:\n  - evaluator: Toxicity\n    column_mappings:\n      a: b\n      c: d" },
        { "x-rate: &rate 0.25\nsampling_rate: *rate", "\"sampling_rate\": 1", "" },
        { "sampling_rate: { max: 0.5 }", "\"sampling_rate\": 1", "" },
    };

    [Theory]
    [MemberData(nameof(InYaml))]
    public async Task In_YAML_the_fix_leaves_no_drift_or_is_not_offered(string before, string live, string after)
    {
        static string Whole(string members) => $"# of the team\nname: A\ntype: code_evaluation\n{members}\n";
        var project = Project(Compiled.Catalog(""), [("a.arize.yaml", Whole(before)), ("x.arize-live.json", Live(live))]);
        var found = Assert.Single(await FoundAsync(project, "ATL7001"));
        var document = project.AdditionalDocuments.First();
        if (after.Length == 0)
        {
            Assert.Empty(await OfferedAsync(document, found));
            return;
        }

        project = await FixOnceAsync(project, document, found);
        Assert.Equal(Whole(after), (await project.AdditionalDocuments.First().GetTextAsync()).ToString());
        Assert.Empty(await FoundAsync(project, "ATL7001"));
    }

    [Fact]
    public async Task All_drift_of_a_project_is_taken_at_once()
    {
        const string Yaml = "- { name: A, type: code_evaluation, sampling_rate: 0.25, is_continuous: true }\n- id: VDE=\n  name: A\n  sampling_rate: 0.25 # x\n";
        var project = Project(
            Compiled.Catalog("tasks.CodeEvaluation(\"A\").SamplingRate(0.25).Continuous();"),
            [("a.arize.yaml", Yaml), ("x.arize-live.json", Live("\"sampling_rate\": 1, \"is_continuous\": false"))]);
        project = await FixAllAsync(project, "ATL7001", await FoundAsync(project, "ATL7001"));
        Assert.Equal(
            "- { name: A, type: code_evaluation, sampling_rate: 1, is_continuous: false }\n- id: VDE=\n  name: A\n  sampling_rate: 1 # x\n",
            (await project.AdditionalDocuments.First().GetTextAsync()).ToString());
        Assert.Equal(Compiled.Catalog("tasks.CodeEvaluation(\"A\").SamplingRate(1).Continuous(false);"), (await project.Documents.Single().GetTextAsync()).ToString());
        Assert.Empty(await FoundAsync(project, "ATL7001"));
    }

    [Fact]
    public async Task The_fix_is_still_there_after_the_project_was_analyzed_many_times()
    {
        var yaml = $"name: A\ntype: code_evaluation\nsampling_rate: 0.25\nx-notes: |\n{string.Concat(Enumerable.Repeat("  a long note\n", 20_000))}";
        var project = Project(Compiled.Catalog(""), [("a.arize.yaml", yaml), ("x.arize-live.json", Live("\"sampling_rate\": 1"))]);
        for (var time = 0; time < 30; time++)
            Assert.True(Assert.Single(await FoundAsync(project, "ATL7001")).Properties.ContainsKey(EditText.EditsProperty), $"analysis {time}");
    }

    private static string Live(string members) =>
        $$"""[{ "id": "VDE=", "name": "A", "type": "CODE_EVALUATION", {{members}}{{(members.Contains("experiment_ids", StringComparison.Ordinal) ? "" : ", \"experiment_ids\": []")}} }]""";
}
