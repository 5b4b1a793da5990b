namespace Arize.TaskLint.Core.Trials;

/// <summary>Whether a row has a value for a variable.</summary>
internal enum Presence
{
    Missing,

    /// <summary>It has an object there, and whether a template takes one is not documented.</summary>
    InDoubt,

    There,
}
