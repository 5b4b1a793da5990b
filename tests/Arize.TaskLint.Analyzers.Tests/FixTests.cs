using Arize.TaskLint.Core.Fixes;
using Microsoft.CodeAnalysis;
using static Arize.TaskLint.Analyzers.Tests.FixedProject;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>The light bulb: what each fix makes of the code, once and for all findings of its rule.</summary>
public sealed class FixTests
{
    public static TheoryData<string, string, string> Fixes => new()
    {
        // Remove what does not belong.
        { "ATL2003", """tasks.RunExperiment("A").{|ATL2003:SamplingRate|}(0.5).OnDatasetNamed("d")|R|;""", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|;""" },
        { "ATL2005", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|.{|ATL2005:Continuous|}();""", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|;""" },
        { "ATL2006", """tasks.CodeEvaluation("A").OnProjectNamed("p").{|ATL2006:Experiments|}("a").EvaluatorNamed("T").Experiments("b", "c");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T");""" },
        { "ATL2009", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|.{|ATL2009:QueryFilter|}("a = 1").{|ATL2009:ExperimentsNamed|}("x");""", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|;""" },
        { "ATL2009", """var task = tasks.RunExperiment("A").OnDatasetNamed("d")|R|;@task.{|ATL2009:QueryFilter|}("a = 1").{|ATL2009:ExperimentsNamed|}("x");@task.IgnoreDrift("name");""", """var task = tasks.RunExperiment("A").OnDatasetNamed("d")|R|;@task.IgnoreDrift("name");""" },
        { "ATL3002", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|.{|ATL3002:EvaluatorNamed|}("T", e => e.Map("a", "b")).EvaluatorNamed("U");""", """tasks.RunExperiment("A").OnDatasetNamed("d")|R|;""" },
        { "ATL4002", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").{|ATL4002:RunAgentCall|}(run => run.IntegrationNamed("x").InputTemplate(i => i.Set("q", "{{q}}")));""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T");""" },
        { "ATL2003", "tasks.RunExperiment(\"A\")\n            // of the dataset\n            .OnDatasetNamed(\"d\") // golden\n            .{|ATL2003:SamplingRate|}(0.5) // half\n            |R|;", "tasks.RunExperiment(\"A\")\n            // of the dataset\n            .OnDatasetNamed(\"d\") // golden\n            // half\n            |R|;" },

        // Remove a duplicate.
        { "ATL1004", """tasks.CodeEvaluation("A").OnProjectNamed("p").SamplingRate(0.5).EvaluatorNamed("T").{|ATL1004:SamplingRate|}(0.5);""", """tasks.CodeEvaluation("A").OnProjectNamed("p").SamplingRate(0.5).EvaluatorNamed("T");""" },
        { "ATL1004", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", "b").Map({|ATL1004:"a"|}, "b"));""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", "b"));""" },
        { "ATL1004", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => { e.Map("a", "b"); e.Map({|ATL1004:"a"|}, "b"); });""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => { e.Map("a", "b");  });""" },
        { "ATL3003", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").EvaluatorNamed("U").EvaluatorNamed({|ATL3003:"T"|});""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").EvaluatorNamed("U");""" },

        // Take the suggested word.
        { "ATL1006", """tasks.Task("A").OfType({|ATL1006:"template_evalution"|}).OnProjectNamed("p").EvaluatorNamed("T");""", """tasks.Task("A").OfType("TEMPLATE_EVALUATION").OnProjectNamed("p").EvaluatorNamed("T");""" },

        // Percent to fraction.
        { "ATL2004", """tasks.CodeEvaluation("A").OnProjectNamed("p").SamplingRate({|ATL2004:25|}).EvaluatorNamed("T");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").SamplingRate(0.25).EvaluatorNamed("T");""" },

        // Add the missing part.
        { "ATL1005", """tasks.Task().{|ATL1005:OfType|}("CODE_EVALUATION").OnProjectNamed("p").EvaluatorNamed("T");""", """tasks.Task("TODO-name").OfType("CODE_EVALUATION").OnProjectNamed("p").EvaluatorNamed("T");""" },
        { "ATL2001", "tasks.CodeEvaluation({|ATL2001:\"A\"|})\n            .EvaluatorNamed(\"T\");", "tasks.CodeEvaluation(\"A\")\n            .EvaluatorNamed(\"T\")\n            .OnProjectNamed(\"TODO-project-name\");" },
        { "ATL3001", """tasks.CodeEvaluation({|ATL3001:"A"|}).OnProjectNamed("p");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("TODO-evaluator-name");""" },
        { "ATL3001", """tasks.CodeEvaluation("A").OnProjectNamed("p").{|ATL3001:NoEvaluators|}();""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("TODO-evaluator-name");""" },
        { "ATL4001", """tasks.RunExperiment({|ATL4001:"A"|}).OnDatasetNamed("d");""", """tasks.RunExperiment("A").OnDatasetNamed("d").RunLlmGeneration(runConfiguration => runConfiguration.AiIntegrationNamed("TODO-ai-integration-name").Message("USER", "TODO-content").VariableFormat("F_STRING"));""" },

        // Write what was meant.
        { "ATL3005", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", {|ATL3005:"input.value"|}).Map("b", {|ATL3005:"{output}"|}));""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", "attributes.input.value").Map("b", "attributes.output.value"));""" },
        { "ATL3006", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", {|ATL3006:"attributes.input.valu"|}).Map("b", {|ATL3006:"attributes.output.value "|}));""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.Map("a", "attributes.input.value").Map("b", "attributes.output.value"));""" },
        { "ATL5001", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("latency_ms > {|ATL5001:1,500|}");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("latency_ms > 1500");""" },
        { "ATL5002", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("parent_id is {|ATL5002:None|}");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("parent_id is NULL");""" },
        { "ATL5003", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("name = {|ATL5003:Order Agent|}");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("name = 'Order Agent'");""" },
        { "ATL5005", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("status_code = {|ATL5005:'ok'|}");""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").QueryFilter("status_code = 'OK'");""" },
        { "ATL5007", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.QueryFilter("{|ATL5007:status|} = 'OK'"));""", """tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T", e => e.QueryFilter("status_code = 'OK'"));""" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task A_fix_once_and_for_all_leaves_code_that_no_longer_reports(string rule, string before, string after) =>
        CodeFixRun.VerifyAsync(rule, Compiled.Catalog(Whole(before)), Compiled.Catalog(Whole(after)));

    public static TheoryData<string, string, string> FixesInYaml => new()
    {
        { "ATL1002", "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 10% # share\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 0.1 # share\nevaluators:\n  - evaluator: T\n" },
        { "ATL1003", "name: A\ntype: code_evaluation\nproject: p\nsamplingrate: 0.25\nisContinuous: true\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 0.25\nis_continuous: true\nevaluators:\n  - evaluator: T\n" },
        { "ATL1004", "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 0.5 # half\nevaluators:\n  - evaluator: T\nsampling_rate: 0.5\n", "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 0.5 # half\nevaluators:\n  - evaluator: T\n" },
        { "ATL1005", "type: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n", "name: TODO-name\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n" },
        { "ATL1006", "name: A\ntype: template_evalution # of answers\nproject: p\nevaluators:\n  - evaluator: T\n", "name: A\ntype: TEMPLATE_EVALUATION # of answers\nproject: p\nevaluators:\n  - evaluator: T\n" },
        { "ATL1007", "id: x\ncreated_at: 2026-01-01 # copied\nname: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\nupdated_at: 2026-01-01\n", "id: x\n# copied\nname: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n" },
        { "ATL2001", "name: A\ntype: code_evaluation\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: TODO-project-name\nevaluators:\n  - evaluator: T\n" },
        { "ATL2003", "name: A # one\ntype: run_experiment\ndataset: d\nsampling_rate: 0.5\nrun_configuration: &run\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n", "name: A # one\ntype: run_experiment\ndataset: d\nrun_configuration: &run\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n" },
        { "ATL2004", "- { name: A, type: code_evaluation, project: p, sampling_rate: 25, evaluators: [{ evaluator: T }] }\n- { name: B, type: code_evaluation, project: p, sampling_rate: 50, evaluators: [{ evaluator: T }] }\n", "- { name: A, type: code_evaluation, project: p, sampling_rate: 0.25, evaluators: [{ evaluator: T }] }\n- { name: B, type: code_evaluation, project: p, sampling_rate: 0.5, evaluators: [{ evaluator: T }] }\n" },
        { "ATL2005", "name: A\ntype: code_evaluation\ndataset: d\nexperiments: [x]\nis_continuous: true\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\ndataset: d\nexperiments: [x]\nevaluators:\n  - evaluator: T\n" },
        { "ATL2006", "name: A\ntype: code_evaluation\nproject: p\nexperiments:\n  - x\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n" },
        { "ATL2009", "name: A\ntype: run_experiment\ndataset: d\nquery_filter: a = 1\nexperiments: [x]\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n", "name: A\ntype: run_experiment\ndataset: d\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n" },
        { "ATL3001", "name: A\ntype: code_evaluation\nproject: p\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: TODO-evaluator-name\n" },
        { "ATL3002", "name: A\ntype: run_experiment\ndataset: d\nevaluators:\n  - evaluator: T\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n", "name: A\ntype: run_experiment\ndataset: d\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n" },
        { "ATL3003", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n  - evaluator: U\n  - evaluator: T # again\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n  - evaluator: U\n  # again\n" },
        { "ATL4001", "name: A\ntype: run_experiment\ndataset: d\n", "name: A\ntype: run_experiment\ndataset: d\nrun_configuration:\n  experiment_type: LLM_GENERATION\n  ai_integration: TODO-ai-integration-name\n  messages:\n    - role: USER\n      content: TODO-content\n  input_variable_format: F_STRING\n" },
        { "ATL4002", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\nrun_configuration:\n  experiment_type: agent_call\n  integration: x\n  input_template: { q: q }\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n" },
        { "ATL3005", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n    column_mappings:\n      a: input.value # why\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n    column_mappings:\n      a: attributes.input.value # why\n" },
        { "ATL3006", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n    column_mappings:\n      a: attributes.input.valu # why\n", "name: A\ntype: code_evaluation\nproject: p\nevaluators:\n  - evaluator: T\n    column_mappings:\n      a: attributes.input.value # why\n" },
        { "ATL5001", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: latency_ms > 1,500 # why\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: latency_ms > 1500 # why\nevaluators:\n  - evaluator: T\n" },
        { "ATL5002", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status_code == 'OK' # why\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status_code = 'OK' # why\nevaluators:\n  - evaluator: T\n" },
        { "ATL5003", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: name = Order Agent # why\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: name = 'Order Agent' # why\nevaluators:\n  - evaluator: T\n" },
        { "ATL5005", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status_code = 'ok' # why\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status_code = 'OK' # why\nevaluators:\n  - evaluator: T\n" },
        { "ATL5007", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status = 'OK' # why\nevaluators:\n  - evaluator: T\n", "name: A\ntype: code_evaluation\nproject: p\nquery_filter: status_code = 'OK' # why\nevaluators:\n  - evaluator: T\n" },
    };

    [Fact]
    public void Every_rule_that_promises_a_fix_has_one_in_YAML_and_where_it_can_be_said_in_C_sharp()
    {
        string[] promised =
        [
            "ATL1002", "ATL1003", "ATL1004", "ATL1005", "ATL1006", "ATL1007", "ATL2001", "ATL2003", "ATL2004", "ATL2005", "ATL2006", "ATL2009", "ATL3001", "ATL3002", "ATL3003", "ATL3005", "ATL3006",
            "ATL4001", "ATL4002", "ATL5001", "ATL5002", "ATL5003", "ATL5005", "ATL5007",
        ];
        string[] notInCSharp = ["ATL1002", "ATL1003", "ATL1007"];
        Assert.Equal(promised, FixesInYaml.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(promised.Except(notInCSharp), Fixes.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FixesInYaml))]
    public async Task A_fix_in_YAML_once_and_for_all(string rule, string before, string after)
    {
        var project = Project(Compiled.Catalog(""), [("a.arize.yaml", before)]);
        var found = await FoundAsync(project, rule);
        Assert.NotEmpty(found);
        var fixedAll = await FixAllAsync(project, rule, found);
        Assert.Equal(after, (await fixedAll.AdditionalDocuments.Single().GetTextAsync()).ToString());
        for (var round = 0; found.Count > 0; round++)
        {
            Assert.True(round < 5);
            project = await FixOnceAsync(project, project.AdditionalDocuments.Single(), found[0]);
            found = await FoundAsync(project, rule);
        }

        Assert.Equal(after, (await project.AdditionalDocuments.Single().GetTextAsync()).ToString());
    }

    [Fact]
    public async Task What_stands_in_a_method_for_several_tasks_is_left_alone()
    {
        var project = Project(Compiled.Catalog("""Sampled(tasks.RunExperiment("A").OnDatasetNamed("d"));""", "private static void Sampled(TaskBuilder task) => task.SamplingRate(0.5);"), []);
        var found = Assert.Single(await FoundAsync(project, "ATL2003"));
        Assert.False(found.Properties.ContainsKey(EditText.EditsProperty));
    }

    public static TheoryData<string, string> NoFixes => new()
    {
        // What a helper gets, it may use for more; and an int is no fraction.
        { "ATL2004", """Percent(tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T"), {|ATL2004:25|});""" },
        { "ATL2004", """Whole(tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T"), {|ATL2004:25|});""" },
        { "ATL2004", """var rate = 25.0; tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").SamplingRate({|ATL2004:rate|});""" },
        { "ATL2004", """foreach (var rate in new[] { 25.0, 0.5 }) tasks.CodeEvaluation("A" + (rate > 1)).OnProjectNamed("p").EvaluatorNamed("T").SamplingRate({|ATL2004:rate|});""" },

        // Two values of which only their author knows which one is meant.
        { "ATL1004", """tasks.CodeEvaluation("A").OnProjectNamed("p").SamplingRate(0.5).EvaluatorNamed("T").{|ATL1004:SamplingRate|}(0.1);""" },

        // A call that runs for several tasks, of which one may need it.
        { "ATL2003", """Action<TaskBuilder> sample = task => task.{|ATL2003:SamplingRate|}(0.5); var a = tasks.RunExperiment("A").OnDatasetNamed("d")|R|; sample(a); var b = tasks.CodeEvaluation("B").OnProjectNamed("p").EvaluatorNamed("T"); sample(b);""" },
        { "ATL1004", """var a = tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T"); foreach (var _ in new[] { 1, 2 }) a.{|ATL1004:SamplingRate|}(0.5);""" },

        // A comment inside of what would go.
        { "ATL2003", "tasks.RunExperiment(\"A\").OnDatasetNamed(\"d\")|R|.{|ATL2003:SamplingRate|}(0.5 /* half */);" },
    };

    private const string Helpers = """
        private static void Percent(TaskBuilder task, double rate) => task.SamplingRate(rate).QueryFilter($"share = {rate}");

        private static void Whole(TaskBuilder task, int rate) => task.SamplingRate(rate);
        """;

    [Theory]
    [MemberData(nameof(NoFixes))]
    public Task No_fix_is_offered_that_is_not_safe(string rule, string body) => CodeFixRun.VerifyNoneAsync(rule, Compiled.Catalog(Whole(body), Helpers));

    [Fact]
    public async Task A_fix_that_does_not_compile_is_not_offered()
    {
        var code = Compiled.Catalog("""tasks.CodeEvaluation("A").OnProjectNamed("p").EvaluatorNamed("T").SamplingRate(0.5);""");
        var project = Project(code, []);
        var document = project.Documents.Single();
        var tree = (await document.GetSyntaxTreeAsync())!;
        var rate = code.IndexOf("0.5", StringComparison.Ordinal);
        Diagnostic Of(int start, int end, string text) => Diagnostic.Create(
            new DiagnosticDescriptor("ATL2004", "", "", "", DiagnosticSeverity.Error, true),
            Location.Create(tree, new(start, end - start)),
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(EditText.TitleProperty, "Change it")
                .Add(EditText.EditsProperty, $"{start}:{end}:{text.Length}:{text}"));
        Assert.Empty(await OfferedAsync(document, Of(rate, rate + 3, "\"x\"")));
        Assert.Single(await OfferedAsync(document, Of(rate, rate + 3, "0.25")));
        var name = code.IndexOf("\"A\"", StringComparison.Ordinal);
        var both = await FixAllAsync(project, "ATL2004", [Of(name, name + 3, "1.5"), Of(rate, rate + 3, "0.25")]);
        Assert.Equal(code.Replace("0.5", "0.25", StringComparison.Ordinal), (await both.Documents.Single().GetTextAsync()).ToString());
    }

    private static string Whole(string body) => body
        .Replace("|R|", """.RunAgentCall(run => run.IntegrationNamed("x").InputTemplate(i => i.Set("q", "{{q}}")))""", StringComparison.Ordinal)
        .Replace("@", "\n        ", StringComparison.Ordinal);
}
