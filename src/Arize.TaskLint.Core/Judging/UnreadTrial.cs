using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// Takes back what a trial claims where the live side was asked and could not be read. A problem that the declaration and the rows show stays.
/// </summary>
internal static class UnreadTrial
{
    /// <summary>The outcome of a task, by what is known.</summary>
    internal static TaskOutcome Judge(TaskTrial trial, TaskOutcome outcome)
    {
        if (outcome.Status is TrialStatus.NotTried or TrialStatus.Undetermined)
            return outcome;
        IReadOnlyList<EvaluatorOutcome> evaluators =
            [.. outcome.Evaluators.Select((one, i) => Judge(one, trial.Evaluators[i].Unread ?? trial.Unread?.Reason))];
        // Findings refer to outcomes, which stay the same where nothing is taken back.
        if (trial.Unread is null && evaluators.SequenceEqual(outcome.Evaluators))
            return outcome;
        var status = evaluators.Select(one => one.Status).Append(outcome.Status).Max();
        if (status == TrialStatus.Judges && trial.Unread is { } cause)
            return outcome with { Status = TrialStatus.Undetermined, Reason = cause.Reason };
        return outcome with { Evaluators = evaluators, Status = status };
    }

    private static EvaluatorOutcome Judge(EvaluatorOutcome one, string? reason) =>
        one.Status == TrialStatus.Judges && reason is not null ? one with { Status = TrialStatus.Undetermined, Reason = reason } : one;
}
