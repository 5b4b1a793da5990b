using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Remedies;

/// <summary>Makes the update that brings a live task back to its declaration.</summary>
public sealed class UpdateDraft
{
    private readonly TaskDeclaration declared;
    private readonly TaskDeclaration live;
    private readonly ChangeTree changes;
    private readonly RestoredValues values;
    private readonly List<UpdateMember> members = [];
    private readonly List<string> unrestorable = [];
    private readonly List<string> notes = [];

    private UpdateDraft(TaskDeclaration declared, TaskDeclaration live, IReadOnlyList<Change> changes, NameResolver names)
    {
        this.declared = declared;
        this.live = live;
        this.changes = ChangeTree.Of(changes);
        values = new RestoredValues(names, unrestorable.Add);
    }

    /// <summary>The update of a task with differences; null if all of them are ignored.</summary>
    /// <param name="declared">The declaration.</param>
    /// <param name="live">The live task.</param>
    /// <param name="changes">The differences.</param>
    /// <param name="names">Finds the IDs of what is declared by name.</param>
    /// <param name="pins">Which evaluator versions exist.</param>
    public static TaskUpdate? Of(
        TaskDeclaration declared, TaskDeclaration live, IReadOnlyList<Change> changes, NameResolver names, PinnedVersions pins)
    {
        var counted = changes.Where(change => change.IgnoredBy is null).ToList();
        return counted.Count == 0 ? null : new UpdateDraft(declared, live, changes, names).Make(counted, pins);
    }

    /// <summary>The update that restores some differences of a task, where nothing is known of evaluator versions; null if all are ignored.</summary>
    /// <param name="declared">The declaration.</param>
    /// <param name="live">The live task.</param>
    /// <param name="changes">The differences to restore. The others stay as they are live.</param>
    public static TaskUpdate? Of(TaskDeclaration declared, LiveAnswer.Found live, IReadOnlyList<Change> changes)
    {
        if (declared is null)
            throw new ArgumentNullException(nameof(declared));
        if (live is null)
            throw new ArgumentNullException(nameof(live));
        var task = new TaskDeclaration(live.Task, isPartial: declared.IsPartial) { IsLive = true };
        return Of(declared, task, changes, live.Names, new PinnedVersions([]));
    }

    private TaskUpdate Make(List<Change> counted, PinnedVersions pins)
    {
        var fixedFields = counted.Where(change => change.NeedsRecreate).Select(change => $"'{change.Field!.Name}'").Distinct().ToList();
        if (fixedFields.Count > 0)
        {
            unrestorable.Add(
                $"the API cannot change {string.Join(", ", fixedFields)}: the task must be created again, and the runs of this one are lost with it");
        }

        foreach (var change in counted.Where(change => change is { IsNoReference: true, Field.NeedsRecreate: true }))
            unrestorable.Add($"'{change.Path.ToDisplay()}': {change.Advice}");

        foreach (var field in TaskFields.Spec.Fields)
        {
            if (changes.Field(field.Name) is { HasEffect: true } part && !field.NeedsRecreate)
                Add(field, part);
        }

        new FilterShapes(declared, live, members, unrestorable, notes).Complete();
        var veiled = members.Select(Veil).ToList();
        WarnOfPins(counted, pins);
        WarnOfVariables(declared[TaskFields.Id].Node is ScalarNode { IsFilled: true } || veiled.Exists(NamesVariable));
        return new TaskUpdate([.. veiled.OrderBy(member => member.Field.Ordinal)])
        { Unrestorable = [.. unrestorable.Distinct()], Notes = [.. notes.Distinct()], NeedsRecreate = fixedFields.Count > 0 };
    }

    private void Add(FieldSpec field, ChangeTree part)
    {
        if (live.Type != TaskTypes.None && (field.Types & live.Type) == 0)
        {
            unrestorable.Add($"a task of the type {live[TaskFields.Type].Text} has no '{field.Name}'");
            return;
        }

        var before = unrestorable.Count;
        var value = values.Of(live[field].Node, field, part);
        if (field == TaskFields.RunConfiguration && value is MappingNode configuration)
            value = RunConfigurationUpdate.Of(configuration, declared[field].Object, unrestorable);
        if (unrestorable.Count > before && ReferenceEquals(value, live[field].Node))
            return;
        var isNone = value is null or ScalarNode { IsNull: true } or ListNode { Items.Count: 0 };
        if (!isNone)
            members.Add(new UpdateMember(field, value));
        else if (field.CanBeCleared)
            members.Add(new UpdateMember(field, null));
        else if (field == TaskFields.Evaluators)
            unrestorable.Add("an update cannot remove all evaluators, because an evaluation task has at least one");
        else
            unrestorable.Add($"the API cannot unset '{field.Name}' once it has a value");
    }

    private UpdateMember Veil(UpdateMember member) =>
        member.Value is { } value && declared[member.Field].Node is { } own ? member with { Value = FilledValues.Veil(value, [own]) } : member;

    private bool NamesVariable(UpdateMember member) =>
        member.Value is { } value && declared[member.Field].Node is { HoldsVariables: true } own && FilledValues.HasName(value, own);

    private void WarnOfPins(List<Change> counted, PinnedVersions pins)
    {
        foreach (var change in counted.Where(change => change.Field == EvaluatorFields.EvaluatorVersionId && change.Kind == ChangeKind.Removed))
        {
            if (change is not { DeclaredValue: ScalarNode pin, Declared: ScalarNode shown } || pins.Exists(pin.Text) == true)
                continue;
            notes.Add(pins.Exists(pin.Text) == false
                ? $"the version {Excerpt.Of(shown.Text)} does not exist any more, so this update fails; declare another version"
                : $"the version {Excerpt.Of(shown.Text)} may have been deleted, and an update that names a deleted version fails");
        }
    }

    private void WarnOfVariables(bool isFilled)
    {
        if (isFilled)
            notes.Add("put in the values of the variables first, numbers and truth values without quotes, and write ${ for $${");
    }
}
