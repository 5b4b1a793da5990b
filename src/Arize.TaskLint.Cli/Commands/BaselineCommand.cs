using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Judgement;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint baseline</c>: accepts what there is today, and drops what is gone.</summary>
internal static class BaselineCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = new Command("baseline", "Accept the current findings, so that only new ones fail") { CreateOf(terminal), PruneOf(terminal) };
        Examples.Add(command,
            ("tasklint baseline create arize/", "accept the current findings of lint"),
            ("tasklint lint --baseline tasklint-baseline.json arize/", "fail on new findings only"),
            ("tasklint baseline prune arize/", "remove entries that no longer match"));
        return command;
    }

    private static Command CreateOf(Terminal terminal)
    {
        var output = OptionKinds.Text("--output", "file",
            $"The file to write; default: 'baseline' in tasklint.yaml, or {BaselineFile.DefaultName}", "-o");
        var command = new Command("create", "Write the current findings to a file; with --check or --live, also the current drift");
        var (request, run) = Inputs(command, terminal);
        command.Options.Add(output);
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = request(parsed) with { Output = parsed.GetValue(output) };
            return BaselineReport.Created(await run(parsed).CreateAsync(asked, cancellation).ConfigureAwait(false), terminal);
        });
        Examples.Add(command,
            ("tasklint baseline create", "for the declarations in tasklint.yaml, to tasklint-baseline.json"),
            ("tasklint baseline create --live snapshot.json -o arize/baseline.json arize/", "both findings and drift"));
        return command;
    }

    private static Command PruneOf(Terminal terminal)
    {
        var baseline = JudgementOptions.Baseline();
        var dryRun = OptionKinds.Flag("--dry-run", "Print what would be removed, and write nothing");
        var command = new Command("prune", "Remove entries that no longer match from the baseline; keeps entries that this run cannot check");
        var (request, run) = Inputs(command, terminal);
        command.Options.Add(baseline);
        command.Options.Add(dryRun);
        command.SetAction(async (parsed, cancellation) =>
        {
            var isDry = parsed.GetValue(dryRun);
            var asked = request(parsed) with { Baseline = parsed.GetValue(baseline), IsDry = isDry };
            return BaselineReport.Pruned(await run(parsed).PruneAsync(asked, cancellation).ConfigureAwait(false), isDry, terminal);
        });
        Examples.Add(command,
            ("tasklint baseline prune --dry-run", "show what would be removed"),
            ("tasklint baseline prune --live snapshot.json --baseline arize/baseline.json arize/", "include drift"));
        return command;
    }

    // The options that both have, and what they mean.
    private static (Func<ParseResult, BaselineRequest> Request, Func<ParseResult, BaselineRun> Run) Inputs(Command command, Terminal terminal)
    {
        var compares = OptionKinds.Flag("--check",
            "Include drift, against the API or the 'live' files of tasklint.yaml; implied by --live, --api-url, --region and --profile");
        var (inputs, live, sample) = (new InputOptions(), new LiveOptions(), new SampleOptions());
        inputs.AddTo(command);
        command.Options.Add(compares);
        live.AddTo(command);
        sample.AddTo(command);
        return (
            parsed => inputs.Fill(parsed, new BaselineRequest
            {
                Compares = parsed.GetValue(compares),
                Live = live.Request(parsed),
                Sample = sample.Request(parsed),
            }),
            parsed => new BaselineRun(inputs.Workspace(parsed, terminal)));
    }
}
