using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Compares values without entries of their own: scalars, matchers, lists and mappings of texts and numbers.</summary>
/// <param name="notes">Takes what differs.</param>
/// <param name="patterns">The patterns of the run.</param>
internal sealed class ValueComparer(ComparisonNotes notes, PatternRun patterns)
{
    internal void CompareNone(FieldSpec field, Place place, Node? live)
    {
        if (!IsSame(field, null, live))
            notes.Add(ChangeKind.Added, field, null, live, place);
    }

    // Whether a whole value and none, or two values of different shapes, are the same after all.
    internal static bool IsSame(FieldSpec field, Node? declared, Node? live) => Values.SaysNone(field, declared) && Values.SaysNone(field, live);

    internal static bool IsNull(Node? value) => value is null or ScalarNode { IsNull: true };

    internal void CompareScalar(FieldSpec field, FieldValue declared, Node? live)
    {
        var own = (ScalarNode)declared.Node!;
        if (Values.IsNone(field, live))
        {
            if (!Values.IsNone(field, own))
                notes.Add(WithoutLive(field, live), field, own, live, declared.Head);
        }
        else if (Values.IsNone(field, own) && field.Kind == ValueKind.Text)
        {
            notes.Add(ChangeKind.Added, field, own, live, declared.Head);
        }
        else if (live is not ScalarNode other || !Values.Same(field.Kind, field.Equality, own, other))
        {
            notes.Add(ChangeKind.Changed, field, own, live, declared.Head);
        }
    }

    // false may be the same as none, but a task that says false has not lost a value.
    private static ChangeKind WithoutLive(FieldSpec field, Node? live) =>
        field.FalseIsNone && !IsNull(live) ? ChangeKind.Changed : ChangeKind.Removed;

    internal void CompareMatcher(FieldSpec field, ObjectView matcher, Node declared, Node? live, ValueKind? kind = null)
    {
        if (Matcher.IsUnknown(matcher))
            notes.Add(new Gap(notes.Path.Current, declared.Place, "its value is not known"));
        else if (Matcher.Fits(matcher, field, kind ?? field.Kind, live, patterns) is not { } fits)
            notes.Add(new Gap(notes.Path.Current, declared.Place, "its pattern takes too long on the live value; write a simpler one"));
        else if (!fits)
            notes.Add(Values.IsNone(field, live) ? WithoutLive(field, live) : ChangeKind.Changed, field, declared, live, declared.Place, kind);
    }

    internal void CompareTexts(FieldSpec field, Node declared, Node? live, Place place)
    {
        if (IsSame(field, declared, live))
            return;
        var own = Texts(declared);
        var other = Texts(live);
        if (!IsNull(live) && live is not ListNode)
            notes.Add(ChangeKind.Changed, field, declared, live, place);
        else if (!(field.Order == ListOrder.Set ? new HashSet<string>(own).SetEquals(other) : own.SequenceEqual(other)))
            notes.Add(own.Length == 0 ? ChangeKind.Added : other.Length == 0 ? ChangeKind.Removed : ChangeKind.Changed, field, declared, live, place);
    }

    private static string[] Texts(Node? list) =>
        list is ListNode { Items: var items } ? [.. items.OfType<ScalarNode>().Select(item => item.Text)] : [];

    internal void CompareMap(FieldSpec field, FieldValue declared, MappingNode live)
    {
        var kind = field.Kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Number;
        foreach (var (key, value) in ((MappingNode)declared.Node!).Entries)
        {
            if (FreeComparer.IsOwn(key.Text, live))
                continue;
            notes.Path.Enter(key.Text);
            var other = live[key.Text];
            if (value is ScalarNode { Unknown: not null })
                notes.Add(new Gap(notes.Path.Current, value.Place, "its value is not known"));
            else if (value is MappingNode matcher)
                CompareMatcher(field, new Binder().BindMapping(MatcherFields.Spec, matcher, []), value, other, kind);
            else if (IsNull(other) != IsNull(value))
                notes.Add(IsNull(other) ? ChangeKind.Removed : ChangeKind.Added, field, value, other, FreeComparer.HeadOf(key, value), kind);
            else if (!IsNull(other) && !(value is ScalarNode own && other is ScalarNode scalar && Values.Same(kind, Equality.ByKind, own, scalar)))
                notes.Add(ChangeKind.Changed, field, value, other, FreeComparer.HeadOf(key, value), kind);
            notes.Path.Leave();
        }

        foreach (var (key, value) in live.Entries)
        {
            if (IsNull(value) || ((MappingNode)declared.Node!)[key.Text] is not null)
                continue;
            notes.Path.Enter(key.Text);
            notes.Add(ChangeKind.Added, field, null, value, declared.Head, kind);
            notes.Path.Leave();
        }
    }
}
