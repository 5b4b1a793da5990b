using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Comments;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint comment</c>: the result of a run on its pull or merge request.</summary>
internal static class CommentCommand
{
    internal static Command Create(Terminal terminal)
    {
        var results = OptionKinds.Texts("--result", "file",
            "The result that --format json wrote, or - for standard input; may repeat: several make one comment with a section each");
        results.Required = true;
        var id = new Option<string>("--id")
        {
            Description = "Tells the comments of several jobs on one request apart",
            HelpName = "name",
            DefaultValueFactory = _ => "default",
        };
        var number = OptionKinds.NumberOrNone("--pull-request", "number", "The number of the request; default: that of the job");
        number.AcceptFrom(1, int.MaxValue, "");
        var label = OptionKinds.Text("--label", "name", "Put this label on the request while a result fails, and take it off afterwards");
        var removes = OptionKinds.Flag("--remove-when-clean", "Remove the comment once nothing is found; otherwise it says so");
        var inline = OptionKinds.Number("--inline", "n",
            0, "Also comment on up to this many changed lines with findings, and suggest what a fix or a live value makes of the line; 0 for none");
        inline.AcceptFrom(0, 50, "");
        var dryRun = OptionKinds.Flag("--dry-run", "Write nothing, and print the comment");
        var verbose = OptionKinds.Flag("--verbose", "Print each request to standard error", "-v");
        var command = new Command("comment",
            "Keep one comment with the result on the pull request of this job (GitHub Actions, with GITHUB_TOKEN) or merge request (GitLab, with "
                + "GITLAB_TOKEN); exits with 0 even if the platform refuses it");
        foreach (var option in new Option[] { results, id, number, label, inline, removes, dryRun, verbose })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, isQuiet: false, parsed.GetValue(verbose)) };
            var request = new CommentRequest
            {
                Results = parsed.GetValue(results) ?? [],
                Id = parsed.GetValue(id)!,
                Number = parsed.GetValue(number),
                Label = parsed.GetValue(label),
                MostLines = parsed.GetValue(inline),
                Removes = parsed.GetValue(removes),
                IsDry = parsed.GetValue(dryRun),
            };
            if (await new CommentRun(workspace).RunAsync(request, cancellation).ConfigureAwait(false) is { } text)
                await RedactingWriter.Under(terminal.Output).WriteAsync(text).ConfigureAwait(false);
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint comment --result drift.json", "after 'tasklint check --format json --output drift.json', also if that failed"),
            ("tasklint comment --result production.json --result staging.json --label drift", "the results of two spaces, and a label"),
            ("tasklint comment --result drift.json --dry-run", "what would be written, anywhere"));
        return command;
    }
}
