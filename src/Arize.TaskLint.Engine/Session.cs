using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Evaluators;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Engine.Fixing;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Engine.Trying;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>The pipeline of a run: files → declarations → findings → comparison → acceptance → report.</summary>
/// <param name="workspace">What the run reads.</param>
internal sealed class Session(Workspace workspace)
{
    /// <summary>Lints.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<Report> LintAsync(LintRequest request, CancellationToken cancellation)
    {
        var files = request.ReadsOthers ? DeclarationFiles.FindAmongAll(workspace, request) : DeclarationFiles.Find(workspace, request);
        if (request.Fix == FixMode.Write)
            new FixRun(workspace, isDry: false, files.Severities).Fix(files.Files);
        var declared = await files.ReadAsync(workspace, request, keepsTasks: false, cancellation).ConfigureAwait(false);
        return ReportOf(request, new Judged(declared, Linted(declared)));
    }

    /// <summary>Shows the changes that fixes would make, and writes nothing.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read.</exception>
    internal async Task<FixPreviewResult> ShowFixesAsync(LintRequest request, CancellationToken cancellation)
    {
        var files = DeclarationFiles.Find(workspace, request);
        var run = new FixRun(workspace, isDry: true, files.Severities);
        run.Fix(files.Files);
        // What cannot be read, no patch tells.
        var inYaml = files with { Files = [.. files.Files.Where(file => !CSharpInputs.Has(file))] };
        var declared = await inYaml.ReadAsync(workspace, request, keepsTasks: false, cancellation).ConfigureAwait(false);
        return new FixPreviewResult(run.Patch, run.Unreadable, declared.Unreadable);
    }

    /// <summary>Lints and compares.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read.</exception>
    internal async Task<Report> CheckAsync(CheckRequest request, CancellationToken cancellation)
    {
        var compared = await CompareAsync(request, request.Live, request.Sample, request, cancellation).ConfigureAwait(false);
        return ReportOf(request, compared);
    }

    /// <summary>Tries the tasks on a sample.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read.</exception>
    internal async Task<Report> TryAsync(TryRequest request, CancellationToken cancellation)
    {
        var tried = await TryAsync(request, request.Sample, request.Live, request.Base, cancellation).ConfigureAwait(false);
        return ReportOf(request, tried, IsOfTrial);
    }

    private async Task<Judged> TryAsync(
        DeclarationsRequest request, SampleRequest given, LiveRequest live, string? baseName, CancellationToken cancellation)
    {
        var sample = new SampleRun(workspace, given);
        sample.Begin(ReadsInput(request, live));
        var files = DeclarationFiles.Find(workspace, request);
        using var source = new LiveSource(workspace, live, files.Settings) { IsForTrial = true };
        if (source.IsNamed)
            source.ReadProfile();
        var declared = await files.ReadAsync(workspace, request, keepsTasks: true, cancellation).ConfigureAwait(false);
        var atBase = baseName is { } name
            ? await new BaseReader(workspace, request, declared).ReadAsync(name, "--base", cancellation).ConfigureAwait(false)
            : null;
        var side = source.IsNamed
            ? await source.ReadAsync(declared, null, declared.Settings.ChecksEvaluators, cancellation).ConfigureAwait(false)
            : null;
        var cases = side?.Tasks.Select(one => (one.Declared, (LiveAnswer?)one.Live)) ?? declared.Tasks.Select(task => (task, (LiveAnswer?)null));
        var (trial, findings) = Tried(sample, [.. cases], side?.Evaluators ?? [], declared, atBase, source.Saved, cancellation);
        var result = Linted(declared) with
        {
            Findings = [.. declared.Findings, .. declared.Shared.Mark([.. findings, .. side is null ? [] : UnreadOf(side, declared)])],
            Trial = trial,
        };
        return new Judged(declared, result) { Live = side?.Origin, Base = atBase?.Commit };
    }

