using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Reading;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>What the team accepts of a run's findings: by suppressions first, then by its baseline.</summary>
internal sealed class RunAcceptance
{
    private readonly Workspace workspace;
    private readonly Declarations declared;
    private readonly BaselineFile? baseline;
    private HashSet<string> unreadable = [];
    private IReadOnlyCollection<Rule> requested = [];

    private RunAcceptance(Workspace workspace, Declarations declared, BaselineFile? baseline) =>
        (this.workspace, this.declared, this.baseline) = (workspace, declared, baseline);

    /// <summary>What is accepted in a run.</summary>
    /// <exception cref="UsageException">The baseline cannot be read.</exception>
    internal static RunAcceptance Of(Workspace workspace, string? given, Declarations declared)
    {
        if (given is not null)
        {
            var path = Path.GetFullPath(given, workspace.WorkingDirectory);
            return new RunAcceptance(workspace, declared, BaselineFile.Read(workspace, path, $"--baseline '{given}'"));
        }

        if (declared.Settings.Baseline is not { } configured)
            return new RunAcceptance(workspace, declared, null);
        var called = $"the baseline '{InputFiles.DisplayPath(configured, workspace.WorkingDirectory)}' of tasklint.yaml";
        return new RunAcceptance(workspace, declared, BaselineFile.Read(workspace, configured, called));
    }

    /// <summary>What suppressions alone accept, for a baseline that is yet to be written.</summary>
    internal static RunAcceptance WithoutBaseline(Workspace workspace, Declarations declared) => new(workspace, declared, null);

    /// <summary>What a given baseline accepts.</summary>
    internal static RunAcceptance Of(Workspace workspace, Declarations declared, BaselineFile baseline) =>
        new(workspace, declared, baseline);

    /// <summary>The result, with what is accepted marked as suppressed.</summary>
    internal RunResult Apply(RunResult result) => Apply(result, out _);

    /// <summary>The result, with what is accepted marked as suppressed, and what the baseline matched.</summary>
    internal RunResult Apply(RunResult result, out BaselineCheck? matched)
    {
        requested = result.Requested;
        var terms = new SuppressionTerms(workspace.Today)
        {
            Locked = declared.Settings.LockedRules,
            // Beside a base, what is pending is no finding: an entry that accepts it is not idle.
            HasLive = result is { IsComparison: true, IsComplete: true, HasBase: false },
            IsInForce = IsInForce,
            Files = declared.Positions,
        };
        // The tasks of a file that cannot be read are not gone.
        unreadable = [.. result.Findings
            .Where(finding => finding is { Rule: ReadableFile, Place.IsKnown: true })
            .Select(finding => Path.GetFullPath(finding.Place.File!.Path, workspace.WorkingDirectory))];
        matched = baseline is null ? null : new BaselineCheck(
            baseline.Content,
            finding => BaselineFile.NameOf(finding, baseline.Folder, workspace),
            terms with { IsInForce = (rule, file) => IsInForce(rule, InBaseline(file)) },
            WasRead)
        { WasTried = entry => result.Trial is { } trial && WasTried(trial, entry) };
        var judge = new Judge(declared.Severities, declared.Suppressions, terms, matched);
        return result with { Findings = judge.Of(result.Findings) };
    }

    private string InBaseline(string file) => Path.GetFullPath(file, baseline!.Folder);

    // A task of that name that was not tried may be the one. One that is gone has no findings.
    private bool WasTried(TrialResult trial, BaselineEntry entry) =>
        trial.Tasks.Where(one => one.Task.Label is { } label && workspace.Shown(label) == entry.Task)
            .All(one => one.Status is not (TrialStatus.NotTried or TrialStatus.Undetermined));

    // A rule that was not run, or whose findings nobody weighs, keeps silent for other reasons.
    private bool IsInForce(Rule rule, string file) =>
        (!rule.Traits.IsOnRequest || requested.Contains(rule)) && declared.Severities.IsWanted(rule)
            && declared.Severities.Of(rule, file).Severity != Severity.None;

    // Declarations in C# may come from files that only their project knows.
    private bool WasRead(string file)
    {
        var full = InBaseline(file);
        if (unreadable.Contains(full) || declared.UnreadFiles.Contains(full))
            return false;
        // What lies behind a link or in a folder that cannot be read is not gone.
        if (declared.Unreadable.Count > 0 && !declared.Files.Contains(full, StringComparer.Ordinal))
            return false;
        return declared.AreAll
            || declared.Files.Contains(full, StringComparer.Ordinal)
            || (!File.Exists(full) && !Path.GetExtension(full).Equals(".cs", StringComparison.OrdinalIgnoreCase));
    }
}
