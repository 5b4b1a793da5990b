namespace Arize.TaskLint.Reporting;

/// <summary>A form in which results are written.</summary>
public abstract class ReportFormat
{
    /// <summary>The word after <c>--format</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The description of the format, in one line for help texts.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether programs read it, so that it must be complete whatever happens.</summary>
    public virtual bool IsForMachines => true;

    /// <summary>Writes a report.</summary>
    public abstract void Write(Report report, RenderOptions options, TextWriter output);

    /// <summary>How much of the beginning of a file <see cref="IsHead"/> needs, in characters.</summary>
    public const int HeadLength = 100;

    /// <summary>Whether a file that begins with this text was written in this form.</summary>
    public virtual bool IsHead(string text) => false;
}
