using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Reads a tree of nodes with the task schema, in one pass, and notes what does not fit as problems.</summary>
public sealed class Binder
{
    private readonly ReadingNotes notes = new();
    private readonly FreeValues free;
    private readonly TextValues texts;
    private readonly MatcherBinder matchers;

    /// <summary>Creates a reader, which may read any number of trees, one after another.</summary>
    public Binder()
    {
        (free, texts) = (new FreeValues(notes), new TextValues(notes));
        matchers = new MatcherBinder(notes, node => BindObject(MatcherFields.Spec, node, node.Head));
    }

    /// <summary>Reads a task.</summary>
    /// <param name="node">The task's mapping.</param>
    /// <param name="document">The document around it.</param>
    public TaskDeclaration BindTask(MappingNode node, DocumentScope? document = null)
    {
        notes.Restart();
        var view = BindObject(TaskFields.Spec, node, node.Head);
        return new TaskDeclaration(view, document, notes.Problems.Count > 0 ? notes.Problems : [])
        { Matchers = notes.Matchers.Count > 0 ? notes.Matchers : [] };
    }

    /// <summary>Reads a mapping by another table than a task's: a document's, or a settings file's.</summary>
    /// <param name="spec">The table.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="found">What does not fit is added here.</param>
    public ObjectView BindMapping(ObjectSpec spec, MappingNode node, List<Problem> found)
    {
        notes.Restart(found);
        var view = BindObject(spec, node, node.Head);
        notes.Restart([]);
        return view;
    }

    private ObjectView BindObject(ObjectSpec spec, MappingNode node, Place place)
    {
        var own = notes.Path.Current;
        var positions = new byte[spec.Fields.Count];
        var present = new FieldValue[node.EntryArray.Length];
        UnknownNames? unknown = null;
        byte next = 0;
        FieldSpec? empty = null;
        foreach (var entry in node.EntryArray)
        {
            if (spec.Find(entry.Key.Text) is { } field)
            {
                notes.Path.Enter(field.Name);
                present[next] = BindField(own, node, field, entry);
                positions[field.Ordinal] = ++next;
                notes.Path.Leave();
            }
            else if (!ObjectSpec.IsOwnKey(entry.Key.Text))
            {
                NoteUnknown(spec, entry, empty, unknown ??= new UnknownNames(node, spec), node);
                if (spec.IsOpen)
                    free.Walk(entry);
            }

            empty = EmptyBlock(spec, entry);
        }

        if (next < present.Length)
            Array.Resize(ref present, next);
        notes.AddRepeated(node);
        var view = new ObjectView(own, spec, node, positions, present, place);
        CheckWhole(view);
        return view;
    }

    private void NoteUnknown(ObjectSpec spec, Entry entry, FieldSpec? empty, UnknownNames names, MappingNode node)
    {
        if (!spec.IsOpen)
        {
            var above = empty is not null && MayHold(empty, entry.Key.Text) ? empty : null;
            notes.Add(new UnknownField(entry.Key, notes.Path.To(entry.Key.Text), node, spec) { Names = names, NotIndentedUnder = above });
        }
        else if (names.NearestTo(entry.Key.Text) is { } meant && node[meant] is null)
        {
            notes.Add(new UnknownField(entry.Key, notes.Path.To(entry.Key.Text), node, spec) { Names = names });
        }
    }

    // The field of a key that waits for a mapping or a list.
    private static FieldSpec? EmptyBlock(ObjectSpec spec, Entry entry) =>
        entry.Value is ScalarNode { IsNull: true, Place: var place } && place.Start == place.End
            && spec.Find(entry.Key.Text) is { Kind: >= ValueKind.Object } field
            ? field
            : null;

    private static bool MayHold(FieldSpec block, string key) =>
        block.Object is { } spec
            ? spec.IsOpen || spec.Find(key) is not null
            : block.Kind is ValueKind.TextMap or ValueKind.NumberMap or ValueKind.AnyMap;

