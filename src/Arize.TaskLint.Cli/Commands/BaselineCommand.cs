using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Reporting.Text;

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
        var output = new Option<string?>("--output", "-o")
        {
            Description = $"The file to write; default: 'baseline' in tasklint.yaml, or {BaselineFile.DefaultName}",
            HelpName = "file",
        };
        var command = new Command("create", "Write the current findings to a file; with --check or --live, also the current drift");
        var (request, run) = Inputs(command, terminal);
        command.Options.Add(output);
        command.SetAction(async (parsed, cancellation) =>
            Created(await run(parsed).CreateAsync(request(parsed) with { Output = parsed.GetValue(output) }, cancellation).ConfigureAwait(false), terminal));
        Examples.Add(command,
            ("tasklint baseline create", "for the declarations in tasklint.yaml, to tasklint-baseline.json"),
            ("tasklint baseline create --live snapshot.json -o arize/baseline.json arize/", "both findings and drift"));
        return command;
    }

    private static Command PruneOf(Terminal terminal)
    {
        var baseline = new Option<string?>("--baseline") { Description = "The file of accepted findings, written by 'tasklint baseline create'; overrides tasklint.yaml", HelpName = "file" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be removed, and write nothing" };
        var command = new Command("prune", "Remove entries that no longer match from the baseline; keeps entries that this run cannot check");
        var (request, run) = Inputs(command, terminal);
        command.Options.Add(baseline);
        command.Options.Add(dryRun);
        command.SetAction(async (parsed, cancellation) =>
        {
            var isDry = parsed.GetValue(dryRun);
            var pruned = await run(parsed).PruneAsync(request(parsed) with { Baseline = parsed.GetValue(baseline), IsDry = isDry }, cancellation).ConfigureAwait(false);
            return Pruned(pruned, isDry, terminal);
        });
        Examples.Add(command,
            ("tasklint baseline prune --dry-run", "show what would be removed"),
            ("tasklint baseline prune --live snapshot.json --baseline arize/baseline.json arize/", "include drift"));
        return command;
    }

    // The options that both have, and what they mean.
    private static (Func<ParseResult, BaselineRequest> Request, Func<ParseResult, BaselineRun> Run) Inputs(Command command, Terminal terminal)
    {
        var compares = new Option<bool>("--check") { Description = "Include drift, against the API or the 'live' files of tasklint.yaml; implied by --live, --api-url and --region" };
        var (inputs, live) = (new InputOptions(), new LiveOptions());
        inputs.AddTo(command);
        command.Options.Add(compares);
        live.AddTo(command);
        return (
            parsed => inputs.Fill(parsed, new BaselineRequest { Compares = parsed.GetValue(compares), Live = live.Request(parsed) }),
            parsed => new BaselineRun(inputs.Workspace(parsed, terminal)));
    }

    private static int Created(BaselineResult result, Terminal terminal)
    {
        if (result.Undetermined.Count > 0)
            return Refused(result, terminal);
        foreach (var finding in result.NotAccepted)
            terminal.Say($"not accepted, fix it: {finding}");
        var file = TerminalText.Escape(result.File);
        var use = result.IsConfigured
            ? "lint and check use it, since tasklint.yaml names it as 'baseline': only what is new fails\n"
            : $"so that only what is new fails, call lint and check with '--baseline {file}', or name it as 'baseline' in tasklint.yaml\n";
        terminal.Output.Write($"{Counted(result.Count)} accepted in {file}\n{use}");
        return ExitCodes.Clean;
    }

    private static int Pruned(BaselineResult result, bool isDry, Terminal terminal)
    {
        if (result.Undetermined.Count > 0)
            return Refused(result, terminal);
        foreach (var entry in result.Dropped)
            terminal.Output.Write(TerminalText.Escape($"gone: {entry.RuleId} in {entry.File}, line {entry.Place.StartPosition.Line} of the baseline") + "\n");
        if (result.Renewed > 0)
            terminal.Output.Write($"{Counted(result.Renewed)} {(isDry ? "would be" : result.Renewed == 1 ? "was" : "were")} rewritten for version {Baseline.Version} in {TerminalText.Escape(result.File)}\n");
        terminal.Output.Write($"{Counted(result.Count)} {(isDry ? "would be" : result.Count == 1 ? "was" : "were")} dropped from {TerminalText.Escape(result.File)}\n");
        return ExitCodes.Clean;
    }

    private static int Refused(BaselineResult result, Terminal terminal)
    {
        foreach (var finding in result.Undetermined)
            terminal.Say(finding);
        terminal.Say("nothing was written: what could not be determined cannot be told from what is new or gone");
        return ExitCodes.Undetermined;
    }

    private static string Counted(int count) => count == 1 ? "1 finding" : $"{count} findings";
}
