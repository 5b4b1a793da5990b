using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Reads values whose parts no table names: variables and repeated keys are noted wherever they are.</summary>
internal sealed class FreeValues(ReadingNotes notes)
{
    // What looks like the shell's -x may be a negative number.
    internal void NoteShellForm(FieldSpec? field, Node value)
    {
        if (value is not ScalarNode { Variables.ShellForm: { } form } scalar)
            return;
        var isNumber = field?.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.NumberMap && field.Minimum is null or < 0;
        var given = form.Substring(form.IndexOf(':') + 1).TrimEnd('}');
        if (!(isNumber && PlainScalar.TryNumber(given, out _)))
            notes.Add(new ShellDefault(scalar.Place, notes.Path.Current, form));
    }

    internal void Walk(Entry entry)
    {
        notes.Path.Enter(entry.Key.Text);
        Walk(entry.Value);
        notes.Path.Leave();
    }

    internal void Walk(Node value)
    {
        NoteShellForm(null, value);
        switch (value)
        {
            case ScalarNode { Unknown: { } reason }:
                notes.Add(reason.ToProblem(notes.Path.Current));
                break;
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    notes.Path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
                    Walk(list.Items[i]);
                    notes.Path.Leave();
                }

                break;
            case MappingNode mapping:
                notes.AddRepeated(mapping);
                foreach (var entry in mapping.EntryArray)
                {
                    if (!ObjectSpec.IsOwnKey(entry.Key.Text))
                        Walk(entry);
                }

                break;
        }
    }
}