    // What the live side should have told, and did not.
    private static IEnumerable<Finding> UnreadOf(LiveSide side, Declarations declared) =>
    [
        .. DriftCheck.CheckTried(side.Tasks),
        .. new EvaluatorCheck(rule => rule is EvaluatorExists or PinnedVersionIsItsOwn && declared.Severities.IsWanted(rule)) { IsForTrial = true }
            .Check(side.Evaluators),
    ];

    // What lint says is its own matter, except where it leaves a trial in doubt, or may explain what is judged.
    private static bool IsOfTrial(Finding finding) =>
        finding.Rule is TrialRule || IsOfTrialRule(finding) || RuleCategory.ExplainsTrial(finding.Rule) || finding.Rule.Traits.IsAlwaysTold
        || finding.Severity == Severity.Error || finding.LosesDeclarations;

    // What has ended is why a finding of the trial counts again.
    private static bool IsOfTrialRule(Finding finding) => finding.Rule is SuppressionInForce
        && RuleCatalogue.All.OfType<TrialRule>().Any(rule => finding.Message.Contains(rule.Id, StringComparison.Ordinal));

    private static bool ReadsInput(DeclarationsRequest request, LiveRequest live) =>
        request.Paths.Contains(InputFiles.StandardInput) || live.Saved.Contains(InputFiles.StandardInput);

    private (TrialResult Result, IReadOnlyList<Finding> Findings) Tried(
        SampleRun sample,
        IReadOnlyList<(TaskDeclaration Task, LiveAnswer? Live)> cases,
        IReadOnlyList<AttachedEvaluator> evaluators,
        Declarations declared,
        BaseSide? atBase,
        Snapshot? saved,
        CancellationToken cancellation)
    {
        var check = new TryCheck(
            cases, evaluators, sample.HasSpans, sample.HasRuns, atBase is null ? null : atBase.Tasks.Of,
            saved is null ? null : id => saved.NameOf(ResourceKind.Project, id))
        { Terms = declared.Settings.Try, Now = workspace.Time.GetUtcNow() };
        return sample.Read(check, cancellation);
    }

    /// <summary>The findings of a run, whether or not they are accepted.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read.</exception>
    internal async Task<(Declarations Declared, RunResult Result)> JudgeAsync(BaselineRequest request, CancellationToken cancellation)
    {
        var (declared, result) = request.ReadsLive
            ? await CompareAsync(request, request.Live, request.Sample, null, cancellation).ConfigureAwait(false)
            : request.Sample.IsGiven
            ? await TryAsync(request, request.Sample, request.Live, null, cancellation).ConfigureAwait(false)
            : await ReadAsync(request, cancellation).ConfigureAwait(false);
        return declared.Unreadable.Count > 0 ? throw new UsageException(declared.Unreadable) : (declared, result);
    }

    private async Task<Judged> ReadAsync(DeclarationsRequest request, CancellationToken cancellation)
    {
        var files = DeclarationFiles.Find(workspace, request);
        var declared = await files.ReadAsync(workspace, request, keepsTasks: false, cancellation).ConfigureAwait(false);
        return new Judged(declared, Linted(declared));
    }

    private static RunResult Linted(Declarations declared) =>
        new(declared.TaskCount, declared.Findings, [], IsComparison: false) { Unreadable = declared.Unreadable };

