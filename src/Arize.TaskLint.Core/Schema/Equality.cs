namespace Arize.TaskLint.Core.Schema;

/// <summary>How two values of a field are held against each other.</summary>
public enum Equality
{
    /// <summary>As the kind says: enums without letter case and separators, numbers by value, texts but for line endings.</summary>
    ByKind,

    /// <summary>Besides, an empty text is the same as none: version pins.</summary>
    BlankIsNone,

    /// <summary>
    /// Besides, an empty text is the same as none, and filters are the same that say the same: see <see cref="Filters.FilterWriter"/>.
    /// </summary>
    Filter,

    /// <summary>Besides, <c>{{dataset.x}}</c> and <c>{{x}}</c> are the same: input templates.</summary>
    Placeholders,

    /// <summary>Besides, none is the same as the lone id of a single filter: the expression over filters.</summary>
    LoneFilter,
}
