using System.Globalization;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Reads a tree of nodes with the task schema, in one pass, and notes what does not fit as problems.</summary>
public sealed class Binder
{
    private readonly PathCursor path = new();
    private List<Problem> problems = [];
    private List<DeclaredMatcher> matchers = [];

    /// <summary>Reads a task.</summary>
    /// <param name="node">The task's mapping.</param>
    /// <param name="document">The document around it.</param>
    public TaskDeclaration BindTask(MappingNode node, DocumentScope? document = null)
    {
        if (problems.Count > 0)
            problems = [];
        if (matchers.Count > 0)
            matchers = [];
        var view = BindObject(TaskFields.Spec, node, node.Head);
        return new TaskDeclaration(view, document, problems.Count > 0 ? problems : []) { Matchers = matchers.Count > 0 ? matchers : [] };
    }

    /// <summary>Reads a mapping by another table than a task's: a document's, or a settings file's.</summary>
    /// <param name="spec">The table.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="found">What does not fit is added here.</param>
    public ObjectView BindMapping(ObjectSpec spec, MappingNode node, List<Problem> found)
    {
        problems = found;
        matchers = [];
        var view = BindObject(spec, node, node.Head);
        problems = [];
        return view;
    }

    private ObjectView BindObject(ObjectSpec spec, MappingNode node, Place place)
    {
        var own = path.Current;
        var positions = new byte[spec.Fields.Count];
        var present = new FieldValue[node.EntryArray.Length];
        UnknownNames? unknown = null;
        byte next = 0;
        FieldSpec? empty = null;
        foreach (var entry in node.EntryArray)
        {
            if (spec.Find(entry.Key.Text) is { } field)
            {
                path.Enter(field.Name);
                present[next] = BindField(own, node, field, entry);
                positions[field.Ordinal] = ++next;
                path.Leave();
            }
            else if (!ObjectSpec.IsOwnKey(entry.Key.Text))
            {
                NoteUnknown(spec, entry, empty, unknown ??= new UnknownNames(node, spec), node);
                if (spec.IsOpen)
                    WalkFree(entry);
            }

            empty = EmptyBlock(spec, entry);
        }

        if (next < present.Length)
            Array.Resize(ref present, next);
        NoteRepeated(node);
        var view = new ObjectView(own, spec, node, positions, present, place);
        CheckWhole(view);
        return view;
    }

