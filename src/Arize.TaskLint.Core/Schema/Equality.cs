namespace Arize.TaskLint.Core.Schema;

/// <summary>How two values of a field are compared.</summary>
public enum Equality
{
    /// <summary>
    /// By the kind of the value: enums without letter case and separators, numbers by value, texts without differences in line endings.
    /// </summary>
    ByKind,

    /// <summary>As by default, and an empty text equals an absent one: version pins.</summary>
    BlankIsNone,

    /// <summary>
    /// As by default, an empty text equals an absent one, and filters are equal if they mean the same: see <see cref="Filters.FilterWriter"/>.
    /// </summary>
    Filter,

    /// <summary>Besides, <c>{{dataset.x}}</c> and <c>{{x}}</c> are the same: input templates.</summary>
    Placeholders,

    /// <summary>As by default, and an absent value equals the ID of a single filter: the expression over filters.</summary>
    LoneFilter,
}
