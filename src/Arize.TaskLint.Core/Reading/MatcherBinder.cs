using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Reads matchers: mappings that stand in place of a value and say which values fit.</summary>
/// <param name="notes">Where the reading is, and what it has found.</param>
/// <param name="bindParts">Reads the parts of a matcher.</param>
internal sealed class MatcherBinder(ReadingNotes notes, Func<MappingNode, ObjectView> bindParts)
{
    internal (ValueState State, ObjectView? View) Bind(FieldSpec field, ValueKind kind, string name, MappingNode node)
    {
        var subject = Excerpt.Of(name);
        if (!node.Entries.Any(entry => MatcherFields.Spec.Find(entry.Key.Text) is not null))
        {
            notes.Add(Kinds.Wrong(node, notes.Path.Current, $"'{subject}'", kind));
            return (ValueState.Invalid, null);
        }

        var before = notes.Problems.Count;
        var view = bindParts(node);
        foreach (var part in view.Present)
        {
            if (!MatcherFields.Fits(part.Spec!, kind))
            {
                var fitting = MatcherFields.Fits(MatcherFields.Min, kind) ? "'min', 'max' or 'one_of'"
                    : MatcherFields.Fits(MatcherFields.Contains, kind) ? "'contains', 'matches' or 'one_of'"
                    : "'one_of'";
                notes.Add(new WrongKind(part.KeyPlace, notes.Path.To(part.Spec!.Name), $"a matcher for '{subject}'", fitting,
                    $"'{part.Spec.Name}'", null, null));
            }

            NoteMembers(part, kind);
            if (part.Spec == MatcherFields.Matches && part.Text is { } pattern && !Kinds.IsPattern(pattern, out var error))
            {
                // What is wrong with a pattern is said with parts of it.
                var isFilled = part.Node is ScalarNode { IsFilled: true };
                notes.Add(new WrongKind(part.Place, notes.Path.To("matches"),
                    "'matches'", "a regular expression", "text", Excerpt.Of(part.ShownText!), isFilled ? null : error));
            }
        }

        if (notes.Problems.Count == before)
        {
            notes.Matchers.Add(new DeclaredMatcher(notes.Path.Current, name, field, kind, view));
            return (ValueState.Matcher, view);
        }

        // A variable that is not set leaves open what fits; anything else has a finding that is an error.
        return (notes.Problems.Skip(before).All(problem => problem is UnsetVariable) ? ValueState.Unknown : ValueState.Invalid, null);
    }

    // A number in quotes among those of 'one_of', and a number or truth value where a text is asked for. What no value of the field can be is judged
    // later.
    private void NoteMembers(FieldValue part, ValueKind kind)
    {
        if (part is { IsKnown: true, Node: ScalarNode { IsPlain: true, IsFilled: false } text }
            && (part.Spec == MatcherFields.Contains || part.Spec == MatcherFields.Matches) && text.Describe() != "text")
        {
            notes.Add(new WrongKind(text.Place, notes.Path.To(part.Spec.Name),
                $"'{part.Spec.Name}'", "a text", text.Describe(), Excerpt.Of(text.ShownText), $"write '{Excerpt.Of(text.Text)}' in quotes"));
        }

        if (part.Spec != MatcherFields.OneOf || part.Node is not ListNode list)
            return;
        notes.Path.Enter(MatcherFields.OneOf.Name);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not ScalarNode { IsNull: false, Unknown: null, IsPlain: false } value || Kinds.Fits(kind, value)
                || !Kinds.Fits(kind, new ScalarNode(value.Place, value.Text, isPlain: true)))
            {
                continue;
            }

            notes.Path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
            notes.Add(Kinds.Wrong(value, notes.Path.Current, "an entry of 'one_of'", kind));
            notes.Path.Leave();
        }

        notes.Path.Leave();
    }
}
