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
        var fix = OptionKinds.Flag("--fix", "Apply the fixes of findings in YAML files, then lint; preserves comments and layout");
        var dryRun = OptionKinds.Flag("--dry-run", "With --fix: write nothing, and print the changes instead of the findings");
        var withOthers = OptionKinds.Flag("--with-others",
            "Also read the other declarations, of tasklint.yaml or of this folder, for rules across files such as ATL1008; "
                + "reports only the given paths; with --no-run, C# inputs among the others are left out");
        var command = new Command("lint", "Check declarations against the rules, offline");
        options.AddTo(command);
        command.Options.Add(fix);
        command.Options.Add(dryRun);
        command.Options.Add(withOthers);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = options.Fill(parsed, new LintRequest
            {
                Fix = parsed.GetValue(fix) ? FixMode.Write : FixMode.None,
                ReadsOthers = parsed.GetValue(withOthers),
            });
            if (!parsed.GetValue(dryRun))
                return await options.RunAsync(parsed, terminal, session => session.LintAsync(request, cancellation)).ConfigureAwait(false);
            if (request.Fix == FixMode.None)
                throw new UsageException("--dry-run shows what --fix would do; give both");
            if (CommandLineFiles.NamesReport(parsed))
                throw new UsageException("--dry-run shows the changes, and no report; leave --format and --output out");
            var fixes = await options.SessionOf(parsed, terminal).ShowFixesAsync(request, cancellation).ConfigureAwait(false);
            return FixPreviewReport.Show(fixes, terminal);
        });
        Examples.Add(command,
            ("tasklint lint", "the declarations in tasklint.yaml, or all *.arize.yaml in this folder and below"),
            ("tasklint lint arize/ 'teams/**/*.arize.yaml'", "a folder and a glob"),
            ("tasklint lint src/Tasks/Tasks.csproj", "C# catalogs: builds the project and runs its code"),
            ("tasklint lint --format json --output lint.json arize/", "a JSON report for another program"),
            ("tasklint lint --fail-on warning arize/", "fail on warnings too"),
            ("tasklint lint --only ATL3004,ATL5xxx arize/", "only some rules; shows their silent findings too"),
            ("tasklint lint --with-others arize/new.arize.yaml", "the changed files alone, and tasks in them that another file declares already"),
            ("tasklint lint --fix arize/", "apply fixes, then lint; add --dry-run to see the changes first"),
            ("cat task.json | tasklint lint -", "JSON is valid YAML, so a response of the API works"));
        return command;
    }
}
