using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A value that a field declares: its own, or one that a matcher names in its place.</summary>
/// <param name="Part">The part of the matcher; null for the field's own value.</param>
internal readonly record struct DeclaredValue(ScalarNode Value, FieldSpec? Part)
{
    /// <summary>The number that the value is, or null.</summary>
    internal double? Number => PlainScalar.TryNumber(Value.Text, out var number) ? number : null;

    internal FieldPath PathIn(FieldValue field) => Part is null ? field.Path : field.Path.Field(Part.Name);

    /// <summary>The value in words for a message.</summary>
    internal string SubjectOf(FieldSpec field) =>
        Part is null ? $"{field.Word} '{Excerpt.Of(Value.Text)}'" : $"{field.Word}: '{Part.Name}' '{Excerpt.Of(Value.Text)}'";

    /// <summary>The values that a field declares.</summary>
    internal static IEnumerable<DeclaredValue> Of(FieldValue field)
    {
        if (field is { IsKnown: true, Node: ScalarNode own })
            yield return new DeclaredValue(own, null);
        foreach (var part in field.Matcher?.Present ?? [])
        {
            if (part is { IsKnown: true, Node: ScalarNode bound })
                yield return new DeclaredValue(bound, part.Spec);
            foreach (var choice in part.Items.OfType<ScalarNode>().Where(choice => choice is { IsNull: false, Unknown: null }))
                yield return new DeclaredValue(choice, part.Spec);
        }
    }
}
