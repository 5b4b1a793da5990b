namespace Arize.TaskLint.Core.Rules;

/// <summary>How much a finding weighs: the words of <c>.editorconfig</c>.</summary>
public enum Severity
{
    /// <summary>The rule is off.</summary>
    None,

    /// <summary>Not shown.</summary>
    Silent,

    /// <summary>Worth a thought.</summary>
    Suggestion,

    /// <summary>Most likely a mistake.</summary>
    Warning,

    /// <summary>Cannot work.</summary>
    Error,
}
