using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint try</c>: what the declared tasks would select and judge, on a sample of exported spans.</summary>
internal static class TryCommand
{
    internal static Command Create(Terminal terminal)
    {
        var (options, sample) = (new JudgementOptions(), new SampleOptions());
        var live = new LiveOptions("Take the variables of evaluators from saved tasks");
        var command = new Command("try", "Try the tasks on exported spans: what their filters select, and what their evaluators would judge");
        var atBase = OptionKinds.Text("--base", "gitref", "Also try the tasks as this commit declares them, and show what changes");
        options.AddTo(command);
        sample.AddTo(command);
        command.Options.Add(atBase);
        live.AddSourceTo(command);
        command.SetAction((parsed, cancellation) => options.RunAsync(parsed, terminal, session => session.TryAsync(
            options.Fill(parsed, new TryRequest
            {
                Sample = sample.Request(parsed),
                Live = live.Request(parsed),
                Base = parsed.GetValue(atBase),
            }),
            cancellation)));
        Examples.Add(command,
            ("ax spans export support-bot --space production -l 500 --stdout > spans.json", "get a sample"),
            ("tasklint try arize/ --spans spans.json", "would these tasks judge anything"),
            ("tasklint try --live snapshot.json --spans spans.json", "with the variables of the evaluators, from saved tasks"),
            ("tasklint try --spans support-bot=a.json --spans search=b.json.gz", "tasks on two projects"),
            ("tasklint try --runs runs.json", "tasks on datasets, on the output of 'ax experiments export'"),
            ("tasklint try --base origin/main --spans spans.json", "in a pull request: what each task selects, and selected before"),
            ("tasklint check --spans spans.json", "compare with the live tasks, and try them, in one run"));
        return command;
    }
}
