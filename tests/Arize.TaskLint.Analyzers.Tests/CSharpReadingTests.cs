namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>How far code is read without running it, and that what cannot be read is never reported.</summary>
public sealed class CSharpReadingTests
{
    private const string Complete = """.OnProject("TW9kZWw6MTIzOmFCY0Q=").Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=")""";

    public static TheoryData<string> Bodies =>
    [
        // A chain in one expression.
        """tasks.TemplateEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").SamplingRate({|ATL2004:25|}).Evaluator("RXZhbHVhdG9yOjEyOmFCY0Q=");""",
        """tasks.TemplateEvaluation({|ATL2001:{|ATL3001:"A"|}|});""",
        """tasks.TemplateEvaluation("A").OnDatasetNamed("golden").ExperimentsNamed("base").{|ATL2003:SamplingRate|}(0.5).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnProject("p").OnProject("q").EvaluatorNamed("Toxicity");""".Replace(""".OnProject("q")""", """.{|ATL1004:OnProject|}("q")""", StringComparison.Ordinal),
        """tasks.TemplateEvaluation("A").OnProject("p").{|ATL1012:OnProjectNamed|}("q").EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnProjectNamed("p").{|ATL2002:OnDatasetNamed|}("q").ExperimentsNamed("base").EvaluatorNamed("Toxicity");""",
        """tasks.RunExperiment({|ATL4001:"A"|}).OnDatasetNamed("golden");""",
        """tasks.TemplateEvaluation("A").OnProjectNamed("p").EvaluatorNamed("Toxicity", evaluator => evaluator.Map({|ATL3007:""|}, "attributes.output.value"));""",

        // Constants of all kinds.
        """const double Rate = 25; tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate({|ATL2004:Rate|});""",
        """tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate({|ATL2004:Percent|});""",
        """tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate({|ATL2004:ReadOnly|});""",
        """var rate = 25.0; tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate({|ATL2004:rate|});""",
        """var rate = 25.0; rate = 0.1; tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate(rate);""",
        """tasks.TemplateEvaluation("A").OnProject({|ATL1011:$"RXZhbHVhdG9yOjEyOm{Tail}"|}).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnProject({|ATL1011:"RXZhbHVhdG9yOjEyOm" + Tail|}).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnDatasetNamed("golden").Experiments([{|ATL1011:"RXZhbHVhdG9yOjEyOmFCY0Q="|}]).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnDatasetNamed("golden").Experiments(new[] { {|ATL1011:"RXZhbHVhdG9yOjEyOmFCY0Q="|} }).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A").OnDatasetNamed("golden").Experiments("RXhwZXJpbWVudDozMTplWHBB", {|ATL1011:"RXZhbHVhdG9yOjEyOmFCY0Q="|}).EvaluatorNamed("Toxicity");""",
        """tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate(Match.Between(0.05, 0.2));""",
        """tasks.TemplateEvaluation("A")""" + Complete + """.QueryFilter(Match.Matching({|ATL1002:"["|}));""",

        // What only a run tells.
        """tasks.TemplateEvaluation("A")""" + Complete + """.SamplingRate({|ATL1013:double.Parse(Environment.GetEnvironmentVariable("RATE")!)|});""",
        """tasks.TemplateEvaluation("A").OnProject({|ATL1013:Environment.GetEnvironmentVariable("PROJECT")|}).EvaluatorNamed("Toxicity");""",
        """foreach (var team in Environment.GetCommandLineArgs()) tasks.TemplateEvaluation({|ATL1013:$"Toxicity of {team}"|}).OnProjectNamed({|ATL1013:team|}).EvaluatorNamed("Toxicity");""",

        // Several statements.
        """var task = tasks.TemplateEvaluation("A"); task.OnProjectNamed("p"); task.SamplingRate({|ATL2004:25|}).EvaluatorNamed("Toxicity");""",
        """var task = tasks.TemplateEvaluation({|ATL2001:"A"|}); task.EvaluatorNamed("Toxicity");""",
        """var task = tasks.TemplateEvaluation("A").EvaluatorNamed("Toxicity"); if (DateTime.Now.Year > 2020) task.OnProjectNamed("p"); else task.OnDatasetNamed("d");""",
        """var task = tasks.TemplateEvaluation("A").OnProjectNamed("p"); foreach (var name in new[] { "a" }) task.EvaluatorNamed(name);""",
        """var task = tasks.TemplateEvaluation("A").OnProjectNamed("p").EvaluatorNamed("a"); foreach (var name in new[] { "a" }) task.SamplingRate({|ATL2004:25|});""",
        """var task = tasks.TemplateEvaluation("A"); if (DateTime.Now.Year > 2020) return; task.OnProjectNamed("p").EvaluatorNamed("Toxicity");""",
        """var task = tasks.TemplateEvaluation({|ATL2001:{|ATL3001:"A"|}|}); task = tasks.TemplateEvaluation("B"); task.OnProjectNamed("p").EvaluatorNamed("Toxicity");""",
        """var all = new List<TaskBuilder>(); all.Add(tasks.TemplateEvaluation("A")); foreach (var one in all) one.OnProjectNamed("p").EvaluatorNamed("Toxicity");""",
        """Action<EvaluatorBuilder> map = evaluator => evaluator.Map({|ATL3007:""|}, "x"); tasks.TemplateEvaluation("A").OnProjectNamed("p").EvaluatorNamed("Toxicity", map);""",
        """tasks.TemplateEvaluation("A").OnProjectNamed("p").EvaluatorNamed("Toxicity", evaluator => { foreach (var name in new[] { "a" }) evaluator.Map(name, {|ATL3007:""|}); });""",

        // Methods that are handed the builder.
        """OnSupport(tasks.TemplateEvaluation("A"));""",
        """OnSupport(tasks.TemplateEvaluation("A")).SamplingRate({|ATL2004:25|});""",
        """Sampled(tasks.TemplateEvaluation("A")""" + Complete + """, {|ATL2004:25|});""",
        """tasks.TemplateEvaluation("A").OnProjectNamed("p").EvaluatorNamed("Toxicity", Standard);""",
        """tasks.TemplateEvaluation("A").OnProjectNamed("p").Also(1);""",
        """Known(tasks.TemplateEvaluation({|ATL3001:"A"|}).OnProjectNamed("p"), () => { });""",

        // Nothing to report.
        """tasks.TemplateEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").{|ATL3004:Evaluator|}("RXZhbHVhdG9yOjEyOmFCY0Q=").SamplingRate(0.25).Continuous();""",
        """tasks.Task("A").Partial().SamplingRate(0.25);""",
        """tasks.RunExperiment("A").OnDatasetNamed("golden").RunAgentCall(run => run.IntegrationNamed("agent").InputTemplate(input => input.Set("question", "{{question}}")));""",
        """tasks.TemplateEvaluation("A")""" + Complete + """.NoExperiments().NoQueryFilters();""",
    ];

    private const string Members = """
        private const double Percent = 25;
        private static readonly double ReadOnly = 25;
        private static readonly string Tail = "FCY0Q=";

        private static TaskBuilder OnSupport(TaskBuilder task) => task.OnProjectNamed("support-bot").EvaluatorNamed("Toxicity");

        private static void Sampled(TaskBuilder task, double rate) => task.SamplingRate(rate);

        private static void Standard(EvaluatorBuilder evaluator) => evaluator.Map("output", "attributes.output.value");

        private void Known(TaskBuilder task, Action more) => more();
        """;

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task What_can_be_read_is_judged_and_nothing_else(string body) => AnalyzerRun.VerifyAsync(
        Compiled.Catalog(body, Members) + "\npublic static class More { public static TaskBuilder Also(this TaskBuilder task, int of) { for (var i = 0; i < of; i++) task.EvaluatorNamed(\"Toxicity\"); return task; } }\n");
}
