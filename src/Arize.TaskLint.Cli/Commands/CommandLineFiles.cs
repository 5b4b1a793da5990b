using System.CommandLine;
using System.CommandLine.Parsing;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The files that a command line names, as far as it can be parsed, even if it has errors.</summary>
internal static class CommandLineFiles
{
    // Options whose values are files to be read.
    private static readonly string[] FileOptions = ["--live", "--config", "--baseline", "--spans", "--runs"];

    /// <summary>The files to be read, by their full paths; the folders and globs among the arguments are not files.</summary>
    internal static IEnumerable<string> ToRead(ParseResult parsed, Terminal terminal)
    {
        var children = parsed.CommandResult.Children;
        var paths = children.OfType<ArgumentResult>()
            .Where(argument => argument.Argument.Name == InputOptions.PathName)
            .SelectMany(argument => argument.Tokens);
        var values = children.OfType<OptionResult>().Where(option => FileOptions.Contains(option.Option.Name)).SelectMany(option => option.Tokens);
        return paths.Concat(values)
            .SelectMany(token => new[] { token.Value, token.Value[(token.Value.LastIndexOf('=') + 1)..] }.Distinct())
            .Where(path => path is not ("" or InputFiles.StandardInput))
            .Select(path => Path.IsPathFullyQualified(path) ? path : terminal.FullPath(path))
            .Where(File.Exists);
    }

    /// <summary>The formats of the reports and their files.</summary>
    internal static IEnumerable<(string Format, string? File)> Reports(ParseResult parsed)
    {
        var files = Words(parsed, ReportOptions.OutputName);
        return Words(parsed, ReportOptions.FormatName).Select((format, i) => (format, i < files.Count ? files[i] : null));
    }

    /// <summary>Whether the result of the command is a report.</summary>
    internal static bool HasReport(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Any(option => option.Name == ReportOptions.FormatName);

    /// <summary>Whether the command line names a format or a file for a report.</summary>
    internal static bool NamesReport(ParseResult parsed) =>
        Words(parsed, ReportOptions.FormatName).Count + Words(parsed, ReportOptions.OutputName).Count > 0;

    private static List<string> Words(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == name) is { } option && parsed.GetResult(option) is { } result
            ? [.. result.Tokens.Select(token => token.Value)]
            : [];
}
