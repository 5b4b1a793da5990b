namespace Arize.TaskLint.Documents;

/// <summary>A mapping whose entries have the place of the call that set each of them. A key that was set twice occurs twice.</summary>
/// <param name="place">The place of the call that created it.</param>
internal sealed class MappingNode(CallPlace place) : ContainerNode
{
    /// <summary>The place of the latest call that set something in it.</summary>
    internal CallPlace Latest { get; private set; } = place;

    internal List<(string Key, DocumentNode Value, CallPlace Place)> Entries { get; } = [];

    /// <summary>Sets a field.</summary>
    internal void Set(string name, DocumentNode value, CallPlace place)
    {
        if (DeclareRun.IsOver(place))
            return;
        Entries.Add((name, value, place));
        Latest = place;
    }

    /// <summary>Sets a field from an optional argument.</summary>
    internal void SetUnlessNull(string name, string? text, CallPlace place)
    {
        if (text is not null)
            Set(name, ScalarNode.Of(text), place);
    }

    /// <summary>Says that a field must be unset.</summary>
    internal void SetNull(string name, CallPlace place) => Set(name, ScalarNode.Of((string?)null), place);

    /// <summary>Sets a field to a new mapping.</summary>
    internal MappingNode SetMapping(string name, CallPlace place)
    {
        var value = new MappingNode(place);
        Set(name, value, place);
        return value;
    }

    /// <summary>Appends texts to the list of a field.</summary>
    internal void Append(string name, IEnumerable<string?> texts, CallPlace place) => AppendValues(name, texts.Select(ScalarNode.Of), place);

    /// <summary>Appends values to the list of a field.</summary>
    internal void AppendValues(string name, IEnumerable<ScalarNode> values, CallPlace place)
    {
        var list = ListOf(name, place);
        foreach (var value in values)
            list.Add(value, place);
    }

    /// <summary>Appends a new mapping to the list of a field.</summary>
    internal MappingNode AddItem(string name, CallPlace place) => ListOf(name, place).AddMapping(place);

    /// <summary>Adds an entry to the free mapping of a field.</summary>
    internal void AddEntry(string name, string key, DocumentNode value, CallPlace place)
    {
        Latest = place;
        (Existing<MappingNode>(name) ?? SetMapping(name, place)).SetFree(key, value, place);
    }

    /// <summary>Adds entries to the free mapping of a field.</summary>
    internal void AddEntries(string name, IEnumerable<(string Key, string? Value)> entries, CallPlace place)
    {
        Latest = place;
        var target = Existing<MappingNode>(name) ?? SetMapping(name, place);
        foreach (var (key, value) in entries)
            target.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), place);
    }

    /// <summary>Sets a free key.</summary>
    internal void SetFree(string key, DocumentNode value, CallPlace place)
    {
        // Keys of the author's own are not read, and one of them has a meaning in the document.
        if (!key.StartsWith("x-", StringComparison.Ordinal))
            Set(key, value, place);
    }

    /// <summary>Sets a free key to a new list.</summary>
    internal ListNode SetFreeList(string key, CallPlace place)
    {
        var value = new ListNode();
        SetFree(key, value, place);
        return value;
    }

    /// <summary>Sets a free key to a new mapping.</summary>
    internal MappingNode SetFreeMapping(string key, CallPlace place)
    {
        var value = new MappingNode(place);
        SetFree(key, value, place);
        return value;
    }

    private ListNode ListOf(string name, CallPlace place)
    {
        Latest = place;
        if (Existing<ListNode>(name) is { } there)
            return there;
        var list = new ListNode();
        Set(name, list, place);
        return list;
    }

    // Calls add to one list or mapping. A value of another kind in between, such as null, becomes a duplicate key, which is reported.
    private T? Existing<T>(string name)
        where T : DocumentNode
    {
        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            if (Entries[i].Key == name && Entries[i].Value is T there)
                return there;
        }

        return null;
    }
}
