namespace Arize.TaskLint.Reporting;

/// <summary>A form in which results are written.</summary>
public abstract class ReportFormat
{
    /// <summary>The word after <c>--format</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the form is for, in one line for help texts.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether programs read it, so that it must come out whole whatever happens.</summary>
    public virtual bool IsForMachines => true;

    /// <summary>Writes a report.</summary>
    public abstract void Write(Report report, RenderOptions options, TextWriter output);

    /// <summary>How much of the beginning of a file <see cref="IsHead"/> needs, in characters.</summary>
    public const int HeadLength = 100;

    /// <summary>Whether a file that begins with this text was written in this form.</summary>
    public virtual bool IsHead(string text) => false;
}

/// <summary>How a report is shown; nothing here changes what it says.</summary>
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

/// <summary>Every form.</summary>
public static class ReportFormats
{
    /// <summary>Every form, the default first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All = [new Text.TextReport(), new JsonReport()];

    /// <summary>The form of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
