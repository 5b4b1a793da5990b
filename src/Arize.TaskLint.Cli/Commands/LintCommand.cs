using System.CommandLine;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint lint</c>: reads declarations and runs the rules, offline.</summary>
internal static class LintCommand
{
    internal static Command Create(Host host)
    {
        var common = new CommonOptions();
        var command = new Command("lint", "Read declarations and run the rules, offline");
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var reports = common.Reports(parsed);
            var declared = await Declarations.ReadAsync(host, common, parsed, keepsTasks: false, cancellation).ConfigureAwait(false);
            return common.Report(parsed, host, reports, new RunResult(declared.TaskCount, declared.Findings, [], IsComparison: false));
        });
        Examples.Add(command,
            ("tasklint lint", "what tasklint.yaml declares, else all *.arize.yaml below this folder"),
            ("tasklint lint arize/ 'teams/**/*.arize.yaml'", "a folder and a glob"),
            ("tasklint lint src/Tasks/Tasks.csproj", "catalogs in C#: builds the project and runs their code"),
            ("tasklint lint --format json --output lint.json arize/", "for another program"),
            ("tasklint lint --fail-on warning arize/", "fail on warnings too"),
            ("cat task.json | tasklint lint -", "JSON is YAML: an answer of the API works"));
        return command;
    }
}
