namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Code that declares and that nobody waits for (ATL1016).</summary>
public sealed class LostDeclarationTests
{
    private const string Added = """.CodeEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").EvaluatorNamed("Toxicity")""";

    public static TheoryData<string> Bodies =>
    [
        // A task that is thrown away.
        "_ = {|ATL1016:Add(tasks)|};",
        "{|ATL1016:Add(tasks)|};",
        "{|ATL1016:AddLater(tasks, 1)|};",
        "_ = {|ATL1016:Task.Run(() => tasks" + Added + ")|};",
        "_ = {|ATL1016:Task.Run(() => Add(tasks)).ContinueWith(_ => { })|};",
        "_ = {|ATL1016:Task.WhenAll(Add(tasks))|};",
        "_ = {|ATL1016:Local()|}; async Task Local() { await Task.Yield(); tasks" + Added + "; }",
        "var task = tasks" + Added + "; _ = {|ATL1016:Task.Run(() => task.SamplingRate(0.5))|};",

        // async void.
        "Local(); async void {|ATL1016:Local|}() { await Task.Yield(); tasks" + Added + "; }",
        "tasks" + Added + ".Evaluator(\"RXZhbHVhdG9yOjEyOmFCY0Q=\", {|ATL1016:async evaluator => { await Task.Yield(); evaluator.Map(\"a\", \"attributes.input.value\"); }|});",
        "new List<string> { \"a\" }.ForEach({|ATL1016:async name => { await Task.Yield(); tasks.CodeEvaluation(name).OnProject(\"TW9kZWw6MTIzOmFCY0Q=\").EvaluatorNamed(\"Toxicity\"); }|});",

        // Waited for, or nothing to do with builders.
        "Add(tasks).GetAwaiter().GetResult();",
        "Add(tasks).Wait();",
        "var all = new List<Task> { Add(tasks), AddLater(tasks, 1).AsTask() }; Task.WaitAll(all.ToArray());",
        "Task.Run(() => tasks" + Added + ").Wait();",
        "_ = Task.Run(() => Console.WriteLine()); tasks" + Added + ";",
        "_ = Log(AddLater(tasks, 1).Result.ToString());",
        "_ = Log(tasks" + Added + ".ToString());",
        "_ = Log(TaskType.CodeEvaluation.ToString());",
        "Quiet(); async void Quiet() { await Task.Yield(); Console.WriteLine(); }",
        "new List<string> { \"a\" }.ForEach(async name => await Log(name));",
    ];

    private const string Members = """
        private static async Task Add(TaskCatalogBuilder tasks)
        {
            await Task.Yield();
            tasks.CodeEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").EvaluatorNamed("Toxicity");
        }

        private static async ValueTask<int> AddLater(TaskCatalogBuilder tasks, int of)
        {
            await Add(tasks);
            return of;
        }

        private static Task Log(string? text) => Task.FromResult(text);
        """;

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task What_nobody_waits_for_is_reported(string body) => AnalyzerRun.VerifyAsync("using System.Threading.Tasks;\n" + Compiled.Catalog(body, Members));

    [Theory]
    [InlineData("protected override async void {|ATL1016:Declare|}(TaskCatalogBuilder tasks) { await Task.Yield(); }")]
    [InlineData("protected override async void {|ATL1016:Declare|}(TaskCatalogBuilder tasks) => await Task.Yield();")]
    [InlineData("protected override void Declare(TaskCatalogBuilder tasks) => More(tasks); private async void {|ATL1016:More|}(TaskCatalogBuilder tasks) => await Task.Yield();")]
    [InlineData("protected override void Declare(TaskCatalogBuilder tasks) { } private async void More(string name) => await Task.Yield();")]
    [InlineData("protected override void Declare(TaskCatalogBuilder tasks) { } private async void Declare(int times) => await Task.Yield();")]
    [InlineData("protected override void Declare(TaskCatalogBuilder tasks) { } private async Task More(TaskCatalogBuilder tasks) => await Task.Yield();")]
    public Task A_method_that_is_async_void_and_declares_is_reported_at_its_name(string members) => AnalyzerRun.VerifyAsync(
        "using System.Threading.Tasks;\nusing Arize.TaskLint;\npublic abstract class Tasks : TaskCatalog { " + members + " }");
}
