using Arize.TaskLint.Core.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CodeFixes;

/// <summary>Makes the edits that diagnostics carry.</summary>
internal static class DocumentEdits
{
    /// <summary>The solution with the edits of some diagnostics of a document made.</summary>
    internal static async Task<Solution> ApplyAsync(TextDocument document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var groups = diagnostics.Select(EditsOf).Where(edits => edits.Count > 0).ToList();
        List<TextEdit> edits = [.. TextEdits.Choose(groups).SelectMany(i => groups[i]).GroupBy(edit => (edit.Place, edit.NewText)).Select(same => same.First())];
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = edits.OrderBy(edit => edit.Place.Start).Select(edit => new TextChange(TextSpan.FromBounds(edit.Place.Start, edit.Place.End), edit.NewText)).ToList();
        var changed = text.WithChanges(changes);
        if (document is not Document source)
            return document.Project.Solution.WithAdditionalDocumentText(document.Id, changed);
        var tree = await source.WithText(changed).GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.Project.Solution.WithDocumentText(document.Id, tree is null ? changed : LeftOver.Remove(tree, changed, PlacesAfter(changes)));
    }

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
