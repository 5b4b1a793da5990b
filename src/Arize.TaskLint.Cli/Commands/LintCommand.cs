using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint lint</c>: reads declarations and runs the rules, offline.</summary>
internal static class LintCommand
{
    internal static Command Create(Terminal terminal)
    {
        var options = new JudgementOptions();
        var fix = new Option<bool>("--fix") { Description = "Make the changes that findings come with, in YAML files; comments and layout stay. Then lint" };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: write nothing, and show the changes instead of the findings" };
        var command = new Command("lint", "Read declarations and run the rules, offline");
        options.AddTo(command);
        command.Options.Add(fix);
        command.Options.Add(dryRun);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = options.Fill(parsed, new LintRequest { Fix = parsed.GetValue(fix) ? FixMode.Write : FixMode.None });
            if (!parsed.GetValue(dryRun))
                return await options.RunAsync(parsed, terminal, session => session.LintAsync(request, cancellation)).ConfigureAwait(false);
            if (request.Fix == FixMode.None)
                throw new UsageException("--dry-run shows what --fix would do; give both");
            if (ReportOptions.AreGiven(parsed))
                throw new UsageException("--dry-run shows the changes, and no report; leave --format and --output out");
            return Show(options.SessionOf(parsed, terminal).ShowFixes(request), terminal);
        });
        Examples.Add(command,
            ("tasklint lint", "what tasklint.yaml declares, else all *.arize.yaml below this folder"),
            ("tasklint lint arize/ 'teams/**/*.arize.yaml'", "a folder and a glob"),
            ("tasklint lint src/Tasks/Tasks.csproj", "catalogs in C#: builds the project and runs their code"),
            ("tasklint lint --format json --output lint.json arize/", "for another program"),
            ("tasklint lint --fail-on warning arize/", "fail on warnings too"),
            ("tasklint lint --only ATL3004,ATL5xxx arize/", "some rules and no others; the silent ones are shown then"),
            ("tasklint lint --fix arize/", "make the changes that findings come with, then lint; --dry-run shows them"),
            ("cat task.json | tasklint lint -", "JSON is YAML: an answer of the API works"));
        return command;
    }

    private static int Show(FixPreviewResult fixes, Terminal terminal)
    {
        terminal.Output.Write(fixes.Patch);
        foreach (var message in fixes.Unreadable)
            terminal.Say(message);
        return fixes.Unreadable.Count > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }
}