    private async Task<Judged> CompareAsync(
        DeclarationsRequest request, LiveRequest live, SampleRequest given, CheckRequest? check, CancellationToken cancellation)
    {
        if (request.Paths.Contains(InputFiles.StandardInput) && live.Saved.Contains(InputFiles.StandardInput))
            throw new UsageException("both the declarations and --live are to be read from standard input; give a file for one of them");
        if (live.Since.Contains(InputFiles.StandardInput))
            throw new UsageException("--since takes a file or a folder, and not standard input");
        var hasBase = check is not null && BaseSide.IsAsked(workspace, check);
        var sample = SampleRun.Of(workspace, given);
        sample?.Begin(ReadsInput(request, live));
        var files = DeclarationFiles.Find(workspace, request, mayBeMissing: hasBase);
        using var source = new LiveSource(workspace, live, files.Settings)
        {
            ListsAll = check?.ReportsUnmanaged == true,
            ReadsHealth = check?.ChecksHealth == true && files.Severities.IsWanted(TaskIsAlive.Rule),
        };
        source.ReadProfile();
        var known = check?.Lock is { } lockFile ? new LockFile(workspace).Read(lockFile) : null;
        var hasLock = known is not null && files.Severities.IsWanted(LatestVersionStays.Rule);
        source.Begin(files.Files, files.SpacesOf(workspace, request));
        var declared = await files.ReadAsync(workspace, request, keepsTasks: true, cancellation).ConfigureAwait(false);
        var isStrict = live.IsStrict || declared.Settings.IsStrict;
        var earlier = source.ReadEarlier(isStrict);
        // Where no rule over evaluators is wanted, or the settings leave evaluators out, none is asked for.
        var evaluatorCheck = new EvaluatorCheck(rule => declared.Settings.ChecksEvaluators && declared.Severities.IsWanted(rule));
        var atBase = check is null ? null : await BaseSide.ReadAsync(workspace, check, declared, cancellation).ConfigureAwait(false);
        var asksEvaluators = evaluatorCheck.IsWanted || hasLock || (sample is not null && declared.Settings.ChecksEvaluators);
        var side = await source.ReadAsync(declared, atBase?.Tasks, asksEvaluators, cancellation).ConfigureAwait(false);
        var (answers, removed, evaluators, origin) = side;
        answers = TaskCase.WithBases(answers, removed);
        answers = atBase?.Tasks.WithMoved(answers) ?? answers;
        var pins = new PinnedVersions(evaluators);
        var runs = side.Runs.ToLookup(one => one.Task, one => one.Run, StringComparer.Ordinal);
        (IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings) Compare(IReadOnlyList<TaskCase> cases) =>
            new DriftCheck(isStrict, workspace.Today)
            {
                Since = earlier?.Label,
                Pins = pins,
                Runs = runs,
                RunsUnknown = side.RunsUnknown,
                Shared = declared.Settings.Ignore,
                Policies = declared.Settings.Policies,
                Patterns = workspace.Patterns,
                HasBase = atBase is not null,
                FailsOnExisting = check?.FailsOnExistingDrift == true,
            }.Check(cases);
        if (earlier is not null)
            answers = source.WithEarlier(answers, earlier);
        (answers, var tasks, var findings) = await source.CompareAsync(answers, declared.Spaces, Compare, cancellation).ConfigureAwait(false);
        TaskResult[] gone = [.. DriftCheck.CheckRemoved(removed, tasks)];
        var unmanaged = side.Listing is { } listing ? UnmanagedOf(declared, listing, answers, gone) : null;
        var ofLock = hasLock ? new LockCheck(known!) { IsUnreadReported = evaluatorCheck.IsWanted }.Check(evaluators) : [];
        var asked = HealthOf(declared, side, answers).Concat(ofLock).Select(finding =>
            atBase is not null && check?.FailsOnExistingDrift != true ? DriftCheck.AsExisting(finding) : finding);
        var ofEvaluators = evaluatorCheck.IsWanted ? evaluatorCheck.Check(evaluators)
            : sample is not null ? new EvaluatorCheck(_ => false) { IsForTrial = true }.Check(evaluators)
            : [];
        var tried = sample is null ? default : Tried(
            sample, [.. answers.Select(one => (one.Declared, (LiveAnswer?)one.Live))], evaluators, declared, atBase, source.Saved, cancellation);
        IEnumerable<Finding> compared = [.. findings, .. unmanaged?.Findings ?? [], .. asked, .. ofEvaluators, .. tried.Findings ?? []];
        IReadOnlyList<Finding> all = [.. declared.Findings, .. declared.Shared.Mark(compared)];
        var result = new RunResult(tasks.Count, all, [.. tasks, .. gone, .. unmanaged?.Tasks ?? []], IsComparison: true)
        {
            Unreadable = declared.Unreadable,
            HasBase = atBase is not null,
            LiveTasks = unmanaged?.LiveTasks,
            Requested = Requested(source, hasLock),
            Trial = tried.Result,
        };
        return new Judged(declared, result) { Live = origin with { Since = earlier?.Label }, Base = atBase?.Commit };
    }

