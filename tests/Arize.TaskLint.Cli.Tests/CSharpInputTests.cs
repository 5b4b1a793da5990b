using System.Diagnostics;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Declarations in C#: what is not seen in a script, as it needs a built project, another process or an end from outside.</summary>
public sealed class CSharpInputTests
{
    private const string Yaml = """
        space: production
        tasks:
          - name: Production Hallucination Check
            type: TEMPLATE_EVALUATION
            project: support-bot
            sampling_rate: { max: 0.2 }
            is_continuous: true
            query_filter: null
            evaluators:
              - evaluator: Hallucination Eval
                column_mappings: { input: attributes.input.value, output: attributes.output.value }
              - evaluator_id: E2
                evaluator_version_id: V1
          - name: Experiment Toxicity
            type: CODE_EVALUATION
            dataset_id: D1
            experiment_ids: [X1, X2]
            sampling_rate: 25
            evaluators: [{ evaluator_id: E1 }]
            ignore: [{ path: query_filter, reason: tuned by hand }]
          - name: Weekly Prompt
            type: RUN_EXPERIMENT
            dataset_id: D2
            run_configuration:
              experiment_type: LLM_GENERATION
              ai_integration_id: I1
              model_name: gpt-4o
              messages:
                - { role: SYSTEM, content: "Be kind." }
                - { role: USER, content: "{{question}}" }
              input_variable_format: MUSTACHE
              invocation_parameters: { temperature: 0.5 }
        """;

    private const string CSharp = """
        using Arize.TaskLint;

        public sealed class Tasks : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.InSpace("production");
                tasks.TemplateEvaluation("Production Hallucination Check")
                    .OnProjectNamed("support-bot")
                    .SamplingRate(Match.AtMost(0.2))
                    .Continuous()
                    .QueryFilter(null)
                    .EvaluatorNamed("Hallucination Eval", evaluator => evaluator
                        .Map("input", "attributes.input.value")
                        .Map("output", "attributes.output.value"))
                    .Evaluator("E2", evaluator => evaluator.PinnedTo("V1"));
                tasks.CodeEvaluation("Experiment Toxicity")
                    .OnDataset("D1")
                    .Experiments("X1", "X2")
                    .SamplingRate(25)
                    .Evaluator("E1")
                    .IgnoreDrift("query_filter", "tuned by hand");
                tasks.RunExperiment("Weekly Prompt")
                    .OnDataset("D2")
                    .RunLlmGeneration(run => run
                        .AiIntegration("I1")
                        .Model("gpt-4o")
                        .SystemMessage("Be kind.")
                        .UserMessage("{{question}}")
                        .VariableFormat(VariableFormat.Mustache)
                        .InvocationParameters(parameters => parameters.Temperature(0.5)));
            }
        }
        """;

    private const string Live = """
        {"tasks": [
          {"id": "T1", "name": "Production Hallucination Check", "type": "TEMPLATE_EVALUATION", "project_id": "P1", "sampling_rate": 1, "is_continuous": true,
           "query_filter": "status_code = 'OK'",
           "evaluators": [{"evaluator_id": "E1", "evaluator_name": "Hallucination Eval", "column_mappings": {"input": "attributes.input.value"}},
                          {"evaluator_id": "E2", "evaluator_name": "Other", "evaluator_version_id": "V2"}]},
          {"id": "T2", "name": "Experiment Toxicity", "type": "CODE_EVALUATION", "dataset_id": "D1", "experiment_ids": ["X2", "X3"], "query_filter": "a = 1",
           "evaluators": [{"evaluator_id": "E1", "evaluator_name": "Toxicity"}]},
          {"id": "T3", "name": "Weekly Prompt", "type": "RUN_EXPERIMENT", "dataset_id": "D2",
           "run_configuration": {"experiment_type": "LLM_GENERATION", "ai_integration_id": "I1", "model_name": "gpt-4o",
             "messages": [{"role": "SYSTEM", "content": "Be brief."}, {"role": "USER", "content": "{{question}}"}],
             "input_variable_format": "MUSTACHE", "invocation_parameters": {"temperature": 0.7}}}],
         "projects": [{"id": "P1", "name": "support-bot"}],
         "pagination": {"has_more": false}}
        """;

    private static readonly string Builders = Path.Combine(AppContext.BaseDirectory, "csharp-host", "Arize.TaskLint.dll");

