using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Writes fixes into the code that declares a task. Only the body under analysis is changed: a method that it calls may serve other tasks too.
/// </summary>
internal sealed class CSharpFixWriter(SyntaxNode code, SemanticModel model, BuilderVocabulary vocabulary, SyntaxFiles files, CallMap calls)
    : IFixWriter
{
    private readonly CallPrinter printer = new(vocabulary);

    /// <inheritdoc/>
    public IReadOnlyList<TextEdit>? Write(Fix fix) => fix switch
    {
        RemoveEntry remove => Remove(calls.CallsOf(remove.Entry.Key)),
        RemoveItem remove when calls.MakerOf(remove.List.Items[remove.Index]) is { } call => Remove([call]),
        ReplaceScalar replace => Replace(replace.Value.Place, replace.IsText ? CallPrinter.Literal(replace.Text) : replace.Text),
        AddEntry add => Add(add),
        Together { Parts: [var only] } => WriteForOne(only),
        _ => null,
    };

    // A change that is right for one task alone: a call that runs for several belongs to the others too.
    private List<TextEdit>? WriteForOne(Fix fix) => fix switch
    {
        RemoveEntry remove when calls.CallsOf(remove.Entry.Key).All(SetsOneField) => Remove(calls.CallsOf(remove.Entry.Key)),
        RemoveItem remove when calls.MakerOf(remove.List.Items[remove.Index]) is { } call => Remove([call]),
        ReplaceValue { Value: ScalarNode value, New: var live } => Take(value, live),
        AddEntry add when calls.MakerOf(add.Mapping) is { } maker && calls.RanOnce(maker) => Add(add),
        AddKey { Mapping.Entries: [.., var last] } add when calls.CallsOf(last.Key) is [var call] && OwnMethod(call) is { } method =>
            printer.PrintEntry(method, new NewEntry(add.Key, add.Value)) is { } printed ? Append(call, printed) : null,
        AddItem { List.Items: [.., var last] items } add when add.Index == items.Count && calls.MakerOf(last) is { } call
            && OwnMethod(call) is { } method && vocabulary.MeaningOf(method).Field is { Length: > 0 } field =>
            printer.Print(method.ContainingType, field, new NewList([add.Value])) is { } printed ? Append(call, printed) : null,
        _ => null,
    };

    private bool SetsOneField(InvocationExpressionSyntax call) => OwnMethod(call) is { } method
        && vocabulary.MeaningOf(method) is var meaning && meaning.Constants.Count + (meaning.Field is null ? 0 : 1) == 1;

    // The builder's method of a call that belongs to one task, in the code that may be changed.
    private IMethodSymbol? OwnMethod(InvocationExpressionSyntax call) =>
        IsHere(call.SyntaxTree, call.Span) && calls.RanOnce(call) && call.Expression is MemberAccessExpressionSyntax
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && vocabulary.IsOurs(method.ContainingType)
            ? method
            : null;

    // A literal is replaced. Where the value is not written, as in Continuous(), the call is.
    private List<TextEdit>? Take(ScalarNode value, NewValue live)
    {
        if (files.LocationOf(value.Place) is not { SourceTree: { } tree, SourceSpan: var span } || !IsHere(tree, span)
            || tree.GetRoot().FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax written || written.Span != span
            || written.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || OwnMethod(call) is not { } method)
        {
            return null;
        }

        if (call.Expression is MemberAccessExpressionSyntax access && access.Name == written)
        {
            return call.ArgumentList.Arguments.Count == 0
                && vocabulary.MeaningOf(method) is { Field: { Length: > 0 } field, Constants.Count: 0 }
                && printer.Print(method.ContainingType, field, live) is { } printed
                    ? [Edit(TextSpan.FromBounds(access.Name.SpanStart, call.Span.End), printed)]
                    : null;
        }

        return IsLiteral(written) && written.Parent is ArgumentSyntax argument && argument.Parent == call.ArgumentList
            && model.GetOperation(argument) is IArgumentOperation { Parameter.Type: var type }
            && CallPrinter.Argument(type, live) is { } text
                ? [Edit(span, text)]
                : null;
    }

    private static bool IsLiteral(ExpressionSyntax value) => value is LiteralExpressionSyntax
        || (value is PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } && value.IsKind(SyntaxKind.UnaryMinusExpression));

    private List<TextEdit>? Remove(IReadOnlyList<InvocationExpressionSyntax> removed)
    {
        if (removed.Count == 0)
            return null;
        List<TextEdit> edits = [];
        foreach (var call in removed)
        {
            // A call that runs for several tasks may be needed by the others.
            if (!IsHere(call.SyntaxTree, call.Span) || call.Expression is not MemberAccessExpressionSyntax access || !calls.RanOnce(call))
                return null;
            var span = SpanWithDot(call, access);
            if (HoldsComment(call, span))
                return null;
            edits.Add(Edit(span, ""));
        }

        return edits;
    }

    // Includes its line if the call is on a line of its own. A comment after it is kept, and the line with it.
    private static TextSpan SpanWithDot(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        var text = call.SyntaxTree.GetText();
        var dot = access.OperatorToken.SpanStart;
        var line = text.Lines.GetLineFromPosition(dot);
        var isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, dot)));
        var comment = call.GetTrailingTrivia().FirstOrDefault(IsComment);
        if (isFirst && comment != default)
            return TextSpan.FromBounds(dot, comment.SpanStart);
        var start = isFirst && line.LineNumber > 0 ? text.Lines[line.LineNumber - 1].End : access.Expression.Span.End;
        return TextSpan.FromBounds(Math.Min(start, dot), call.Span.End);
    }

    private static bool HoldsComment(InvocationExpressionSyntax call, TextSpan span) =>
        call.SyntaxTree.GetRoot().DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span) && (IsComment(trivia) || trivia.IsDirective));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private List<TextEdit>? Replace(Place place, string text) =>
        place.File is not null && files.LocationOf(place) is { SourceTree: { } tree } location
            && IsHere(tree, location.SourceSpan) && location.SourceSpan.Length > 0
        && IsOwnConstant(tree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true))
            ? [new TextEdit(place, text)]
            : null;

    // A value that is written in a call of a builder is that field's alone; what a helper gets, it may use for more.
    private bool IsOwnConstant(SyntaxNode value) =>
        value is ExpressionSyntax && model.GetConstantValue(value).HasValue
        && value.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && vocabulary.IsOurs(method.ContainingType);

    private List<TextEdit>? Add(AddEntry add)
    {
        if (add.Mapping.Entries.FirstOrDefault(entry => entry.Key.Text == add.Field.Name) is { Key: { } key, Value: var none })
            return ReplaceNone(add, key, none);
        if (calls.MakerOf(add.Mapping) is not { } maker
            || !IsHere(maker.SyntaxTree, maker.Span) || model.GetSymbolInfo(maker).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (vocabulary.IsRoot(method))
        {
            return printer.Print(method.ReturnType, add.Field.Name, add.Value) is { } call
                ? Append(LastOfChain(maker, calls.DraftOf(maker)), call)
                : AddArgument(maker, method, add);
        }

        return LambdaOf(maker) is { } lambda
            && model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [var builder] }
            && printer.Print(builder.Type, add.Field.Name, add.Value) is { } inner
                ? AppendIn(lambda, inner)
                : null;
    }

    // If the field is present and null or empty, the fix changes the call that sets it, or its argument.
    private List<TextEdit>? ReplaceNone(AddEntry add, ScalarNode key, Node none)
    {
        if (calls.CallsOf(key) is not [var call])
            return none is ScalarNode && Text(add.Value) is { } text && none.Place != key.Place ? Replace(none.Place, text) : null;
        if (call.Expression is not MemberAccessExpressionSyntax access || !IsHere(call.SyntaxTree, call.Span)
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || printer.Print(method.ContainingType, add.Field.Name, add.Value) is not { } printed)
        {
            return null;
        }

        return [Edit(TextSpan.FromBounds(access.Name.SpanStart, call.Span.End), printed)];
    }

    private List<TextEdit> Append(InvocationExpressionSyntax last, string call)
    {
        var text = last.SyntaxTree.GetText();
        var dot = ((MemberAccessExpressionSyntax)last.Expression).OperatorToken.SpanStart;
        var line = text.Lines.GetLineFromPosition(dot);
        var before = text.ToString(TextSpan.FromBounds(line.Start, dot));
        var isOwnLine = before.Length > 0 && string.IsNullOrWhiteSpace(before);
        return [Edit(new TextSpan(last.Span.End, 0), (isOwnLine ? LineBreak(text) + before : "") + "." + call)];
    }

    private List<TextEdit>? AppendIn(LambdaExpressionSyntax lambda, string call)
    {
        switch (lambda.Body)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } body:
                return Append(body, call);
            case BlockSyntax { Statements.Count: 0 } block when ParameterOf(lambda) is { } name:
                return [Edit(block.Span, $"{name}.{call}")];
            case BlockSyntax { Statements: [.., var last] } block when ParameterOf(lambda) is { } name:
                var indentation = last.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
                return [Edit(new TextSpan(last.Span.End, 0), $"{LineBreak(block.SyntaxTree.GetText())}{indentation}{name}.{call};")];
            default:
                return null;
        }
    }

    // A task without a name is created by a call that has no arguments.
    private List<TextEdit>? AddArgument(InvocationExpressionSyntax maker, IMethodSymbol method, AddEntry add)
    {
        var takesIt = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Any(other => vocabulary.MeaningOf(other).Parameters.Any(parameter => parameter.Field == add.Field.Name));
        return takesIt && maker.ArgumentList.Arguments.Count == 0 && Text(add.Value) is { } text
            ? [Edit(new TextSpan(maker.ArgumentList.OpenParenToken.Span.End, 0), text)]
            : null;
    }

    private static string? Text(NewValue value) => value switch
    {
        NewText { Text: var text } => CallPrinter.Literal(text),
        NewPlain { Text: var text } => text,
        _ => null,
    };

    // The next call in a chain may be on another builder.
    private InvocationExpressionSyntax LastOfChain(InvocationExpressionSyntax first, Draft? draft)
    {
        while (first.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == first
            && draft is not null && calls.DraftOf(next) == draft && calls.RanOnce(next))
        {
            first = next;
        }

        return first;
    }

    private static LambdaExpressionSyntax? LambdaOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault();

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.ValueText,
        _ => null,
    };

    private static string LineBreak(SourceText text) => text.Lines is [var first, ..] && first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";

    private bool IsHere(SyntaxTree tree, TextSpan span) => tree == code.SyntaxTree && code.Span.Contains(span);

    private TextEdit Edit(TextSpan span, string text) => new(files.PlaceOf(code.SyntaxTree, span), text);
}