    private UnmanagedCheck.Outcome UnmanagedOf(
        Declarations declared, LiveListing listing, IReadOnlyList<TaskCase> cases, IReadOnlyList<TaskResult> removed) =>
        new UnmanagedCheck(declared.Settings.Unmanaged, workspace.Today).Check(
            listing, cases, removed, declared.Unreadable.Count == 0 && !declared.Findings.Any(finding => finding.LosesDeclarations), declared.AreAll);

    // What a sample does not show, another one may: no suppression of a rule on samples is idle.
    private static Rule[] Requested(LiveSource source, bool hasLock) =>
    [
        .. source.ListsAll ? [TaskIsDeclared.Rule] : Array.Empty<Rule>(),
        .. hasLock ? [LatestVersionStays.Rule] : Array.Empty<Rule>(),
        .. source.ReadsHealth ? [TaskIsAlive.Rule] : Array.Empty<Rule>(),
    ];

    private IReadOnlyList<Finding> HealthOf(Declarations declared, LiveSide side, IReadOnlyList<TaskCase> cases)
    {
        if (side.Outcomes.Count == 0)
            return [];
        var health = new TaskHealth(declared.Settings.Health, workspace.Time.GetUtcNow())
        { Saved = side.Origin.Saved, SavedAfter = side.SavedAfter };
        return new HealthCheck(health, side.Outcomes).Check(cases);
    }

    // Where the finding is hidden that says why a file cannot be read, the file would be gone without a word.
    private static RunResult WithHiddenFiles(RunResult result, Severity least)
    {
        var hidden = result.Findings
            .Where(finding => finding.LosesDeclarations
                && (finding.IsSuppressed || finding.Severity <= Severity.Silent || finding.Severity < least))
            .Select(finding => $"{finding.Place.Text}: not read, and {finding.Rule.Id} is hidden there: {finding.Message}")
            .ToList();
        return hidden.Count == 0 ? result : result with { Unreadable = [.. result.Unreadable, .. hidden] };
    }

    private Report ReportOf(ReportRequest request, Judged judged, Func<Finding, bool>? isWanted = null)
    {
        var (declared, result) = judged;
        var thresholds = Thresholds.Of(request, declared.Severities.Selection, declared.Settings);
        var accepted = WithHiddenFiles(RunAcceptance.Of(workspace, request.Baseline, declared).Apply(result), thresholds.Least);
        var marked = FixPreview.Mark(workspace, declared.Severities, accepted);
        var shown = marked with { Findings = [.. thresholds.Shown(marked.Findings).Where(finding => isWanted?.Invoke(finding) != false)] };
        return ReportBuilder.Build(shown, ExitCodes.Of(shown, thresholds.FailOn), workspace.Secret, BuildInfo.PublicAddress, judged.Live, judged.Base,
            declared.Settings.PricePerCall) with
        { FailOn = thresholds.FailOn ?? Severity.None };
    }

    /// <summary>The findings of a run, and what they are about.</summary>
    /// <param name="Declared">The declarations.</param>
    /// <param name="Result">The findings, and the comparison of each task.</param>
    private sealed record Judged(Declarations Declared, RunResult Result)
    {
        /// <summary>Where the live side comes from; null if nothing was compared.</summary>
        internal ReportLive? Live { get; init; }

        /// <summary>The base; null if two sides were compared.</summary>
        internal ReportBase? Base { get; init; }
    }
}

/// <summary>The changes that fixes would make.</summary>
/// <param name="Patch">The changes, as a unified diff.</param>
/// <param name="Invalid">The files that are not valid YAML, as messages.</param>
/// <param name="Unreadable">The files and folders that cannot be read, as messages.</param>
internal sealed record FixPreviewResult(string Patch, IReadOnlyList<string> Invalid, IReadOnlyList<string> Unreadable);
