using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Analyzers.CSharp;

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
