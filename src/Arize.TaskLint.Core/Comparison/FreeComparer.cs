using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Compares values that the schema knows nothing of: parameter bags, tool descriptions, input templates.</summary>
internal sealed class FreeComparer(ComparisonNotes notes)
{
    /// <summary>Compares two values of a free field.</summary>
    internal void Compare(FieldSpec field, Node declared, Node live, Place place) => Compare(field, field.Equality, declared, live, place);

    /// <summary>Compares the members of an open mapping that its table does not have.</summary>
    internal void CompareRest(ObjectView declared, ObjectView live, bool isStrict)
    {
        foreach (var (key, value) in declared.Node.Entries)
        {
            if (declared.Spec.Find(key.Text) is null && !IsOwn(key.Text, live.Node))
                CompareMember(null, Equality.ByKind, key.Text, value, live.Node[key.Text], HeadOf(key, value));
        }

        if (!isStrict)
            return;
        foreach (var (key, value) in live.Node.Entries)
        {
            if (declared.Spec.Find(key.Text) is null && declared.Node[key.Text] is null)
                CompareMember(null, Equality.ByKind, key.Text, null, value, declared.Place);
        }
    }

    private void Compare(FieldSpec? field, Equality equality, Node declared, Node live, Place place)
    {
        switch (declared, live)
        {
            case (ScalarNode { Unknown: not null }, _):
                notes.AddGap(declared.Place, "its value is not known");
                break;
            case (MappingNode own, MappingNode other):
                CompareMappings(field, equality, own, other, place);
                break;
            case (ListNode own, ListNode other):
                CompareLists(field, equality, own, other, place);
                break;
            case (ScalarNode own, ScalarNode other) when Values.Same(ValueKind.Any, equality, own, other):
                break;
            default:
                notes.Add(ChangeKind.Changed, field, declared, live, place, ValueKind.Any);
                break;
        }
    }

    private void CompareMappings(FieldSpec? field, Equality equality, MappingNode declared, MappingNode live, Place place)
    {
        foreach (var (key, value) in declared.Entries)
        {
            if (!IsOwn(key.Text, live))
                CompareMember(field, equality, key.Text, value, live[key.Text], HeadOf(key, value));
        }

        if (declared.IsIncomplete)
        {
            if (live.Entries.Any(entry => declared[entry.Key.Text] is null && !Values.IsNone(null, entry.Value)))
                notes.AddGap(place, "not all of it is known");
            return;
        }

        foreach (var (key, value) in live.Entries)
        {
            if (declared[key.Text] is null)
                CompareMember(field, equality, key.Text, null, value, place);
        }
    }

    // Inside free values too, null is the same as not there: saved answers leave nulls out.
    private void CompareMember(FieldSpec? field, Equality equality, string key, Node? declared, Node? live, Place place)
    {
        var (hasOwn, hasOther) = (!Values.IsNone(null, declared), !Values.IsNone(null, live));
        notes.Path.Enter(key);
        if (hasOwn && hasOther)
            Compare(field, equality, declared!, live!, place);
        else if (declared is ScalarNode { Unknown: not null })
            notes.AddGap(declared.Place, "its value is not known");
        else if (hasOwn || hasOther)
            notes.Add(hasOwn ? ChangeKind.Removed : ChangeKind.Added, field, declared, live, place, ValueKind.Any);
        notes.Path.Leave();
    }

    private void CompareLists(FieldSpec? field, Equality equality, ListNode declared, ListNode live, Place place)
    {
        if (declared.IsIncomplete)
        {
            notes.AddGap(place, "not all of it is known");
            return;
        }

        var pairs = Alignment.Of(declared.Items.Count, live.Items.Count, (i, j) => IsSame(equality, declared.Items[i], live.Items[j])).ToList();
        // An entry that says null looks like no entry: then the lists are what can be seen to differ.
        if (pairs.Exists(pair => (pair.Live is null && IsNull(declared, pair.Declared)) || (pair.Declared is null && IsNull(live, pair.Live))))
        {
            notes.Add(ChangeKind.Changed, field, declared, live, place, ValueKind.Any);
            return;
        }

        foreach (var (i, j) in pairs)
        {
            notes.Path.EnterItem((i ?? j)!.Value.ToString(CultureInfo.InvariantCulture));
            var (own, other) = (i is null ? null : declared.Items[i.Value], j is null ? null : live.Items[j.Value]);
            if (own is null || other is null)
            {
                var at = own is null ? place : HeadOf(null, own);
                notes.Add(own is null ? ChangeKind.Added : ChangeKind.Removed, field, own, other, at, ValueKind.Any);
            }
            else
            {
                Compare(field, equality, own, other, HeadOf(null, own));
            }

            notes.Path.Leave();
        }
    }

    private static bool IsNull(ListNode list, int? position) => position is { } i && Values.IsNone(null, list.Items[i]);

    /// <summary>Whether a key is the author's own. A live mapping has none of these: a key that it has is no home of anchors.</summary>
    internal static bool IsOwn(string key, MappingNode live) => ObjectSpec.IsOwnKey(key) && live[key] is null;

    // A list or mapping may run over many lines, and a null that is not written over none: a message points at its key, or at the first key
    // of a mapping that has none.
    internal static Place HeadOf(ScalarNode? key, Node value) =>
        value is ScalarNode && (value.Place.End > value.Place.Start || key is null)
            ? value.Place
            : key?.Place ?? (value as MappingNode)?.Head ?? value.Place;

    // What Compare finds no change in. It looks at each value once, however deep lists stand in lists.
    private static bool IsSame(Equality equality, Node declared, Node live) => (declared, live) switch
    {
        (ScalarNode { Unknown: not null }, _) => true,
        (MappingNode own, MappingNode other) =>
            own.Entries.All(entry => IsOwn(entry.Key.Text, other) || IsSameMember(equality, entry.Value, other[entry.Key.Text]))
            && (own.IsIncomplete || other.Entries.All(entry => own[entry.Key.Text] is not null || Values.IsNone(null, entry.Value))),
        (ListNode { IsIncomplete: true }, ListNode) => true,
        (ListNode own, ListNode other) => own.Items.Count == other.Items.Count
            && !own.Items.Where((item, i) => !IsSame(equality, item, other.Items[i])).Any(),
        (ScalarNode own, ScalarNode other) => Values.Same(ValueKind.Any, equality, own, other),
        _ => false,
    };

    private static bool IsSameMember(Equality equality, Node declared, Node? live) =>
        Values.IsNone(null, declared) || Values.IsNone(null, live)
            ? declared is ScalarNode { Unknown: not null } || Values.IsNone(null, declared) == Values.IsNone(null, live)
            : IsSame(equality, declared, live!);
}
