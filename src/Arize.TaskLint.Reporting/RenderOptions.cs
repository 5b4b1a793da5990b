namespace Arize.TaskLint.Reporting;

/// <summary>Options of the presentation of a report. They do not change its content.</summary>
public sealed record RenderOptions
{
    /// <summary>Whether to colour.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether to show source lines: a person reads along.</summary>
    public bool ShowsSource { get; init; }

    /// <summary>Whether to leave out everything except findings and drift.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether to show what is suppressed, which is only counted otherwise.</summary>
    public bool ShowsSuppressed { get; init; }
}
