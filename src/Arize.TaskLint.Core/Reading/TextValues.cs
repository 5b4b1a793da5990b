using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Checks texts by what their fields ask for: content, a length, the ID of the right resource.</summary>
internal sealed class TextValues(ReadingNotes notes)
{
    internal ValueState Check(FieldSpec field, ScalarNode value)
    {
        if (field.NeedsText && string.IsNullOrWhiteSpace(value.Text))
        {
            notes.Add(new BlankText(value.Place, notes.Path.Current, field));
            return ValueState.Invalid;
        }

        if (field.MostCharacters is { } most && value.Text.Length > most)
        {
            notes.Add(new WrongKind(value.Place, notes.Path.Current, $"'{field.Name}'", $"at most {most} characters long",
                "text", Excerpt.Of(value.ShownText), null));
            return ValueState.Invalid;
        }

        if (field is { Refers: { } kind, NameOf: null } && ResourceId.ResourceOf(value.Text) is { } actual && actual != kind)
            notes.Add(new ForeignId(value.Place, notes.Path.Current, field, value.ShownText, actual));
        else if (!value.IsFilled && DoubtAbout(field, value) is { } doubt)
            notes.Add(doubt);
        return ValueState.Known;
    }

    // What the text of a reference seems to be instead; null where there is no doubt.
    private DoubtfulReference? DoubtAbout(FieldSpec field, ScalarNode value)
    {
        // A space is named in the same field.
        if (field.Refers is null || field.Refers == ResourceKind.Space || FillIn.IsLeft(value.Text))
            return null;
        if (ResourceId.KindOf(value.Text) is not null)
            return field.NameOf is null ? null : new DoubtfulReference(value.Place, notes.Path.Current, field, value.Text, null);
        if (field.NameOf is not null)
            return null;
        var whole = ResourceName.WholeIdOf(value.Text);
        return whole is not null || ResourceName.IsLikely(value.Text)
            ? new DoubtfulReference(value.Place, notes.Path.Current, field, value.Text, whole)
            : null;
    }
}
