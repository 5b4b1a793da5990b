using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Updates;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint accept</c>: writes what a team accepts into its declarations.</summary>
internal static class AcceptCommand
{
    internal static Command Create(Terminal terminal)
    {
        var subject = new Argument<string?>("task")
        { Description = "A declared task, by name or ID, or the ID of a rule", Arity = ArgumentArity.ZeroOrOne };
        var place = new Argument<string?>("path")
        { Description = "The path of the drift (default: all drift of the task), or the place of the finding", Arity = ArgumentArity.ZeroOrOne };
        var reason = OptionKinds.Text("--reason", "text", "Why it is accepted; required");
        var owner = OptionKinds.Text("--owner", "name", "Who answers for it");
        var until = OptionKinds.Text("--until", "date", "The last day on which it counts, in UTC, for example 2027-01-31");
        var list = OptionKinds.Flag("--list", "Show all that is accepted, by owner and end, and write nothing");
        var declarations = OptionKinds.Texts("--declarations", "path",
            "The declarations; default: those in tasklint.yaml, or this folder; may repeat");
        var config = OptionKinds.Text("--config", "file", "The settings file; default: tasklint.yaml in this folder or in a parent folder");
        var space = OptionKinds.Text("--space", "space", "The space, by name or ID; overrides ARIZE_SPACE and the space of a file");
        var noRun = OptionKinds.Flag("--no-run", "Refuse C# inputs, because reading them runs their code");
        var live = new LiveOptions();
        var command = new Command("accept", "Accept drift of a task, or a finding: writes the ignore entry, or the comment")
        { subject, place, reason, owner, until, list, declarations };
        live.AddTo(command);
        foreach (var option in new Option[] { config, space, noRun })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new AcceptRequest
            {
                Subject = parsed.GetValue(subject) ?? "",
                Path = parsed.GetValue(place),
                Reason = parsed.GetValue(reason)?.Trim(),
                Owner = parsed.GetValue(owner)?.Trim(),
                Until = DayOf(parsed.GetValue(until), terminal.Workspace.Today),
                Paths = parsed.GetValue(declarations) ?? [],
                Config = parsed.GetValue(config),
                Space = parsed.GetValue(space),
                MayRunCode = !parsed.GetValue(noRun),
                Live = live.Request(parsed),
            };
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, false, false) };
            var run = new AcceptRun(workspace);
            if (parsed.GetValue(list) && request.Subject.Length > 0)
                throw new UsageException("--list shows all that is accepted; to choose files, give them with --declarations");
            if (parsed.GetValue(list))
                return Show(await run.ListAsync(request, cancellation).ConfigureAwait(false), terminal);
            Require(request);
            var rule = RuleCatalogue.Find(request.Subject);
            if (rule is not null && request.Path is null)
                throw new UsageException($"say where {rule.Id} is accepted: tasklint accept {rule.Id} FILE:LINE --reason TEXT");
            if (rule is not null && request.Owner is not null)
                throw new UsageException("--owner: a comment has no owner; say it in --reason");
            var written = rule is null
                ? await run.AcceptDriftAsync(request, cancellation).ConfigureAwait(false)
                : await run.AcceptFindingAsync(request, rule, cancellation).ConfigureAwait(false);
            foreach (var line in written)
                terminal.Output.Write(TerminalText.Escape(line) + "\n");
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint accept 'Tone of answers' sampling_rate --reason 'load test' --until 2027-01-31", "drift of one field"),
            ("tasklint accept 'Tone of answers' --live snapshot.json --reason 'moved by support' --owner support", "all drift of a task"),
            ("tasklint accept ATL2011 arize/support.arize.yaml:12 --reason 'few spans'", "a finding, with a comment above its line"),
            ("tasklint accept --list", "all that is accepted"));
        return command;
    }

    private static void Require(AcceptRequest request)
    {
        if (request.Subject.Length == 0)
            throw new UsageException(
                "say what is accepted: tasklint accept TASK [PATH] --reason TEXT, or tasklint accept RULE FILE:LINE --reason TEXT");
        if (string.IsNullOrEmpty(request.Reason))
            throw new UsageException("--reason is missing: who reads the declaration later wants to know why");
        foreach (var text in new[] { request.Reason, request.Owner ?? "", request.Path ?? "" })
        {
            if (AcceptanceText.ProblemOf(text) is { } problem)
                throw new UsageException(problem);
        }
    }

    private static DateTime? DayOf(string? text, DateTime today)
    {
        if (text is null)
            return null;
        var day = AcceptanceText.DayOf(text, today, out var problem);
        return problem is null ? day : throw new UsageException($"--until: {problem}");
    }

    private static int Show(IReadOnlyList<AcceptedEntry> entries, Terminal terminal)
    {
        if (entries.Count == 0)
            terminal.Output.Write("nothing is accepted\n");
        foreach (var entry in entries)
        {
            var line = $"{entry.Owner ?? "-",-12}  {entry.Until ?? "no end",-10}  {entry.Place}  {entry.What}"
                + (entry.Reason is { } reason ? $" -- {reason}" : "") + (entry.IsOver ? " (over)" : "");
            terminal.Output.Write(TerminalText.Escape(line) + "\n");
        }

        return ExitCodes.Clean;
    }
}
