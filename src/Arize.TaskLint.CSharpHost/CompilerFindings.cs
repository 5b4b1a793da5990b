using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// The analyzer's findings in sources that the code suppresses. The compiler reports a value where it is written, at the call of a helper or as a
/// constant; the tool reports the builder's call. A pragma at either place applies to both.
/// </summary>
internal static class CompilerFindings
{
    private const string AnalyzerName = "Arize.TaskLint.Analyzers";
    private const string AnalyzerType = AnalyzerName + ".TaskLintAnalyzer";
    private const string TaskProperty = "TaskLint.Task";

    private static readonly string Folder = Path.Combine(DeclarationContext.HostFolder, "analyzers");

    private static readonly Lazy<DiagnosticAnalyzer> Analyzer = new(Load);

    /// <summary>The sources that may contain suppressions.</summary>
    internal static CodeSources SourcesOf(IReadOnlyList<CSharpCompilation> compilations)
    {
        var suppressions = new List<CodeSuppression>();
        var findings = new List<SuppressedFinding>();
        foreach (var compilation in compilations)
        {
            var own = CodeSuppressions.Of(compilation);
            if (own.Count == 0)
                continue;
            suppressions.AddRange(own);
            findings.AddRange(Suppressed(compilation, own));
        }

        return new CodeSources { Suppressions = suppressions, Findings = findings };
    }

    private static IEnumerable<SuppressedFinding> Suppressed(CSharpCompilation compilation, IReadOnlyList<CodeSuppression> suppressions)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new HostOptions()),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var found = compilation.WithAnalyzers([Analyzer.Value], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        var all = found.Where(one => one.Location.IsInSource)
            .Select(one => (Finding: FindingOf(one), one.IsSuppressed, one.Location))
            .ToList();
        // A finding that is still reported is not suppressed. For a task without a name, it is not known which task is meant.
        var reported = all.Where(one => !one.IsSuppressed).Select(one => one.Finding).ToHashSet();
        var messages = reported.Select(one => (one.Rule, one.Message)).ToHashSet();
        return all
            .Where(one => one.IsSuppressed
                && (one.Finding.Task is null ? !messages.Contains((one.Finding.Rule, one.Finding.Message)) : !reported.Contains(one.Finding)))
            .Select(one => one.Finding with { Reason = ReasonOf(one.Finding.Rule, one.Location, suppressions) })
            .Distinct();
    }

    private static string? ReasonOf(string rule, Location location, IReadOnlyList<CodeSuppression> suppressions)
    {
        var line = location.GetLineSpan().StartLinePosition.Line + 1;
        var path = location.SourceTree!.FilePath;
        return suppressions.FirstOrDefault(
            one => one.File == path && one.First <= line && line <= one.Last && (one.Rule is null || one.Rule == rule))?.Reason;
    }

    private static SuppressedFinding FindingOf(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        diagnostic.Properties.GetValueOrDefault(TaskProperty),
        null);

    private static DiagnosticAnalyzer Load()
    {
        var assembly = new AnalyzerContext().LoadFromAssemblyPath(Path.Combine(Folder, AnalyzerName + ".dll"));
        return (DiagnosticAnalyzer)Activator.CreateInstance(assembly.GetType(AnalyzerType, throwOnError: true)!)!;
    }

    // The analyzer brings what it needs, apart from user code that may bring other versions; the compiler is this program's.
    private sealed class AnalyzerContext() : AssemblyLoadContext(AnalyzerName)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(Folder, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private sealed class HostOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Messages name files as the tool does, and each task has its own finding.
            ["build_property.ProjectDir"] = ShownPath.Folder + Path.DirectorySeparatorChar,
            ["tasklint.each_task"] = "true",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Values.None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Values.None;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        internal static readonly Values None = new([]);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