    [Fact]
    public async Task A_file_a_project_and_a_library_give_the_same_result_as_the_equivalent_yaml_with_places_in_the_source()
    {
        using var run = ToolRun.Create().File("tasks.arize.yaml", Yaml).File("my tasks/Tasks.cs", CSharp).File("my tasks/Tasks.csproj", Project()).File("live.json", Live);
        async Task<JsonNode> CheckAsync(string input)
        {
            var result = await run.RunAsync("check", "--live", "live.json", "--format", "json", input);
            Assert.True(result is { ExitCode: 1, Error: "" }, result.Error + result.Output);
            return JsonNode.Parse(result.Output)!;
        }

        var yaml = await CheckAsync("tasks.arize.yaml");
        var file = await CheckAsync("my tasks/Tasks.cs");
        var project = await CheckAsync("my tasks/Tasks.csproj");
        // An ordinary build afterwards is a build of its own: what the tool built without analyzers is not taken for it.
        var build = await Programs.RunAsync(run.PathOf("my tasks"), "dotnet", "build", "-f", "net10.0", "-nologo", "-tl:off");
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        Assert.Contains("warning CA1050", build.Output, StringComparison.Ordinal);
        var library = await CheckAsync("my tasks/bin/Debug/net10.0/Tasks.dll");

        Assert.Equal(file.ToJsonString(), project.ToJsonString());
        Assert.Equal(file.ToJsonString(), library.ToJsonString());
        // A message about code names the method in place of the field, and --fix changes YAML only.
        Assert.Equal(WithoutPlaces(yaml).ToJsonString().Replace("\"fixable\":true,", "", StringComparison.Ordinal), WithoutPlaces(file).ToJsonString().Replace("SamplingRate()", "sampling_rate", StringComparison.Ordinal));
        var places = PartsOfPlaces(library).Where(part => part.GetPropertyName() == "location").ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Equal("my tasks/Tasks.cs", (string?)place["file"]));
        var lines = CSharp.Split('\n');
        foreach (var (path, line) in new[] { ("sampling_rate", ".SamplingRate(Match.AtMost(0.2))"), ("run_configuration.invocation_parameters.temperature", ".InvocationParameters(") })
        {
            var place = library["findings"]!.AsArray().First(finding => (string?)finding!["path"] == path && (string?)finding["rule"] == "ATL7001")!["location"]!;
            var source = lines[(int)place["startLine"]! - 1];
            Assert.Contains(line, source, StringComparison.Ordinal);
            Assert.Equal(source.TrimEnd(), source[((int)place["startColumn"]! - 1)..((int)place["endColumn"]! - 1)].PadLeft(source.TrimEnd().Length));
        }

