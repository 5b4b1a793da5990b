using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Judgement;

namespace Arize.TaskLint.Engine;

/// <summary>Writes baselines.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class BaselineRun(Workspace workspace)
{
    /// <summary>Accepts all findings of today.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<BaselineResult> CreateAsync(BaselineRequest request, CancellationToken cancellation)
    {
        var (declared, all) = await new Session(workspace).JudgeAsync(request, cancellation).ConfigureAwait(false);
        var result = RunAcceptance.WithoutBaseline(workspace, declared).Apply(all);
        var path = PathOf(request.Output, declared);
        if (Undetermined(path, result) is { } undetermined)
            return undetermined;
        BaselineFile.RefuseToReplace(workspace, path);
        var accepted = result.Findings.Where(finding => Baseline.CanHold(finding) && !declared.Severities.IsLocked(finding.Rule)).ToList();
        var shown = workspace.Call(path);
        WholeFile.Write(path, $"the baseline '{shown}'", workspace,
            writer => writer.Write(BaselineFile.TextOf(accepted, Path.GetDirectoryName(path)!, workspace)));
        return new BaselineResult(shown, accepted.Count)
        {
            IsConfigured = declared.Settings.Baseline == path,
            NotAccepted = [.. result.Findings
                .Where(finding => finding is { IsSuppressed: false, Severity: > Severity.Silent })
                .Except(accepted)
                .Select(Line)],
        };
    }

    /// <summary>Drops what is found no more; what the run cannot judge stays.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<BaselineResult> PruneAsync(BaselineRequest request, CancellationToken cancellation)
    {
        var (declared, all) = await new Session(workspace).JudgeAsync(request, cancellation).ConfigureAwait(false);
        var path = PathOf(request.Baseline, declared);
        var shown = workspace.Call(path);
        var baseline = BaselineFile.Read(workspace, path, $"the baseline '{shown}'");
        var result = RunAcceptance.Of(workspace, declared, baseline).Apply(all, out var matched);
        if (result.HasUndetermined)
            return Undetermined(path, result)!;
        var (lines, dropped) = (new List<string>(), new List<BaselineEntry>());
        var (gone, renewed, unsampled) = (0, 0, 0);
        for (var i = 0; i < baseline.Content.Entries.Count; i++)
        {
            var entry = baseline.Content.Entries[i];
            var (matches, isJudged) = matched![i];
            var count = isJudged ? matches : entry.Count;
            gone += entry.Count - count;
            unsampled += !isJudged && matches < entry.Count && BaselineCheck.NeedsSample(entry) ? entry.Count - matches : 0;
            if (count > 0 && matched.RenewedFingerprint(i) is not null)
                renewed++;
            if (count > 0)
                lines.Add(BaselineFile.LineOf(entry, count, matched.RenewedFingerprint(i)));
            if (count < entry.Count)
                dropped.Add(entry);
        }

        if (gone + renewed > 0 && !request.IsDry)
            WholeFile.Rewrite(path, $"the baseline '{shown}'", workspace, writer => writer.Write(BaselineFile.TextOf(lines)));
        return new BaselineResult(shown, gone) { Dropped = dropped, Renewed = renewed, Unsampled = unsampled };
    }

    private string PathOf(string? given, Declarations declared) =>
        given is not null ? Path.GetFullPath(given, workspace.WorkingDirectory)
        : declared.Settings.Baseline ?? Path.Combine(workspace.WorkingDirectory, BaselineFile.DefaultName);

    // Of a task that was compared in part, and of a file that was not read, what is accepted today is not known.
    private BaselineResult? Undetermined(string path, RunResult result)
    {
        var causes = result.Findings.Where(finding => finding.Rule.Traits.IsAlwaysTold || finding.LosesDeclarations).Select(Line).ToList();
        if (causes.Count == 0)
        {
            causes = [.. result.Tasks.Where(task => !task.IsDetermined).Select(task =>
                $"{task.Task.Place.Text}: '{task.Task.Label}' is not compared in whole: {task.Reason ?? "the declaration has errors"}")];
        }

        return causes.Count == 0 ? null : new BaselineResult(workspace.Call(path), 0) { Undetermined = causes };
    }

    private static string Line(Finding finding) =>
        $"{(finding.Place.IsKnown ? $"{finding.Place.Text}: " : "")}{finding.Rule.Id}: {finding.Message}";
}

/// <summary>The result of writing a baseline.</summary>
/// <param name="File">The file, as results call it.</param>
/// <param name="Count">How many findings were accepted, or dropped.</param>
internal sealed record BaselineResult(string File, int Count)
{
    /// <summary>Whether the settings name the file, so that each run uses it.</summary>
    internal bool IsConfigured { get; init; }

    /// <summary>The findings that a baseline cannot hold, as messages.</summary>
    internal IReadOnlyList<string> NotAccepted { get; init; } = [];

    /// <summary>The entries that were dropped, wholly or in part.</summary>
    internal IReadOnlyList<BaselineEntry> Dropped { get; init; } = [];

    /// <summary>How many entries of an earlier version were written anew.</summary>
    internal int Renewed { get; init; }

    /// <summary>How many accepted findings are kept because their tasks were not tried on a sample.</summary>
    internal int Unsampled { get; init; }

    /// <summary>What could not be determined, as messages; if there is any, nothing was written.</summary>
    internal IReadOnlyList<string> Undetermined { get; init; } = [];
}
