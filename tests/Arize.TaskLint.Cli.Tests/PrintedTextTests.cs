namespace Arize.TaskLint.Cli.Tests;

/// <summary>What the code of declarations prints is shown, to its last letter, and beside the input that printed it.</summary>
public sealed class PrintedTextTests
{
    private static string Catalog(string name, string code) => $$"""
        using Arize.TaskLint;

        public sealed class {{name}} : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.CodeEvaluation("{{name}}").OnProject("P1").SamplingRate(0.5).Evaluator("E2");
                {{code}}
            }
        }
        """;

    [Theory]
    [InlineData("Console.Write(\"no line end\");", "no line end\n")]
    [InlineData("Console.Write(\"one\\ntwo\");", "one\ntwo\n")]
    [InlineData("Console.Write(\"a whole line\\n\");", "a whole line\n")]
    [InlineData("Console.Write('x');", "x\n")]
    [InlineData("Console.Error.Write(\"on the other stream\");", "on the other stream\n")]
    public async Task Text_without_a_line_end_is_shown(string code, string shown)
    {
        using var run = ToolRun.Create().File("a.cs", Catalog("A", code));

        var result = await run.RunAsync("lint", "a.cs");

        Assert.Equal((0, shown), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Text_without_a_line_end_stays_apart_from_that_of_the_next_input()
    {
        using var run = ToolRun.Create().File("a.cs", Catalog("A", "Console.Write(\"from a\");")).File("b.cs", Catalog("B", "Console.Write(\"from b\");"));

        var result = await run.RunAsync("lint", "a.cs", "b.cs");

        Assert.Equal((0, "from a\nfrom b\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Text_without_a_line_end_is_shown_before_the_reason_why_the_code_failed()
    {
        using var run = ToolRun.Create().File("a.cs", Catalog("A", "Console.Write(\"just before\"); throw new InvalidOperationException(\"no more\");"));

        var result = await run.RunAsync("lint", "a.cs");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("just before\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("no more", result.Error, StringComparison.Ordinal);
    }
}
