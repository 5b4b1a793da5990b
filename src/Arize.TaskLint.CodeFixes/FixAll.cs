using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Arize.TaskLint.CodeFixes;

/// <summary>Makes the edits of all diagnostics of one rule, file by file.</summary>
internal sealed class FixAll : FixAllProvider
{
    /// <summary>The one that there is.</summary>
    internal static readonly FixAll Instance = new();

    private FixAll()
    {
    }

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(
            $"Fix all: {fixAllContext.CodeActionEquivalenceKey}",
            cancellation => ApplyAsync(fixAllContext),
            fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> ApplyAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var (id, diagnostics) in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            TextDocument? document = solution.GetDocument(id);
            if ((document ?? solution.GetAdditionalDocument(id)) is { } found)
                solution = await DocumentEdits.ApplyAsync(found, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? solution;
        }

        return solution;
    }

    private static async Task<IEnumerable<(DocumentId Id, IReadOnlyList<Diagnostic> Diagnostics)>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
            return [(document.Id, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))];
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<(DocumentId, IReadOnlyList<Diagnostic>)>();
        foreach (var project in projects)
        {
            var all = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var ofOne in all.GroupBy(diagnostic => IdOf(project, diagnostic.Location)))
            {
                // The additional files of a project are requested for its diagnostics, too, whatever file the fix was started in.
                if (ofOne.Key is { } id && (context.Scope != FixAllScope.Document || IsBegunIn(context, project, id)))
                    found.Add((id, ofOne.ToImmutableArray()));
            }
        }

        return found;
    }

    private static bool IsBegunIn(FixAllContext context, Project project, DocumentId id) =>
        context.Document is { } document ? document.Id == id : project.GetAdditionalDocument(id) is not null;

    private static DocumentId? IdOf(Project project, Location location) => location.SourceTree is { } tree
        ? project.GetDocument(tree)?.Id
        : project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == location.GetLineSpan().Path)?.Id;
}
