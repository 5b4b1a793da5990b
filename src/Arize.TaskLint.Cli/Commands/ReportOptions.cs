using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that say which reports are written, and where to.</summary>
internal sealed class ReportOptions
{
    private const string FormatName = "--format";
    private const string OutputName = "--output";

    private readonly Option<string[]> formats = new(FormatName)
    {
        Description = $"Output format: {string.Join(", ", ReportFormats.All.Select(format => $"{format.Name} ({format.Summary})"))}; may repeat",
        HelpName = "format",
    };

    private readonly Option<string[]> outputs = new(OutputName, "-o") { Description = "Write the report to this file; may repeat: the first file is for the first format, and so on", HelpName = "file" };

    private readonly Option<bool> colour = new("--color") { Description = "Always use colors" };

    private readonly Option<bool> noColour = new("--no-color") { Description = "Never use colors" };

    internal void AddTo(Command command)
    {
        formats.AcceptOnly([.. ReportFormats.All.Select(format => format.Name)]);
        foreach (var option in new Option[] { formats, outputs, colour, noColour })
            command.Options.Add(option);
    }

    /// <summary>The formats that were asked for and their files, as far as the command line can be read.</summary>
    internal static IEnumerable<(string Format, string? File)> TargetsOf(ParseResult parsed)
    {
        var files = Words(parsed, OutputName);
        return Words(parsed, FormatName).Select((format, i) => (format, i < files.Count ? files[i] : null));
    }

    /// <summary>Whether the command line names a format or a file for a report.</summary>
    internal static bool AreGiven(ParseResult parsed) => Words(parsed, FormatName).Count + Words(parsed, OutputName).Count > 0;

    /// <summary>Where the reports go; made before any work, so that a wrong call fails at once.</summary>
    internal Reports Targets(ParseResult parsed, Terminal terminal) => new(parsed.GetValue(formats) ?? [], parsed.GetValue(outputs) ?? [], terminal);

    /// <summary>Writes the reports.</summary>
    /// <returns>The exit code of the report.</returns>
    internal int Write(ParseResult parsed, Terminal terminal, Reports targets, Report report, bool isQuiet, bool showsSuppressed)
    {
        bool? isColoured = parsed.GetValue(noColour) ? false : parsed.GetValue(colour) ? true : null;
        targets.Write((format, writer, isOutput) => format.Write(
            report, terminal.Render(isOutput, isColoured) with { IsQuiet = isQuiet, ShowsSuppressed = showsSuppressed }, writer));
        return report.ExitCode;
    }

    private static List<string> Words(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == name) is { } option && parsed.GetResult(option) is { } result
            ? [.. result.Tokens.Select(token => token.Value)]
            : [];
}
