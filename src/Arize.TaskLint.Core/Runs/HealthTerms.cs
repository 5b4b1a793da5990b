using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Runs;

/// <summary>The fields of <c>health</c> in <c>tasklint.yaml</c>.</summary>
public static class HealthFields
{
    public static readonly FieldSpec IdleDays = new("idle_days", ValueKind.Number,
        "After how many days without a run, or without a score, a continuous task counts as dead")
    { Role = FieldRole.Local, Default = "7", Minimum = 0.1, Maximum = 365 };

    public static readonly FieldSpec LastRuns = new("last_runs", ValueKind.Integer,
        "How many runs one after the other must have failed, been cancelled or scored nothing for a task to count as dead")
    { Role = FieldRole.Local, Default = "3", Minimum = 1, Maximum = 20 };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("health", IdleDays, LastRuns);
}

/// <summary>When a continuous task counts as dead.</summary>
/// <param name="Idle">The time without a run, or without a score.</param>
/// <param name="LastRuns">The number of runs one after the other that came to nothing.</param>
public sealed record HealthTerms(TimeSpan Idle, int LastRuns)
{
    /// <summary>The terms without settings.</summary>
    public static readonly HealthTerms Default = new(TimeSpan.FromDays(7), 3);

    /// <summary>Reads the terms of a settings file.</summary>
    /// <param name="view">The mapping; null without one.</param>
    /// <param name="problems">What is wrong with its values is added here.</param>
    public static HealthTerms Read(ObjectView? view, List<Problem> problems)
    {
        if (view is null)
            return Default;
        return new HealthTerms(
            TimeSpan.FromDays(Number(view[HealthFields.IdleDays], "a number of days", problems) ?? Default.Idle.TotalDays),
            (int)(Number(view[HealthFields.LastRuns], "a number of runs", problems) ?? Default.LastRuns));
    }

    private static double? Number(FieldValue value, string expected, List<Problem> problems)
    {
        if (value.Number is not { } number)
            return null;
        var (least, most) = (value.Spec!.Minimum!.Value, value.Spec.Maximum!.Value);
        if (number >= least && number <= most)
            return number;
        problems.Add(new WrongKind(
            value.Place, value.Path, $"'{value.Spec.Name}'", FormattableString.Invariant($"{expected}, {least} to {most}"), "a number",
            value.ShownText, null));
        return null;
    }
}
