using System.Collections.Concurrent;
using System.Collections.Immutable;
using Arize.TaskLint.Analyzers.CSharp;
using Arize.TaskLint.Analyzers.Snapshots;
using Arize.TaskLint.Analyzers.Yaml;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers;

/// <summary>Runs the rules over the declarations of a project: those in C#, and its YAML files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskLintAnalyzer : DiagnosticAnalyzer
{
    private const string EachTaskOption = "tasklint.each_task";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        var vocabulary = BuilderVocabulary.Of(start.Compilation);
        // A project may hand a file over twice; it declares its tasks once.
        var yaml = new HashSet<AdditionalText>(start.Options.AdditionalFiles.Where(file => YamlDeclarations.IsDeclaration(file.Path))
            .GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => same.First()));
        if (vocabulary is null && yaml.Count == 0)
            return;
        start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder);
        var files = new SyntaxFiles(folder);
        // The tool needs the finding of each task; for a person, it is reported once.
        var hasEachTask = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(EachTaskOption, out _);
        // The tool compares by itself.
        var snapshot = hasEachTask ? null : ProjectSnapshot.Of(
            start.Options.AdditionalFiles, text => start.TryGetValue(text, SnapshotText.Provider, out var read) ? read : null, files.Display);
        var words = vocabulary is null ? null : BuilderWords.In(
            start.Compilation,
            vocabulary,
            (text, provider) => start.TryGetValue(text, provider, out var found) ? found : BuilderWords.Words.OfBuilders,
            start.CancellationToken);
        var catalogs = words?.AreUsed == true ? new CatalogReader(start.Compilation, vocabulary!, files, snapshot, hasEachTask) : null;
        var elsewhere = hasEachTask ? null : new ConcurrentDictionary<(Location, string), bool>();

        ReadFile? Read(AdditionalText file, CancellationToken cancellation) =>
            file.GetText(cancellation) is { } text && start.TryGetValue(text, YamlDeclarations.Provider, out var declarations)
                ? declarations.ReadAs(files.Display(file.Path))
                : null;

        var severities = new YamlSeverity(start.Options, folder,
            text => start.TryGetValue(text, YamlSeverity.Provider, out var config) ? config : null);
        void ReportIn(AdditionalFileAnalysisContext context, FixableFinding finding) =>
            Report(finding, context.AdditionalFile, severities, context.ReportDiagnostic, context.CancellationToken);

        if (yaml.Count > 0)
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (!yaml.Contains(context.AdditionalFile) || Read(context.AdditionalFile, context.CancellationToken) is not { } read)
                    return;
                foreach (var finding in read.Findings)
                    ReportIn(context, finding);
                foreach (var finding in snapshot?.Check(context.CancellationToken) is { } check ? read.ComparedBy(check) : [])
                    ReportIn(context, finding);
            });
        }

        if (snapshot is not null)
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (snapshot.Has(context.AdditionalFile) && snapshot.ProblemOf(context.AdditionalFile, context.CancellationToken) is { } problem)
                    ReportIn(context, new FixableFinding(problem, null));
            });
        }

        if (catalogs is not null)
        {
            start.RegisterCodeBlockAction(context =>
            {
                if (!words!.MayDeclare(context.CodeBlock.SyntaxTree))
                    return;
                foreach (var finding in catalogs.Read(context.CodeBlock, context.SemanticModel, context.OwningSymbol, context.CancellationToken))
                    Report(finding, context.CodeBlock, files, elsewhere, context.ReportDiagnostic);
            });
            start.RegisterSymbolAction(context => catalogs.See((INamedTypeSymbol)context.Symbol), SymbolKind.NamedType);
            var lost = new LostCalls(start.Compilation, vocabulary!, files);
            start.RegisterSymbolAction(
                context => Report(lost.Check((IMethodSymbol)context.Symbol), files, context.ReportDiagnostic), SymbolKind.Method);
            start.RegisterOperationAction(
                context => Report(
                    context.Operation switch
                    {
                        IInvocationOperation call => lost.Check(call),
                        IAnonymousFunctionOperation lambda => lost.Check(lambda),
                        ILocalFunctionOperation function => lost.Check(function),
                        _ => null,
                    },
                    files,
                    context.ReportDiagnostic),
                OperationKind.Invocation,
                OperationKind.AnonymousFunction,
                OperationKind.LocalFunction);
        }

        start.RegisterCompilationEndAction(context =>
        {
            var byFile = new Dictionary<SourceFile, (AdditionalText File, ReadFile Read)>();
            List<TaskHeader> headers = [.. catalogs?.DeclaredForSure() ?? []];
            foreach (var file in yaml.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                if (Read(file, context.CancellationToken) is not { } read)
                    continue;
                byFile[read.Document.File] = (file, read);
                headers.AddRange(read.Document.Tasks.Select(task => new TaskHeader(task)));
            }

            foreach (var finding in Linter.CheckTogether(headers, new SpaceSettings()))
            {
                if (finding.Place.File is { } place && byFile.TryGetValue(place, out var yamlFile))
                {
                    if (!yamlFile.Read.Suppressions.Covering(finding).Any())
                        Report(new FixableFinding(finding, null), yamlFile.File, severities, context.ReportDiagnostic, context.CancellationToken);
                }
                else if (Descriptors.Find(finding.Rule) is { } descriptor && files.LocationOf(finding.Place) is { } location)
                    context.ReportDiagnostic(Diagnostic.Create(descriptor, location, finding.Message));
            }
        });
    }

    private static void Report(Finding? finding, SyntaxFiles files, Action<Diagnostic> report)
    {
        if (finding is not null && Descriptors.Find(finding.Rule) is { } descriptor && files.LocationOf(finding.Place) is { } location)
            report(Diagnostic.Create(descriptor, location, finding.Message));
    }

    private static void Report(
        FixableFinding fixable, AdditionalText file, YamlSeverity severities, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var finding = fixable.Finding;
        if (Descriptors.Find(finding.Rule) is not { } descriptor)
            return;
        var location = YamlDeclarations.LocationOf(file.Path, finding.Place);
        var set = severities.Of(finding.Rule, file, cancellation);
        if (set is null)
            report(Create(descriptor, location, fixable));
        else if (Descriptors.Severity(set.Value) is { } severity)
            report(Diagnostic.Create(descriptor, location, severity, null, fixable.Properties(), finding.Message));
    }

    private static void Report(
        FixableFinding fixable,
        SyntaxNode code,
        SyntaxFiles files,
        ConcurrentDictionary<(Location, string), bool>? elsewhere,
        Action<Diagnostic> report)
    {
        var finding = fixable.Finding;
        if (Descriptors.Find(finding.Rule) is not { } descriptor || files.LocationOf(finding.Place) is not { } location)
            return;
        // A method that several tasks are passed to is read for each of them, and may be in another file. Its findings are reported once.
        var isHere = location.SourceTree == code.SyntaxTree && code.FullSpan.Contains(location.SourceSpan);
        if (isHere || elsewhere is null || elsewhere.TryAdd((location, finding.Message), true))
            report(Create(descriptor, location, fixable));
    }

    // Some findings of a rule have a lower severity, unless a severity is configured.
    private static Diagnostic Create(DiagnosticDescriptor descriptor, Location location, FixableFinding fixable) =>
        fixable.Finding is { } finding && finding.Severity != finding.Rule.DefaultSeverity && Descriptors.Severity(finding.Severity) is { } own
            ? Diagnostic.Create(descriptor, location, own, null, fixable.Properties(), finding.Message)
            : Diagnostic.Create(descriptor, location, fixable.Properties(), fixable.Finding.Message);
}