    private void CheckWhole(ObjectView view)
    {
        foreach (var field in view.Spec.Demanding)
        {
            if (field.NameOf is { } byId && view[field] is { IsGiven: true, IsUncertain: false }
                && view[byId] is { IsGiven: true, IsUncertain: false })
            {
                var second = view[field].KeyPlace.Start > view[byId].KeyPlace.Start ? field : byId;
                notes.Add(new TwofoldReference(view[second].KeyPlace, notes.Path.To(second.Name), byId, field));
            }
            else if (field.IsRequired && !view.Spec.RequiredHasOwnRule && IsMissing(view, field))
            {
                var place = view[field].IsAbsent ? view.Place : view[field].Head;
                notes.Add(new MissingField(place, notes.Path.To(field.Name), field, view));
            }
        }
    }

    private static bool IsMissing(ObjectView view, FieldSpec field)
    {
        if (view[field].State is not (ValueState.Absent or ValueState.None))
            return false;
        return view.Spec.NameTwinOf(field) is not { } byName || view[byName].State is ValueState.Absent or ValueState.None;
    }

    private FieldValue BindField(FieldPath around, MappingNode node, FieldSpec field, Entry entry)
    {
        FieldValue Result(ValueState state, object? content = null) => new(around, field, entry.Key, entry.Value, state, content);

        if (entry.Value is ScalarNode scalar)
        {
            free.NoteShellForm(field, scalar);
            if (scalar.IsNull)
                return Result(ValueState.None);
            if (scalar.Unknown is { } reason)
            {
                notes.Add(reason.ToProblem(notes.Path.Current));
                return Result(ValueState.Unknown);
            }
        }

        var result = (field.Kind, entry.Value) switch
        {
            ( <= ValueKind.Date, ScalarNode value) => BindScalar(field, value) is var (state, content) ? Result(state, content) : default,
            ( <= ValueKind.Date, MappingNode matcher) when field.TakesMatcher =>
                matchers.Bind(field, field.Kind, field.Name, matcher) is var (state, view)
                    ? Result(state, view)
                    : default,
            (ValueKind.Object, MappingNode value) => Result(ValueState.Known, BindObject(field.Object!, value, entry.Key.Place)),
            (ValueKind.ObjectList, ListNode value) => BindObjects(field, value) is var (objects, complete)
                ? Result(!complete ? ValueState.Invalid : value.IsIncomplete ? ValueState.Unknown : ValueState.Known, objects)
                : default,
            (ValueKind.TextList, ListNode value) => Result(BindTexts(field, value)),
            (ValueKind.TextList, ScalarNode value) when field.TakesSingle => Result(texts.Check(field, value)),
            (ValueKind.TextMap or ValueKind.NumberMap, MappingNode value) => Result(BindMap(field, value)),
            (ValueKind.AnyMap, MappingNode) or (ValueKind.AnyList, ListNode) or (ValueKind.Any, _) => Result(BindFree(entry.Value)),
            _ => Result(Refuse(field, entry.Value)),
        };
        if (field.Role == FieldRole.ServerManaged && result.IsGiven)
            notes.Add(new DeclaredServerField(entry, notes.Path.Current, node, field));
        return result;
    }

    private ValueState Refuse(FieldSpec field, Node value)
    {
        if (!field.KindHasOwnRule)
        {
            var wrong = Kinds.Wrong(value, notes.Path.Current, $"'{field.Name}'", field.Kind);
            notes.Add(wrong with { Example = ShapeExample.Of(field, value) });
        }

        return ValueState.Invalid;
    }

    private (ValueState State, object? Content) BindScalar(FieldSpec field, ScalarNode value)
    {
        switch (field.Kind)
        {
            case ValueKind.Text:
                return (texts.Check(field, value), null);
            case ValueKind.Enum when field.Enum!.Find(value.Text) is { } word:
                return (ValueState.Known, word);
            case ValueKind.Enum:
                notes.Add(new UnknownWord(value, notes.Path.Current, field));
                return (ValueState.Invalid, null);
            default:
                return Kinds.Fits(field.Kind, value, out var content) ? (ValueState.Known, content) : (Refuse(field, value), null);
        }
    }

