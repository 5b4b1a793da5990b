using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Compares a declaration with its live task, field by field, as the task schema says. What the declaration does not name is unmanaged;
/// null means that it must be unset; lists and free mappings are compared whole.
/// </summary>
public sealed class TaskComparer
{
    private readonly bool isStrict;
    private readonly ComparisonNotes notes = new();
    private readonly FreeComparer free;
    private readonly ValueComparer values;
    private readonly ReferenceComparer references;
    private readonly ListComparer lists;

    /// <summary>Creates a comparer.</summary>
    /// <param name="names">Finds the IDs of what is declared by name.</param>
    /// <param name="isStrict">Whether fields that the declaration does not name must be unset.</param>
    /// <param name="patterns">The patterns of the run; null for a run of its own.</param>
    public TaskComparer(NameResolver names, bool isStrict, PatternRun? patterns = null)
    {
        this.isStrict = isStrict;
        free = new FreeComparer(notes);
        values = new ValueComparer(notes, patterns ?? new PatternRun());
        references = new ReferenceComparer(notes, values, names);
        lists = new ListComparer(notes, CompareObject);
    }

    /// <summary>What differs, and what could not be compared.</summary>
    public (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) Compare(TaskDeclaration declared, TaskDeclaration live)
    {
        notes.Restart();
        lists.IsPartial = declared.IsPartial;
        CompareObject(declared.View, live.View);
        return (notes.Changes, notes.Gaps);
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
            notes.Path.Enter(field.Name);
            if (byName.IsGiven)
                references.CompareName(field, byName, live[field]);
            else if (!declared[field].IsAbsent)
                CompareField(field, declared[field], live[field]);
            else if (byName.SaysNone)
                values.CompareNone(field, byName.Head, live[field].Node);
            else if (isStrict && !ValueComparer.IsSame(field, null, live[field].Node))
                notes.Add(ChangeKind.Added, field, null, live[field].Node, declared.Place);
            notes.Path.Leave();
        }

        if (declared.Spec.IsOpen)
            free.CompareRest(declared, live, isStrict);
    }

    private void CompareField(FieldSpec field, FieldValue declared, FieldValue live)
    {
        switch (declared.State)
        {
            case ValueState.Unknown:
                notes.AddGap(declared, "its value is not known");
                break;
            case ValueState.Invalid:
                notes.Add(new Gap(notes.Path.Current, declared.Head, "the declaration has an error here") { IsReported = true });
                break;
            case ValueState.Matcher:
                values.CompareMatcher(field, declared.Matcher!, declared.Node!, live.Node);
                break;
            // An empty mapping says "none" itself; below one that is not empty, what is not there is unmanaged.
            case ValueState.None:
            case ValueState.Known when field.Kind == ValueKind.Object && declared is { SaysNone: true, Object.Node.IsIncomplete: false }:
                values.CompareNone(field, declared.Head, live.Node);
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
                if (!references.CompareNamesForIds(field, declared, live))
                    values.CompareScalar(field, declared, live.Node);
                break;
            case ValueKind.Object when live.Object is { } liveObject:
                CompareObject(declared.Object!, liveObject);
                break;
            // What is no mapping there may be anything.
            case ValueKind.ObjectList when live.Node is ListNode list && live.Objects.Count < list.Items.Count:
                notes.AddGap(declared, $"the live task's '{field.Name}' has an entry that is not a mapping");
                break;
            case ValueKind.ObjectList when live.Node is ListNode && field.Order == ListOrder.Keyed:
                lists.CompareKeyed(field, declared, live);
                break;
            case ValueKind.ObjectList when live.Node is ListNode:
                lists.CompareOrdered(field, declared, live);
                break;
            case ValueKind.TextList:
                if (!references.CompareNamesForIds(field, declared, live))
                    values.CompareTexts(field, declared.Node!, live.Node, declared.Head);
                break;
            case ValueKind.TextMap or ValueKind.NumberMap when live.Node is MappingNode map:
                values.CompareMap(field, declared, map);
                break;
            case ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any when !ValueComparer.IsNull(live.Node):
                free.Compare(field, declared.Node!, live.Node!, declared.Head);
                break;
            default:
                var kind = ValueComparer.IsNull(live.Node) ? ChangeKind.Removed : ChangeKind.Changed;
                if (!ValueComparer.IsSame(field, declared.Node, live.Node))
                    notes.Add(kind, field, declared.Node, live.Node, declared.Head);
                break;
        }
    }
}
