using System.Collections.Immutable;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Arize.TaskLint.CodeFixes;

/// <summary>Offers the edits of the analyzer's diagnostics as code fixes, in C# and in YAML. The analyzer decides which edits there are.</summary>
// Without [Shared]: its assembly's version differs from editor to editor, and nothing here is worth sharing.
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cs", ".yaml", ".yml"])]
public sealed class TaskLintFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RuleCatalogue.All.Select(rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(EditText.TitleProperty, out var title) || title is null)
                continue;
            // Edits that would not compile are not offered.
            var changed = await DocumentEdits.ApplyAsync(context.TextDocument, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (changed is null)
                continue;

            // Fixes of one rule have one key, so that all of them can be made at once.
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), diagnostic.Id), diagnostic);
        }
    }
}
