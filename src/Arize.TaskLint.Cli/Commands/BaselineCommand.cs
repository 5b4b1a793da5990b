using System.CommandLine;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Cli.Settings;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint baseline</c>: accepts what there is today, and drops what is gone.</summary>
internal sealed class BaselineCommand
{
    private readonly Host host;
    private readonly CommonOptions common = new();
    private readonly CheckCommand check;

    private readonly Option<bool> compares = new("--check") { Description = "Include drift, against the API or the 'live' files of tasklint.yaml; implied by --live, --api-url and --region" };

    private readonly Option<string?> output = new("--output", "-o") { Description = $"The file to write; default: 'baseline' in tasklint.yaml, or {BaselineFile.DefaultName}", HelpName = "file" };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Print what would be removed, and write nothing" };

    private BaselineCommand(Host host)
    {
        this.host = host;
        check = new CheckCommand(host, common);
    }

    internal static Command Create(Host host)
    {
        var command = new Command("baseline", "Accept the current findings, so that only new ones fail")
        {
            new BaselineCommand(host).CreateCreate(),
            new BaselineCommand(host).CreatePrune(),
        };
        Examples.Add(command,
            ("tasklint baseline create arize/", "accept the current findings of lint"),
            ("tasklint lint --baseline tasklint-baseline.json arize/", "fail on new findings only"),
            ("tasklint baseline prune arize/", "remove entries that no longer match"));
        return command;
    }

    private Command CreateCreate()
    {
        var command = new Command("create", "Write the current findings to a file; with --check or --live, also the current drift");
        AddInputsTo(command);
        command.Options.Add(output);
        command.SetAction(CreateAsync);
        Examples.Add(command,
            ("tasklint baseline create", "for the declarations in tasklint.yaml, to tasklint-baseline.json"),
            ("tasklint baseline create --live snapshot.json -o arize/baseline.json arize/", "both findings and drift"));
        return command;
    }

    private Command CreatePrune()
    {
        var command = new Command("prune", "Remove entries that no longer match from the baseline; keeps entries that this run cannot check");
        AddInputsTo(command);
        common.AddBaselineTo(command);
        command.Options.Add(dryRun);
        command.SetAction(PruneAsync);
        Examples.Add(command,
            ("tasklint baseline prune --dry-run", "show what would be removed"),
            ("tasklint baseline prune --live snapshot.json --baseline arize/baseline.json arize/", "include drift"));
        return command;
    }

    private void AddInputsTo(Command command)
    {
        common.AddInputsTo(command);
        command.Options.Add(compares);
        check.AddLiveSideTo(command);
    }

    private async Task<(Declarations Declared, RunResult Result)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(compares) || check.HasLiveSide(parsed))
            return await check.CompareAsync(parsed, cancellation).ConfigureAwait(false);
        var declared = await Declarations.ReadAsync(host, common, parsed, keepsTasks: false, cancellation).ConfigureAwait(false);
        return (declared, new RunResult(declared.TaskCount, declared.Judge.Weigh(declared.Findings), [], IsComparison: false));
    }

    private async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (declared, all) = await RunAsync(parsed, cancellation).ConfigureAwait(false);
        if (declared.Unreadable.Count > 0)
            throw new UsageException(declared.Unreadable);
        var result = Acceptance.WithoutBaseline(host, declared).Apply(all);
        if (result.HasUndetermined)
            return Refuse(result);
        var given = parsed.GetValue(output);
        var path = given is not null ? Path.GetFullPath(given, host.WorkingDirectory) : declared.Settings.Baseline ?? Path.Combine(host.WorkingDirectory, BaselineFile.DefaultName);
        var shown = InputFiles.DisplayPath(path, host.WorkingDirectory);
        var accepted = result.Findings.Where(finding => Baseline.CanHold(finding) && !declared.Judge.IsLocked(finding.Rule)).ToList();
        WholeFile.Write(path, $"the baseline '{shown}'", host, writer => writer.Write(BaselineFile.TextOf(accepted, Path.GetDirectoryName(path)!, host)));
        foreach (var finding in result.Findings.Where(finding => finding is { IsSuppressed: false, Severity: > Severity.Silent }).Except(accepted))
            TaskLintTool.Say(host, $"not accepted, fix it: {Line(finding)}");
        await host.Output.WriteAsync($"{Count(accepted.Count)} accepted in {Reporting.Text.TerminalText.Escape(shown)}\n{HowItIsUsed(path, shown, declared.Settings)}").ConfigureAwait(false);
        return ExitCodes.Clean;
    }

    private static string HowItIsUsed(string path, string shown, SettingsFile settings)
    {
        var file = Reporting.Text.TerminalText.Escape(shown);
        return settings.Baseline == path
            ? "lint and check use it, since tasklint.yaml names it as 'baseline': only what is new fails\n"
            : $"so that only what is new fails, call lint and check with '--baseline {file}', or name it as 'baseline' in tasklint.yaml\n";
    }

    private async Task<int> PruneAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (declared, all) = await RunAsync(parsed, cancellation).ConfigureAwait(false);
        if (declared.Unreadable.Count > 0)
            throw new UsageException(declared.Unreadable);
        var path = common.Baseline(parsed) is { } given ? Path.GetFullPath(given, host.WorkingDirectory) : declared.Settings.Baseline ?? Path.Combine(host.WorkingDirectory, BaselineFile.DefaultName);
        var shown = InputFiles.DisplayPath(path, host.WorkingDirectory);
        var baseline = BaselineFile.Read(host, path, $"the baseline '{shown}'");
        var result = Acceptance.Of(host, declared, baseline).Apply(all, out var matched);
        if (result.HasUndetermined)
            return Refuse(result);
        var lines = new List<string>();
        var gone = 0;
        for (var i = 0; i < baseline.Content.Entries.Count; i++)
        {
            var entry = baseline.Content.Entries[i];
            var (matches, isJudged) = matched![i];
            var count = isJudged ? matches : entry.Count;
            gone += entry.Count - count;
            if (count > 0)
                lines.Add(BaselineFile.LineOf(entry, count));
            if (count < entry.Count)
                await host.Output.WriteAsync(Reporting.Text.TerminalText.Escape($"gone: {entry.RuleId} in {entry.File}, line {entry.Place.StartPosition.Line} of the baseline") + "\n").ConfigureAwait(false);
        }

        var isDry = parsed.GetValue(dryRun);
        if (gone > 0 && !isDry)
            WholeFile.Rewrite(path, $"the baseline '{shown}'", host, writer => writer.Write(BaselineFile.TextOf(lines)));
        await host.Output.WriteAsync($"{Count(gone)} {(isDry ? "would be" : gone == 1 ? "was" : "were")} dropped from {Reporting.Text.TerminalText.Escape(shown)}\n").ConfigureAwait(false);
        return ExitCodes.Clean;
    }

    private int Refuse(RunResult result)
    {
        foreach (var finding in result.Findings.Where(finding => finding.Rule == Core.Rules.Live.Determined.Rule))
            TaskLintTool.Say(host, Line(finding));
        TaskLintTool.Say(host, "nothing was written: what could not be determined cannot be told from what is new or gone");
        return ExitCodes.Undetermined;
    }

    private static string Line(Finding finding)
    {
        var where = finding.Place.IsKnown ? $"{finding.Place.File!.Path}({finding.Place.StartPosition.Line},{finding.Place.StartPosition.Column}): " : "";
        return $"{where}{finding.Rule.Id}: {finding.Message}";
    }

    private static string Count(int count) => count == 1 ? "1 finding" : $"{count} findings";
}
