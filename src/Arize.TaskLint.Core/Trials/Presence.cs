namespace Arize.TaskLint.Core.Trials;

/// <summary>Whether a row has a value for a variable.</summary>
internal enum Presence
{
    Missing,

    /// <summary>
    /// It has an object there, something empty, or a column of the same name in another letter case, and whether the server takes that for a value
    /// is not documented.
    /// </summary>
    InDoubt,

    There,
}
