using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

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

    /// <summary>Writes a result.</summary>
    public abstract void Write(RunResult result, ReportOptions options, TextWriter output);

    /// <summary>Writes that there is no result, where the form is for machines.</summary>
    /// <param name="error">Why, as a message.</param>
    /// <param name="output">Where to.</param>
    public virtual void WriteFailure(string error, TextWriter output)
    {
    }
}

/// <summary>How results are written.</summary>
public sealed record ReportOptions
{
    /// <summary>The exit code of the run, which texts name.</summary>
    public int ExitCode { get; init; }

    /// <summary>Whether to colour.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether to show source lines: a person reads along.</summary>
    public bool ShowsSource { get; init; }

    /// <summary>Whether to leave out what is no finding and no drift.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether to show what is suppressed, where it is only counted else.</summary>
    public bool ShowsSuppressed { get; init; }

    /// <summary>What no text of the report may hold; null for nothing.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Where the repository of the tool can be read, for links to rule pages; null for no links.</summary>
    public string? PublicAddress { get; init; }
}

/// <summary>Every form.</summary>
public static class ReportFormats
{
    /// <summary>Every form, the default first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All = [new Text.TextReport(), new JsonReport()];

    /// <summary>The form of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
