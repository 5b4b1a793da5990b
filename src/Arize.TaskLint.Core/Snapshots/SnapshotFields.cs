namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// The members of a snapshot that <c>tasklint snapshot</c> writes, beside those of the API's answers: they tell what the lists cannot tell
/// themselves.
/// </summary>
public static class SnapshotFields
{
    /// <summary>The version of the form; only what <c>tasklint snapshot</c> writes has it.</summary>
    public const string Version = "snapshotVersion";

    /// <summary>The version that is written.</summary>
    public const string CurrentVersion = "1.0";

    /// <summary>The members of the lists that have all that the spaces have.</summary>
    public const string Complete = "complete";

    /// <summary>In a task and in a resource: the space that it is in, which the API tells by the list alone.</summary>
    public const string SpaceId = "space_id";

    /// <summary>In an evaluator: the version that tasks run that are not pinned.</summary>
    public const string LatestVersionId = "latest_version_id";

    /// <summary>The IDs of continuous tasks whose runs could not be read when runs were saved.</summary>
    public const string UnreadRuns = "unread_task_runs";

    /// <summary>In an evaluator: versions that tasks are pinned to and that it does not have.</summary>
    public const string ForeignVersionIds = "foreign_version_ids";
}
