using System.Collections.Concurrent;
using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The source files of a compilation, and the mapping of places to the compiler's locations.</summary>
/// <param name="folder">The project's folder with a separator at its end, or null; files below it are called by their way from there.</param>
internal sealed class SyntaxFiles(string? folder)
{
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> files = new();
    private readonly ConcurrentDictionary<SourceFile, SyntaxTree> trees = new();

    /// <summary>The place of a span.</summary>
    internal Place PlaceOf(SyntaxTree tree, TextSpan span) => new(FileOf(tree), span.Start, span.End);

    /// <summary>The place of a node, without the blanks and comments around it.</summary>
    internal Place PlaceOf(SyntaxNode node) => PlaceOf(node.SyntaxTree, node.Span);

    /// <summary>The compiler's location of a place, or null if the place is in no source file.</summary>
    internal Location? LocationOf(Place place) => place.File is { } file && trees.TryGetValue(file, out var tree)
        ? Location.Create(tree, TextSpan.FromBounds(place.Start, place.End))
        : null;

    /// <summary>The name of a file in messages.</summary>
    internal string Display(string path) => folder is { Length: > 0 } && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
        ? path.Substring(folder.Length).Replace('\\', '/')
        : path;

    /// <summary>The place of the name of the called method.</summary>
    internal Place NamePlace(IInvocationOperation call) => PlaceOf(call.Syntax.SyntaxTree, NameSpan(call.Syntax));

    /// <summary>The place of an argument. A default that is not written has the place of the call's name.</summary>
    internal Place PlaceOf(IArgumentOperation argument, IInvocationOperation call) => argument.ArgumentKind == ArgumentKind.Explicit
        ? PlaceOf(argument.Syntax is ArgumentSyntax written ? written.Expression : argument.Value.Syntax)
        : NamePlace(call);

    /// <summary>The place of a part, or of the whole where that counts as written elsewhere.</summary>
    internal Place PlaceWithin(SyntaxNode part, Place whole)
    {
        var own = PlaceOf(part);
        return own.File == whole.File && own.Start >= whole.Start && own.End <= whole.End ? own : whole;
    }

    private static TextSpan NameSpan(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: var called }
        ? called switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Span,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Span,
            _ => called.Span,
        }
        : call.Span;

    private SourceFile FileOf(SyntaxTree tree) => files.GetOrAdd(tree, added =>
    {
        var file = new SourceFile(Display(added.FilePath), added.GetText().ToString());
        trees[file] = added;
        return file;
    });
}
