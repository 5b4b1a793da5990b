namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// Whether a row has a value for a variable, from the least to the most. Between both ends, it is not documented whether the server takes what the
/// row has for a value.
/// </summary>
internal enum Presence
{
    Missing,

    /// <summary>The variable has no mapping, or a mapping is for no variable: what the server does with the row is not documented.</summary>
    InMapping,

    /// <summary>It has it within the text of another column.</summary>
    InText,

    /// <summary>It has a column whose name differs in its letter case.</summary>
    InOtherCase,

    /// <summary>It has an empty text, list or object there, or nothing but blanks.</summary>
    Empty,

    /// <summary>It has an object there.</summary>
    Object,

    /// <summary>It has a value, if the server reads the path, which is in a form that is not documented.</summary>
    InOtherForm,

    There,
}
