using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Which calls of builders made which parts of the tree: what a fix has to change.</summary>
internal sealed class CallMap
{
    private readonly Dictionary<ScalarNode, IReadOnlyList<InvocationExpressionSyntax>> settings = [];
    private readonly Dictionary<MappingNode, InvocationExpressionSyntax> makers = [];
    private readonly Dictionary<InvocationExpressionSyntax, (Draft Draft, int Count)> runs = [];

    /// <summary>Notes the calls that set an entry.</summary>
    internal void Set(ScalarNode key, IReadOnlyList<InvocationExpressionSyntax> calls) => settings[key] = calls;

    /// <summary>Notes the call that made a mapping.</summary>
    internal void Made(MappingNode mapping, InvocationExpressionSyntax call) => makers[mapping] = call;

    /// <summary>Notes that a call was followed.</summary>
    internal void Ran(InvocationExpressionSyntax call, Draft draft) => runs[call] = (draft, runs.TryGetValue(call, out var run) ? run.Count + 1 : 1);

    /// <summary>Whether a call was followed exactly once, so that it belongs to one task.</summary>
    internal bool RanOnce(InvocationExpressionSyntax call) => runs.TryGetValue(call, out var run) && run.Count == 1;

    /// <summary>The draft that a call changes, or made; null if it was not followed.</summary>
    internal Draft? DraftOf(InvocationExpressionSyntax call) => runs.TryGetValue(call, out var run) ? run.Draft : null;

    /// <summary>The calls that set an entry, by its key.</summary>
    internal IReadOnlyList<InvocationExpressionSyntax> CallsOf(ScalarNode key) => settings.TryGetValue(key, out var calls) ? calls : [];

    /// <summary>The call that made a mapping, or null.</summary>
    internal InvocationExpressionSyntax? MakerOf(Node mapping) => mapping is MappingNode node && makers.TryGetValue(node, out var call) ? call : null;
}
