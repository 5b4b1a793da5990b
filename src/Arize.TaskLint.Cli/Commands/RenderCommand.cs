using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint render</c>: another format from a saved result.</summary>
internal static class RenderCommand
{
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
            var targets = options.Targets(parsed, terminal, addsPlatform: false);
            var report = SavedResult.Read(terminal.Workspace, given);
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
}
