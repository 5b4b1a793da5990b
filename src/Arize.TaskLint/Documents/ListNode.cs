namespace Arize.TaskLint.Documents;

/// <summary>A list; each item with the place of the call that added it.</summary>
internal sealed class ListNode : ContainerNode
{
    internal List<(DocumentNode Value, CallPlace Place)> Items { get; } = [];

    internal void Add(DocumentNode value, CallPlace place)
    {
        if (!DeclareRun.IsOver(place))
            Items.Add((value, place));
    }

    internal MappingNode AddMapping(CallPlace place)
    {
        var item = new MappingNode(place);
        Add(item, place);
        return item;
    }

    internal ListNode AddList(CallPlace place)
    {
        var item = new ListNode();
        Add(item, place);
        return item;
    }
}
