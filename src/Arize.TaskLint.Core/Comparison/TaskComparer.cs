using System.Globalization;
using Arize.TaskLint.Core.Model;
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
    private readonly FieldPath path = new();
    private readonly FreeComparer free;
    private List<Change> changes = [];
    private List<Gap> gaps = [];

    /// <summary>Creates a comparer.</summary>
    /// <param name="names">Finds the IDs of what is declared by name.</param>
    /// <param name="isStrict">Whether fields that the declaration does not name must be unset.</param>
    public TaskComparer(NameResolver names, bool isStrict)
    {
        this.names = names;
        this.isStrict = isStrict;
        free = new FreeComparer(path, change => changes.Add(change), gap => gaps.Add(gap));
    }

    /// <summary>What differs, and what could not be compared.</summary>
    public (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(TaskDeclaration declared, TaskDeclaration live)
    {
        changes = [];
        gaps = [];
        CompareObject(declared.View, live.View);
        return (changes, gaps);
    }

    private void CompareObject(ObjectView declared, ObjectView live)
    {
        foreach (var field in declared.Spec.Fields)
        {
            if (field.Role != FieldRole.Managed || field.NameOf is not null || field.IsKey)
                continue;
            var byName = declared.Spec.NameTwinOf(field) is { } twin ? declared[twin] : default;
            path.Enter(field.Name);
            if (byName.IsGiven)
                CompareName(field, byName, live[field]);
            else if (!declared[field].IsAbsent)
                CompareField(field, declared, live);
            else if (byName.State == ValueState.None)
                CompareNone(field, byName.Head, live[field].Node);
            else if (isStrict && !IsSame(field, null, live[field].Node))
                Note(ChangeKind.Added, field, null, live[field].Node, declared.Place);
            path.Leave();
        }

        if (declared.Spec.IsOpen)
            free.CompareRest(declared, live, isStrict);
    }

    private void CompareField(FieldSpec field, ObjectView declaredIn, ObjectView liveIn)
    {
        var declared = declaredIn[field];
        var live = liveIn[field].Node;
        switch (declared.State)
        {
            case ValueState.Unknown:
                NoteGap(declared, "its value is not known");
                break;
            case ValueState.Invalid:
                gaps.Add(new Gap(path.ToString(), declared.Head, "the declaration has an error here") { IsReported = true });
                break;
            case ValueState.None:
                CompareNone(field, declared.Head, live);
                break;
            case ValueState.Matcher:
                CompareMatcher(field, declared, live);
                break;
            default:
                CompareKnown(field, declared, liveIn[field], field.Equality == Equality.LoneFilter ? LoneFilterOf(declaredIn, liveIn) : null);
                break;
        }
    }

    private void CompareKnown(FieldSpec field, FieldValue declared, FieldValue live, (string? Declared, string? Live)? loneFilter)
    {
        switch (field.Kind)
        {
            case <= ValueKind.Date:
                if (loneFilter is { } lone)
                    CompareExpression(field, declared, live.Node, lone);
                else
                    CompareScalar(field, declared, live.Node);
                break;
            case ValueKind.Object when !IsNothing(live.Node) && live.Object is { } liveObject:
                CompareObject(declared.Object!, liveObject);
                break;
            case ValueKind.ObjectList when !IsNothing(live.Node):
                CompareList(field, declared, live);
                break;
            case ValueKind.TextList:
                CompareTexts(field, declared, live.Node);
                break;
            case ValueKind.TextMap or ValueKind.NumberMap when live.Node is MappingNode map:
                CompareMap(field, declared, map);
                break;
            case ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any when !IsNothing(live.Node):
                free.Compare(field, declared.Node!, live.Node!, declared.Head);
                break;
            default:
                if (!IsSame(field, declared.Node, live.Node))
                    Note(IsNothing(live.Node) ? ChangeKind.Removed : ChangeKind.Changed, field, declared.Node, live.Node, declared.Head);
                break;
        }
    }

    private void CompareNone(FieldSpec field, Place place, Node? live)
    {
        if (!IsSame(field, null, live))
            Note(ChangeKind.Added, field, null, live, place);
    }

    // Whether a whole value and none, or two values of different shapes, are the same after all.
    private static bool IsSame(FieldSpec field, Node? declared, Node? live) =>
        (Values.IsNone(field, declared) || Values.IsEmpty(declared)) && (Values.IsNone(field, live) || Values.IsEmpty(live));

    private static bool IsNothing(Node? value) => value is null or ScalarNode { IsNull: true };

    private void CompareScalar(FieldSpec field, FieldValue declared, Node? live)
    {
        var own = (ScalarNode)declared.Node!;
        if (Values.IsNone(field, live))
        {
            if (!Values.IsNone(field, own))
                Note(ChangeKind.Removed, field, own, live, declared.Head);
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

    private static (string?, string?) LoneFilterOf(ObjectView declared, ObjectView live) => (LoneFilterOf(declared), LoneFilterOf(live));

    private static string? LoneFilterOf(ObjectView filters) =>
        filters[QueryFiltersFields.Filters].Objects is { Count: 1 } only ? only[0][NamedFilterFields.Id].Text : null;

    private void CompareExpression(FieldSpec field, FieldValue declared, Node? live, (string? Declared, string? Live) lone)
    {
        var own = Values.IsNone(field, declared.Node) ? lone.Declared : declared.Text?.Trim();
        var other = Values.IsNone(field, live) ? lone.Live : (live as ScalarNode)?.Text.Trim();
        if (own != other)
            CompareScalar(field, declared, live);
    }

    private void CompareMatcher(FieldSpec field, FieldValue declared, Node? live)
    {
        if (live is not ScalarNode scalar || Values.IsNone(field, live))
            Note(ChangeKind.Removed, field, declared.Node, live, declared.Place);
        else
            NoteUnlessFits(Matcher.Fits(declared.Matcher!, field.Kind, field.Equality, scalar), field, declared.Node!, scalar);
    }

    private void NoteUnlessFits(bool? fits, FieldSpec field, Node matcher, Node live)
    {
        if (fits is null)
            gaps.Add(new Gap(path.ToString(), matcher.Place, "the pattern takes too long on the live value"));
        else if (fits == false)
            Note(ChangeKind.Changed, field, matcher, live, matcher.Place);
    }

    private void CompareName(FieldSpec field, FieldValue byName, FieldValue live)
    {
        if (byName.IsUncertain)
        {
            gaps.Add(new Gap(path.ToString(), byName.Head, byName.State == ValueState.Unknown ? "its value is not known" : "the declaration has an error here")
            { IsReported = byName.State == ValueState.Invalid });
            return;
        }

        var texts = byName.Text is { } single ? [single] : byName.Items.OfType<ScalarNode>().Select(item => item.Text).ToArray();
        var ids = new List<Node>();
        foreach (var text in texts)
        {
            switch (names(field.Refers!, text))
            {
                case NameResolution.Found found:
                    ids.Add(new ScalarNode(byName.Place, found.Id, isPlain: false));
                    break;
                case NameResolution.Ambiguous ambiguous:
                    gaps.Add(new Gap(path.ToString(), byName.Head, $"the name '{text}' fits several {field.Refers!.Noun}s", ambiguous.Ids));
                    break;
                case NameResolution.Unresolved unresolved:
                    gaps.Add(new Gap(path.ToString(), byName.Head, unresolved.Reason));
                    break;
            }
        }

        if (ids.Count < texts.Length)
            return;
        Node declared = field.Kind == ValueKind.TextList ? new ListNode(byName.Place, ids) : ids[0];
        var before = changes.Count;
        if (field.Kind == ValueKind.TextList)
            CompareTexts(field, declared, live.Node, byName.Head);
        else if (live.Node is not ScalarNode scalar || scalar.Text != ((ScalarNode)declared).Text)
            Note(IsNothing(live.Node) ? ChangeKind.Removed : ChangeKind.Changed, field, declared, live.Node, byName.Head);
        if (changes.Count > before)
            changes[before] = changes[before] with { DeclaredName = string.Join(", ", texts) };
    }

    private void CompareTexts(FieldSpec field, FieldValue declared, Node? live) => CompareTexts(field, declared.Node!, live, declared.Head);

    private void CompareTexts(FieldSpec field, Node declared, Node? live, Place place)
    {
        if (IsSame(field, declared, live))
            return;
        var own = Texts(declared);
        var other = Texts(live);
        var same = field.Order == ListOrder.Set ? new HashSet<string>(own).SetEquals(other) : own.SequenceEqual(other);
        if (!same)
            Note(own.Length == 0 ? ChangeKind.Added : other.Length == 0 ? ChangeKind.Removed : ChangeKind.Changed, field, declared, live, place);
    }

    private static string[] Texts(Node? list) => list is ListNode { Items: var items } ? [.. items.OfType<ScalarNode>().Select(item => item.Text)] : [];

    private void CompareMap(FieldSpec field, FieldValue declared, MappingNode live)
    {
        var kind = field.Kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Number;
        foreach (var (key, value) in declared.Entries)
        {
            path.Enter(key.Text);
            var other = live[key.Text];
            if (value is ScalarNode { Unknown: not null })
                gaps.Add(new Gap(path.ToString(), value.Place, "its value is not known"));
            else if (value is MappingNode matcher && other is ScalarNode { IsNull: false } fitted)
                NoteUnlessFits(Matcher.Fits(MatcherOf(matcher), kind, Equality.ByKind, fitted), field, value, fitted);
            else if (IsNothing(other) != IsNothing(value))
                Note(IsNothing(other) ? ChangeKind.Removed : ChangeKind.Added, field, value, other, value.Place, kind);
            else if (!IsNothing(other) && !(value is ScalarNode own && other is ScalarNode scalar && Values.Same(kind, Equality.ByKind, own, scalar)))
                Note(ChangeKind.Changed, field, value, other, value.Place, kind);
            path.Leave();
        }

        foreach (var (key, value) in live.Entries)
        {
            if (IsNothing(value) || declared.Entries.Any(entry => entry.Key.Text == key.Text))
                continue;
            path.Enter(key.Text);
            Note(ChangeKind.Added, field, null, value, declared.Head, kind);
            path.Leave();
        }
    }

    private static ObjectView MatcherOf(MappingNode node) => new Yaml.Binder().BindMapping(MatcherFields.Spec, node, []);

    private void CompareList(FieldSpec field, FieldValue declared, FieldValue live)
    {
        if (field.Order == ListOrder.Keyed)
            CompareKeyed(field, declared, live);
        else
            CompareOrdered(field, declared, live);
    }

    private void CompareKeyed(FieldSpec field, FieldValue declared, FieldValue live)
    {
        var rest = new List<ObjectView>(live.Objects);
        var isComplete = true;
        foreach (var item in declared.Objects)
        {
            var key = FieldPath.KeyOf(field, item);
            if (key is null)
            {
                isComplete = false;
                gaps.Add(KeyGap(field, item));
                continue;
            }

            var candidates = rest.Where(other => Matches(field, item, other)).ToList();
            if (candidates.Count > 1 && item[field.KeyedBy!].IsAbsent)
            {
                isComplete = false;
                gaps.Add(new Gap($"{path}[{key}]", item.Place, $"the name '{key}' fits several entries of the live task's '{field.Name}'",
                    [.. candidates.Select(other => FieldPath.KeyOf(field, other) ?? "")]));
                continue;
            }

            var twin = candidates.FirstOrDefault();
            path.EnterItem((twin is null ? null : FieldPath.KeyOf(field, twin)) ?? key, LabelOf(field, twin ?? item) ?? key);
            if (twin is null)
                Note(ChangeKind.Removed, field, item.Node, null, item.Place, ValueKind.Any);
            else
                CompareObject(item, twin);
            path.Leave();
            if (twin is not null)
                rest.Remove(twin);
        }

        // An entry whose key is not known may be any of the rest.
        foreach (var item in isComplete ? rest : [])
        {
            path.EnterItem(FieldPath.KeyOf(field, item) ?? "", LabelOf(field, item));
            Note(ChangeKind.Added, field, null, item.Node, declared.Head, ValueKind.Any);
            path.Leave();
        }
    }

    private Gap KeyGap(FieldSpec field, ObjectView item)
    {
        var byName = item.Spec.NameTwinOf(field.KeyedBy!);
        var isUnknown = item[field.KeyedBy!].State == ValueState.Unknown || (byName is not null && item[byName].State == ValueState.Unknown);
        return new Gap(path.ToString(), item.Place, isUnknown ? $"which entry of '{field.Name}' is meant is not known" : "the declaration has an error here")
        { IsReported = !isUnknown };
    }

    private static bool Matches(FieldSpec list, ObjectView declared, ObjectView live)
    {
        if (declared[list.KeyedBy!].Text is { } id)
            return live[list.KeyedBy!].Text == id;
        return declared.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } byName && live[told].Text is { } name && name == declared[byName].Text;
    }

    private static string? LabelOf(FieldSpec list, ObjectView item) =>
        item.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } byName ? item[told].Text ?? item[byName].Text : null;

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

    private void NoteGap(FieldValue declared, string reason) => gaps.Add(new Gap(path.ToString(), declared.Head, reason));

    private void Note(ChangeKind kind, FieldSpec field, Node? declared, Node? live, Place place, ValueKind? valueKind = null) =>
        changes.Add(new Change(path.ToString(), path.ToDisplay(), kind, field, declared, live, place) { ValueKind = valueKind ?? field.Kind });
}
