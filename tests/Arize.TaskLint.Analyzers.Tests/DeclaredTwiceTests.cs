using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>ATL1008 over all that a project declares: never of tasks that may not both be declared.</summary>
public sealed class DeclaredTwiceTests
{
    private const string Task = """ .OnProjectNamed("p").EvaluatorNamed("Toxicity");""";

    public static TheoryData<string, string> Catalogs => new()
    {
        { $"""tasks.TemplateEvaluation("A"){Task} tasks.CodeEvaluation("A"){Task}""", "13" },
        { $"""tasks.TemplateEvaluation("A").InSpace("one"){Task} tasks.CodeEvaluation("A").InSpace("two"){Task}""", "" },
        { $"""if (DateTime.Now.Year > 2020) tasks.TemplateEvaluation("A"){Task} else tasks.CodeEvaluation("A"){Task}""", "" },
        { $"""First(tasks); tasks.CodeEvaluation("A"){Task}""", "17" },
        { $"""if (DateTime.Now.Year > 2020) First(tasks); tasks.CodeEvaluation("A"){Task}""", "" },
        { """First(tasks); First(tasks);""", "17" },
        { """foreach (var one in new[] { "a", "b" }) First(tasks);""", "17" },
        { """foreach (var one in Environment.GetCommandLineArgs()) First(tasks);""", "" },
        { $"""tasks.TemplateEvaluation("A").WithId("T25saW5lVGFzazo0NTpxUndY"){Task} tasks.CodeEvaluation("A").WithId("T25saW5lVGFzazo0NjpxUndY"){Task}""", "" },
        { $"""tasks.TemplateEvaluation(Environment.MachineName){Task} tasks.CodeEvaluation("A"){Task}""", "" },
    };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public async Task A_catalog_that_declares_a_task_twice(string body, string line)
    {
        var text = Compiled.Catalog(body.Replace("; tasks", ";\n\n\ntasks", StringComparison.Ordinal), $"private static void First(TaskCatalogBuilder tasks) => tasks.TemplateEvaluation(\"A\"){Task}\nprivate static void Unused(TaskCatalogBuilder tasks) => tasks.TemplateEvaluation(\"A\"){Task}");
        var found = await FoundAsync(new Compiled { Sources = [("Tasks.cs", text)] });
        Assert.Equal(line.Length > 0 ? 1 : 0, found.Count);
        if (line.Length > 0)
            Assert.Contains("the task 'A' is declared already, at Tasks.cs:", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_in_two_catalogs_is_declared_twice_and_in_two_spaces_it_is_not()
    {
        string Catalog(string name, string space) => Compiled.Catalog($"""{space}tasks.TemplateEvaluation("A"){Task}""").Replace("class Tasks", $"class {name}", StringComparison.Ordinal);
        Assert.Single(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "")), ("Two.cs", Catalog("Two", ""))] }));
        Assert.Single(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "tasks.InSpace(\"x\"); ")), ("Two.cs", Catalog("Two", "tasks.InSpace(\"x\"); "))] }));
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "tasks.InSpace(\"x\"); ")), ("Two.cs", Catalog("Two", "tasks.InSpace(\"y\"); "))] }));
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "tasks.InSpace(\"x\"); ")), ("Two.cs", Catalog("Two", "tasks.InSpace(Environment.MachineName); "))] }));
        // Which of two spaces counts is not for the compiler to say.
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "tasks.InSpace(\"x\"); tasks.InSpace(\"y\"); ")), ("Two.cs", Catalog("Two", "tasks.InSpace(\"x\"); "))] }));
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "tasks.InSpace(\"x\"); tasks.InSpace(\"y\"); ")), ("Two.cs", Catalog("Two", "tasks.InSpace(\"y\"); "))] }));
        Assert.Empty(await FoundAsync(new Compiled { Sources = [("One.cs", Catalog("One", "")), ("Two.cs", Catalog("Two", "").Replace("sealed class", "abstract class", StringComparison.Ordinal))] }));
    }

    [Fact]
    public async Task A_task_in_code_and_in_YAML_is_declared_twice()
    {
        var compiled = new Compiled
        {
            Sources = [("/p/Tasks.cs", Compiled.Catalog($"""tasks.InSpace("x").TemplateEvaluation("A"){Task}"""))],
            Additional = [("/p/b.arize.yaml", "space: x\ntasks:\n  - { name: A, partial: true }\n"), ("/p/a.arize.yml", "space: x\ntasks:\n  - { name: B, partial: true }\n  - { name: B, partial: true }\n")],
            Options = [("", "build_property.ProjectDir", "/p/")],
        };
        var found = await FoundAsync(compiled);
        Assert.Equal(
            ["/p/a.arize.yml(4,13): error ATL1008: the task 'B' is declared already, at a.arize.yml:3", "/p/b.arize.yaml(3,13): error ATL1008: the task 'A' is declared already, at Tasks.cs:10"],
            found.Select(one => one.ToString()));
    }

    private static async Task<IReadOnlyList<Diagnostic>> FoundAsync(Compiled compiled) =>
        [.. (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Where(one => one.Id == "ATL1008")];
}
