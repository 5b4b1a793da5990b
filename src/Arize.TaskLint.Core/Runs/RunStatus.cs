namespace Arize.TaskLint.Core.Runs;

/// <summary>How a run of a task stands.</summary>
public enum RunStatus
{
    /// <summary>A word that this version does not know.</summary>
    Unknown,

    /// <summary>Not started.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Ended, whatever it scored.</summary>
    Completed,

    /// <summary>Ended by a failure.</summary>
    Failed,

    /// <summary>Ended before its end.</summary>
    Cancelled,
}
