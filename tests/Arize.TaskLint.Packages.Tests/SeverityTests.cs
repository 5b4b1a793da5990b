namespace Arize.TaskLint.Packages.Tests;

/// <summary>Where a team says how severe a rule is, the build follows, for C# and for YAML.</summary>
public sealed class SeverityTests(Feed feed)
{
    // One rule for each way to say it, each broken once in every C# and every YAML file.
    private const string Default = "ATL2010";
    private const string ByGlobalConfig = "ATL3006";
    private const string ByNoWarn = "ATL4007";
    private const string ByProject = "ATL2007";
    private const string OffByGlobalConfig = "ATL3007";

    // The folder arize/ has no C# in it, so its .editorconfig comes to the compiler by the package alone.
    private const string YamlConfig = """
        [raised.arize.yaml]
        tasklint.ATL2010.severity = error
        [silenced.arize.yml]
        tasklint.ATL2010.severity = none
        [dotnet.arize.yaml]
        dotnet_diagnostic.ATL2010.severity = error
        [dotnet-silenced.arize.yaml]
        dotnet_diagnostic.ATL2010.severity = none
        """;

    private const string CSharpConfig = """
        [Raised.cs]
        dotnet_diagnostic.ATL2010.severity = error
        [Silenced.cs]
        dotnet_diagnostic.ATL2010.severity = none
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_outcome_follows_what_is_set(bool warningsAreErrors)
    {
        var project = feed.CreateProject()
            .Project("Arize.TaskLint", $"<NoWarn>$(NoWarn);{ByNoWarn}</NoWarn><WarningsAsErrors>$(WarningsAsErrors);{ByProject}</WarningsAsErrors>")
            .File(".globalconfig", $"is_global = true\ndotnet_diagnostic.{ByGlobalConfig}.severity = error\ndotnet_diagnostic.{OffByGlobalConfig}.severity = none\n")
            .File("Catalogs/.editorconfig", CSharpConfig)
            .File("arize/.editorconfig", YamlConfig);
        string[] catalogs = ["Plain", "Raised", "Silenced"];
        string[] declarations = ["plain.arize.yaml", "raised.arize.yaml", "silenced.arize.yml", "dotnet.arize.yaml", "dotnet-silenced.arize.yaml"];
        foreach (var name in catalogs)
            project.File($"Catalogs/{name}.cs", CSharp(name));
        foreach (var name in declarations)
            project.File($"arize/{name}", Yaml(name));

        var built = await project.BuildAsync(warningsAreErrors ? ["-warnaserror"] : []);

        Assert.Equal(1, built.ExitCode);
        var warning = warningsAreErrors ? "error" : "warning";
        List<string> expected = [];
        Expect("Catalogs/Plain.cs", warning);
        Expect("Catalogs/Raised.cs", "error");
        Expect("Catalogs/Silenced.cs", null);
        Expect("arize/plain.arize.yaml", warning);
        Expect("arize/raised.arize.yaml", "error");
        Expect("arize/silenced.arize.yml", null);
        Expect("arize/dotnet.arize.yaml", "error");
        Expect("arize/dotnet-silenced.arize.yaml", null);
        Assert.Equal(expected.Order(StringComparer.Ordinal), built.Reported.Select(one => $"{one.File} {one.Severity} {one.Rule}").Order(StringComparer.Ordinal));

        void Expect(string file, string? byFile)
        {
            if (byFile is not null)
                expected.Add($"{file} {byFile} {Default}");
            expected.Add($"{file} error {ByGlobalConfig}");
            expected.Add($"{file} error {ByProject}");
        }
    }

    private static string CSharp(string name) => $$$"""
        using Arize.TaskLint;

        public sealed class {{{name}}} : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.CodeEvaluation("{{{name}}} A").OnProjectNamed("p").SamplingRate(0)
                    .EvaluatorNamed("T", evaluator => evaluator.Map("a", "attributes.input.valu").Map("b", ""));
                tasks.CodeEvaluation("{{{name}}} B").OnDatasetNamed("d").EvaluatorNamed("T");
                tasks.RunExperiment("{{{name}}} C").OnDatasetNamed("d").RunTemplateEvaluation(run => run
                    .AiIntegrationNamed("i").ProvideExplanation().Template("{{a}}").InvocationParameters(parameters => parameters.TopP(2)));
            }
        }
        """;

    private static string Yaml(string name) => $$$"""
        - { name: {{{name}}} A, type: code_evaluation, project: p, sampling_rate: 0, evaluators: [{ evaluator: T, column_mappings: { a: attributes.input.valu, b: "" } }] }
        - { name: {{{name}}} B, type: code_evaluation, dataset: d, evaluators: [{ evaluator: T }] }
        - name: {{{name}}} C
          type: run_experiment
          dataset: d
          run_configuration:
            { experiment_type: template_evaluation, ai_integration: i, provide_explanation: true, template: "{{a}}", invocation_parameters: { top_p: 2 } }
        """;
}
