using System.Collections.Concurrent;
using Arize.TaskLint.Analyzers.CSharp.Reading;
using Arize.TaskLint.Analyzers.Snapshots;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Reads the tasks that the code of a compilation declares.</summary>
internal sealed class CatalogReader
{
    private readonly BuilderVocabulary vocabulary;
    private readonly SyntaxFiles files;
    private readonly ProjectSnapshot? snapshot;
    private readonly bool hasEachTask;
    private readonly Bodies bodies;
    private readonly ConcurrentDictionary<ISymbol, DeclaringBody> declaring = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, Findings> byBody = new();
    private readonly ConcurrentBag<INamedTypeSymbol> catalogs = [];

    /// <summary>Creates a reader for a compilation.</summary>
    /// <param name="vocabulary">The builders' methods.</param>
    /// <param name="snapshot">The live tasks that the project has; null for none.</param>
    /// <param name="hasEachTask">Whether a finding is reported for each task that has it.</param>
    internal CatalogReader(Compilation compilation, BuilderVocabulary vocabulary, SyntaxFiles files, ProjectSnapshot? snapshot, bool hasEachTask)
    {
        (this.vocabulary, this.files, this.snapshot, this.hasEachTask) = (vocabulary, files, snapshot, hasEachTask);
        bodies = new Bodies(compilation, vocabulary);
    }

    /// <summary>Notes a type, which may be a catalog.</summary>
    internal void See(INamedTypeSymbol type)
    {
        if (!type.IsAbstract && vocabulary.IsCatalog(type))
            catalogs.Add(type);
    }

    /// <summary>Reads the tasks that a method, or another body of code, declares, and returns the findings of the rules.</summary>
    /// <param name="model">The semantic model of the code.</param>
    internal IReadOnlyList<FixableFinding> Read(SyntaxNode code, SemanticModel model, ISymbol owner, CancellationToken cancellation)
    {
        var written = CallsIn(code);
        var declares = owner is IMethodSymbol { IsOverride: true, Name: "Declare" } && vocabulary.IsCatalog(owner.ContainingType);
        if (written.Count == 0 && !declares)
            return [];
        var result = new DeclaringBody();
        var made = new CallMap();
        var binder = new Binder();
        var fixes = new CSharpFixWriter(code, model, vocabulary, files, made);
        var findings = new List<FixableFinding>();
        // An error in a text that tasks share is reported once, where it is written.
        var said = new HashSet<(Place, string, string?)>();
        foreach (var body in BodiesIn(code, written, model, cancellation))
        {
            var interpreter = Follow(code, body.Key, owner, body.Value, made, cancellation);
            result.Note(interpreter);
            // Only a catalog's own method says what is declared, and in which space; another may be called for one task and not for the next.
            var check = declares ? snapshot?.Check(cancellation) : null;
            if (check is not null)
                result.Scope.Space = SpaceOf(result);
            foreach (var task in interpreter.Tasks)
            {
                cancellation.ThrowIfCancellationRequested();
                var isHere = IsIn(code, task.Root);
                foreach (var (finding, isWhole) in Judge(task, binder, made, result, check))
                {
                    if ((isHere || hasEachTask || IsNews(task, finding, cancellation))
                        && said.Add((finding.Place, finding.Message, hasEachTask ? finding.Task : null)))
                    {
                        findings.Add(new FixableFinding(finding, isWhole ? fixes : null));
                    }
                }
            }
        }

        var problems = new List<Problem>();
        foreach (var space in result.Spaces)
            binder.BindMapping(DocumentFields.Spec, new MappingNode(Place.None, [space]), problems);
        findings.AddRange(problems.Select(Linter.Describe).OfType<Finding>().Select(finding => new FixableFinding(finding, null)));
        if (declares)
            declaring[owner.OriginalDefinition] = result;
        return findings;
    }

    /// <summary>
    /// The tasks that are declared for sure when the catalogs run, each with its catalog's space: those that their <c>Declare</c> methods
    /// declare in any case, in methods that they call too.
    /// </summary>
    internal IReadOnlyList<TaskHeader> DeclaredForSure()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var headers = new List<TaskHeader>();
        foreach (var catalog in catalogs.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            if (DeclareOf(catalog)?.OriginalDefinition is not { } declare || !seen.Add(declare) || !declaring.TryGetValue(declare, out var body))
                continue;
            body.Scope.Space = SpaceOf(body);
            headers.AddRange(body.Headers);
        }

