namespace Arize.TaskLint.Reporting;

/// <summary>Options of the presentation of a report. They do not change its content.</summary>
public sealed record RenderOptions
{
    /// <summary>Whether to colour.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether the report is written with signs of ASCII alone: its place may show no others. Names and values stay as they are.</summary>
    public bool IsAscii { get; init; }

    /// <summary>The columns of the terminal, 40 or more, into which lines are fitted; null for a place without such a limit.</summary>
    public int? Columns { get; init; }

    /// <summary>Whether to show source lines: a person reads along.</summary>
    public bool ShowsSource { get; init; }

    /// <summary>Whether nothing beside it says why there is no result, as standard error does beside standard output.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Whether to leave out everything except findings and drift.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The maximum length, in characters, of a format that has one; null for that of the format.</summary>
    public int? MostCharacters { get; init; }

    /// <summary>The address of a place in a file, on the platform where the report is read; null where there is none.</summary>
    public Func<ReportLocation, string?>? LinkOf { get; init; }

    /// <summary>Whether to show what is suppressed, which is only counted otherwise.</summary>
    public bool ShowsSuppressed { get; init; }
}
