using System.CommandLine;
using Arize.TaskLint.Cli.Fixing;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint lint</c>: reads declarations and runs the rules, offline.</summary>
internal static class LintCommand
{
    internal static Command Create(Host host)
    {
        var common = new CommonOptions();
        var fix = new Option<bool>("--fix") { Description = "Apply the fixes of findings in YAML files, then lint; preserves comments and layout" };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: write nothing, and print the changes instead of the findings" };
        var command = new Command("lint", "Check declarations against the rules, offline");
        common.AddTo(command);
        command.Options.Add(fix);
        command.Options.Add(dryRun);
        command.SetAction(async (parsed, cancellation) =>
        {
            var reports = common.Reports(parsed, host);
            var (fixes, isDry) = (parsed.GetValue(fix), parsed.GetValue(dryRun));
            if (isDry && !fixes)
                throw new UsageException("--dry-run shows what --fix would do; give both");
            if (isDry && CommonOptions.AsksForReports(parsed))
                throw new UsageException("--dry-run shows the changes, and no report; leave --format and --output out");
            FixRun? run = null;
            void Fix(RunFindings judge, IReadOnlyList<string> files) => (run = new FixRun(host, isDry, judge)).Fix(files, line =>
            {
                if (!common.IsQuiet(parsed))
                    TaskLintTool.Say(host, line);
            });

            var declared = await Declarations.ReadAsync(host, common, parsed, keepsTasks: false, cancellation, fixes ? Fix : null).ConfigureAwait(false);
            if (isDry)
                return run!.TellUnreadable() ? ExitCodes.Findings : ExitCodes.Clean;
            var findings = declared.Judge.Weigh(declared.Findings);
            var result = new RunResult(declared.TaskCount, findings, [], IsComparison: false) { Unreadable = declared.Unreadable };
            var accepted = Acceptance.Of(host, common, parsed, declared).Apply(result);
            return common.Report(parsed, host, declared.Settings, reports, FixPreview.Mark(host, declared.Judge, accepted));
        });
        Examples.Add(command,
            ("tasklint lint", "the declarations in tasklint.yaml, or all *.arize.yaml in this folder and below"),
            ("tasklint lint arize/ 'teams/**/*.arize.yaml'", "a folder and a glob"),
            ("tasklint lint src/Tasks/Tasks.csproj", "C# catalogs: builds the project and runs its code"),
            ("tasklint lint --format json --output lint.json arize/", "a JSON report for another program"),
            ("tasklint lint --fail-on warning arize/", "fail on warnings too"),
            ("tasklint lint --only ATL3004,ATL5xxx arize/", "only some rules; shows their silent findings too"),
            ("tasklint lint --fix arize/", "apply fixes, then lint; add --dry-run to see the changes first"),
            ("cat task.json | tasklint lint -", "JSON is valid YAML, so a response of the API works"));
        return command;
    }
}
