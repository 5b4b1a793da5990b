using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>A mapping while it is filled.</summary>
/// <param name="maker">The call that makes it, or null.</param>
internal sealed class MappingDraft(Place place, Origin origin, InvocationExpressionSyntax? maker = null) : Draft(place, origin)
{
    private readonly List<Part> parts = [];

    /// <summary>Whether a key is there.</summary>
    internal bool Has(string key) => parts.Exists(part => part.Key.Text == key);

    /// <summary>Adds an entry; a key that is there already makes it a repeated one.</summary>
    /// <param name="value">A node, or a draft that is still being filled.</param>
    /// <param name="call">The call that does it, or null.</param>
    internal void Set(ScalarNode key, object value, InvocationExpressionSyntax? call) => parts.Add(new Part(key, value, call));

    /// <summary>The list of a key. It is created if the key has none.</summary>
    internal ListDraft ListAt(ScalarNode key, InvocationExpressionSyntax? call) => DraftAt(key, call, () => new ListDraft(key.Place, Origin));

    /// <summary>The mapping of a key. It is created if the key has none.</summary>
    internal MappingDraft MappingAt(ScalarNode key, InvocationExpressionSyntax? call) =>
        DraftAt(key, call, () => new MappingDraft(key.Place, Origin));

    /// <summary>Fields that the call which creates the mapping sets. They hold whatever else happens.</summary>
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
