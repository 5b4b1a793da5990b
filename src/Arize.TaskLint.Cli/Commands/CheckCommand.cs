using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint check</c>: lints, then compares with the live tasks.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal)
    {
        var (options, live, sample) = (new JudgementOptions(), new LiveOptions(), new SampleOptions());
        var command = new Command("check", "Lint, then compare with the live tasks and report drift; sends only GET requests");
        var atBase = OptionKinds.Text("--base", "gitref",
            "Compare three sides, for a pull request: tell the changes of the declarations since this commit (pending) from "
            + "drift; in a pull request on GitHub Actions, GitLab or Azure Pipelines, its base is the default");
        var noBase = OptionKinds.Flag("--no-base", "Compare two sides, even where a CI job runs for a pull request, whose base is found otherwise");
        var failsOnExisting = OptionKinds.Flag("--fail-on-existing-drift", "With --base, also fail on drift that is not from this pull request");
        var unmanaged = OptionKinds.Flag("--unmanaged", "Also report the live tasks of the declared spaces that nothing declares");
        var health = OptionKinds.Flag("--health", "Also read the last runs of continuous tasks, and report those that do nothing");
        var lockFile = OptionKinds.Text("--lock", "file",
            "Also report the evaluators whose latest version moved since 'snapshot --lock' wrote this file, where no version is pinned");
        options.AddTo(command);
        live.AddTo(command);
        foreach (var option in new Option[] { atBase, noBase, failsOnExisting, unmanaged, health, lockFile })
            command.Options.Add(option);
        sample.AddTo(command);
        command.SetAction((parsed, cancellation) => options.RunAsync(parsed, terminal, session => session.CheckAsync(
            options.Fill(parsed, new CheckRequest
            {
                Live = live.Request(parsed),
                Base = parsed.GetValue(atBase),
                Sample = sample.Request(parsed),
                IgnoresPullRequest = parsed.GetValue(noBase),
                ReportsUnmanaged = parsed.GetValue(unmanaged),
                Lock = parsed.GetValue(lockFile),
                ChecksHealth = parsed.GetValue(health),
                FailsOnExistingDrift = parsed.GetValue(failsOnExisting),
            }),
            cancellation)));
        Examples.Add(command,
            ("tasklint check", "against the API; reads the API key from ARIZE_API_KEY, or from the active profile of the Arize CLI"),
            ("tasklint check --space production --region eu-west-1a arize/", "another space and region"),
            ("tasklint check --profile production", "with the key and the address of a profile of the Arize CLI"),
            ("tasklint check --live snapshot.json arize/", "against saved tasks, without network access"),
            ("ax tasks list --limit 100 -o json | tasklint check --live -", "against the output of the official command line"),
            ("tasklint check --unmanaged", "report live tasks that nothing declares, too"),
            ("tasklint check --health", "report continuous tasks whose last runs came to nothing, too"),
            ("tasklint check --lock tasklint.lock", "report evaluators that got a new version, too"),
            ("tasklint check --base origin/main", "in a pull request: what it changes, and what others changed in Arize"),
            ("tasklint check --spans spans.json", "also try the tasks on exported spans, as 'tasklint try' does"),
            ("tasklint check --format json -o drift.json --format text", "two reports from one run"));
        return command;
    }
}
