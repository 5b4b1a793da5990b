using System.CommandLine;
using System.Globalization;
using Arize.TaskLint.Cli.Fixing;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint check</c>: lints, then compares with the live tasks.</summary>
internal sealed class CheckCommand
{
    private readonly Host host;
    private readonly CommonOptions common;

    private readonly Option<string[]> live = new("--live")
    {
        Description = "Compare with saved tasks instead of the API: JSON files from the REST API or from 'ax tasks … -o json', a folder of such files, or - for standard input; may repeat",
        HelpName = "file|dir|-",
    };

    private readonly Option<bool> strict = new("--strict") { Description = "Require that fields that are not declared are unset" };

    private readonly Option<string?> apiUrl = new("--api-url") { Description = "The address of the API; overrides ARIZE_BASE_URL and the other variables", HelpName = "url" };

    private readonly Option<string?> region = new("--region") { Description = "The region of the API, for example eu-west-1a; overrides ARIZE_REGION", HelpName = "region" };

    private readonly Option<int> concurrency = new("--concurrency") { Description = "The maximum number of concurrent requests, 1 to 32", HelpName = "n", DefaultValueFactory = _ => 4 };

    private readonly Option<int> timeout = new("--timeout") { Description = "The time limit for all requests together, in seconds, including retries", HelpName = "s", DefaultValueFactory = _ => 300 };

    internal CheckCommand(Host host, CommonOptions common)
    {
        (this.host, this.common) = (host, common);
        MustBeWithin(concurrency, 1, 32, "");
        MustBeWithin(timeout, 1, 86400, " seconds");
    }

    internal static Command Create(Host host) => new CheckCommand(host, new CommonOptions()).Create();

    /// <summary>Adds what says which live tasks to compare with, and how.</summary>
    internal void AddLiveSideTo(Command command)
    {
        foreach (var option in new Option[] { live, strict, apiUrl, region, concurrency, timeout })
            command.Options.Add(option);
    }

    /// <summary>Whether the command line names a live side.</summary>
    internal bool HasLiveSide(ParseResult parsed) =>
        parsed.GetValue(live) is { Length: > 0 } || parsed.GetValue(apiUrl) is not null || parsed.GetValue(region) is not null;

    private Command Create()
    {
        var command = new Command("check", "Lint, then compare with the live tasks and report drift; sends only GET requests");
        common.AddTo(command);
        AddLiveSideTo(command);
        command.SetAction(RunAsync);
        Examples.Add(command,
            ("tasklint check", "against the API; reads the API key from ARIZE_API_KEY"),
            ("tasklint check --space production --region eu-west-1a arize/", "another space and region"),
            ("tasklint check --live snapshot.json arize/", "against saved tasks, without network access"),
            ("ax tasks list --limit 100 -o json | tasklint check --live -", "against the output of the official command line"),
            ("tasklint check --format json -o drift.json --format text", "two reports from one run"));
        return command;
    }

