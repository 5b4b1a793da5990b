using System.Globalization;
using Arize.TaskLint.Core.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CodeFixes;

/// <summary>Makes the edits that diagnostics carry.</summary>
internal static class DocumentEdits
{
    /// <summary>The solution with the edits of some diagnostics of a document: as many as do not add errors to the code.</summary>
    /// <returns>The solution; null if no edit can be made.</returns>
    internal static async Task<Solution?> ApplyAsync(TextDocument document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var groups = diagnostics.Select(EditsOf).Where(edits => edits.Count > 0).ToList();
        List<IReadOnlyList<TextEdit>> chosen = [.. TextEdits.Choose(groups).Select(i => groups[i])];
        if (chosen.Count == 0)
            return null;
        var changed = await MakeAsync(document, chosen, cancellation).ConfigureAwait(false);
        if (document is not Document source)
            return changed;
        var before = await ErrorsAsync(source, cancellation).ConfigureAwait(false);
        if (await CompilesAsync(changed, source, before, cancellation).ConfigureAwait(false))
            return changed;
        // Those that compile one after the other.
        Solution? sound = null;
        List<IReadOnlyList<TextEdit>> made = [];
        foreach (var group in chosen.Count > 1 ? chosen : [])
        {
            var next = await MakeAsync(document, [.. made, group], cancellation).ConfigureAwait(false);
            if (!await CompilesAsync(next, source, before, cancellation).ConfigureAwait(false))
                continue;
            sound = next;
            made.Add(group);
        }

        return sound;
    }

    private static async Task<Solution> MakeAsync(
        TextDocument document, IReadOnlyList<IReadOnlyList<TextEdit>> groups, CancellationToken cancellation)
    {
        List<TextEdit> edits = [.. groups.SelectMany(group => group).GroupBy(edit => (edit.Place, edit.NewText)).Select(same => same.First())];
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = edits.OrderBy(edit => edit.Place.Start)
            .Select(edit => new TextChange(TextSpan.FromBounds(edit.Place.Start, edit.Place.End), edit.NewText)).ToList();
        var changed = text.WithChanges(changes);
        if (document is not Document source)
            return document.Project.Solution.WithAdditionalDocumentText(document.Id, changed);
        var tree = await source.WithText(changed).GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.Project.Solution.WithDocumentText(document.Id, tree is null ? changed : LeftOver.Remove(tree, changed, PlacesAfter(changes)));
    }

    // Errors that existed before may remain; new ones may not appear.
    private static async Task<bool> CompilesAsync(Solution changed, Document source, List<string> before, CancellationToken cancellation)
    {
        if (changed.GetDocument(source.Id) is not { } document)
            return false;
        var left = before.ToList();
        return (await ErrorsAsync(document, cancellation).ConfigureAwait(false)).TrueForAll(left.Remove);
    }

    private static async Task<List<string>> ErrorsAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ?
            [
                .. model.GetDiagnostics(cancellationToken: cancellation)
                    .Where(one => one.Severity == DiagnosticSeverity.Error)
                    .Select(one => $"{one.Id}: {one.GetMessage(CultureInfo.InvariantCulture)}"),
            ]
            : [];

    private static IReadOnlyList<TextEdit> EditsOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(EditText.EditsProperty, out var edits) && edits is not null ? EditText.Read(edits) : [];

    // Where something was taken out, in the changed text.
    private static IEnumerable<int> PlacesAfter(IEnumerable<TextChange> changes)
    {
        var moved = 0;
        foreach (var change in changes)
        {
            if (change.NewText!.Length == 0)
                yield return change.Span.Start + moved;
            moved += change.NewText.Length - change.Span.Length;
        }
    }
}
