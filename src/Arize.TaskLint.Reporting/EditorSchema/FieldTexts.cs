using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>Texts about fields that editors show: the description, where the field is permitted, how it is compared.</summary>
internal static class FieldTexts
{
    /// <summary>Without marks.</summary>
    internal static string Plain(FieldSpec field) => string.Join(' ', Sentences(field)).Replace("`", "", StringComparison.Ordinal);

    /// <summary>In Markdown.</summary>
    internal static string Markdown(FieldSpec field) => string.Join("\n\n", Sentences(field));

    private static IEnumerable<string> Sentences(FieldSpec field)
    {
        yield return field.Summary + ".";
        if (field.Role == FieldRole.ServerManaged)
            yield return "Managed by the server: declaring it has no effect.";
        if (FieldReference.StandsOn(field) is var where and not "everywhere")
            yield return $"Allowed on: {where}.";
        if (FieldReference.RangeOf(field) is { Length: > 0 } range)
            yield return $"Range: {range[2..]}.";
        if (field.Enum?.Deprecated is { Count: > 0 } deprecated)
            yield return $"Deprecated: {string.Join(", ", deprecated.Select(word => $"`{word}`"))}.";
        if (field.Role == FieldRole.Managed)
            yield return $"Compared: {FieldReference.ComparisonOf(field)}.";
        if (field.NeedsRecreate)
            yield return "Cannot be changed; create a new task.";
    }
}