    private static void MustBeWithin(Option<int> option, int least, int most, string unit) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
                result.AddError($"{option.Name} must be from {least} to {most}{unit}");
        }
    });

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var reports = common.Reports(parsed, host);
        var (declared, result) = await CompareAsync(parsed, cancellation).ConfigureAwait(false);
        var accepted = Acceptance.Of(host, common, parsed, declared).Apply(result);
        return common.Report(parsed, host, declared.Settings, reports, FixPreview.Mark(host, declared.Judge, accepted));
    }

    /// <summary>Reads the declarations and compares them; all that is found, whether or not it is accepted.</summary>
    internal async Task<(Declarations Declared, RunResult Result)> CompareAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var paths = common.Paths(parsed);
        var given = parsed.GetValue(live) ?? [];
        if (paths.Contains(InputFiles.StandardInput) && given.Contains(InputFiles.StandardInput))
            throw new UsageException("both the declarations and --live are to be read from standard input; give a file for one of them");
        var declared = await Declarations.ReadAsync(host, common, parsed, keepsTasks: true, cancellation).ConfigureAwait(false);
        var usesApi = parsed.GetValue(apiUrl) is not null || parsed.GetValue(region) is not null;
        if (usesApi && given.Length > 0)
            throw new UsageException("--live reads saved tasks, and --api-url and --region ask the API; give one or the other");
        // Where no rule over evaluators is wanted, or the settings leave evaluators out, none is asked for.
        var evaluatorCheck = new EvaluatorCheck(rule => declared.Settings.ChecksEvaluators && declared.Judge.IsWanted(rule));
        var (answers, evaluators) = given.Length > 0 ? Saved(given, host.WorkingDirectory, declared.Tasks)
            : declared.Settings.Live.Count > 0 && !usesApi ? Saved(declared.Settings.Live, declared.Settings.Folder, declared.Tasks)
            : await AskAsync(parsed, declared, evaluatorCheck.IsWanted, cancellation).ConfigureAwait(false);
        var drift = new DriftCheck(parsed.GetValue(strict) || declared.Settings.IsStrict, host.Today) { Shared = declared.Settings.Ignore, Patterns = host.Patterns };
        var (tasks, findings) = drift.Check(answers);
        var judged = declared.Judge.Weigh([.. declared.Findings, .. declared.Shared.Mark([.. findings, .. evaluatorCheck.IsWanted ? evaluatorCheck.Check(evaluators) : []])]);
        return (declared, new RunResult(tasks.Count, judged, tasks, IsComparison: true) { Unreadable = declared.Unreadable });
    }

    private LiveSide Saved(IReadOnlyList<string> files, string root, IReadOnlyList<TaskDeclaration> tasks)
    {
        var snapshot = new SnapshotFiles(host).Read(files, root);
        if (snapshot.IsCutShort)
            TaskLintTool.Say(host, "the snapshot is cut short (has_more: true): a task that is not in it may exist all the same");
        foreach (var note in snapshot.Notes)
            TaskLintTool.Say(host, note);
        var answers = snapshot.Find(tasks);
        return new LiveSide(answers, snapshot.FindEvaluators(answers));
    }

    private async Task<LiveSide> AskAsync(ParseResult parsed, Declarations declared, bool asksEvaluators, CancellationToken cancellation)
    {
        var limits = new ApiLimits { Concurrency = parsed.GetValue(concurrency), Total = TimeSpan.FromSeconds(parsed.GetValue(timeout)) };
        var isVerbose = common.IsVerbose(parsed);
        var showsProgress = host.ErrorIsTerminal && !common.IsQuiet(parsed) && !isVerbose;
        void Log(string line)
        {
            if (isVerbose)
            {
                lock (host.Error)
                    TaskLintTool.Say(host, line);
            }
        }

        void Show(int count)
        {
            if (showsProgress)
            {
                lock (host.Error)
                {
                    host.Error.Write($"\rreading live tasks: {count.ToString(CultureInfo.InvariantCulture)}");
                    host.Error.Flush();
                }
            }
        }

        try
        {
            var settings = ConnectionSettings.Read(host.Variable, parsed.GetValue(apiUrl), parsed.GetValue(region));
            Log($"the API is at {settings.BaseUrl} ({settings.BaseUrlSource})");
            if (!settings.VerifiesCertificate)
                TaskLintTool.Say(host, "ARIZE_REQUEST_VERIFY is false: the server's certificate is not checked, so anybody between could read the key");
            using var client = new ApiClient(settings, limits, host.Time, Log);
            var source = new ApiSource(new ArizeApi(client), Show);
            var answers = await source.FindAsync(declared.Tasks, declared.Spaces, cancellation).ConfigureAwait(false);
            return new LiveSide(answers, asksEvaluators ? await source.FindEvaluatorsAsync(answers, declared.Spaces, cancellation).ConfigureAwait(false) : []);
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        finally
        {
            if (showsProgress)
                await host.Error.WriteAsync("\r\x1b[K").ConfigureAwait(false);
        }
    }

    // What was found of the declared tasks, and of their evaluators.
    private sealed record LiveSide(IReadOnlyList<(TaskDeclaration Task, LiveAnswer Answer)> Tasks, IReadOnlyList<AttachedEvaluator> Evaluators);
}
