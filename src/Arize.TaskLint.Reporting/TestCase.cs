namespace Arize.TaskLint.Reporting;

/// <summary>A test that a CI server shows for a task, or for findings that are about no task.</summary>
/// <param name="Suite">The file of the declaration.</param>
/// <param name="Name">The name of the task.</param>
internal sealed record TestCase(string Suite, string Name)
{
    /// <summary>What could not be determined.</summary>
    internal List<(string Type, string Message, string Line)> Errors { get; } = [];

    /// <summary>The findings that fail it.</summary>
    internal List<(string Type, string Message, string Line)> Failures { get; } = [];

    /// <summary>What is said of it and does not fail it, a line each.</summary>
    internal List<string> Notes { get; } = [];

    /// <summary>Why all that is said of it is accepted; null if it is not.</summary>
    internal string? Skipped { get; set; }
}
