using System.CommandLine;
using System.Text;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint snapshot</c>: saves the live tasks for <c>--live</c>.</summary>
internal static class SnapshotCommand
{
    internal static Command Create(Terminal terminal)
    {
        var output = OptionKinds.Text("--output", "file", "The file to write, or - for standard output", "-o");
        var lockFile = OptionKinds.Text("--lock", "file",
            "Also, or only, write the latest versions of the evaluators that declared tasks run unpinned, for 'check --lock'");
        var tasks = OptionKinds.Texts("--task", "name|id", "Save only this task; may repeat");
        var health = OptionKinds.Flag("--health", "Also save the last runs of continuous tasks");
        var force = OptionKinds.Flag("--force", "Replace a file that is not a snapshot, or not a lock");
        var (inputs, api) = (new InputOptions(), new ApiOptions());
        var command = new Command("snapshot",
            "Save the live tasks of the declared spaces, and the evaluators and names that check needs, to a file for --live; "
                + "sends only GET requests");
        inputs.AddTo(command);
        foreach (var option in new Option[] { output, lockFile, tasks, health, force })
            command.Options.Add(option);
        api.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = inputs.Fill(parsed, new SnapshotRequest
            {
                Live = api.Request(parsed),
                Output = parsed.GetValue(output),
                Lock = parsed.GetValue(lockFile),
                Tasks = parsed.GetValue(tasks) ?? [],
                HasRuns = parsed.GetValue(health),
                IsForced = parsed.GetValue(force),
            });
            var result = await new SnapshotRun(inputs.Workspace(parsed, terminal)).WriteAsync(request, cancellation).ConfigureAwait(false);
            // What is said of the lock would be no JSON.
            if (result.Text is { } text)
                RedactingWriter.Under(terminal.Output).Write(text);
            else if (!inputs.IsQuiet(parsed))
                terminal.Output.Write(Told(result));
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint snapshot --output live.json", "the spaces of the declarations in tasklint.yaml, or in this folder"),
            ("tasklint snapshot --space production --output live.json", "a space, whether or not anything is declared"),
            ("tasklint snapshot --task 'Production Hallucination Check' --output live.json", "a single task"),
            ("tasklint snapshot --lock tasklint.lock", "the lock alone: to accept new versions of evaluators"),
            ("tasklint check --live live.json", "check against it, without network access"));
        return command;
    }

    private static string Told(SnapshotResult result)
    {
        var told = new StringBuilder();
        if (result.File is { } saved)
        {
            var file = TerminalText.Escape(saved);
            told.Append($"{Counted(result.Tasks, "task")} and {Counted(result.Evaluators, "evaluator")} saved in {file}\n"
                + $"to check against it, use '--live {file}'\n");
        }

        if (result.Lock is { } locked)
        {
            var file = TerminalText.Escape(locked.Label);
            told.Append($"the latest version of {Counted(locked.All.Count, "evaluator")} locked in {file}\n"
                + $"to hear when one moves, use 'tasklint check --lock {file}'\n");
        }

        return told.ToString();
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
