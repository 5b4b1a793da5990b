using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint check</c>: lints, then compares with the live tasks.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal)
    {
        var (options, live) = (new JudgementOptions(), new LiveOptions());
        var command = new Command("check", "Lint, then compare with the live tasks and report drift; sends GET and nothing else");
        options.AddTo(command);
        live.AddTo(command);
        command.SetAction((parsed, cancellation) => options.RunAsync(parsed, terminal, session =>
            session.CheckAsync(options.Fill(parsed, new CheckRequest { Live = live.Request(parsed) }), cancellation)));
        Examples.Add(command,
            ("tasklint check", "against the API, with the key of ARIZE_API_KEY"),
            ("tasklint check --space production --region eu-west-1a arize/", "another space and region"),
            ("tasklint check --live snapshot.json arize/", "against saved tasks, without a network"),
            ("ax tasks list --limit 100 -o json | tasklint check --live -", "against what the official command line prints"),
            ("tasklint check --format json -o drift.json --format text", "two reports from one run"));
        return command;
    }
}
