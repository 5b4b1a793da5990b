using System.CommandLine;
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
        output.Required = true;
        var tasks = OptionKinds.Texts("--task", "name|id", "Save only this task; may repeat");
        var health = OptionKinds.Flag("--health", "Also save the last runs of continuous tasks");
        var force = OptionKinds.Flag("--force", "Replace a file that is not a snapshot");
        var (inputs, api) = (new InputOptions(), new ApiOptions());
        var command = new Command("snapshot",
            "Save the live tasks of the declared spaces, and the evaluators and names that check needs, to a file for --live; "
                + "sends only GET requests");
        inputs.AddTo(command);
        foreach (var option in new Option[] { output, tasks, health, force })
            command.Options.Add(option);
        api.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = inputs.Fill(parsed, new SnapshotRequest
            {
                Live = api.Request(parsed),
                Output = parsed.GetValue(output)!,
                Tasks = parsed.GetValue(tasks) ?? [],
                HasRuns = parsed.GetValue(health),
                IsForced = parsed.GetValue(force),
            });
            var result = await new SnapshotRun(inputs.Workspace(parsed, terminal)).WriteAsync(request, cancellation).ConfigureAwait(false);
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
            ("tasklint check --live live.json", "check against it, without network access"));
        return command;
    }

    private static string Told(SnapshotResult result)
    {
        var file = TerminalText.Escape(result.File);
        return $"{Counted(result.Tasks, "task")} and {Counted(result.Evaluators, "evaluator")} saved in {file}\n"
            + $"to check against it, use '--live {file}'\n";
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
