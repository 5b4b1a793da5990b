using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Finds the suppressions by <c>#pragma warning disable</c> and <c>[SuppressMessage]</c> in C#, as the compiler applies them, so that a build and the
/// tool agree.
/// </summary>
internal sealed class CodeSuppressions
{
    private const string RulePrefix = "ATL";
    private const string PragmaWord = "pragma";
    private const string Attributes = "System.Diagnostics.CodeAnalysis.";
    private const string AttributeWord = "SuppressMessage";

    private readonly CSharpCompilation compilation;
    private readonly List<CodeSuppression> found = [];
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);

    private CodeSuppressions(CSharpCompilation compilation) => this.compilation = compilation;

    /// <summary>Whether a text can suppress anything: most cannot, and need not be parsed.</summary>
    internal static bool MayBeIn(string text) =>
        text.Contains(PragmaWord, StringComparison.Ordinal) || text.Contains(AttributeWord, StringComparison.Ordinal);

    /// <summary>The suppressions in the sources of a compilation.</summary>
    internal static IReadOnlyList<CodeSuppression> Of(CSharpCompilation compilation)
    {
        var all = new CodeSuppressions(compilation);
        foreach (var tree in compilation.SyntaxTrees)
            all.AddPragmas(tree);
        var withAttributes = compilation.SyntaxTrees.Where(tree => tree.ToString().Contains(AttributeWord, StringComparison.Ordinal)).ToList();
        foreach (var tree in withAttributes)
            all.AddDeclarations(tree);
        if (withAttributes.Count > 0)
            all.AddAssembly();
        return all.found;
    }

    // A pragma is in force from its line to the next pragma of the same rule that changes it.
    private void AddPragmas(SyntaxTree tree)
    {
        var all = new Dictionary<string, Open>(StringComparer.Ordinal);
        Open? general = null;
        void End(Open? open, string? rule, int last)
        {
            if (open is not null)
                Add(tree, open.First, last, rule, open.Reason, open.Except);
        }

        void EndAll(int last)
        {
            End(general, null, last);
            foreach (var (rule, open) in all)
                End(open, rule, last);
            general = null;
            all.Clear();
        }

        for (var directive = ((CSharpSyntaxNode)tree.GetRoot()).GetFirstDirective(IsPragma);
            directive is not null;
            directive = directive.GetNextDirective(IsPragma))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            var line = tree.GetLineSpan(pragma.Span).StartLinePosition.Line + 1;
            var disables = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
            var reason = ReasonOf(pragma);
            if (pragma.ErrorCodes.Count == 0)
            {
                EndAll(line - 1);
                general = disables ? new Open(line + 1, reason, []) : null;
                continue;
            }

            foreach (var rule in pragma.ErrorCodes.OfType<IdentifierNameSyntax>().Select(code => code.Identifier.ValueText).Where(IsRule))
            {
                if (all.Remove(rule, out var open))
                    End(open, rule, line - 1);
                if (disables)
                {
                    all.Add(rule, new Open(line + 1, reason, []));
                }
                else if (general is not null && !general.Except.Contains(rule))
                {
                    End(general, null, line - 1);
                    general = general with { First = line + 1, Except = [.. general.Except, rule] };
                }
            }
        }

        EndAll(int.MaxValue);
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, WarningKeyword.IsMissing: false, DisableOrRestoreKeyword.IsMissing: false };

    private static bool IsRule(string id) => id.StartsWith(RulePrefix, StringComparison.Ordinal);

    // The comment after a pragma.
    private static string? ReasonOf(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var comment = pragma.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString();
        return comment.TrimStart('/').Trim() is { Length: > 0 } reason ? reason : null;
    }

    private void AddDeclarations(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var list in tree.GetRoot().DescendantNodes().OfType<AttributeListSyntax>())
        {
            foreach (var symbol in DeclaredBy(list.Parent, model))
            {
                if (!seen.Add(symbol))
                    continue;
                foreach (var message in MessagesOf(symbol.GetAttributes()))
                    Add(symbol, message);
            }
        }
    }

    private static IEnumerable<ISymbol> DeclaredBy(SyntaxNode? node, SemanticModel model) => node switch
    {
        null or CompilationUnitSyntax => [],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)).OfType<ISymbol>(),
        _ => model.GetDeclaredSymbol(node) is { } symbol ? [symbol] : [],
    };

    private void AddAssembly()
    {
        foreach (var message in MessagesOf([.. compilation.Assembly.GetAttributes(), .. compilation.SourceModule.GetAttributes()]))
        {
            if (message is { Scope: "" or "module", Target: null })
            {
                // Each file by itself: what else the run reads is not of this assembly.
                foreach (var tree in compilation.SyntaxTrees)
                    Add(tree, 1, int.MaxValue, message.Rule, message.Reason);
                continue;
            }

            foreach (var symbol in TargetsOf(message))
                Add(symbol, message);
        }
    }

    // Without a scope, the compiler looks for no target. A namespace alone means code outside of its types, which does not concern catalogs.
    private IEnumerable<ISymbol> TargetsOf(Message message)
    {
        if (message is not { Scope: "type" or "member" or "namespaceanddescendants", Target: { Length: > 0 } target })
            return [];
        var byId = DocumentationCommentId.GetSymbolsForDeclarationId(target.StartsWith('~') ? target[1..] : target, compilation);
        var symbols = byId.Length > 0 ? byId : message.Scope switch
        {
            "type" => DocumentationCommentId.GetSymbolsForDeclarationId("T:" + target.Replace('+', '.'), compilation),
            "namespaceanddescendants" => DocumentationCommentId.GetSymbolsForDeclarationId("N:" + target, compilation),
            _ => [],
        };
        return symbols.Where(symbol => symbol is not INamespaceSymbol || message.Scope == "namespaceanddescendants");
    }

    private static IEnumerable<Message> MessagesOf(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass?.ToDisplayString() is not (
                Attributes + "SuppressMessageAttribute" or Attributes + "UnconditionalSuppressMessageAttribute"))
            {
                continue;
            }

            if (attribute.ConstructorArguments is not [_, { Kind: TypedConstantKind.Primitive, Value: string id }, ..])
                continue;
            // A title may follow the ID: "ATL2004:Sampling rate is a share".
            var rule = id.Split(':')[0];
            if (!IsRule(rule))
                continue;
            var reason = Named(attribute, "Justification")?.Trim();
            var scope = Named(attribute, "Scope")?.ToLowerInvariant() ?? "";
            yield return new Message(rule, scope, Named(attribute, "Target"), string.IsNullOrEmpty(reason) ? null : reason);
        }
    }

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value
            is { Kind: TypedConstantKind.Primitive, Value: string value } ? value : null;

    private void Add(ISymbol symbol, Message message)
    {
        foreach (var reference in PartsOf(symbol).SelectMany(part => part.DeclaringSyntaxReferences))
        {
            var node = reference.GetSyntax();
            if (node.FirstAncestorOrSelf<BaseFieldDeclarationSyntax>() is { } fields && node is VariableDeclaratorSyntax)
                node = fields;
            var lines = reference.SyntaxTree.GetLineSpan(node.Span);
            Add(reference.SyntaxTree, lines.StartLinePosition.Line + 1, lines.EndLinePosition.Line + 1, message.Rule, message.Reason);
        }
    }

    private static IEnumerable<ISymbol> PartsOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => new ISymbol?[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<ISymbol>(),
        IPropertySymbol property => new ISymbol?[] { property, property.PartialDefinitionPart, property.PartialImplementationPart }.OfType<ISymbol>(),
        _ => [symbol],
    };

    // A caller's line and file are those that #line sets.
    private void Add(SyntaxTree tree, int first, int last, string? rule, string? reason, IReadOnlyList<string>? except = null)
    {
        if (first > last)
            return;
        var whole = new CodeSuppression(tree.FilePath, first, last, rule, reason) { Except = except ?? [] };
        var isMapped = false;
        foreach (var mapping in tree.GetLineMappings())
        {
            isMapped = true;
            var (start, end) = (Math.Max(first, mapping.Span.Start.Line + 1), Math.Min(last, mapping.Span.End.Line + 1));
            if (mapping.IsHidden || start > end)
                continue;
            var moved = mapping.MappedSpan.StartLinePosition.Line - mapping.Span.Start.Line;
            found.Add(whole with { File = PathOf(tree, mapping.MappedSpan), First = start + moved, Last = end + moved });
        }

        if (!isMapped)
            found.Add(whole);
    }

    private string PathOf(SyntaxTree tree, FileLinePositionSpan mapped) => !mapped.HasMappedPath ? tree.FilePath
        : compilation.Options.SourceReferenceResolver?.NormalizePath(mapped.Path, tree.FilePath) ?? mapped.Path;

    private sealed record Open(int First, string? Reason, IReadOnlyList<string> Except);

    private sealed record Message(string Rule, string Scope, string? Target, string? Reason);
}
