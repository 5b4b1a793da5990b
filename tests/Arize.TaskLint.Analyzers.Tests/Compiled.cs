using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>
/// A project as the compiler sees it, with all that the analyzer reports of it: what <see cref="AnalyzerRun"/> cannot give, for comparisons with the tool.
/// </summary>
internal sealed record Compiled
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly MetadataReference Builders = MetadataReference.CreateFromFile(typeof(TaskCatalog).Assembly.Location);

    /// <summary>The source files: path and text.</summary>
    public IReadOnlyList<(string Path, string Text)> Sources { get; init; } = [];

    /// <summary>The other files of the project.</summary>
    public IReadOnlyList<(string Path, string Text)> Additional { get; init; } = [];

    /// <summary>Whether the project refers to the builders.</summary>
    public bool HasBuilders { get; init; } = true;

    /// <summary>Options of files, as <c>.editorconfig</c> gives them: path, key, value.</summary>
    public IReadOnlyList<(string Path, string Key, string Value)> Options { get; init; } = [];

    /// <summary>Files <c>.editorconfig</c> that the compiler is given: whole paths and texts.</summary>
    public IReadOnlyList<(string Path, string Text)> EditorConfigs { get; init; } = [];

    /// <summary>The severities that the compilation sets: rule and severity, as <c>.globalconfig</c> and <c>NoWarn</c> do.</summary>
    public IReadOnlyList<(string Rule, ReportDiagnostic Severity)> Severities { get; init; } = [];

    /// <summary>A catalog whose <c>Declare</c> has this body.</summary>
    internal static string Catalog(string body, string members = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Arize.TaskLint;

        public sealed class Tasks : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks)
            {
                {{body}}
            }

            {{members}}
        }
        """;

    /// <summary>The compilation.</summary>
    internal CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Catalogs",
        Sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Latest), source.Path)),
        HasBuilders ? Framework.Add(Builders) : Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(Severities.Select(one => KeyValuePair.Create(one.Rule, one.Severity)))
            .WithSyntaxTreeOptionsProvider(EditorConfigs.Count > 0 ? new TreeOptions(ConfigSet()) : null));

    private AnalyzerConfigSet ConfigSet() => AnalyzerConfigSet.Create(EditorConfigs.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());

    /// <summary>What the analyzer says, hidden findings included.</summary>
    internal async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(CancellationToken cancellation = default)
    {
        var options = new AnalyzerOptions([.. Additional.Select(file => new InMemoryText(file.Path, file.Text))], EditorConfigs.Count > 0 ? new ConfiguredOptions(ConfigSet()) : new FileOptions(Options));
        var analyzed = Compilation().WithAnalyzers([new TaskLintAnalyzer()], new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await analyzed.GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. found.OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }

    private sealed class FileOptions(IReadOnlyList<(string Path, string Key, string Value)> options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => Of("");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        private KeyValues Of(string path) => new(options.Where(one => one.Path == path).ToDictionary(one => one.Key, one => one.Value, AnalyzerConfigOptions.KeyComparer));
    }

    // As the compiler does it: severities of rules for source files, all other settings for any file.
    private sealed class TreeOptions(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class ConfiguredOptions(AnalyzerConfigSet configs) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new KeyValues([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        private KeyValues Of(string path) => new(configs.GetOptionsForSourcePath(path).AnalyzerOptions.ToDictionary(AnalyzerConfigOptions.KeyComparer));
    }

    private sealed class KeyValues(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
