namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Code that declares without the names of the builders in its own file is read all the same.</summary>
public sealed class UnnamedBuildersTests
{
    private const string Aliases = "global using Catalog = Arize.TaskLint.TaskCatalog;\nglobal using Builder = Arize.TaskLint.TaskCatalogBuilder;";

    [Fact]
    public Task Aliases_of_another_file_name_the_types() => AnalyzerRun.VerifyAmongAsync(
        """
        public sealed class Mine : Catalog
        {
            protected override void Declare(Builder tasks) =>
                tasks.CodeEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").SamplingRate({|ATL2004:25|}).EvaluatorNamed("Toxicity");
        }
        """,
        Aliases);

    [Fact]
    public Task A_catalog_that_only_calls_a_method_of_another_file_is_read() => AnalyzerRun.VerifyAmongAsync(
        """
        public sealed class Mine : Catalog
        {
            protected override void Declare(Builder tasks)
            {
                Shared.Add(tasks, {|ATL2004:25|});
            }
        }
        """,
        Aliases,
        """
        public static class Shared
        {
            public static void Add(Builder tasks, double rate) =>
                tasks.CodeEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").SamplingRate(rate).EvaluatorNamed("Toxicity");
        }
        """);

    [Theory]
    [InlineData("tasks.CodeEvaluation(")]
    [InlineData("tasks . CodeEvaluation (")]
    [InlineData("tasks.@CodeEvaluation(")]
    [InlineData("tasks?.CodeEvaluation(")]
    [InlineData("tasks.\n// a comment\nCodeEvaluation(")]
    [InlineData("tasks. // a comment\r\n    CodeEvaluation // another\n (")]
    [InlineData("tasks./* a comment */CodeEvaluation/* another */(")]
    public Task A_call_begins_a_task_however_it_is_laid_out(string call) => AnalyzerRun.VerifyAmongAsync(
        $$"""
        public static class Shared
        {
            public static void Add(Builder tasks) =>
                {{call}}"A").OnProject("TW9kZWw6MTIzOmFCY0Q=").SamplingRate({|ATL2004:25|}).EvaluatorNamed("Toxicity");
        }
        """,
        Aliases);

    [Fact]
    public Task A_name_may_have_letters_written_as_numbers() => AnalyzerRun.VerifyAsync(
        """
        public sealed class Mine : Arize.TaskLint.Task\u0043atalog
        {
            protected override void Declare(Arize.TaskLint.Task\u0043atalogBuilder tasks) =>
                tasks.Code\u0045valuation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").SamplingRate({|ATL2004:25|}).EvaluatorNamed("Toxicity");
        }
        """);

    [Fact]
    public Task Work_that_nobody_waits_for_is_found_where_only_a_helper_names_the_builder() => AnalyzerRun.VerifyAmongAsync(
        """
        using System.Threading.Tasks;

        public static class Caller
        {
            public static void Run() => Helper.Each({|ATL1016:async one => { await Task.Yield(); one.ToString(); }|});
        }
        """,
        """
        public static class Helper
        {
            public static void Each(System.Action<Arize.TaskLint.EvaluatorBuilder> act)
            {
            }
        }
        """);

    [Fact]
    public Task Code_that_names_no_builder_is_quiet() => AnalyzerRun.VerifyAsync(
        """
        using System.Threading.Tasks;

        public sealed class Service
        {
            public void Run() => _ = Task.Run(() => 1);

            public async void Declare() => await Task.Yield();
        }
        """);
}