        // The source may be gone: the line is still known.
        File.Delete(run.PathOf("my tasks/Tasks.cs"));
        var bare = await run.RunAsync("lint", "my tasks/bin/Debug/net10.0/Tasks.dll");
        Assert.Contains("my tasks/Tasks.cs:20:1: error ATL2003: 'SamplingRate()'", bare.Output + bare.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_NoWarn_of_a_project_switches_off_counts_as_suppressed_in_its_code_and_its_YAML()
    {
        using var run = ToolRun.Create()
            .File("Tasks.cs", CSharp)
            .File("night/a.arize.yaml", "name: Night shift\ntype: CODE_EVALUATION\nproject: p\nsampling_rate: 40\nevaluators: [{ evaluator: Tone }]\n")
            .File("Tasks.csproj", Project().Replace("<Nullable>", "<NoWarn>$(NoWarn);ATL2003,ATL2004</NoWarn><Nullable>", StringComparison.Ordinal));

        var result = await run.RunAsync("lint", "Tasks.csproj");

        Assert.Equal(new ToolResult(0, "4 tasks linted · no findings, 2 suppressed · exit 0\n", ""), result);
    }

    [Fact]
    public async Task A_project_that_does_not_build_says_so_as_the_compiler_does()
    {
        using var run = ToolRun.Create().File("Tasks.cs", CSharp).File("Tasks.csproj", Project()).File("Broken.cs", "class Broken { int x = 1 }");

        var result = await run.RunAsync("lint", "Tasks.csproj");

        Assert.Equal(new ToolResult(2, "0 tasks linted · no findings, 1 not read · exit 2\n", "tasklint: Broken.cs(1,26): error CS1002: ; expected\n"), result);
    }

    // What moves outputs, by whom: the project, a file around it, the command line that a response file gives.
    public static TheoryData<string, string, string, string, string> Moved => new()
    {
        {
            "the project",
            """
            <OutputPath>out/</OutputPath><OutDir>out/dir/</OutDir><IntermediateOutputPath>mid/</IntermediateOutputPath><BaseOutputPath>base/</BaseOutputPath>
            <DocumentationFile>docs/Tasks.xml</DocumentationFile><PdbFile>Tasks.symbols</PdbFile><ErrorLog>Tasks.sarif</ErrorLog>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
            <GeneratedAssemblyInfoFile>Assembly.g.cs</GeneratedAssemblyInfoFile><AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <GeneratePackageOnBuild>true</GeneratePackageOnBuild><PackageOutputPath>packages</PackageOutputPath><PublishDir>published/</PublishDir>
            <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile><PostBuildEvent>echo after &gt; event.txt</PostBuildEvent>
            """,
            "",
            "",
            ""
        },
        { "Directory.Build.props, to artifacts", "", "<UseArtifactsOutput>true</UseArtifactsOutput>", "", "" },
        { "Directory.Build.props, to a folder of artifacts", "", "<ArtifactsPath>$(MSBuildThisFileDirectory)made</ArtifactsPath>", "", "" },
        { "Directory.Build.props, all of it", "", "<BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)mid/</BaseIntermediateOutputPath><OutDir>$(MSBuildThisFileDirectory)out/</OutDir>", "", "" },
        { "Directory.Build.targets", "", "", "<OutDir>$(MSBuildThisFileDirectory)out/</OutDir><TargetDir>$(OutDir)</TargetDir><TargetPath>$(OutDir)Tasks.dll</TargetPath>", "" },
        { "a response file", "", "", "", "-p:OutputPath=out/ -p:OutDir=dir/" },
    };

    [Theory]
    [MemberData(nameof(Moved))]
    public async Task A_build_for_the_tool_writes_nowhere_else_whatever_moves_the_outputs_of_the_project(string by, string project, string props, string targets, string response)
    {
        using var run = ToolRun.Create()
            .File("Tasks.cs", CSharp)
            .File("Tasks.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework>{project}</PropertyGroup>
                  <ItemGroup><Reference Include="{Builders}" /></ItemGroup>
                  <Target Name="Deploy" AfterTargets="Build"><Copy SourceFiles="$(TargetPath)" DestinationFolder="deployed" /></Target>
                  <Target Name="After" AfterTargets="PostBuildEvent"><Touch Files="after.txt" AlwaysCreate="true" /></Target>
                </Project>
                """)
            .File("Directory.Build.props", $"<Project><PropertyGroup>{props}</PropertyGroup></Project>")
            .File("Directory.Build.targets", $"<Project><PropertyGroup>{targets}</PropertyGroup></Project>")
            .File("Directory.Build.rsp", response);
        var before = Files(run.Folder);

        var first = await run.RunAsync("lint", "Tasks.csproj", "--quiet");

        Assert.True(first.ExitCode == 1, $"{by}: {first.Error}");
        Assert.Equal("Tasks.cs:20:13: error ATL2003: 'SamplingRate()' works on a project only, and this task is not on one; the API refuses it\n", first.Output);
        Assert.Equal(before, Files(run.Folder));

        // Neither build takes the files of the other for its own.
        var built = await Programs.RunAsync(run.Folder, "dotnet", "build", "-nologo", "-tl:off");
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
        before = Files(run.Folder);
        Assert.Equal(first, await run.RunAsync("lint", "Tasks.csproj", "--quiet"));
        Assert.Equal(before, Files(run.Folder));
    }

    [Fact]
    public async Task A_library_that_the_project_refers_to_is_built_there_too()
    {
        using var run = ToolRun.Create()
            .File("lib/Lib.cs", "public static class Lib { public const double Rate = 25; public static string Folder => System.IO.Path.GetRelativePath(System.Environment.CurrentDirectory, System.AppContext.BaseDirectory); }")
            .File("lib/data.txt", "from a file of the library")
            .File("lib/Lib.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFrameworks>net10.0;net9.0</TargetFrameworks><OutputPath>out/</OutputPath></PropertyGroup>
                  <ItemGroup><None Update="data.txt" CopyToOutputDirectory="Always" /></ItemGroup>
                  <Target Name="Deploy" AfterTargets="Build"><Copy SourceFiles="$(TargetPath)" DestinationFolder="deployed" /></Target>
                </Project>
                """)
            .File("tasks/Tasks.vb", """
                Imports Arize.TaskLint
                Public NotInheritable Class Tasks
                    Inherits TaskCatalog
                    Protected Overrides Sub [Declare](tasks As TaskCatalogBuilder)
                        System.Console.WriteLine([Lib].Folder & ": " & System.IO.File.ReadAllText(System.IO.Path.Combine(System.AppContext.BaseDirectory, "data.txt")))
                        tasks.CodeEvaluation("A").OnProject("P1").SamplingRate([Lib].Rate).Evaluator("E1")
                    End Sub
                End Class
                """)
            .File("tasks/Tasks.vbproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><RootNamespace /></PropertyGroup>
                  <ItemGroup><Reference Include="{Builders}" /><ProjectReference Include="../lib/Lib.csproj" /></ItemGroup>
                </Project>
                """);
        var before = Files(run.Folder);

        var result = await run.RunAsync("lint", "tasks/Tasks.vbproj", "--quiet");

        Assert.Equal(
            new ToolResult(
                1,
                "tasks/Tasks.vb:6:9: error ATL2004: SamplingRate() '25' is not between 0 and 1; did you mean 0.25\n",
                "tasks/obj/tasklint/.bin/: from a file of the library\n"),
            result);
        Assert.Equal(before, Files(run.Folder));
    }

    // What a folder holds, without the tool's own.
    private static Dictionary<string, string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Full: file))
        .Where(file => !$"/{file.Path}".Contains("/obj/tasklint/", StringComparison.Ordinal))
        .ToDictionary(file => file.Path, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.Full))));

    [Fact]
    public async Task Code_that_does_not_end_is_ended()
    {
        using var run = ToolRun.Create().File("loops.cs", Looping);
        run.CodeLimit = TimeSpan.FromSeconds(3);

        var result = await run.RunAsync("lint", "loops.cs");

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("tasklint: reading 'loops.cs' was ended after 3 seconds: its code does not come to an end\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_ends_the_code_and_what_it_started()
    {
        using var interrupt = new CancellationTokenSource();
        using var run = ToolRun.Create().File("loops.cs", Looping);
        run.Cancellation = interrupt.Token;
        var process = 0;
        run.OnError = text =>
        {
            if (text.StartsWith("looping in ", StringComparison.Ordinal))
            {
                process = int.Parse(text["looping in ".Length..].Trim(), System.Globalization.CultureInfo.InvariantCulture);
                interrupt.Cancel();
            }
        };

        var result = await run.RunAsync("lint", "loops.cs");

        Assert.Equal(130, result.ExitCode);
        Assert.NotEqual(0, process);
        Assert.True(IsGone(process));
    }

    [Fact]
    public async Task What_a_program_that_the_code_starts_prints_does_not_mix_with_the_answers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is sh");
        using var run = ToolRun.Create().File("starts.cs", """
            class Tasks : Arize.TaskLint.TaskCatalog
            {
                protected override void Declare(Arize.TaskLint.TaskCatalogBuilder tasks)
                {
                    System.Diagnostics.Process.Start("sh", ["-c", "echo out; printf 'no end of line'; echo err >&2"])!.WaitForExit();
                    // A thread that is left behind, and never ends by itself.
                    new Thread(() => new ManualResetEvent(false).WaitOne()).Start();
                    tasks.CodeEvaluation("Weekly Toxicity").OnProject("P1").SamplingRate(2).Evaluator("E1");
                }
            }
            """);

        var result = await run.RunAsync("lint", "starts.cs", "--quiet");

        // All of it goes to one stream, as it comes.
        Assert.Equal(new ToolResult(1, "starts.cs:8:9: error ATL2004: SamplingRate() '2' is not between 0 and 1; did you mean 0.02\n", "out\nno end of lineerr\n"), result);
    }

    [Fact]
    public async Task The_host_is_not_started_where_no_input_is_csharp()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Yaml).File("b.cs", CSharp);
        run.OnRun = call => throw new InvalidOperationException(call.File);

        Assert.Equal(1, (await run.RunAsync("lint", ".")).ExitCode);
        Assert.Equal(2, (await run.RunAsync("lint", "--no-run", "b.cs")).ExitCode);
    }

    private const string Looping = """
        class Tasks : Arize.TaskLint.TaskCatalog
        {
            protected override void Declare(Arize.TaskLint.TaskCatalogBuilder tasks)
            {
                Console.WriteLine($"looping in {Environment.ProcessId}");
                while (true)
                {
                }
            }
        }
        """;

    // Several targets and analyzers that find something are no obstacle.
    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>
            <Nullable>enable</Nullable>
            <AnalysisMode>All</AnalysisMode>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Builders}" />
          </ItemGroup>
        </Project>
        """;

    private static bool IsGone(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static JsonNode WithoutPlaces(JsonNode result)
    {
        foreach (var part in PartsOfPlaces(result).ToList())
            part.Parent!.AsObject().Remove(part.GetPropertyName());
        return result;
    }

    // Where something is, the text there, what is made of the file's name, and what to write there.
    private static IEnumerable<JsonNode> PartsOfPlaces(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(entry =>
            entry is { Key: "location" or "source" or "fingerprint" or "edit" or "accept" or "fix", Value: { } part } ? [part] : PartsOfPlaces(entry.Value)),
        JsonArray list => list.SelectMany(PartsOfPlaces),
        _ => [],
    };
}
