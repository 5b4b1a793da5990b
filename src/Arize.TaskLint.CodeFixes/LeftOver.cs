using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CodeFixes;

/// <summary>
/// Removes the remainder of a chain whose calls were all removed: a single name, which is not a statement. <c>task;</c> is removed, and <c>b => b</c>
/// becomes <c>b => { }</c>.
/// </summary>
internal static class LeftOver
{
    /// <summary>The text without what is left over.</summary>
    /// <param name="root">The tree of the changed text.</param>
    /// <param name="places">The places of removed code.</param>
    internal static SourceText Remove(SyntaxNode root, SourceText text, IEnumerable<int> places)
    {
        var changes = new Dictionary<TextSpan, string>();
        foreach (var place in places)
        {
            if (place == 0 || root.FindToken(place - 1).Parent is not IdentifierNameSyntax name)
                continue;
            if (name.Parent is ExpressionStatementSyntax statement)
                changes[WithItsLine(statement, text)] = "";
            else if (name.Parent is SimpleLambdaExpressionSyntax simple && simple.Body == name
                && simple.Parameter.Identifier.ValueText == name.Identifier.ValueText)
            {
                changes[name.Span] = "{ }";
            }
            else if (name.Parent is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } lambda
                && lambda.Body == name && parameters[0].Identifier.ValueText == name.Identifier.ValueText)
            {
                changes[name.Span] = "{ }";
            }
        }

        return text.WithChanges(changes.OrderBy(change => change.Key.Start).Select(change => new TextChange(change.Key, change.Value)));
    }

    private static TextSpan WithItsLine(ExpressionStatementSyntax statement, SourceText text)
    {
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span;
    }
}
