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

    /// <summary>How much of the end of a file <see cref="IsTail"/> gets, in bytes.</summary>
    public const int TailBytes = 1000;

    /// <summary>Whether its paths are looked up in the repository by a platform, and not by people in the working directory.</summary>
    public virtual bool IsForRepository => false;

    /// <summary>Whether a file that ends with this text was written in this form, where its beginning does not tell.</summary>
    public virtual bool IsTail(string text) => false;
}
