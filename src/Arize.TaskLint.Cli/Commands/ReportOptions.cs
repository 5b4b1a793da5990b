using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that select the reports and their destinations.</summary>
internal sealed class ReportOptions
{
    internal const string FormatName = "--format", OutputName = "--output";
    private readonly Option<string[]> formats = new(FormatName)
    {
        Description = $"Output format: {string.Join(", ", ReportFormats.All.Select(format => $"{format.Name} ({format.Summary})"))}; may repeat",
        HelpName = "format",
    };
    private readonly Option<string[]> outputs = OptionKinds.Texts(OutputName, "file",
        "Write the report to this file; may repeat: the first file is for the first format, and so on", "-o");
    private readonly Option<bool> colour = OptionKinds.Flag("--color", "Always use colors");
    private readonly Option<bool> noColour = OptionKinds.Flag("--no-color", "Never use colors");

    internal void AddTo(Command command)
    {
        formats.AcceptOnly([.. ReportFormats.All.Select(format => format.Name)]);
        foreach (var option in new Option[] { formats, outputs, colour, noColour })
            command.Options.Add(option);
    }

    /// <summary>The outputs of the reports. Created before any work, so that invalid options fail at once.</summary>
    /// <param name="addsPlatform">Whether the form of the CI platform is added where no format is asked for.</param>
    internal Reports Targets(ParseResult parsed, Terminal terminal, bool addsPlatform) =>
        new(parsed.GetValue(formats) ?? [], parsed.GetValue(outputs) ?? [], terminal, addsPlatform);

    internal int Write(ParseResult parsed, Terminal terminal, Reports targets, Report report, bool isQuiet, bool showsSuppressed)
    {
        targets.Write(report, parsed.GetValue(noColour) ? false : parsed.GetValue(colour) ? true : null, isQuiet, showsSuppressed);
        return report.ExitCode;
    }
}
