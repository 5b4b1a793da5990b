using Arize.TaskLint.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>A project in an editor: what is found in it, and what the fixes make of it.</summary>
internal static class FixedProject
{
    internal static Project Project(string code, IReadOnlyList<(string Path, string Text)> additional)
    {
        var compilation = new Compiled { Sources = [("Tasks.cs", code)] }.Compilation();
        var project = new AdhocWorkspace().AddProject("Catalogs", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .AddDocument("Tasks.cs", code, filePath: "Tasks.cs").Project;
        foreach (var (path, text) in additional)
            project = project.AddAdditionalDocument(path, text, filePath: path).Project;
        return project;
    }

    internal static async Task<List<Diagnostic>> FoundAsync(Project project, string? rule)
    {
        var analyzed = (await project.GetCompilationAsync())!.WithAnalyzers([new TaskLintAnalyzer()], project.AnalyzerOptions);
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync()).Where(one => rule is null || one.Id == rule).OrderBy(one => one.Location.SourceSpan.Start)];
    }

    internal static async Task<Project> FixOnceAsync(Project project, TextDocument document, Diagnostic diagnostic)
    {
        return await AppliedAsync(project, Assert.Single(await OfferedAsync(document, diagnostic)));
    }

    internal static async Task<List<CodeAction>> OfferedAsync(TextDocument document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await new TaskLintFixes().RegisterCodeFixesAsync(context);
        return actions;
    }

    internal static async Task<Project> FixAllAsync(Project project, string rule, List<Diagnostic> found)
    {
        var provider = new TaskLintFixes();
        var context = new FixAllContext(project.Documents.Single(), provider, FixAllScope.Project, rule, [rule], new Found(found), TestContext.Current.CancellationToken);
        var operations = await (await provider.GetFixAllProvider().GetFixAsync(context))!.GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution.GetProject(project.Id) ?? project;
    }

    internal static async Task<Project> AppliedAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution.GetProject(project.Id)!;
    }

    private sealed class Found(List<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(one => one.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
