using Arize.TaskLint.Core.Evaluators;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7006: the latest version of an evaluator that is not pinned is another one than when the lock was written.</summary>
public sealed class LatestVersionStays : LiveRule
{
    private const int ShortCommit = 12;

    private LatestVersionStays()
        : base("ATL7006", Severity.Warning, "An unpinned evaluator's latest version moved since the lock file (with --lock)",
            new RuleTraits { IsOnRequest = true })
    {
    }

    public static LatestVersionStays Rule { get; } = new();

    /// <summary>The finding of an evaluator.</summary>
    /// <param name="reference">The evaluator in the declaration.</param>
    /// <param name="locked">Its entry in the lock.</param>
    /// <param name="latest">The version that is the latest now.</param>
    /// <param name="file">The name of the lock file in messages.</param>
    internal Finding Report(EvaluatorReference reference, LockedEvaluator locked, EvaluatorVersionInfo latest, string file)
    {
        var field = reference.Declared.Evaluator.Field;
        var message = $"the latest version of the evaluator '{reference.LiveLabel}' moved from {Shown(locked.VersionId, locked.Commit)} to "
            + $"{Shown(latest.Id!, latest.Commit)} since {file} was written, so scores before and after are not comparable; "
            + $"to accept it, write the lock again with 'tasklint snapshot --lock {file}', or pin a version";
        return Report(reference.Task, field.Head, field.Path, message) with { Content = $"{locked.VersionId}\n{latest.Id}" };
    }

    private static string Shown(string id, string? commit) => commit is { Length: > 0 }
        ? $"'{Excerpt.Of(id)}' (commit {Excerpt.Of(commit.Length > ShortCommit ? commit.Substring(0, ShortCommit) : commit)})"
        : $"'{Excerpt.Of(id)}'";
}
