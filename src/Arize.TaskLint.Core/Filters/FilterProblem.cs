namespace Arize.TaskLint.Core.Filters;

/// <summary>Something that is wrong with a filter's text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Message">The problem, as a part of a message.</param>
internal readonly record struct FilterProblem(int Start, int End, string Message)
{
    /// <summary>How sure it is that the text is a mistake.</summary>
    internal Certainty Certainty { get; init; }

    /// <summary>The text that is meant; null if that is not certain.</summary>
    internal string? Replacement { get; init; }

    /// <summary>Whether the replacement is likely rather than certain, so that a person has to choose it.</summary>
    internal bool NeedsDecision { get; init; }
}

/// <summary>How sure it is that a text is a mistake.</summary>
internal enum Certainty
{
    /// <summary>It cannot mean anything else.</summary>
    Certain,

    /// <summary>It may have a meaning, but is probably a mistake.</summary>
    Likely,

    /// <summary>The text may be meant as it is.</summary>
    Possible,
}
