using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Remedies;

/// <summary>Live values as a declaration in YAML says them: without what only the server writes, and without what is unset.</summary>
internal static class LiveContent
{
    /// <summary>The value.</summary>
    /// <param name="spec">The table of the object that it is; null for what the schema does not have.</param>
    /// <param name="isFilled">Whether the declaration is searched for variables.</param>
    internal static NewValue Of(Node value, ObjectSpec? spec, bool isFilled = true) => value switch
    {
        ScalarNode scalar when !IsText(scalar) => new NewPlain(scalar.IsNull ? "null" : scalar.Text),
        ScalarNode scalar => new NewText(isFilled ? VariableText.Escape(scalar.Text) : scalar.Text),
        ListNode list => new NewList([.. list.Items.Select(item => Of(item, spec, isFilled))]),
        MappingNode mapping => new NewMapping(
        [
            .. mapping.Entries.Where(entry => IsDeclared(entry, spec))
                .Select(entry => new NewEntry(entry.Key.Text, Of(entry.Value, spec?.Find(entry.Key.Text)?.Object, isFilled))),
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Whether a live scalar is a text, and no number, truth value or null.</summary>
    internal static bool IsText(ScalarNode scalar) =>
        !scalar.IsPlain || !(scalar.IsNull || PlainScalar.TryNumber(scalar.Text, out _) || PlainScalar.TryBoolean(scalar.Text, out _));

    private static bool IsDeclared(Entry entry, ObjectSpec? spec) =>
        !Values.IsNone(null, entry.Value)
            && (spec?.Find(entry.Key.Text) is not { } field || (field.Role != FieldRole.ServerManaged && !Values.SaysNone(field, entry.Value)));
}