    private void NoteUnknown(ObjectSpec spec, Entry entry, FieldSpec? empty, UnknownNames names, MappingNode node)
    {
        if (!spec.IsOpen)
        {
            var above = empty is not null && MayHold(empty, entry.Key.Text) ? empty : null;
            problems.Add(new UnknownField(entry.Key, path.To(entry.Key.Text), node, spec) { Names = names, NotIndentedUnder = above });
        }
        else if (names.NearestTo(entry.Key.Text) is { } meant && node[meant] is null)
        {
            problems.Add(new UnknownField(entry.Key, path.To(entry.Key.Text), node, spec) { Names = names });
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
                problems.Add(new TwofoldReference(view[second].KeyPlace, path.To(second.Name), byId, field));
            }
            else if (field.IsRequired && !view.Spec.RequiredHasOwnRule && IsMissing(view, field))
            {
                var place = view[field].IsAbsent ? view.Place : view[field].Head;
                problems.Add(new MissingField(place, path.To(field.Name), field, view));
            }
        }
    }

    private static bool IsMissing(ObjectView view, FieldSpec field)
    {
        if (view[field].State is not (ValueState.Absent or ValueState.None))
            return false;
        return view.Spec.NameTwinOf(field) is not { } byName || view[byName].State is ValueState.Absent or ValueState.None;
    }

    private void NoteRepeated(MappingNode node)
    {
        if (node.Repeated.Count == 0)
            return;
        var firsts = node.EntryArray.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal);
        foreach (var entry in node.Repeated)
            problems.Add(new RepeatedKey(entry, path.To(entry.Key.Text), node, firsts[entry.Key.Text]));
    }

    private FieldValue BindField(FieldPath around, MappingNode node, FieldSpec field, Entry entry)
    {
        FieldValue Result(ValueState state, object? content = null) => new(around, field, entry.Key, entry.Value, state, content);

        if (entry.Value is ScalarNode scalar)
        {
            NoteShellForm(field, scalar);
            if (scalar.IsNull)
                return Result(ValueState.None);
            if (scalar.Unknown is { } reason)
            {
                problems.Add(reason.ToProblem(path.Current));
                return Result(ValueState.Unknown);
            }
        }

        var result = (field.Kind, entry.Value) switch
        {
            ( <= ValueKind.Date, ScalarNode value) => BindScalar(field, value) is var (state, content) ? Result(state, content) : default,
            ( <= ValueKind.Date, MappingNode matcher) when field.TakesMatcher =>
                BindMatcher(field, field.Kind, field.Name, matcher) is var (state, view)
                    ? Result(state, view)
                    : default,
            (ValueKind.Object, MappingNode value) => Result(ValueState.Known, BindObject(field.Object!, value, entry.Key.Place)),
            (ValueKind.ObjectList, ListNode value) => BindObjects(field, value) is var (objects, complete)
                ? Result(!complete ? ValueState.Invalid : value.IsIncomplete ? ValueState.Unknown : ValueState.Known, objects)
                : default,
            (ValueKind.TextList, ListNode value) => Result(BindTexts(field, value)),
            (ValueKind.TextList, ScalarNode value) when field.TakesSingle => Result(CheckText(field, value)),
            (ValueKind.TextMap or ValueKind.NumberMap, MappingNode value) => Result(BindMap(field, value)),
            (ValueKind.AnyMap, MappingNode) or (ValueKind.AnyList, ListNode) or (ValueKind.Any, _) => Result(BindFree(entry.Value)),
            _ => Result(Refuse(field, entry.Value)),
        };
        if (field.Role == FieldRole.ServerManaged && result.IsGiven)
            problems.Add(new DeclaredServerField(entry, path.Current, node, field));
        return result;
    }

    // What looks like the shell's -x may be a negative number.
    private void NoteShellForm(FieldSpec? field, Node value)
    {
        if (value is not ScalarNode { Variables.ShellForm: { } form } scalar)
            return;
        var isNumber = field?.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.NumberMap && field.Minimum is null or < 0;
        var given = form.Substring(form.IndexOf(':') + 1).TrimEnd('}');
        if (!(isNumber && PlainScalar.TryNumber(given, out _)))
            problems.Add(new ShellDefault(scalar.Place, path.Current, form));
    }

    private ValueState Refuse(FieldSpec field, Node value)
    {
        if (!field.KindHasOwnRule)
        {
            var wrong = Kinds.Wrong(value, path.Current, $"'{field.Name}'", field.Kind);
            problems.Add(wrong with { Example = ShapeExample.Of(field, value) });
        }

        return ValueState.Invalid;
    }

    private (ValueState State, object? Content) BindScalar(FieldSpec field, ScalarNode value)
    {
        switch (field.Kind)
        {
            case ValueKind.Text:
                return (CheckText(field, value), null);
            case ValueKind.Enum when field.Enum!.Find(value.Text) is { } word:
                return (ValueState.Known, word);
            case ValueKind.Enum:
                problems.Add(new UnknownWord(value, path.Current, field));
                return (ValueState.Invalid, null);
            default:
                return Kinds.Fits(field.Kind, value, out var content) ? (ValueState.Known, content) : (Refuse(field, value), null);
        }
    }

    private ValueState CheckText(FieldSpec field, ScalarNode value)
    {
        if (field.NeedsText && string.IsNullOrWhiteSpace(value.Text))
        {
            problems.Add(new BlankText(value.Place, path.Current, field));
            return ValueState.Invalid;
        }

        if (field.MostCharacters is { } most && value.Text.Length > most)
        {
            problems.Add(new WrongKind(value.Place, path.Current, $"'{field.Name}'", $"at most {most} characters long",
                "text", Excerpt.Of(value.ShownText), null));
            return ValueState.Invalid;
        }

        if (field is { Refers: { } kind, NameOf: null } && ResourceId.ResourceOf(value.Text) is { } actual && actual != kind)
            problems.Add(new ForeignId(value.Place, path.Current, field, value.ShownText, actual));
        else if (!value.IsFilled && DoubtAbout(field, value) is { } doubt)
            problems.Add(doubt);
        return ValueState.Known;
    }

    private (ValueState State, ObjectView? View) BindMatcher(FieldSpec field, ValueKind kind, string name, MappingNode node)
    {
        var subject = Excerpt.Of(name);
        if (!node.Entries.Any(entry => MatcherFields.Spec.Find(entry.Key.Text) is not null))
        {
            problems.Add(Kinds.Wrong(node, path.Current, $"'{subject}'", kind));
            return (ValueState.Invalid, null);
        }

        var before = problems.Count;
        var view = BindObject(MatcherFields.Spec, node, node.Head);
        foreach (var part in view.Present)
        {
            if (!MatcherFields.Fits(part.Spec!, kind))
            {
                var fitting = MatcherFields.Fits(MatcherFields.Min, kind) ? "'min', 'max' or 'one_of'"
                    : MatcherFields.Fits(MatcherFields.Contains, kind) ? "'contains', 'matches' or 'one_of'"
                    : "'one_of'";
                problems.Add(new WrongKind(part.KeyPlace, path.To(part.Spec!.Name), $"a matcher for '{subject}'", fitting,
                    $"'{part.Spec.Name}'", null, null));
            }

            NoteMembers(part, kind);
            if (part.Spec == MatcherFields.Matches && part.Text is { } pattern && !Kinds.IsPattern(pattern, out var error))
            {
                // What is wrong with a pattern is said with parts of it.
                var isFilled = part.Node is ScalarNode { IsFilled: true };
                problems.Add(new WrongKind(part.Place, path.To("matches"),
                    "'matches'", "a regular expression", "text", Excerpt.Of(part.ShownText!), isFilled ? null : error));
            }
        }

        if (problems.Count == before)
        {
            matchers.Add(new DeclaredMatcher(path.Current, name, field, kind, view));
            return (ValueState.Matcher, view);
        }

        // A variable that is not set leaves open what fits; anything else has a finding that is an error.
        return (problems.Skip(before).All(problem => problem is UnsetVariable) ? ValueState.Unknown : ValueState.Invalid, null);
    }

    // A number in quotes among those of 'one_of', and a number or truth value where a text is asked for. What no value of the field can be is judged
    // later.
    private void NoteMembers(FieldValue part, ValueKind kind)
    {
        if (part is { IsKnown: true, Node: ScalarNode { IsPlain: true, IsFilled: false } text }
            && (part.Spec == MatcherFields.Contains || part.Spec == MatcherFields.Matches) && text.Describe() != "text")
        {
            problems.Add(new WrongKind(text.Place, path.To(part.Spec.Name),
                $"'{part.Spec.Name}'", "a text", text.Describe(), Excerpt.Of(text.ShownText), $"write '{Excerpt.Of(text.Text)}' in quotes"));
        }

        if (part.Spec != MatcherFields.OneOf || part.Node is not ListNode list)
            return;
        path.Enter(MatcherFields.OneOf.Name);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not ScalarNode { IsNull: false, Unknown: null, IsPlain: false } value || Kinds.Fits(kind, value)
                || !Kinds.Fits(kind, new ScalarNode(value.Place, value.Text, isPlain: true)))
            {
                continue;
            }

            path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
            problems.Add(Kinds.Wrong(value, path.Current, "an entry of 'one_of'", kind));
            path.Leave();
        }

        path.Leave();
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
                path.EnterItem(KeyInTree(field, mapping) ?? i.ToString(CultureInfo.InvariantCulture));
                objects[next++] = BindObject(field.Object!, mapping, mapping.Head);
            }
            else
            {
                path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
                NoteScalar(item, $"{field.Object!.Noun} in '{field.Name}'", ValueKind.Object, ShapeExample.Of(field, item));
            }

            path.Leave();
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
            problems.Add(reason.ToProblem(path.Current));
            return ValueState.Unknown;
        }

        problems.Add(Kinds.Wrong(item, path.Current, subject, expected) with { Example = example });
        return ValueState.Invalid;
    }

    private ValueState BindTexts(FieldSpec field, ListNode list)
    {
        var state = ValueState.Known;
        for (var i = 0; i < list.Items.Count; i++)
        {
            path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
            NoteShellForm(field, list.Items[i]);
            var item = list.Items[i] is ScalarNode { IsNull: false, Unknown: null } text
                ? CheckText(field, text)
                : NoteScalar(list.Items[i], $"an entry of '{field.Name}'", ValueKind.Text);
            state = item == ValueState.Known ? state : item;
            path.Leave();
        }

        return state == ValueState.Known && list.IsIncomplete ? ValueState.Unknown : state;
    }

    private ValueState BindMap(FieldSpec field, MappingNode map)
    {
        NoteRepeated(map);
        var kind = field.Kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Number;
        var state = ValueState.Known;
        foreach (var entry in map.EntryArray)
        {
            if (ObjectSpec.IsOwnKey(entry.Key.Text))
                continue;
            path.Enter(entry.Key.Text);
            NoteShellForm(field, entry.Value);
            var item = entry.Value switch
            {
                // Null in a mapping of texts is an empty value, which has a rule of its own.
                ScalarNode { IsNull: true } when kind == ValueKind.Text => ValueState.Known,
                ScalarNode { Unknown: null } scalar when Kinds.Fits(kind, scalar) && !scalar.IsNull => ValueState.Known,
                MappingNode matcher => BindMatcher(field, kind, entry.Key.Text, matcher).State,
                var other => NoteScalar(other, $"'{Excerpt.Of(entry.Key.Text)}' in '{field.Name}'", kind),
            };
            // One unknown value leaves the others comparable; one that is wrong is reported, and the rest is left alone.
            state = item == ValueState.Invalid ? item : state;
            path.Leave();
        }

        return state == ValueState.Known && map.IsIncomplete ? ValueState.Unknown : state;
    }

    // What is not known in a free value stays among its leaves.
    private ValueState BindFree(Node value)
    {
        WalkFree(value);
        return ValueState.Known;
    }

    private void WalkFree(Entry entry)
    {
        path.Enter(entry.Key.Text);
        WalkFree(entry.Value);
        path.Leave();
    }

    private void WalkFree(Node value)
    {
        NoteShellForm(null, value);
        switch (value)
        {
            case ScalarNode { Unknown: { } reason }:
                problems.Add(reason.ToProblem(path.Current));
                break;
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
                    WalkFree(list.Items[i]);
                    path.Leave();
                }

                break;
            case MappingNode mapping:
                NoteRepeated(mapping);
                foreach (var entry in mapping.EntryArray)
                {
                    if (!ObjectSpec.IsOwnKey(entry.Key.Text))
                        WalkFree(entry);
                }

                break;
        }
    }

    // What the text of a reference seems to be instead; null where there is no doubt.
    private DoubtfulReference? DoubtAbout(FieldSpec field, ScalarNode value)
    {
        // A space is named in the same field.
        if (field.Refers is null || field.Refers == ResourceKind.Space || FillIn.IsLeft(value.Text))
            return null;
        if (ResourceId.KindOf(value.Text) is not null)
            return field.NameOf is null ? null : new DoubtfulReference(value.Place, path.Current, field, value.Text, null);
        if (field.NameOf is not null)
            return null;
        var whole = ResourceName.WholeIdOf(value.Text);
        return whole is not null || ResourceName.IsLikely(value.Text)
            ? new DoubtfulReference(value.Place, path.Current, field, value.Text, whole)
            : null;
    }
}
