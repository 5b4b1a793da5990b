using System.CommandLine;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint render</c>: another format from a saved result.</summary>
internal static class RenderCommand
{
    private const int MostBytes = 512 * 1024 * 1024;

    internal static Command Create(Terminal terminal)
    {
        var result = new Argument<string>("result") { Description = "The file that --format json wrote, or - for standard input" };
        var quiet = OptionKinds.Flag("--quiet", "Show nothing but findings and drift", "-q");
        var verbose = OptionKinds.Flag("--verbose", "Show what is suppressed too", "-v");
        var options = new ReportOptions();
        var command = new Command("render", "Write another format from a saved JSON result; exits with 0 when it is written")
        {
            result, quiet, verbose,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(result)!;
            if (given != InputFiles.StandardInput)
                terminal.Workspace.Files.Read(terminal.FullPath(given));
            var targets = options.Targets(parsed, terminal);
            var report = Read(given, terminal);
            foreach (var message in report.Failures)
                terminal.Say(message);
            _ = options.Write(parsed, terminal, targets, report, parsed.GetValue(quiet), parsed.GetValue(verbose));
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint render drift.json --format text", "what check would have printed"),
            ("tasklint check --format json | tasklint render - --format text --color", "JSON in a pipe, text on the screen"));
        return command;
    }

    private static Report Read(string given, Terminal terminal)
    {
        try
        {
            if (given == InputFiles.StandardInput)
                return ReportOf(given, FileBytes.Read(terminal.Workspace.Input, MostBytes));
            var path = terminal.FullPath(given);
            if (Directory.Exists(path))
                throw new UsageException($"'{given}' is a folder; give the file that --format json wrote");
            return File.Exists(path)
                ? ReportOf(given, FileBytes.Read(() => File.OpenRead(path), MostBytes))
                : throw new UsageException($"'{given}' does not exist");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{given}' cannot be read: {unreadable.Message}");
        }
    }

    private static Report ReportOf(string given, byte[]? bytes)
    {
        if (bytes is null)
            throw new UsageException($"'{given}' is too large for a result");
        try
        {
            return JsonReport.Read(JsonBytes.ToUtf8(bytes));
        }
        catch (Exception invalid) when (invalid is JsonException or DecoderFallbackException)
        {
            throw new UsageException($"'{given}' is not a result of 'tasklint … --format json': {ReasonOf(invalid)}");
        }
    }

    // The library's message names types; for people, member names are more useful.
    private static string ReasonOf(Exception invalid)
    {
        const string Missing = "missing required properties including: ";
        var reason = invalid.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
        var at = reason.IndexOf(Missing, StringComparison.Ordinal);
        if (at >= 0)
            return $"it lacks {reason[(at + Missing.Length)..]}";
        if (reason.Contains("any JSON tokens", StringComparison.Ordinal))
            return "the file is empty";
        if (reason.Contains("could not be converted", StringComparison.Ordinal) && invalid is JsonException { Path: null or "$" })
            return "it is not an object";
        return invalid is JsonException { Path: { Length: > 1 } path } ? $"the value of {path} is not of the right kind" : reason;
    }
}
