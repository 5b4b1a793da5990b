using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A mapping or a list of the tree while calls of builders fill it.</summary>
internal abstract class Draft(Place place, Origin origin)
{
    /// <summary>Where it begins: the call that makes it.</summary>
    internal Place Place { get; } = place;

    /// <summary>Where it comes from.</summary>
    internal Origin Origin { get; } = origin;

    /// <summary>Whether there may be more in it than the calls that could be followed.</summary>
    internal bool IsIncomplete { get; private set; }

    /// <summary>Notes that code which cannot be followed may add to it.</summary>
    internal void MakeIncomplete() => IsIncomplete = true;

    /// <summary>An incomplete draft in the same place of the same task, to judge a call by itself.</summary>
    /// <param name="withConstants">Whether what the call gives that makes it counts, too.</param>
    /// <param name="root">The draft of the task around it.</param>
    internal abstract Draft Aside(bool withConstants, out MappingDraft root);

    /// <summary>What it has come to.</summary>
    /// <param name="calls">Is told which calls made what.</param>
    internal abstract Node ToNode(CallMap calls);
}

/// <summary>Where a draft comes from.</summary>
/// <param name="Task">The task that it is a part of.</param>
/// <param name="Region">The region of the code that made it; null where that is not known.</param>
/// <param name="Parent">The draft that it is a part of; null for a task.</param>
/// <param name="Attach">Puts a draft into another one as this one is put into its parent.</param>
internal sealed record Origin(ReadTask Task, Region? Region, Draft? Parent, Action<Draft, Draft>? Attach);

/// <summary>A mapping while it is filled.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="origin">Where it comes from.</param>
/// <param name="maker">The call that makes it, or null.</param>
internal sealed class MappingDraft(Place place, Origin origin, InvocationExpressionSyntax? maker = null) : Draft(place, origin)
{
    private readonly List<Part> parts = [];

    /// <summary>Whether a key is there.</summary>
    internal bool Has(string key) => parts.Exists(part => part.Key.Text == key);

    /// <summary>Adds an entry; a key that is there already makes it a repeated one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">A node, or a draft that is still being filled.</param>
    /// <param name="call">The call that does it, or null.</param>
    internal void Set(ScalarNode key, object value, InvocationExpressionSyntax? call) => parts.Add(new Part(key, value, call));

    /// <summary>The list that a key holds; made where there is none.</summary>
    internal ListDraft ListAt(ScalarNode key, InvocationExpressionSyntax? call) => DraftAt(key, call, () => new ListDraft(key.Place, Origin));

    /// <summary>The mapping that a key holds; made where there is none.</summary>
    internal MappingDraft MappingAt(ScalarNode key, InvocationExpressionSyntax? call) =>
        DraftAt(key, call, () => new MappingDraft(key.Place, Origin));

    /// <summary>Fields that hold whatever else happens: those that the call gives that makes it.</summary>
    internal List<(ScalarNode Key, ScalarNode Value)> Constants { get; } = [];

    /// <inheritdoc/>
    internal override Draft Aside(bool withConstants, out MappingDraft root)
    {
        var aside = new MappingDraft(Place, Origin);
        aside.MakeIncomplete();
        foreach (var (key, value) in withConstants ? Constants : [])
            aside.Set(key, value, null);
        root = aside;
        if (Origin.Parent is { } parent)
            Origin.Attach!(parent.Aside(withConstants, out root), aside);
        return aside;
    }

    /// <inheritdoc/>
    internal override Node ToNode(CallMap calls)
    {
        List<Entry> first = [];
        List<Entry> repeated = [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            (keys.Add(part.Key.Text) ? first : repeated).Add(new Entry(part.Key, part.Value as Node ?? ((Draft)part.Value).ToNode(calls)));
            calls.Set(part.Key, part.Calls);
        }

        var node = new MappingNode(Place, first, repeated) { IsIncomplete = IsIncomplete };
        if (maker is not null)
            calls.Made(node, maker);
        return node;
    }

    private T DraftAt<T>(ScalarNode key, InvocationExpressionSyntax? call, Func<T> create)
        where T : Draft
    {
        foreach (var part in parts)
        {
            if (part.Key.Text == key.Text && part.Value is T draft)
            {
                if (call is not null)
                    part.Calls.Add(call);
                return draft;
            }
        }

        var created = create();
        Set(key, created, call);
        return created;
    }

    private sealed class Part(ScalarNode key, object value, InvocationExpressionSyntax? call)
    {
        internal ScalarNode Key { get; } = key;

        internal object Value { get; } = value;

        internal List<InvocationExpressionSyntax> Calls { get; } = call is null ? [] : [call];
    }
}

/// <summary>A list while it is filled.</summary>
internal sealed class ListDraft(Place place, Origin origin) : Draft(place, origin)
{
    private readonly List<object> items = [];

    /// <inheritdoc/>
    internal override Draft Aside(bool withConstants, out MappingDraft root)
    {
        var aside = new ListDraft(Place, Origin);
        Origin.Attach!(Origin.Parent!.Aside(withConstants, out root), aside);
        return aside;
    }

    /// <summary>Adds an entry: a node, or a draft that is still being filled.</summary>
    internal void Add(object item) => items.Add(item);

    /// <inheritdoc/>
    internal override Node ToNode(CallMap calls) =>
        new ListNode(Place, [.. items.Select(item => item as Node ?? ((Draft)item).ToNode(calls))]) { IsIncomplete = IsIncomplete };
}

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

    /// <summary>Whether a call was followed once: what it does belongs to one task.</summary>
    internal bool RanOnce(InvocationExpressionSyntax call) => runs.TryGetValue(call, out var run) && run.Count == 1;

    /// <summary>The draft that a call changes, or made; null where it was not followed.</summary>
    internal Draft? DraftOf(InvocationExpressionSyntax call) => runs.TryGetValue(call, out var run) ? run.Draft : null;

    /// <summary>The calls that set an entry, by its key.</summary>
    internal IReadOnlyList<InvocationExpressionSyntax> CallsOf(ScalarNode key) => settings.TryGetValue(key, out var calls) ? calls : [];

    /// <summary>The call that made a mapping, or null.</summary>
    internal InvocationExpressionSyntax? MakerOf(Node mapping) => mapping is MappingNode node && makers.TryGetValue(node, out var call) ? call : null;
}
