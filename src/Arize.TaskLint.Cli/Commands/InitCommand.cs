using System.CommandLine;
using System.Text;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Init;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint init</c>: what a repository needs.</summary>
internal static class InitCommand
{
    internal static Command Create(Terminal terminal)
    {
        var platform = new Option<string?>("--platform")
        {
            Description = "The CI platform: github, gitlab or azure; default: the one that the repository shows signs of",
            HelpName = "name",
        };
        platform.AcceptOnly([.. CiPlatform.All.Select(one => one.Name)]);
        var space = OptionKinds.Text("--space", "space", "The space of the tasks, by name or ID; default: ARIZE_SPACE, or asked for on a terminal");
        var project = OptionKinds.Text("--project", "project", "The project of the first declaration, by name; default: asked for on a terminal");
        var folder = new Option<string>("--folder")
        {
            Description = "The folder of the declarations",
            HelpName = "dir",
            DefaultValueFactory = _ => "arize",
        };
        var noPull = OptionKinds.Flag("--no-pull", "Write an example, even if there is a key with which the live tasks could be read");
        var force = OptionKinds.Flag("--force", "Replace files that exist");
        var api = new ApiOptions();
        var command = new Command("init",
            "Write tasklint.yaml, a first declaration, the editor's schema and a CI workflow; existing files are left as they are. With "
                + "ARIZE_API_KEY and a space, the live tasks are declared");
        foreach (var option in new Option[] { platform, space, project, folder, noPull, force })
            command.Options.Add(option);
        api.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, isQuiet: false, isVerbose: false) };
            var answers = terminal.CanAsk ? new StreamReader(terminal.Workspace.Input(), Encoding.UTF8) : null;
            await new InitRun(workspace).RunAsync(
                new InitRequest
                {
                    Platform = parsed.GetValue(platform),
                    Space = parsed.GetValue(space),
                    Project = parsed.GetValue(project),
                    Folder = parsed.GetValue(folder)!,
                    Pulls = !parsed.GetValue(noPull),
                    IsForced = parsed.GetValue(force),
                    Live = api.Request(parsed),
                    Ask = answers is null ? null : question =>
                    {
                        terminal.Error.Write(TerminalText.Escape(question));
                        terminal.Error.Flush();
                        return answers.ReadLine();
                    },
                },
                cancellation).ConfigureAwait(false);
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint init --space production", "with ARIZE_API_KEY set: declares the tasks that exist"),
            ("tasklint init --project support-bot --platform gitlab", "an example for a project, and a job for GitLab"));
        return command;
    }
}
