using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Pulling;
using Arize.TaskLint.Engine.Updates;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint pull</c>: writes declarations from live tasks.</summary>
internal static class PullCommand
{
    private static readonly string[] Languages = ["yaml", "csharp"];
    private static readonly string[] Splits = ["task", "project"];

    internal static Command Create(Terminal terminal)
    {
        var tasks = OptionKinds.Texts("--task", "id|name", "A task, by its ID or its exact name; may repeat");
        var project = OptionKinds.Text("--project", "project", "All tasks of a project, by its name or ID");
        var space = OptionKinds.Text("--space", "space",
            "All tasks of a space, by its name or ID, or the space of --task and --project; it is written into the declarations. Default: "
            + "ARIZE_SPACE, or 'space' in tasklint.yaml");
        var paths = new Argument<string[]>("path")
        {
            Description = "With --unmanaged: the declarations; default: those of tasklint.yaml, or of this folder",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var unmanaged = OptionKinds.Flag("--unmanaged", "The live tasks that no declaration of the paths declares, as check --unmanaged finds them");
        var language = new Option<string>("--as") { Description = "yaml or csharp", HelpName = "language", DefaultValueFactory = _ => Languages[0] };
        var names = OptionKinds.Flag("--names", "Refer to projects, datasets, evaluators and so on by their names instead of their IDs");
        var output = OptionKinds.Text("--output", "file|dir",
            "Write to this file, or with --split into this folder, instead of standard output", "-o");
        var split = OptionKinds.Text("--split", "what", "Write a file for each task, or for each project or dataset: task or project");
        var force = OptionKinds.Flag("--force", "Overwrite files that exist");
        var update = OptionKinds.Texts("--update", "file|dir",
            "Write the live values of tasks that drifted into these declarations in YAML; keeps comments, order and layout; may repeat");
        var dryRun = OptionKinds.Flag("--dry-run", "With --update: write nothing, and print the changes as a patch");
        var interactive = OptionKinds.Flag("--interactive",
            "With --update: ask about each difference on the terminal: take the live value, restore (prints the update of the live task), "
            + "accept or skip",
            "-i");
        var config = OptionKinds.Text("--config", "file", "The settings file; default: tasklint.yaml in this folder or in a parent folder");
        var quiet = OptionKinds.Flag("--quiet", "Print only warnings to standard error", "-q");
        var verbose = OptionKinds.Flag("--verbose", "Print each file that is read and each request to standard error", "-v");
        language.AcceptOnly(Languages);
        split.AcceptOnly(Splits);
        var command = new Command("pull", "Write declarations from live tasks; sends only GET requests");
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { tasks, space, project, unmanaged, language, names, output, split, force, update, interactive, dryRun })
            command.Options.Add(option);
        var live = new LiveOptions("Read saved tasks");
        live.AddSourceTo(command);
        foreach (var option in new Option[] { config, quiet, verbose })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, parsed.GetValue(quiet), parsed.GetValue(verbose)) };
            if (parsed.GetValue(update) is { Length: > 0 } declarations)
            {
                Option[] ofNew = [tasks, project, unmanaged, language, names, output, split, force];
                if (ofNew.FirstOrDefault(option => IsGiven(parsed, option)) is { } other)
                    throw new UsageException($"--update changes declarations that exist, and {other.Name} is for new ones; leave it out");
                var change = new UpdateRequest
                {
                    Paths = declarations,
                    Space = parsed.GetValue(space),
                    Config = parsed.GetValue(config),
                    Live = live.Request(parsed),
                    IsDry = parsed.GetValue(dryRun),
                };
                if (parsed.GetValue(interactive) && !terminal.CanAsk)
                    throw new UsageException("--interactive asks on a terminal, and standard input or standard error is none");
                var prompt = parsed.GetValue(interactive) ? TerminalPrompt.On(terminal) : null;
                var result = await new UpdateRun(workspace, prompt).RunAsync(change, cancellation).ConfigureAwait(false);
                return UpdateReport.Show(result, change.IsDry, terminal);
            }

            if (parsed.GetValue(dryRun))
                throw new UsageException("--dry-run shows what --update would do; give both");
            if (parsed.GetValue(interactive))
                throw new UsageException("--interactive asks about what --update would do; give both");
            var request = new PullTasksRequest
            {
                Tasks = parsed.GetValue(tasks) ?? [],
                Space = parsed.GetValue(space),
                Project = parsed.GetValue(project),
                IsUnmanaged = parsed.GetValue(unmanaged),
                Declared = parsed.GetValue(paths) ?? [],
                Live = live.Request(parsed),
                Config = parsed.GetValue(config),
                Language = parsed.GetValue(language) == Languages[0] ? PullLanguage.Yaml : PullLanguage.CSharp,
                IsByName = parsed.GetValue(names),
                Output = parsed.GetValue(output),
                Split = parsed.GetValue(split) is not { } word ? PullSplit.None : word == Splits[0] ? PullSplit.Task : PullSplit.Project,
                Overwrites = parsed.GetValue(force),
            };
            if (await new PullRun(workspace).RunAsync(request, cancellation).ConfigureAwait(false) is { } text)
                await terminal.Output.WriteAsync(text).ConfigureAwait(false);
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint pull --space production -o arize/tasks.arize.yaml", "all tasks of a space, in one file"),
            ("tasklint pull --space production --split project -o arize", "a file for each project or dataset"),
            ("tasklint pull --space production --task 'Weekly Toxicity' --names", "one task, with names instead of IDs, on standard output"),
            ("tasklint pull --unmanaged arize/ --split task -o arize/new", "a file for each live task that nothing declares yet"),
            ("tasklint pull --update arize/ --dry-run", "what live values would change in existing declarations"),
            ("tasklint pull --update arize/ --interactive", "decide drift by drift"),
            ("tasklint pull --live snapshot.json --as csharp -o LiveTasks.cs", "a catalog in C# from saved tasks"));
        return command;
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
