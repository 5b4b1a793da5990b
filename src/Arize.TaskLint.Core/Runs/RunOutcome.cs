using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Runs;

/// <summary>A run of a task, as far as its result is concerned.</summary>
/// <param name="Id">The ID of the run; null if it has none.</param>
/// <param name="Task">The ID of the task; null if the run does not say it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Begun">When it was made, or else when it started; null if that is not known.</param>
public sealed record RunOutcome(string? Id, string? Task, RunStatus Status, DateTimeOffset? Begun)
{
    private static readonly (string Word, RunStatus Status)[] Words =
    [
        ("PENDING", RunStatus.Pending),
        ("RUNNING", RunStatus.Running),
        ("COMPLETED", RunStatus.Completed),
        ("FAILED", RunStatus.Failed),
        ("CANCELLED", RunStatus.Cancelled),
    ];

    /// <summary>How long it took, from its start to its end; null if that is not known.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>The latest time that it says; null if it says none.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>The number of items that were scored; null if it is not known.</summary>
    public double? Successes { get; init; }

    /// <summary>The number of items whose judge failed; null if it is not known.</summary>
    public double? Errors { get; init; }

    /// <summary>The number of items that were left out; null if it is not known.</summary>
    public double? Skipped { get; init; }

    /// <summary>Why it failed, as the API says it; null if it does not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Whether somebody triggered it.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whether it failed or was cancelled.</summary>
    public bool IsBroken => Status is RunStatus.Failed or RunStatus.Cancelled;

    /// <summary>Whether it ended without anything to judge.</summary>
    public bool IsEmpty => Status == RunStatus.Completed && Successes == 0 && Errors is null or 0 && Skipped is null or 0;

    /// <summary>What cannot be read of it and decides what came of it, as the rest of a message; null if all can be.</summary>
    public string? Gap =>
        Id is null ? "has no ID"
        : Status == RunStatus.Unknown ? "has no status that this version knows"
        : Status == RunStatus.Completed && Successes is null ? "does not say what it scored"
        : null;

    /// <summary>Reads the runs of a list, whatever they lack.</summary>
    public static IEnumerable<RunOutcome> Read(ListNode list) =>
        list.Items.Select(item => item is MappingNode run ? Read(run) : new RunOutcome(null, null, RunStatus.Unknown, null));

    private static RunOutcome Read(MappingNode run)
    {
        var (started, finished) = (LiveTasks.Instant(run["run_started_at"]), LiveTasks.Instant(run["run_finished_at"]));
        var created = LiveTasks.Instant(run["created_at"]);
        var status = Text(run["status"]) is { } word ? Array.Find(Words, one => EnumSpec.Same(one.Word, word)).Status : RunStatus.Unknown;
        return new RunOutcome(Text(run["id"]), Text(run["task_id"]), status, created ?? started ?? finished)
        {
            Took = finished >= started ? finished - started : null,
            Latest = new[] { created, started, finished }.Max(),
            Successes = Count(run["num_successes"]),
            Errors = Count(run["num_errors"]),
            Skipped = Count(run["num_skipped"]),
            FailureReason = Text(run["failure_reason"]) is { } reason && !string.IsNullOrWhiteSpace(reason) ? reason : null,
            IsByHand = Text(run["created_by_user_id"]) is not null,
        };
    }

    private static string? Text(Node? value) => value is ScalarNode { IsNull: false } scalar ? scalar.Text : null;

    private static double? Count(Node? value) =>
        Text(value) is { } text && PlainScalar.TryNumber(text, out var number) && number >= 0 ? number : null;
}
