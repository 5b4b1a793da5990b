namespace Arize.TaskLint.Core.Model;

/// <summary>A step of a <see cref="FieldPath"/>: into a field, into a key of a free mapping, or into an entry of a list.</summary>
/// <param name="Name">The field, or the key of a free mapping; null for an entry of a list.</param>
/// <param name="Key">Identifies an entry: its key, or its position from 0; null for a field.</param>
/// <param name="Label">The name that people know an entry by, if it differs from the key: an evaluator's name.</param>
/// <param name="Value">The key as it is compared, if results show another text instead: the variable that it is filled in from.</param>
internal readonly record struct PathStep(string? Name, string? Key, string? Label, string? Value)
{
    internal static PathStep Into(string name) => new(LongName.Of(name), null, null, null);

    internal static PathStep IntoItem(string key, string? label, string? value) =>
        new(null, LongName.Of(key), label is null ? null : LongName.Of(label), value is null ? null : LongName.Of(value));
}
