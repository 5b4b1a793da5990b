using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Remedies;

/// <summary>The changes of a declaration that make it say what the live task has, one for each difference.</summary>
/// <param name="task">The declaration.</param>
/// <param name="isCode">Whether it is code; else it is YAML.</param>
internal sealed class TakenValue(TaskDeclaration task, bool isCode = false)
{
    private const string Shared = "it stands behind an anchor or a merge key, where other tasks may use it";

    private readonly bool isFilled = !isCode
        && !(task.View.Node.Place.File is { } file && ApiAnswer.IsAnswer(task.View.Node, ApiAnswer.IsJson(file)));
    private readonly HashSet<ListNode> shortened = [];
    private readonly HashSet<ListNode> extended = [];

    /// <summary>What to write; none where a person has to decide, which <paramref name="reason"/> says.</summary>
    /// <param name="change">The difference.</param>
    /// <param name="reason">Why nothing is written; null also where the difference waits until others are written.</param>
    internal IReadOnlyList<Fix> Of(Change change, out string? reason)
    {
        reason = change.IsFilled ? "a variable fills it in" : null;
        if (reason is not null)
            return [];
        var (mapping, spec, list, field) = (task.View.Node, (ObjectSpec?)task.View.Spec, (ListNode?)null, (FieldSpec?)null);
        PathStep[] steps = [.. change.Path.Steps];
        for (var i = 0; i < steps.Length; i++)
        {
            var (step, isLast) = (steps[i], i == steps.Length - 1);
            Node? value;
            if (step.Name is { } name)
            {
                field = spec?.Find(name);
                var entry = EntryOf(mapping!, spec, field, name);
                if (isLast)
                    return entry is { } found ? Set(change, mapping!, field, found, out reason) : Add(change, mapping!, field, name, out reason);
                value = entry?.Value;
            }
            else
            {
                var position = PositionOf(list!, field, step);
                if (isLast)
                    return InList(change, list!, field, position, step, out reason);
                value = position >= 0 ? list!.Items[position] : null;
            }

            (mapping, list) = (value as MappingNode, value as ListNode);
            spec = field?.Object;
            if (mapping is null && list is null)
            {
                reason = "the declaration does not have what it is a part of";
                return [];
            }
        }

        return [];
    }

    private static Entry? EntryOf(MappingNode mapping, ObjectSpec? spec, FieldSpec? field, string name)
    {
        var byName = field is null ? null : spec?.NameTwinOf(field)?.Name;
        foreach (var entry in mapping.Entries)
        {
            if (LongName.Of(entry.Key.Text) == name || entry.Key.Text == byName)
                return entry;
        }

        return null;
    }

    private static int PositionOf(ListNode list, FieldSpec? field, PathStep step)
    {
        if (field?.KeyedBy is null)
            return int.TryParse(step.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count ? index : -1;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is MappingNode entry && field.Object is { } spec && IsMeant(entry, spec, field.KeyedBy, step))
                return i;
        }

        return -1;
    }

    private static bool IsMeant(MappingNode entry, ObjectSpec spec, FieldSpec key, PathStep step)
    {
        var id = (entry[key.Name] as ScalarNode)?.Text;
        var name = spec.NameTwinOf(key) is { } byName ? (entry[byName.Name] as ScalarNode)?.Text : null;
        return (id is not null && LongName.Of(id) is var shown && (shown == step.Value || shown == step.Key))
            || (id is null && name is not null && LongName.Of(name) is var called
                && (called == step.Label || called == step.Key || called == step.Value));
    }

    // What the live task lost goes first: then the positions of what it gained are those of the declaration.
    private IReadOnlyList<Fix> InList(Change change, ListNode list, FieldSpec? field, int position, PathStep step, out string? reason)
    {
        reason = IsOwn(list.Place) ? null : Shared;
        if (reason is not null)
            return [];
        switch (change.Kind)
        {
            case ChangeKind.Removed when position >= 0:
                shortened.Add(list);
                return [new RemoveItem($"Remove '{change.Path.ToDisplay()}'", list, position)];
            case ChangeKind.Added when change.Live is { } live:
                if ((field?.KeyedBy is null && shortened.Contains(list)) || !extended.Add(list))
                    return [];
                var index = field?.KeyedBy is null && int.TryParse(step.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    ? Math.Min(at, list.Items.Count)
                    : list.Items.Count;
                return [new AddItem($"Add '{change.Path.ToDisplay()}'", list, index, LiveContent.Of(live, field?.Object, isFilled))];
            case ChangeKind.Changed when position >= 0 && change.Live is { } live:
                return Replace(change, list.Items[position], live, field, out reason);
            default:
                reason = "its place in the list is not known";
                return [];
        }
    }

    private IReadOnlyList<Fix> Add(Change change, MappingNode mapping, FieldSpec? field, string name, out string? reason)
    {
        reason = change.Live is null ? "the live task has no value" : IsOwn(mapping.Place) ? null : Shared;
        if (reason is not null)
            return [];
        var value = LiveContent.Of(change.Live!, field?.Object, isFilled);
        var title = $"Add '{name}'";
        return [field is null ? new AddKey(title, mapping, name, value) : new AddEntry(title, mapping, field, value)];
    }

    private IReadOnlyList<Fix> Set(Change change, MappingNode mapping, FieldSpec? field, Entry entry, out string? reason)
    {
        reason = !IsOwn(entry.Key.Place) ? Shared
            : entry.Value is MappingNode && change.ValueKind <= ValueKind.Date ? "a matcher stands there; choose which values it is to fit"
            : null;
        if (reason is not null)
            return [];
        var isByName = field is not null && entry.Key.Text != field.Name;
        if (Values.IsNone(null, change.Live) && change.Live is not ScalarNode { IsNull: false })
        {
            if (isByName)
                reason = "the live task has no value";
            return isByName ? []
                : field is null || isCode ? [new RemoveEntry($"Remove '{entry.Key.Text}'", mapping, entry)]
                : [new ReplaceValue($"Unset '{field.Name}'", entry.Value, new NewPlain("null"))];
        }

        if (!isByName && !isCode && entry.Value is ScalarNode { Place: var place } && place.End == place.Start)
            return Add(change, mapping, field, entry.Key.Text, out reason);
        var fixes = Replace(change, entry.Value, change.Live!, field, out reason);
        return isByName && fixes.Count > 0 ? [new RenameKey($"Write '{field!.Name}'", entry.Key, field.Name), .. fixes] : fixes;
    }

    private IReadOnlyList<Fix> Replace(Change change, Node value, Node live, FieldSpec? field, out string? reason)
    {
        reason = value is ScalarNode { WrittenAt: not null } || !IsOwn(value.Place) ? Shared : null;
        if (reason is not null)
            return [];
        var written = LiveContent.Of(live, field?.Object, isFilled);
        return [new ReplaceValue($"Write the live value of '{change.Path.ToDisplay()}'", value, written)];
    }

    // Calls of code stand anywhere; which of them belong to one task alone is known where they are written.
    private bool IsOwn(Place place) => isCode
        || (ReferenceEquals(place.File, task.View.Node.Place.File)
            && place.Start >= task.View.Node.Place.Start && place.End <= task.View.Node.Place.End);
}
