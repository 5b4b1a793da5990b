using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Tells for each difference between a declaration and its live task which side moved since the base. It compares the base with the live task as
/// the declaration is compared: a difference that both comparisons have is drift; one that touches a difference of the base is a conflict; any
/// other is the declaration's own change.
/// </summary>
/// <param name="atBase">The declaration as it was at the base.</param>
/// <param name="moved">The differences between the base and the live task.</param>
/// <param name="gaps">What of the base could not be compared.</param>
internal sealed class BaseComparison(TaskDeclaration atBase, IReadOnlyList<Change> moved, IReadOnlyList<Gap> gaps)
{
    /// <summary>The differences with their statuses, and what could not be told.</summary>
    /// <param name="changes">The differences between the declaration and the live task.</param>
    internal (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Judge(IReadOnlyList<Change> changes)
    {
        var unknown = new List<Gap>();
        var judged = new List<Change>(changes.Count);
        var byPath = moved.ToLookup(change => change.Path);
        var same = changes.Select(change => byPath[change.Path].FirstOrDefault(other => IsSame(change, other))).ToList();
        var rest = moved.Except(same.OfType<Change>()).ToList();
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            if (same[i] is not null)
            {
                judged.Add(change with { Status = ChangeStatus.Drifted, Base = change.Declared });
            }
            else if (rest.FirstOrDefault(other => IsRelated(change, other)) is { } other)
            {
                judged.Add(change with { Status = ChangeStatus.Conflict, Base = other.Path.Equals(change.Path) ? other.Declared : null });
            }
            // What is wrong at the base declares nothing there.
            else if (gaps.FirstOrDefault(gap => !gap.IsReported && AreNested(gap.Path, change.Path)) is { } gap)
            {
                judged.Add(change with { Status = ChangeStatus.Drifted });
                unknown.Add(Unknown(change, gap));
            }
            else
            {
                judged.Add(change with { Status = ChangeStatus.Pending, Base = NamesAtBase(change.Path) ? change.Live : null });
            }
        }

        return (judged, unknown);
    }

    private static Gap Unknown(Change change, Gap gap) =>
        new(change.Path, change.Place, $"it is not known whether the live value moved since the base: {gap.Reason}")
        { Resolution = gap.Resolution as NameResolution.Unresolved };

    // Of two with one path.
    private static bool IsSame(Change change, Change other) =>
        change.Kind == other.Kind
            && NodeText.Compared(change.DeclaredValue, change) == NodeText.Compared(other.DeclaredValue, other);

    private static bool IsRelated(Change change, Change other) =>
        // Entries that only their position tells apart change places, so that such a list is compared as a whole.
        AreNested(change.Path.UpToPosition(), other.Path.UpToPosition()) || MayBeOneEntry(change, other);

    private static bool AreNested(FieldPath one, FieldPath other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(FieldPath path, FieldPath around)
    {
        for (FieldPath? step = path; step is not null; step = step.Parent)
        {
            if (step.Equals(around))
                return true;
        }

        return false;
    }

    // An entry that the live task lost has no ID there, so that its name and its ID are not known to be one.
    private static bool MayBeOneEntry(Change change, Change other) =>
        change is { Kind: ChangeKind.Removed, Path: { Key: { } key, Parent: { } list } }
            && other is { Kind: ChangeKind.Removed, Path: { Key: { } otherKey, Parent: { } otherList } }
            && list.Equals(otherList) && (ResourceId.KindOf(key) is null) != (ResourceId.KindOf(otherKey) is null);

    private bool NamesAtBase(FieldPath path)
    {
        var steps = new Stack<FieldPath>();
        for (var step = path; step.Parent is { } parent; step = parent)
            steps.Push(step);
        return IsNamed(atBase.View, steps);
    }

    private static bool IsNamed(ObjectView view, Stack<FieldPath> steps)
    {
        if (steps.Count == 0 || steps.Pop() is not { Name: { } name })
            return steps.Count == 0;
        if (view.Spec.Find(name) is not { } field)
            return view.Node[name] is not null;
        var byName = view.Spec.NameTwinOf(field) is { } twin ? view[twin] : default;
        var value = view[field].IsAbsent ? byName : view[field];
        if (value.IsAbsent || steps.Count == 0)
            return value is { IsAbsent: false, IsUncertain: false };
        if (steps.Peek().Key is { } key)
        {
            var entry = value.Objects.FirstOrDefault(one => EntryKey.ShownOf(field, one) == key || EntryKey.ValueOf(field, one) == key);
            steps.Pop();
            return entry is not null && IsNamed(entry, steps);
        }

        return value.Object is { } inner ? IsNamed(inner, steps)
            : value.Node is MappingNode free && free[steps.Peek().Name!] is not null;
    }
}
