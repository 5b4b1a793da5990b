using System.Collections.Concurrent;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Reads the tasks that the code of a compilation declares.</summary>
internal sealed class CatalogReader
{
    private readonly BuilderVocabulary vocabulary;
    private readonly SyntaxFiles files;
    private readonly bool hasEachTask;
    private readonly Bodies bodies;
    private readonly BuilderReader builders;
    private readonly ConcurrentDictionary<ISymbol, DeclaringBody> declaring = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<INamedTypeSymbol> catalogs = [];

    /// <summary>Creates a reader for a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="vocabulary">What the builders' methods mean.</param>
    /// <param name="files">Its files.</param>
    /// <param name="hasEachTask">Whether a finding is told for each task that has it.</param>
    internal CatalogReader(Compilation compilation, BuilderVocabulary vocabulary, SyntaxFiles files, bool hasEachTask)
    {
        (this.vocabulary, this.files, this.hasEachTask) = (vocabulary, files, hasEachTask);
        bodies = new Bodies(compilation);
        builders = new BuilderReader(vocabulary, files, bodies);
    }

    /// <summary>Notes a type, which may be a catalog.</summary>
    internal void See(INamedTypeSymbol type)
    {
        if (!type.IsAbstract && vocabulary.IsCatalog(type))
            catalogs.Add(type);
    }

    /// <summary>Reads the tasks that a method, or another body of code, declares.</summary>
    /// <param name="code">The body.</param>
    /// <param name="model">Tells what its names mean.</param>
    /// <param name="owner">The method.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What the rules say of them.</returns>
    internal IReadOnlyList<FixableFinding> Read(SyntaxNode code, SemanticModel model, ISymbol owner, CancellationToken cancellation)
    {
        var calls = CallsIn(code);
        if (calls.Count == 0)
            return [];
        var isHalfTyped = code.ContainsDiagnostics && code.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var indexes = new Dictionary<IOperation, BodyIndex>();
        var result = new DeclaringBody();
        var binder = new Binder();
        var findings = new List<FixableFinding>();
        // A text that tasks share is wrong once, where it is written.
        var said = new HashSet<(Place, string, string?)>();
        foreach (var written in calls)
        {
            cancellation.ThrowIfCancellationRequested();
            if (model.GetOperation(written, cancellation) is not IInvocationOperation call)
                continue;
            var body = OutermostOf(call);
            if (!indexes.TryGetValue(body, out var index))
            {
                indexes.Add(body, index = new BodyIndex(body));
                NoteCalls(index, result, isHalfTyped);
            }

            if (!vocabulary.IsRoot(call.TargetMethod))
                continue;
            var frame = new Frame(index) { IsHalfTyped = isHalfTyped };
            var made = new CallMap();
            var task = binder.BindTask(builders.ReadTask(call, frame, made), result.Scope);
            var fixes = new CSharpFixWriter(code, model, vocabulary, files, made);
            findings.AddRange(Linter.Check(task).Where(finding => said.Add((finding.Place, finding.Message, hasEachTask ? finding.Task : null))).Select(finding => new FixableFinding(finding, fixes)));
            if (!isHalfTyped && index.IsCertain(call, null))
                result.Headers.Add(new TaskHeader(task));
        }

        var problems = new List<Problem>();
        foreach (var space in result.Spaces)
            binder.BindMapping(DocumentFields.Spec, new MappingNode(Place.None, [space]), problems);
        findings.AddRange(problems.Select(Linter.Describe).OfType<Finding>().Select(finding => new FixableFinding(finding, null)));
        declaring[owner] = result;
        return findings;
    }

    /// <summary>
    /// The tasks that are declared for sure when the catalogs run, each with its catalog's space: those of their <c>Declare</c> methods and of
    /// the methods that these call in any case.
    /// </summary>
    internal IReadOnlyList<TaskHeader> DeclaredForSure()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var headers = new List<TaskHeader>();
        foreach (var catalog in catalogs.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            if (DeclareOf(catalog) is not { } declare)
                continue;
            var reached = new List<DeclaringBody>();
            Reach(declare, reached, seen);
            var space = SpaceOf(reached);
            foreach (var body in reached)
            {
                body.Scope.Space = space;
                headers.AddRange(body.Headers);
            }
        }

        return headers;
    }

    private void Reach(IMethodSymbol method, List<DeclaringBody> reached, HashSet<ISymbol> seen)
    {
        if (!seen.Add(method))
            return;
        if (!declaring.TryGetValue(method, out var body))
        {
            body = new DeclaringBody();
            if (bodies.Of(method) is { } index)
                NoteCalls(index, body, isUncertain: false);
        }

        reached.Add(body);
        foreach (var called in body.Called)
            Reach(called, reached, seen);
    }

    // What the catalog calls besides may give its space, too.
    private static FieldValue SpaceOf(List<DeclaringBody> reached)
    {
        var spaces = reached.SelectMany(body => body.Spaces).ToList();
        var isUncertain = spaces.Count > 1 || reached.Exists(body => body.MayGiveSpace);
        var mapping = new MappingNode(Place.None, isUncertain ? [] : spaces) { IsIncomplete = isUncertain };
        return new Binder().BindMapping(DocumentFields.Spec, mapping, [])[DocumentFields.Space];
    }

    private void NoteCalls(BodyIndex index, DeclaringBody body, bool isUncertain)
    {
        var frame = new Frame(index);
        foreach (var call in index.Calls)
        {
            var isCertain = !isUncertain && index.IsCertain(call, null);
            if (vocabulary.GivesSpace(call.TargetMethod))
            {
                if (isCertain)
                    body.Spaces.Add(new Entry(new ScalarNode(builders.NamePlace(call), DocumentFields.Space.Name, isPlain: false), builders.ReadArgument(call, frame)));
                else
                    body.MayGiveSpace = true;
            }
            else if (call.Arguments.Any(argument => vocabulary.IsCatalogBuilder(argument.Value.Type)))
            {
                // A method that may be called, or cannot be seen, may do anything.
                if (isCertain && call.TargetMethod is { IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 })
                    body.Called.Add(call.TargetMethod.ReducedFrom ?? call.TargetMethod);
                else
                    body.MayGiveSpace = true;
            }
        }
    }

    private List<InvocationExpressionSyntax> CallsIn(SyntaxNode code)
    {
        List<InvocationExpressionSyntax>? calls = null;
        foreach (var node in code.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call && vocabulary.Names.Contains(name))
                (calls ??= []).Add(call);
        }

        return calls ?? [];
    }

    private static IMethodSymbol? DeclareOf(INamedTypeSymbol catalog)
    {
        for (var type = catalog; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Declare").OfType<IMethodSymbol>().FirstOrDefault(method => method.IsOverride) is { } declare)
                return declare;
        }

        return null;
    }

    private static IOperation OutermostOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>What is known of a body of code that declares tasks.</summary>
    private sealed class DeclaringBody
    {
        internal DocumentScope Scope { get; } = new();

        internal List<TaskHeader> Headers { get; } = [];

        internal List<Entry> Spaces { get; } = [];

        internal List<IMethodSymbol> Called { get; } = [];

        internal bool MayGiveSpace { get; set; }
    }
}
