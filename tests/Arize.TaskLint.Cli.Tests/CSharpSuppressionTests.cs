using System.Text.Json.Nodes;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What C# suppresses, where a project or another process stands between the source and the tool.</summary>
public sealed class CSharpSuppressionTests
{
    private const string Tasks = """
        using System.Diagnostics.CodeAnalysis;
        using Arize.TaskLint;

        namespace Team;

        public sealed class Tasks : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
        #if FAST
        #pragma warning disable ATL2004
        #endif
                tasks.CodeEvaluation("A").OnProject("P1").SamplingRate(25).Evaluator("E1");
        #pragma warning restore ATL2004
                More.Add(tasks);
            }
        }
        """;

    private const string More = """
        using Arize.TaskLint;

        namespace Team;

        internal static class More
        {
            internal static void Add(TaskCatalogBuilder tasks) =>
                tasks.CodeEvaluation("B").OnProject("P1").SamplingRate(26).Evaluator("E1");
        }
        """;

    private const string GlobalSuppressions = """
        using System.Diagnostics.CodeAnalysis;

        [assembly: SuppressMessage("Arize.DataSource", "ATL2004", Scope = "type", Target = "~T:Team.More", Justification = "as agreed")]
        """;

    [Fact]
    public async Task A_project_says_it_in_all_its_files_whatever_symbols_it_asks_for()
    {
        using var run = ToolRun.Create().File("my tasks/Tasks.cs", Tasks).File("others/More.cs", More).File("my tasks/GlobalSuppressions.cs", GlobalSuppressions)
            .File("my tasks/Tasks.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <DefineConstants>$(DefineConstants);FAST</DefineConstants>
                    <DebugType>none</DebugType>
                  </PropertyGroup>
                  <ItemGroup>
                    <Compile Include="../others/*.cs" />
                    <Reference Include="{Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.dll")}" />
                  </ItemGroup>
                </Project>
                """);

        var result = await run.RunAsync("lint", "my tasks/Tasks.csproj", "--format", "json");

        Assert.True(result is { ExitCode: 0, Error: "" }, result.Error + result.Output);
        var findings = JsonNode.Parse(result.Output)!["findings"]!.AsArray();
        Assert.Equal(
            ["my tasks/Tasks.cs:13 True", "others/More.cs:8 True"],
            findings.Select(finding => $"{finding!["location"]!["file"]}:{finding["location"]!["startLine"]} {(bool)finding["suppressed"]!}").Order(StringComparer.Ordinal));

        // The source has changed since, so its lines are not those that were built.
        run.File("my tasks/Tasks.cs", Tasks.Replace("25", "27", StringComparison.Ordinal));
        var library = Directory.GetFiles(run.PathOf("my tasks/obj/tasklint/.bin"), "Tasks.dll").Single();
        var later = await run.RunAsync("lint", library, "--quiet");
        Assert.Equal(new ToolResult(1, "my tasks/Tasks.cs:13:9: error ATL2004: SamplingRate() '25' is not between 0 and 1; did you mean 0.25\n", ""), later);
    }

    [Theory]
    [InlineData("/_/", null)]
    [InlineData("/src/", """{"documents": {"/src/*": "https://example.com/team/*"}}""")]
    public async Task A_library_whose_build_renamed_its_folders_finds_its_sources(string root, string? sourceLink)
    {
        using var run = ToolRun.Create().File("my tasks/Tasks.cs", Tasks.Replace("#if FAST", "#if !NEVER", StringComparison.Ordinal)).File("my tasks/More.cs", More)
            .File("my tasks/Suppressions.cs", GlobalSuppressions).File("link.json", sourceLink ?? "{}")
            .File("my tasks/Tasks.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>
                    <PathMap>$([System.IO.Path]::GetFullPath('$(MSBuildThisFileDirectory)../'))={root}</PathMap>
                    {(sourceLink is null ? "" : "<SourceLink>../link.json</SourceLink>")}
                  </PropertyGroup>
                  <ItemGroup>
                    <Reference Include="{Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.dll")}" />
                  </ItemGroup>
                </Project>
                """);
        var built = await Programs.RunAsync(run.PathOf("my tasks"), "dotnet", "build", "-nologo", "-tl:off", "-o", run.PathOf("made"));
        Assert.True(built.ExitCode == 0, built.Output + built.Error);

        var result = await run.RunAsync("lint", "made/Tasks.dll", "--format", "json");

        Assert.True(result is { ExitCode: 0, Error: "" }, result.Error + result.Output);
        Assert.Equal(
            ["my tasks/More.cs:8 True", "my tasks/Tasks.cs:13 True"],
            JsonNode.Parse(result.Output)!["findings"]!.AsArray().Select(finding => $"{finding!["location"]!["file"]}:{finding["location"]!["startLine"]} {(bool)finding["suppressed"]!}").Order(StringComparer.Ordinal));

        // Where it cannot know, it says so.
        run.File("my tasks/Tasks.cs", Tasks.Replace("25", "27", StringComparison.Ordinal));
        File.Delete(run.PathOf("my tasks/More.cs"));
        var changed = await run.RunAsync("lint", "made/Tasks.dll");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains(
            $"tasklint: made/Tasks.dll: '#pragma warning' and '[SuppressMessage]' in '{root}my tasks/Tasks.cs' and 1 more do not count: the file on this machine is not the one that was built\n",
            changed.Error,
            StringComparison.Ordinal);
        File.Delete(run.PathOf("made/Tasks.pdb"));
        var bare = await run.RunAsync("lint", "made/Tasks.dll");
        Assert.Contains("do not count: the assembly has no symbols beside it that name the file\n", bare.Error, StringComparison.Ordinal);
        Assert.Equal("", (await run.RunAsync("lint", "made/Tasks.dll", "--quiet")).Error);
    }

    [Fact]
    public async Task A_pragma_at_the_call_of_a_helper_in_another_file_counts_as_in_the_compiler()
    {
        using var run = ToolRun.Create()
            .File("Tasks.cs", """
                using Arize.TaskLint;

                public sealed class Tasks : TaskCatalog
                {
                    protected override void Declare(TaskCatalogBuilder tasks)
                    {
                #pragma warning disable ATL2004 // as agreed
                        tasks.CodeEvaluation("A").OnProject("P1").Sampled(25).Evaluator("E1");
                #pragma warning restore ATL2004
                        tasks.CodeEvaluation("B").OnProject("P1").Sampled(25).Evaluator("E1");
                        tasks.CodeEvaluation("C").OnProject("P1").Sampled(double.Parse("25")).Evaluator("E1");
                    }
                }
                """)
            .File("Sugar.cs", """
                using Arize.TaskLint;

                internal static class Sugar
                {
                    internal static TaskBuilder Sampled(this TaskBuilder task, double rate) => task.SamplingRate(rate);
                }
                """)
            .File("Tasks.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><Reference Include="{Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.dll")}" /></ItemGroup>
                </Project>
                """);

        var result = await run.RunAsync("lint", "Tasks.csproj", "--format", "json");

        Assert.Equal("", result.Error);
        Assert.Equal(
            ["A True", "B False", "C False"],
            JsonNode.Parse(result.Output)!["findings"]!.AsArray().Select(finding => $"{finding!["task"]} {(bool)finding["suppressed"]!}"));
    }

    [Theory]
    [InlineData("""{"x-suppressed":[{"rule":"ATL2004","message":null,"task":null,"reason":null}]}""")]
    [InlineData("""{"x-moved":[{"file":"a.cs"}]}""")]
    [InlineData("""{"x-unread":[{"file":"a.cs","reason":1}]}""")]
    [InlineData("""{"x-suppressions":1}""")]
    [InlineData("""{"x-suppressions":[null]}""")]
    [InlineData("""{"x-suppressions":[{}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1e99,"last":2,"rule":null,"reason":null,"except":[]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":null,"first":1,"last":2,"rule":null,"reason":null,"except":[]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":7,"reason":null,"except":[]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":null,"reason":[],"except":[]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":null,"reason":null,"except":[null]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"\ud800","first":1,"last":2,"rule":null,"reason":null,"except":[]}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":null,"reason":null,"except":[]},{}]}""")]
    [InlineData("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":null,"reason":null""")]
    [InlineData("""{"x-input":1.5}""")]
    [InlineData("""{"x-input":7}""")]
    [InlineData("""{"x-print":null}""")]
    [InlineData("""{"x-error":[null]}""")]
    [InlineData("""{"x-error":["a",1]}""")]
    [InlineData("""{"x-lost":[{"cause":"Late","subject":"T","file":"a.cs"}]}""")]
    [InlineData("""{"x-lost":[{"cause":1,"subject":"T","file":"a.cs","line":1}]}""")]
    public void What_only_looks_like_an_answer_is_printed(string line)
    {
        var printed = new List<string>();
        var answers = new HostAnswers(1) { OnInput = _ => { }, OnPrint = printed.Add };
        Assert.True(answers.Take("""{"x-input":0}"""));

        Assert.True(answers.Take(line));

        Assert.Equal([line + "\n"], printed);
        Assert.Empty(answers.SuppressionsOf(0));
        Assert.Empty(answers.ErrorsOf(0));
        Assert.Empty(answers.LostOf(0));
    }

    [Fact]
    public void A_rule_that_is_not_known_suppresses_nothing()
    {
        var answers = new HostAnswers(1) { OnInput = _ => { }, OnPrint = _ => { } };
        answers.Take("""{"x-input":0}""");

        answers.Take("""{"x-suppressions":[{"file":"a.cs","first":1,"last":2,"rule":"ATL0001","reason":null,"except":[]},{"file":"a.cs","first":1,"last":2,"rule":"atl2004","reason":null,"except":[]}]}""");

        Assert.Empty(answers.SuppressionsOf(0));
    }

    [Fact]
    public async Task No_line_of_code_speaks_for_all_files()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", "{ name: A, type: code_evaluation, project_id: P1, sampling_rate: 2, evaluators: [{ evaluator_id: E1 }] }").File("a.cs", """
            #line 1 "*"
            #pragma warning disable
            class Tasks : Arize.TaskLint.TaskCatalog
            {
                protected override void Declare(Arize.TaskLint.TaskCatalogBuilder tasks) => tasks.CodeEvaluation("B").OnProject("P1").SamplingRate(0.2).Evaluator("E1");
            }
            """);

        var result = await run.RunAsync("lint", "a.arize.yaml", "a.cs", "--quiet");

        Assert.Equal(new ToolResult(1, "a.arize.yaml:1:66: error ATL2004: sampling_rate '2' is not between 0 and 1; did you mean 0.02\n", ""), result);
    }
}