    private (ObjectView[] Objects, bool Complete) BindObjects(FieldSpec field, ListNode list)
    {
        var objects = new ObjectView[list.Items.Count];
        var next = 0;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            if (item is MappingNode mapping)
            {
                notes.Path.EnterItem(KeyInTree(field, mapping) ?? i.ToString(CultureInfo.InvariantCulture));
                objects[next++] = BindObject(field.Object!, mapping, mapping.Head);
            }
            else
            {
                notes.Path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
                NoteScalar(item, $"{field.Object!.Noun} in '{field.Name}'", ValueKind.Object, ShapeExample.Of(field, item));
            }

            notes.Path.Leave();
        }

        var isComplete = next == objects.Length;
        Array.Resize(ref objects, next);
        return (objects, isComplete);
    }

    private static string? KeyInTree(FieldSpec list, MappingNode entry)
    {
        if (list.KeyedBy is not { } key)
            return null;
        if (Shown(entry[key.Name]) is { } byId)
            return byId;
        return list.Object!.NameTwinOf(key) is { } byName ? Shown(entry[byName.Name]) : null;

        static string? Shown(Node? node) =>
            node is ScalarNode { IsNull: false } text && !string.IsNullOrWhiteSpace(text.Text) && (text.IsFilled || text.Unknown is null)
                ? text.ShownText
                : null;
    }

    // Whether a value is a usable text, or what to call it where it is none.
    private ValueState NoteScalar(Node item, string subject, ValueKind expected, string? example = null)
    {
        if (item is ScalarNode { Unknown: { } reason })
        {
            notes.Add(reason.ToProblem(notes.Path.Current));
            return ValueState.Unknown;
        }

        notes.Add(Kinds.Wrong(item, notes.Path.Current, subject, expected) with { Example = example });
        return ValueState.Invalid;
    }

    private ValueState BindTexts(FieldSpec field, ListNode list)
    {
        var state = ValueState.Known;
        for (var i = 0; i < list.Items.Count; i++)
        {
            notes.Path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
            free.NoteShellForm(field, list.Items[i]);
            var item = list.Items[i] is ScalarNode { IsNull: false, Unknown: null } text
                ? texts.Check(field, text)
                : NoteScalar(list.Items[i], $"an entry of '{field.Name}'", ValueKind.Text);
            state = item == ValueState.Known ? state : item;
            notes.Path.Leave();
        }

        return state == ValueState.Known && list.IsIncomplete ? ValueState.Unknown : state;
    }

    private ValueState BindMap(FieldSpec field, MappingNode map)
    {
        notes.AddRepeated(map);
        var kind = field.Kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Number;
        var state = ValueState.Known;
        foreach (var entry in map.EntryArray)
        {
            if (ObjectSpec.IsOwnKey(entry.Key.Text))
                continue;
            notes.Path.Enter(entry.Key.Text);
            free.NoteShellForm(field, entry.Value);
            var item = entry.Value switch
            {
                // Null in a mapping of texts is an empty value, which has a rule of its own.
                ScalarNode { IsNull: true } when kind == ValueKind.Text => ValueState.Known,
                ScalarNode { Unknown: null } scalar when Kinds.Fits(kind, scalar) && !scalar.IsNull => ValueState.Known,
                MappingNode matcher => matchers.Bind(field, kind, entry.Key.Text, matcher).State,
                var other => NoteScalar(other, $"'{Excerpt.Of(entry.Key.Text)}' in '{field.Name}'", kind),
            };
            // One unknown value leaves the others comparable; one that is wrong is reported, and the rest is left alone.
            state = item == ValueState.Invalid ? item : state;
            notes.Path.Leave();
        }

        return state == ValueState.Known && map.IsIncomplete ? ValueState.Unknown : state;
    }

    // What is not known in a free value stays among its leaves.
    private ValueState BindFree(Node value)
    {
        free.Walk(value);
        return ValueState.Known;
    }
}