        return headers;
    }

    private Interpreter Follow(
        SyntaxNode code, IOperation body, ISymbol? owner, IReadOnlyList<IOperation> roots, CallMap made, CancellationToken cancellation)
    {
        var isHalfTyped = code.ContainsDiagnostics && code.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var interpreter = new Interpreter(vocabulary, files, bodies, code, isHalfTyped, made, cancellation);
        interpreter.Follow(body, owner, roots);
        return interpreter;
    }

    // The findings of the rules, and whether they concern the task as a whole or a single call.
    private static IEnumerable<(Finding Finding, bool IsWhole)> Judge(
        ReadTask read, Binder binder, CallMap made, DeclaringBody? result, SnapshotCheck? check)
    {
        TaskDeclaration? task = null;
        if (read.Draft is { } draft)
        {
            var node = draft.ToNode(made);
            task = binder.BindTask((MappingNode)node, result?.Scope);
            if (read.IsCertain)
                result?.Headers.Add(new TaskHeader(task));
            foreach (var finding in Linter.Check(task))
                yield return (finding, true);
            foreach (var finding in check is not null && read.IsCertain ? Compare(node, task, binder, made, check) : [])
                yield return (finding, true);
        }

        foreach (var options in read.Asides)
        {
            var judged = options.Select(option => binder.BindTask((MappingNode)option.ToNode(new CallMap())))
                .Select(task => Linter.Check(task).Where(finding => !finding.Rule.Traits.IsForCodeOnly).ToList())
                .ToList();
            // If one of several values is chosen, a finding is reported only if all of them have it.
            foreach (var finding in judged.SelectMany(findings => findings))
            {
                if (judged.TrueForAll(findings => findings.Exists(other => other.Rule == finding.Rule)))
                    yield return (finding with { Task = task?.Label }, false);
            }
        }

        foreach (var place in read.LostAt)
        {
            if (Linter.Describe(new NotConstant(place, FieldPath.Root) { IsBuilder = true }) is { } lost)
                yield return (lost with { Task = task?.Label }, false);
        }
    }

    private static IReadOnlyList<Finding> Compare(Node node, TaskDeclaration task, Binder binder, CallMap made, SnapshotCheck check)
    {
        var marked = OpenEnds.Mark(node, made);
        return check.Check([marked == node ? task : binder.BindTask((MappingNode)marked, task.Document)], isCode: true);
    }

    // A finding about tasks that a method declares itself is reported in that method, and not in each of its callers.
    private bool IsNews(ReadTask task, Finding finding, CancellationToken cancellation)
    {
        var own = FindingsOf(BodyOf(task.Root), cancellation);
        if (own.Keys.Contains((task.Root, finding.Rule.Id, finding.Path)))
            return false;
        if (files.LocationOf(finding.Place) is not { SourceTree: { } tree } location)
            return true;
        var elsewhere = FindingsOf(BodyOf(tree.GetRoot(cancellation).FindNode(location.SourceSpan)), cancellation);
        return !elsewhere.Places.Contains((finding.Place, finding.Message));
    }

    private Findings FindingsOf(SyntaxNode? code, CancellationToken cancellation)
    {
        if (code is null)
            return Findings.None;
        if (byBody.TryGetValue(code, out var known))
            return known;
        var findings = new Findings();
        var calls = CallsIn(code);
        if (calls.Count > 0 && bodies.Of(code) is { Body: var body })
        {
            var made = new CallMap();
            var binder = new Binder();
            var roots = body.DescendantsAndSelf()
                .Where(operation => operation is IInvocationOperation call && vocabulary.IsRoot(call.TargetMethod)).ToList();
            foreach (var task in Follow(code, body, bodies.MemberOf(code), roots, made, cancellation).Tasks)
            {
                if (!IsIn(code, task.Root))
                    continue;
                foreach (var (finding, _) in Judge(task, binder, made, null, null))
                {
                    findings.Keys.Add((task.Root, finding.Rule.Id, finding.Path));
                    findings.Places.Add((finding.Place, finding.Message));
                }
            }
        }

        return byBody.GetOrAdd(code, findings);
    }

    // The bodies of code in it, each with the calls in it that begin tasks: mostly one; a field may hold several lambdas.
    private static Dictionary<IOperation, List<IOperation>> BodiesIn(
        SyntaxNode code, List<InvocationExpressionSyntax> written, SemanticModel model, CancellationToken cancellation)
    {
        var found = new Dictionary<IOperation, List<IOperation>>();
        if (model.GetOperation(code, cancellation) is { } whole)
            found.Add(OutermostOf(whole), []);
        foreach (var syntax in written)
        {
            if (model.GetOperation(syntax, cancellation) is not IInvocationOperation call)
                continue;
            var body = OutermostOf(call);
            if (!found.TryGetValue(body, out var roots))
                found.Add(body, roots = []);
            roots.Add(call);
        }

        return found;
    }

    // Other methods that the catalog calls may set its space, too.
    private static FieldValue SpaceOf(DeclaringBody body)
    {
        var isUncertain = body.Spaces.Count > 1 || body.MayGiveSpace;
        var mapping = new MappingNode(Place.None, isUncertain ? [] : body.Spaces) { IsIncomplete = isUncertain };
        return new Binder().BindMapping(DocumentFields.Spec, mapping, [])[DocumentFields.Space];
    }

    private List<InvocationExpressionSyntax> CallsIn(SyntaxNode code)
    {
        List<InvocationExpressionSyntax>? calls = null;
        foreach (var node in code.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: var called } call && NameOf(called) is { } name && vocabulary.Names.Contains(name))
                (calls ??= []).Add(call);
        }

        return calls ?? [];
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsIn(SyntaxNode code, SyntaxNode node) => node.SyntaxTree == code.SyntaxTree && code.FullSpan.Contains(node.Span);

    private static SyntaxNode? BodyOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(at =>
        at is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax });

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

    /// <summary>Facts about a body of code that declares tasks.</summary>
    private sealed class DeclaringBody
    {
        internal DocumentScope Scope { get; } = new();

        internal List<TaskHeader> Headers { get; } = [];

        internal List<Entry> Spaces { get; } = [];

        internal bool MayGiveSpace { get; private set; }

        internal void Note(Interpreter interpreter)
        {
            Spaces.AddRange(interpreter.Spaces);
            MayGiveSpace |= interpreter.MayGiveSpace;
        }
    }

    /// <summary>The findings of the rules about the tasks of a body.</summary>
    private sealed class Findings
    {
        internal static readonly Findings None = new();

        internal HashSet<(SyntaxNode Root, string Rule, FieldPath? Path)> Keys { get; } = [];

        internal HashSet<(Place, string)> Places { get; } = [];
    }
}
