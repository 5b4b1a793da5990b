using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>The same declarations, in YAML and in C#, and the same files <c>.editorconfig</c> give the same severities in the compiler and in <c>tasklint lint</c>.</summary>
public sealed class SameSeveritiesTests
{
    private static readonly Dictionary<string, (string Path, string Text)[]> All = new()
    {
        ["no settings"] = [],
        ["one rule"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2004.severity = warning\n")],
        ["each in its section"] = [(".editorconfig", "[*.cs]\ndotnet_diagnostic.ATL2004.severity = suggestion\n[*.arize.yaml]\ndotnet_diagnostic.ATL2004.severity = silent\n")],
        ["off"] = [(".editorconfig", "[*.{cs,arize.yaml}]\ndotnet_diagnostic.ATL2004.severity = none\ndotnet_diagnostic.ATL2011.severity = none\n")],
        ["raised from silent"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL3004.severity = error\n")],
        ["a category"] = [(".editorconfig", "[*]\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = warning\n")],
        ["a category, in other letters"] = [(".editorconfig", "[*]\nDOTNET_analyzer_diagnostic.category-arize.evaluators.severity = Warning\n")],
        ["all rules"] = [(".editorconfig", "[*]\ndotnet_analyzer_diagnostic.severity = error\n")],
        ["one rule over its category over all"] =
        [
            (".editorconfig", "[*]\ndotnet_diagnostic.ATL2011.severity = silent\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = suggestion\ndotnet_analyzer_diagnostic.severity = error\n"),
        ],
        ["default stops the category"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = default\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = error\n")],
        ["a category's default stops all"] = [(".editorconfig", "[*]\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = default\ndotnet_analyzer_diagnostic.severity = error\n")],
        ["a category far away still beats all rules near by"] =
        [
            (".editorconfig", "[*]\ndotnet_analyzer_diagnostic.category-Arize.DataSource.severity = warning\n"), ("sub/.editorconfig", "[*]\ndotnet_analyzer_diagnostic.severity = error\n"),
        ],
        ["the later section"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = error\n[sub/**]\ndotnet_diagnostic.ATL2010.severity = suggestion\n")],
        ["the nearer file"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = error\n"), ("sub/.editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = none\n")],
        ["a root below"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = error\ndotnet_diagnostic.ATL2004.severity = none\n"), ("sub/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.ATL2004.severity = warning\n")],
        ["a section for a folder of the same file"] = [(".editorconfig", "[/sub/{a,B}*]\ndotnet_diagnostic.ATL2010.severity = error\n[/*]\ndotnet_diagnostic.ATL2010.severity = silent\n")],
        ["a word that is none"] = [(".editorconfig", "[*]\ndotnet_diagnostic.ATL2010.severity = error\n[*.*]\ndotnet_diagnostic.ATL2010.severity = fatal\n")],
        ["no section"] = [(".editorconfig", "dotnet_diagnostic.ATL2010.severity = error\n")],
        ["comments"] = [(".editorconfig", "# [*]\n[*] ; all\ndotnet_diagnostic.ATL2010.severity = error # for now\n;dotnet_diagnostic.ATL2004.severity = none\n")],
    };

    private static readonly Lazy<Task<ILookup<string, string>>> Linted = new(LintAsync);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_compiler_and_the_tool_give_the_same_severities(string name)
    {
        var linted = (await Linted.Value)[FolderOf(name)].Order(StringComparer.Ordinal).ToList();
        var compiled = await CompileAsync(name);
        Assert.Equal(compiled, linted);
        Assert.NotEmpty(linted);
    }

    [Fact]
    public async Task Settings_change_what_is_found()
    {
        // Each row but those that are wrong on purpose differs from no settings at all.
        var all = await Linted.Value;
        var plain = all[FolderOf("no settings")].Order(StringComparer.Ordinal).ToList();
        Assert.Equal(16, plain.Count);
        Assert.All(Names.Select(row => row.Data).Except(["no settings", "no section"]), name => Assert.NotEqual(plain, all[FolderOf(name)].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_own_key_wins_in_YAML_and_says_nothing_in_code()
    {
        var found = await CompileAsync("own", [(".editorconfig", "[*]\ntasklint.ATL2010.severity = error\ndotnet_diagnostic.ATL2010.severity = suggestion\n")]);
        Assert.Equal(["A.cs ATL2010 suggestion", "a.arize.yaml ATL2010 error", "sub/B.cs ATL2010 suggestion", "sub/b.arize.yaml ATL2010 error"], found.Where(line => line.Contains("ATL2010", StringComparison.Ordinal)));
    }

    private static string FolderOf(string name) => $"case{All.Keys.ToList().IndexOf(name)}";

    private static (string Path, string Text)[] Files(string name) =>
    [
        ("a.arize.yaml", Yaml($"{name} a")), ("sub/b.arize.yaml", Yaml($"{name} b")), ("A.cs", Code("A", $"{name} A")), ("sub/B.cs", Code("B", $"{name} B")),
    ];

    private static string Yaml(string name) => $$"""
        - { name: {{name}} 1, type: code_evaluation, project: support-bot, is_continuous: true, sampling_rate: 1, evaluators: [{ evaluator: Toxicity }] }
        - { name: {{name}} 2, type: code_evaluation, project: support-bot, sampling_rate: 25, evaluators: [{ evaluator: Toxicity }] }
        - { name: {{name}} 3, type: code_evaluation, project: support-bot, sampling_rate: 0, evaluators: [{ evaluator: Toxicity }] }
        """;

    private static string Code(string type, string name) => $$"""
        using Arize.TaskLint;

        public sealed class {{type}} : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                tasks.CodeEvaluation("{{name}} 1").OnProjectNamed("support-bot").Continuous().SamplingRate(1).EvaluatorNamed("Toxicity");
                tasks.CodeEvaluation("{{name}} 2").OnProjectNamed("support-bot").SamplingRate(25).EvaluatorNamed("Toxicity");
                tasks.CodeEvaluation("{{name}} 3").OnProjectNamed("support-bot").SamplingRate(0).EvaluatorNamed("Toxicity");
            }
        }
        """;

    private static Task<List<string>> CompileAsync(string name) => CompileAsync(FolderOf(name), All[name]);

    private static async Task<List<string>> CompileAsync(string folder, (string Path, string Text)[] configs)
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), folder));
        (string Path, string Text)[] Under(IEnumerable<(string Path, string Text)> files) => [.. files.Select(file => (Path.Combine(root, file.Path), file.Text))];
        var compiled = new Compiled
        {
            Sources = Under(Files(folder).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))),
            Additional = Under(Files(folder).Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal)).Concat(configs)),
            EditorConfigs = Under(configs),
        };
        var found = await compiled.AnalyzeAsync(TestContext.Current.CancellationToken);
        return
        [
            .. found.Select(one => $"{Path.GetRelativePath(root, one.Location.GetLineSpan().Path).Replace('\\', '/')} {one.Id} {Word(one.Severity)}").Order(StringComparer.Ordinal),
        ];
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Hidden => "silent",
        _ => severity.ToString().ToLowerInvariant(),
    };

    // One run over all cases, each in a folder of its own.
    private static async Task<ILookup<string, string>> LintAsync()
    {
        var root = Directory.CreateTempSubdirectory("tasklint-severities-").FullName;
        try
        {
            List<string> arguments = ["lint", "--min-severity", "silent", "--fail-on", "never", "--format", "json"];
            foreach (var (name, configs) in All)
            {
                foreach (var (path, text) in Files(FolderOf(name)).Concat(configs))
                {
                    var file = Path.Combine(root, FolderOf(name), path);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllTextAsync(file, text);
                    if (!configs.Any(config => config.Path == path))
                        arguments.Add(Path.GetRelativePath(root, file));
                }
            }

            using var result = await LintedFolder.RunAsync(root, arguments);
            // What the compiler passes over in silence, the tool reports in the settings themselves.
            return result.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("rule").GetString() != "ATL9003")
                .Select(finding => (
                    File: finding.GetProperty("location").GetProperty("file").GetString()!.Split('/', 2),
                    Line: $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("severity").GetString()}"))
                .ToLookup(finding => finding.File[0], finding => $"{finding.File[1]} {finding.Line}");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
