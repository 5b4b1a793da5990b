namespace Arize.TaskLint.Core.Model;

public sealed class ListNode : Node
{
    /// <summary>Creates a list.</summary>
    public ListNode(Place place, IReadOnlyList<Node> items)
        : this(place, items, HoldVariables(items))
    {
    }

    private ListNode(Place place, IReadOnlyList<Node> items, bool holdsVariables)
        : base(place) => (Items, HoldsVariables) = (items, holdsVariables);

    /// <summary>The entries, in their order.</summary>
    public IReadOnlyList<Node> Items { get; }

    /// <summary>Whether there may be further entries that are not known, as of code that adds some in a loop.</summary>
    public bool IsIncomplete { get; init; }

    /// <inheritdoc/>
    public override string Describe() => "a list";

    internal override bool HoldsVariables { get; }

    internal override Node At(Place place) => new ListNode(place, Items, HoldsVariables) { IsIncomplete = IsIncomplete };

    internal override Node WithVariables(Func<ScalarNode, ScalarNode> change) =>
        HoldsVariables ? new ListNode(Place, [.. Items.Select(item => item.WithVariables(change))]) { IsIncomplete = IsIncomplete } : this;

    private static bool HoldVariables(IReadOnlyList<Node> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].HoldsVariables)
                return true;
        }

        return false;
    }
}
