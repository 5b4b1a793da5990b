using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Compares a declaration with its live task, field by field, as the task schema says. What the declaration does not name is unmanaged;
/// null means that it must be unset; lists and free mappings are compared whole.
/// </summary>
public sealed class TaskComparer
{
    private readonly NameResolver names;
    private readonly bool isStrict;
    private readonly PathCursor path = new();
    private readonly FreeComparer free;
    private List<Change> changes = [];
    private List<Gap> gaps = [];
    private bool isPartial;

    /// <summary>Creates a comparer.</summary>
    /// <param name="names">Finds the IDs of what is declared by name.</param>
    /// <param name="isStrict">Whether fields that the declaration does not name must be unset.</param>
    public TaskComparer(NameResolver names, bool isStrict)
    {
        this.names = names;
        this.isStrict = isStrict;
        free = new FreeComparer(path, change => changes.Add(change), gap => gaps.Add(gap));
    }

    /// <summary>The patterns of the run.</summary>
    public PatternRun Patterns { get; init; } = new();

    /// <summary>What differs, and what could not be compared.</summary>
    public (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(TaskDeclaration declared, TaskDeclaration live)
    {
        changes = [];
        gaps = [];
        isPartial = declared.IsPartial;
        CompareObject(declared.View, live.View);
        return (changes, gaps);
    }

    private void CompareObject(ObjectView declared, ObjectView live)
    {
        foreach (var field in declared.Spec.Fields)
        {
            if (field.Role != FieldRole.Managed || field.NameOf is not null || field.IsKey)
                continue;
            if (field.Equality == Equality.LoneFilter && FilterExpression.IsSame(declared, live))
                continue;
            var byName = declared.Spec.NameTwinOf(field) is { } twin ? declared[twin] : default;
            path.Enter(field.Name);
            if (byName.IsGiven)
                CompareName(field, byName, live[field]);
            else if (!declared[field].IsAbsent)
                CompareField(field, declared[field], live[field]);
            else if (byName.SaysNone)
                CompareNone(field, byName.Head, live[field].Node);
            else if (isStrict && !IsSame(field, null, live[field].Node))
                Note(ChangeKind.Added, field, null, live[field].Node, declared.Place);
            path.Leave();
        }

        if (declared.Spec.IsOpen)
            free.CompareRest(declared, live, isStrict);
    }

    private void CompareField(FieldSpec field, FieldValue declared, FieldValue live)
    {
        switch (declared.State)
        {
            case ValueState.Unknown:
                NoteGap(declared, "its value is not known");
                break;
            case ValueState.Invalid:
                gaps.Add(new Gap(path.Current, declared.Head, "the declaration has an error here") { IsReported = true });
                break;
            case ValueState.Matcher:
                CompareMatcher(field, declared.Matcher!, declared.Node!, live.Node);
                break;
            // An empty mapping says "none" itself; below one that is not empty, what is not there is unmanaged.
            case ValueState.None:
            case ValueState.Known when field.Kind == ValueKind.Object && declared is { SaysNone: true, Object.Node.IsIncomplete: false }:
                CompareNone(field, declared.Head, live.Node);
                break;
            default:
                CompareKnown(field, declared, live);
                break;
        }
    }

    private void CompareKnown(FieldSpec field, FieldValue declared, FieldValue live)
    {
        switch (field.Kind)
        {
            case <= ValueKind.Date:
                if (!CompareNamesForIds(field, declared, live))
                    CompareScalar(field, declared, live.Node);
                break;
            case ValueKind.Object when live.Object is { } liveObject:
                CompareObject(declared.Object!, liveObject);
                break;
            // What is no mapping there may be anything.
            case ValueKind.ObjectList when live.Node is ListNode list && live.Objects.Count < list.Items.Count:
                NoteGap(declared, $"the live task's '{field.Name}' has an entry that is not a mapping");
                break;
            case ValueKind.ObjectList when live.Node is ListNode && field.Order == ListOrder.Keyed:
                CompareKeyed(field, declared, live);
                break;
            case ValueKind.ObjectList when live.Node is ListNode:
                CompareOrdered(field, declared, live);
                break;
            case ValueKind.TextList:
                if (!CompareNamesForIds(field, declared, live))
                    CompareTexts(field, declared.Node!, live.Node, declared.Head);
                break;
            case ValueKind.TextMap or ValueKind.NumberMap when live.Node is MappingNode map:
                CompareMap(field, declared, map);
                break;
            case ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any when !IsNull(live.Node):
                free.Compare(field, declared.Node!, live.Node!, declared.Head);
                break;
            default:
                if (!IsSame(field, declared.Node, live.Node))
                    Note(IsNull(live.Node) ? ChangeKind.Removed : ChangeKind.Changed, field, declared.Node, live.Node, declared.Head);
                break;
        }
    }

    private void CompareNone(FieldSpec field, Place place, Node? live)
    {
        if (!IsSame(field, null, live))
            Note(ChangeKind.Added, field, null, live, place);
    }

    // Whether a whole value and none, or two values of different shapes, are the same after all.
    private static bool IsSame(FieldSpec field, Node? declared, Node? live) => Values.SaysNone(field, declared) && Values.SaysNone(field, live);

    private static bool IsNull(Node? value) => value is null or ScalarNode { IsNull: true };

    private void CompareScalar(FieldSpec field, FieldValue declared, Node? live)
    {
        var own = (ScalarNode)declared.Node!;
        if (Values.IsNone(field, live))
        {
            if (!Values.IsNone(field, own))
                Note(WithoutLive(field, live), field, own, live, declared.Head);
        }
        else if (Values.IsNone(field, own) && field.Kind == ValueKind.Text)
        {
            Note(ChangeKind.Added, field, own, live, declared.Head);
        }
        else if (live is not ScalarNode other || !Values.Same(field.Kind, field.Equality, own, other))
        {
            Note(ChangeKind.Changed, field, own, live, declared.Head);
        }
    }

    // false may be the same as none, but a task that says false has not lost a value.
    private static ChangeKind WithoutLive(FieldSpec field, Node? live) =>
        field.FalseIsNone && !IsNull(live) ? ChangeKind.Changed : ChangeKind.Removed;

    private void CompareMatcher(FieldSpec field, ObjectView matcher, Node declared, Node? live, ValueKind? kind = null)
    {
        if (Matcher.IsUnknown(matcher))
            gaps.Add(new Gap(path.Current, declared.Place, "its value is not known"));
        else if (Matcher.Fits(matcher, field, kind ?? field.Kind, live, Patterns) is not { } fits)
            gaps.Add(new Gap(path.Current, declared.Place, "its pattern takes too long on the live value; write a simpler one"));
        else if (!fits)
            Note(Values.IsNone(field, live) ? WithoutLive(field, live) : ChangeKind.Changed, field, declared, live, declared.Place, kind);
    }

    private void CompareName(FieldSpec field, FieldValue byName, FieldValue live)
    {
        if (byName.IsUncertain)
        {
            var reason = byName.State == ValueState.Unknown ? "its value is not known" : "the declaration has an error here";
            gaps.Add(new Gap(path.Current, byName.Head, reason) { IsReported = byName.State == ValueState.Invalid });
            return;
        }

        var texts = byName.Scalars;
        var liveIds = live.Texts;
        var ids = new List<Node>();
        foreach (var text in texts)
        {
            if (NamesToResolve.IsId(field.Refers!, text.Text, liveIds))
            {
                // What is meant is known all the same.
                ids.Add(new ScalarNode(byName.Place, text.Text, isPlain: false) { Variables = text.Variables });
                NoteGap(field, byName, text,
                    new NameResolution.Missing($"'{Excerpt.Of(text.ShownText)}' is an ID, and no name; declare it as '{field.Name}'"));
            }
            else if (Resolve(field, byName, text) is { } id)
            {
                ids.Add(id);
            }
        }

        if (ids.Count == texts.Count)
            CompareIds(field, byName, ids, live);
    }

    // What stands in a field for IDs may be the name of the very resource that the live task has.
    private bool CompareNamesForIds(FieldSpec field, FieldValue declared, FieldValue live)
    {
        if (field.IsKey || field.Owner?.NameTwinOf(field) is not { ToldBy: null } byName
            || NamesToResolve.ForIds(declared, live) is not { Count: > 0 } probable)
        {
            return false;
        }

        var padded = live.Texts.ToLookup(id => id.TrimEnd('='), StringComparer.Ordinal);
        var ids = new List<Node>();
        ScalarNode? unknown = null;
        foreach (var text in declared.Scalars)
        {
            if (!probable.Contains(text.Text))
            {
                ids.Add(text);
            }
            else if (padded[text.Text.TrimEnd('=')].FirstOrDefault() is { } whole)
            {
                // Only the padding of the ID is lost.
                ids.Add(new ScalarNode(text.Place, whole, isPlain: false) { Variables = text.Variables });
            }
            else if (names(field.Refers!, text.Text) is NameResolution.Found found)
            {
                ids.Add(new ScalarNode(text.Place, found.Id, isPlain: false));
            }
            else
            {
                unknown ??= text;
            }
        }

        if (unknown is null)
        {
            CompareIds(field, declared, ids, live);
            return true;
        }

        // Of what is neither an ID nor a known name, nothing says that the task is on something else.
        Note(ChangeKind.Changed, field, declared.Node, live.Node, declared.Head);
        changes[changes.Count - 1] = changes[changes.Count - 1] with
        {
            IsNoReference = true,
            Advice = $"'{Excerpt.Of(unknown.ShownText)}' does not have the form of an ID; a name is declared as '{byName.Name}'",
        };
        return true;
    }

    private ScalarNode? Resolve(FieldSpec field, FieldValue declared, ScalarNode text)
    {
        var resolution = names(field.Refers!, text.Text);
        if (resolution is NameResolution.Found found)
            return new ScalarNode(declared.Place, found.Id, isPlain: false);
        NoteGap(field, declared, text, resolution);
        return null;
    }

    private void CompareIds(FieldSpec field, FieldValue declared, List<Node> ids, FieldValue live)
    {
        var before = changes.Count;
        if (field.Kind == ValueKind.TextList)
            CompareTexts(field, new ListNode(declared.Place, ids), live.Node, declared.Head);
        else if (live.Node is not ScalarNode scalar || scalar.Text != ((ScalarNode)ids[0]).Text)
            Note(IsNull(live.Node) ? ChangeKind.Removed : ChangeKind.Changed, field, ids[0], live.Node, declared.Head);
        if (changes.Count > before)
            changes[before] = changes[before] with { DeclaredName = string.Join(", ", declared.Scalars.Select(text => text.ShownText)) };
    }

    private void NoteGap(FieldSpec field, FieldValue declared, ScalarNode text, NameResolution resolution)
    {
        var kind = field.Refers!;
        var reason = resolution switch
        {
            NameResolution.Ambiguous => $"the name '{Excerpt.Of(text.ShownText)}' fits several {kind.Noun}s",
            NameResolution.Missing missing => missing.Reason,
            NameResolution.Unresolved unresolved => unresolved.Cause.Reason,
            NameResolution.NotSaved saved => $"{saved.Label} does not have the {kind.Noun}s' names",
            _ => throw new ArgumentOutOfRangeException(nameof(resolution)),
        };
        var ids = (resolution as NameResolution.Ambiguous)?.Ids;
        gaps.Add(new Gap(path.Current, declared.Head, reason, ids) { Kind = kind, Resolution = resolution });
    }

    private void CompareTexts(FieldSpec field, Node declared, Node? live, Place place)
    {
        if (IsSame(field, declared, live))
            return;
        var own = Texts(declared);
        var other = Texts(live);
        if (!IsNull(live) && live is not ListNode)
            Note(ChangeKind.Changed, field, declared, live, place);
        else if (!(field.Order == ListOrder.Set ? new HashSet<string>(own).SetEquals(other) : own.SequenceEqual(other)))
            Note(own.Length == 0 ? ChangeKind.Added : other.Length == 0 ? ChangeKind.Removed : ChangeKind.Changed, field, declared, live, place);
    }

    private static string[] Texts(Node? list) =>
        list is ListNode { Items: var items } ? [.. items.OfType<ScalarNode>().Select(item => item.Text)] : [];

    private void CompareMap(FieldSpec field, FieldValue declared, MappingNode live)
    {
        var kind = field.Kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Number;
        foreach (var (key, value) in ((MappingNode)declared.Node!).Entries)
        {
            if (FreeComparer.IsOwn(key.Text, live))
                continue;
            path.Enter(key.Text);
            var other = live[key.Text];
            if (value is ScalarNode { Unknown: not null })
                gaps.Add(new Gap(path.Current, value.Place, "its value is not known"));
            else if (value is MappingNode matcher)
                CompareMatcher(field, new Binder().BindMapping(MatcherFields.Spec, matcher, []), value, other, kind);
            else if (IsNull(other) != IsNull(value))
                Note(IsNull(other) ? ChangeKind.Removed : ChangeKind.Added, field, value, other, FreeComparer.HeadOf(key, value), kind);
            else if (!IsNull(other) && !(value is ScalarNode own && other is ScalarNode scalar && Values.Same(kind, Equality.ByKind, own, scalar)))
                Note(ChangeKind.Changed, field, value, other, FreeComparer.HeadOf(key, value), kind);
            path.Leave();
        }

        foreach (var (key, value) in live.Entries)
        {
            if (IsNull(value) || ((MappingNode)declared.Node!)[key.Text] is not null)
                continue;
            path.Enter(key.Text);
            Note(ChangeKind.Added, field, null, value, declared.Head, kind);
            path.Leave();
        }
    }

    private void CompareKeyed(FieldSpec field, FieldValue declared, FieldValue live)
    {
        var pairs = new KeyedEntries(field, declared.Objects, live.Objects);
        for (var i = 0; i < declared.Objects.Count; i++)
        {
            var item = declared.Objects[i];
            if (pairs.AmbiguousAt(i) is { } fitting)
            {
                var name = LongName.Of(EntryKey.ShownOf(field, item)!);
                gaps.Add(new Gap(path.Current.Item(name), item.Place,
                    $"the name '{name}' fits several entries of the live task's '{field.Name}'", fitting));
            }
            else if (EntryKey.ValueOf(field, item) is not { } key)
            {
                gaps.Add(KeyGap(field, item));
            }
            else if (pairs.IsUnclearAt(i))
            {
                var (name, byId) = (LongName.Of(EntryKey.ShownOf(field, item)!), field.KeyedBy!.Name);
                gaps.Add(new Gap(path.Current.Item(name), item.Place,
                    $"the live task does not say the names of its '{field.Name}'; declare '{byId}'"));
            }
            else
            {
                var twin = pairs.TwinOf(i);
                var (shown, label) = Called(field, item, twin);
                path.EnterItem(shown, label, (twin is null ? null : EntryKey.ValueOf(field, twin)) ?? key);
                if (twin is null)
                {
                    Note(ChangeKind.Removed, field, item.Node, null, item.Place, ValueKind.Any);
                    if (pairs.NearestTo(i) is { } nearest)
                        changes[changes.Count - 1] = changes[changes.Count - 1] with { Advice = $"did you mean '{Excerpt.Of(nearest)}'" };
                }
                else
                {
                    if (pairs.IsMixedUp(i) && item[item.Spec.NameTwinOf(field.KeyedBy!)!] is { Node: ScalarNode text } byName)
                    {
                        var (shownId, keyName) = (Excerpt.Of(text.ShownText), field.KeyedBy!.Name);
                        NoteGap(field.KeyedBy!, byName, text,
                            new NameResolution.Missing($"'{shownId}' is an ID, and no name; declare it as '{keyName}'"));
                    }

                    CompareObject(item, twin);
                }

                path.Leave();
            }
        }

        foreach (var item in pairs.LiveOnly)
        {
            path.EnterItem(EntryKey.ShownOf(field, item) ?? "", KeyedEntries.LabelOf(field, item));
            Note(ChangeKind.Added, field, null, item.Node, declared.Head, ValueKind.Any);
            path.Leave();
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
        var isReported = !isUnknown && (!isPartial || reference.IsUncertain);
        return new Gap(path.Current, item.Place, $"which entry of '{field.Name}' is meant is not known") { IsReported = isReported };
    }

    private void CompareOrdered(FieldSpec field, FieldValue declared, FieldValue live)
    {
        var aligned = Alignment.Of(declared.Objects.Count, live.Objects.Count, (i, j) => IsSameObject(declared.Objects[i], live.Objects[j]));
        foreach (var (i, j) in aligned)
        {
            path.EnterItem((i ?? j)!.Value.ToString(CultureInfo.InvariantCulture));
            if (i is null)
                Note(ChangeKind.Added, field, null, live.Objects[j!.Value].Node, declared.Head, ValueKind.Any);
            else if (j is null)
                Note(ChangeKind.Removed, field, declared.Objects[i.Value].Node, null, declared.Objects[i.Value].Place, ValueKind.Any);
            else
                CompareObject(declared.Objects[i.Value], live.Objects[j.Value]);
            path.Leave();
        }
    }

    private bool IsSameObject(ObjectView declared, ObjectView live)
    {
        var (changesBefore, gapsBefore) = (changes.Count, gaps.Count);
        CompareObject(declared, live);
        var same = changes.Count == changesBefore;
        changes.RemoveRange(changesBefore, changes.Count - changesBefore);
        gaps.RemoveRange(gapsBefore, gaps.Count - gapsBefore);
        return same;
    }

    private void NoteGap(FieldValue declared, string reason) => gaps.Add(new Gap(path.Current, declared.Head, reason));

    private void Note(ChangeKind kind, FieldSpec field, Node? declared, Node? live, Place place, ValueKind? valueKind = null) =>
        changes.Add(new Change(path.Current, kind, field, declared, live, place) { ValueKind = valueKind ?? field.Kind });
}
