using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Compares lists of entries: by the keys of the entries, or by their order.</summary>
/// <param name="notes">Takes what differs.</param>
/// <param name="compare">Compares two entries.</param>
internal sealed class ListComparer(ComparisonNotes notes, Action<ObjectView, ObjectView> compare)
{
    /// <summary>Whether the declaration is partial, so that an entry need not say which one it is.</summary>
    internal bool IsPartial { get; set; }

    internal void CompareKeyed(FieldSpec field, FieldValue declared, FieldValue live)
    {
        var pairs = new KeyedEntries(field, declared.Objects, live.Objects);
        for (var i = 0; i < declared.Objects.Count; i++)
        {
            var item = declared.Objects[i];
            if (pairs.AmbiguousAt(i) is { } fitting)
            {
                var name = LongName.Of(EntryKey.ShownOf(field, item)!);
                notes.Add(new Gap(notes.Path.Current.Item(name), item.Place,
                    $"the name '{name}' fits several entries of the live task's '{field.Name}'", fitting));
            }
            else if (EntryKey.ValueOf(field, item) is not { } key)
            {
                notes.Add(KeyGap(field, item));
            }
            else if (pairs.IsUnclearAt(i))
            {
                var (name, byId) = (LongName.Of(EntryKey.ShownOf(field, item)!), field.KeyedBy!.Name);
                notes.Add(new Gap(notes.Path.Current.Item(name), item.Place,
                    $"the live task does not say the names of its '{field.Name}'; declare '{byId}'"));
            }
            else
            {
                var twin = pairs.TwinOf(i);
                var (shown, label) = Called(field, item, twin);
                notes.Path.EnterItem(shown, label, (twin is null ? null : EntryKey.ValueOf(field, twin)) ?? key);
                if (twin is null)
                {
                    notes.Add(ChangeKind.Removed, field, item.Node, null, item.Place, ValueKind.Any);
                    if (pairs.NearestTo(i) is { } nearest)
                        notes.Last = notes.Last with { Advice = $"did you mean '{Excerpt.Of(nearest)}'" };
                }
                else
                {
                    if (pairs.IsMixedUp(i) && item[item.Spec.NameTwinOf(field.KeyedBy!)!] is { Node: ScalarNode text } byName)
                    {
                        var (shownId, keyName) = (Excerpt.Of(text.ShownText), field.KeyedBy!.Name);
                        notes.AddGap(field.KeyedBy!, byName, text,
                            new NameResolution.Missing($"'{shownId}' is an ID, and no name; declare it as '{keyName}'"));
                    }

                    compare(item, twin);
                }

                notes.Path.Leave();
            }
        }

        foreach (var item in pairs.LiveOnly)
        {
            notes.Path.EnterItem(EntryKey.ShownOf(field, item) ?? "", KeyedEntries.LabelOf(field, item));
            notes.Add(ChangeKind.Added, field, null, item.Node, declared.Head, ValueKind.Any);
            notes.Path.Leave();
        }
    }

    // The live entry has the ID and the name; where either is declared by a variable, the declaration says what is shown of it.
    private static (string Key, string Label) Called(FieldSpec field, ObjectView item, ObjectView? twin)
    {
        var shown = EntryKey.ShownOf(field, item)!;
        var isKeyFilled = item[field.KeyedBy!].Node is ScalarNode { IsFilled: true };
        var isNameFilled = item.Spec.NameTwinOf(field.KeyedBy!) is { } byName && item[byName].Node is ScalarNode { IsFilled: true };
        return (
            (isKeyFilled || twin is null ? null : EntryKey.ShownOf(field, twin)) ?? shown,
            (isNameFilled ? null : KeyedEntries.LabelOf(field, twin ?? item)) ?? shown);
    }

    private Gap KeyGap(FieldSpec field, ObjectView item)
    {
        var reference = item.Spec.NameTwinOf(field.KeyedBy!) is { } byName
            ? item.Reference(field.KeyedBy!, byName)
            : new Reference(item[field.KeyedBy!], default);
        var isUnknown = reference.ById.State == ValueState.Unknown || reference.ByName.State == ValueState.Unknown;
        // Nothing says that a reference is missing where the declaration is partial.
        var isReported = !isUnknown && (!IsPartial || reference.IsUncertain);
        return new Gap(notes.Path.Current, item.Place, $"which entry of '{field.Name}' is meant is not known") { IsReported = isReported };
    }

    internal void CompareOrdered(FieldSpec field, FieldValue declared, FieldValue live)
    {
        var aligned = Alignment.Of(declared.Objects.Count, live.Objects.Count, (i, j) => IsSameObject(declared.Objects[i], live.Objects[j]));
        foreach (var (i, j) in aligned)
        {
            notes.Path.EnterItem((i ?? j)!.Value.ToString(CultureInfo.InvariantCulture));
            if (i is null)
                notes.Add(ChangeKind.Added, field, null, live.Objects[j!.Value].Node, declared.Head, ValueKind.Any);
            else if (j is null)
                notes.Add(ChangeKind.Removed, field, declared.Objects[i.Value].Node, null, declared.Objects[i.Value].Place, ValueKind.Any);
            else
                compare(declared.Objects[i.Value], live.Objects[j.Value]);
            notes.Path.Leave();
        }
    }

    private bool IsSameObject(ObjectView declared, ObjectView live)
    {
        var (changes, gaps) = (notes.Changes, notes.Gaps);
        var (changesBefore, gapsBefore) = (changes.Count, gaps.Count);
        compare(declared, live);
        var same = changes.Count == changesBefore;
        changes.RemoveRange(changesBefore, changes.Count - changesBefore);
        gaps.RemoveRange(gapsBefore, gaps.Count - gapsBefore);
        return same;
    }
}
