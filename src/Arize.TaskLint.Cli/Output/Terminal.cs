using System.Globalization;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>A run of the tool: what it reads, and the streams that it writes to.</summary>
/// <param name="OutputIsTerminal">Whether a person reads the results as they come.</param>
/// <param name="ErrorIsTerminal">Whether a person reads the messages as they come.</param>
internal sealed record Terminal(Workspace Workspace, TextWriter Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal)
{
    // Where less is told, a line says nothing any more.
    private const int FewestColumns = 40;

    /// <summary>Tells the columns of the terminal that standard output is; null if they are not known.</summary>
    internal Func<int?> Columns { get; init; } = () => null;

    /// <summary>Whether a person can be asked.</summary>
    internal bool CanAsk { get; init; }

    /// <summary>Writes a message for a person on standard error.</summary>
    internal void Say(string message) => Error.Write($"tasklint: {TerminalText.Escape(Workspace.Shown(message))}\n");

    /// <summary>The full path of what the command line names.</summary>
    internal string FullPath(string path) => Path.GetFullPath(path, Workspace.WorkingDirectory);

    /// <summary>The report with the paths that a format needs: platforms look for files from the top of the repository.</summary>
    internal Report Placed(Report report, ReportFormat format) =>
        format.IsForRepository ? PlacedReport.Under(report, CheckoutPrefix.Of(Workspace)) : report;

    /// <summary>How a report is shown on this terminal.</summary>
    /// <param name="isOutput">Whether the report goes to standard output and not to a file.</param>
    /// <param name="isColoured">Whether the command line asks for colours, or forbids them; null if it does neither.</param>
    internal RenderOptions Render(bool isOutput, bool? isColoured) => new()
    {
        IsColoured = isOutput && (isColoured ?? HasColours()),
        ShowsSource = isOutput && OutputIsTerminal,
        IsAscii = isOutput && OutputIsTerminal && IsDumb,
        Columns = isOutput && OutputIsTerminal && ColumnsToFit() is { } columns ? Math.Max(columns, FewestColumns) : null,
    };

    private int? ColumnsToFit()
    {
        var told = Workspace.Variable("COLUMNS");
        return int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : Columns();
    }

    private bool IsDumb => Workspace.Variable("TERM") == "dumb";

    private bool HasColours()
    {
        bool IsSet(string name) => !string.IsNullOrEmpty(Workspace.Variable(name));

        if (IsSet("NO_COLOR"))
            return false;
        return (IsSet("FORCE_COLOR") && Workspace.Variable("FORCE_COLOR") != "0") || (OutputIsTerminal && !IsDumb);
    }
}
