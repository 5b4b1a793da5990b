using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Reporting;

/// <summary>Makes the part of a report that tells what came of a trial.</summary>
/// <param name="clean">Strikes the key out of a text.</param>
/// <param name="locationOf">The location of a place.</param>
/// <param name="findingOf">The index of the finding about a task or an evaluator; null without one.</param>
/// <param name="pricePerCall">The price of a judge call; null if it is not known.</param>
internal sealed class TryBuilder(
    Func<string, string> clean, Func<Place, ReportLocation?> locationOf, Func<TrialSubject, int?> findingOf, double? pricePerCall)
{
    // What happens in a shorter time says little of a day.
    private static readonly TimeSpan ShortestTime = TimeSpan.FromHours(1);

    internal ReportTry Of(TrialResult result) => new()
    {
        Samples = [.. result.Files.Select(file => new ReportSample(clean(file.File), file.IsOfSpans ? "spans" : "runs", file.Rows)
        {
            Project = CleanOrNull(file.Project),
            Unread = file.Unread > 0 ? file.Unread : null,
            HasMore = file.HasMore ? true : null,
            Repeated = file.Repeated > 0 ? file.Repeated : null,
            OddTimes = file.OddTimes > 0 ? file.OddTimes : null,
            Limit = file.Limit,
        })],
        Filtered = result.IsFiltered ? true : null,
        Tasks = [.. result.Tasks.Select(Of)],
    };

    private ReportTrial Of(TaskOutcome task)
    {
        var days = task is { From: { } from, To: { } to } && to - from >= ShortestTime ? (to - from).TotalDays : (double?)null;
        // Spans always have a rate, and what it is where none is declared is not documented.
        var rate = task.IsRateUnknown ? null : task.SamplingRate ?? (task.IsOfSpans ? null : 1);
        double? PerDay(double judged) => task is { IsContinuous: true, IsOfCode: false, Rows: > 0 } && days is { } covered && rate is { } share
            ? judged * share * task.TimedRows / task.Rows / covered
            : null;
        // A number of which a part is not known is none. Code calls no judge.
        var isKnown = task.Evaluators.Count > 0 && task.Status != TrialStatus.Undetermined && rate is not null && !task.IsOfCode
            && task.Evaluators.All(IsKnown);
        var judged = task.Evaluators.Sum(one => (double)one.Judged);
        var perDay = isKnown ? PerDay(judged) : null;
        return new ReportTrial
        {
            Name = task.Task.ShownName is { } name ? clean(LongName.Of(name)) : null,
            Id = CleanOrNull(task.Task.ShownId),
            Location = locationOf(task.Task.Place),
            Status = task.Status,
            Reason = CleanOrNull(task.Reason),
            Unit = task.IsOfSpans ? "spans" : "rows",
            Rows = task.Rows,
            Selected = task.Selected,
            InDoubt = task.InDoubt > 0 ? task.InDoubt : null,
            SelectedAtBase = task.SelectedAtBase,
            Filter = task.Filter is { } filter ? Of(filter) : null,
            Filters = task.Named.Count > 0 ? [.. task.Named.Select(Of)] : null,
            Evaluators = [.. task.Evaluators.Select(one => Of(one, IsKnown(one) ? PerDay(one.Judged) : null))],
            SamplingRate = task.SamplingRate,
            Calls = isKnown ? judged * rate : null,
            Expression = CleanOrNull(task.Expression),
            WithoutRate = IsWithoutRate(task) ? true : null,
            CallsPerDay = perDay,
            PricePerDay = perDay is { } calls && pricePerCall is { } price && double.IsFinite(calls * price) ? calls * price : null,
            From = task.From is { } first ? Instants.Of(first) : null,
            To = task.To is { } last ? Instants.Of(last) : null,
            Finding = findingOf(task),
            Lowered = CleanOrNull(task.Lowered),
        };
    }

    private static bool IsWithoutRate(TaskOutcome task) => task is
    { IsOfSpans: true, IsContinuous: true, SamplingRate: null, IsRateUnknown: false, IsOfCode: false, Evaluators.Count: > 0 };

    private static bool IsKnown(EvaluatorOutcome one) => one.Status != TrialStatus.Undetermined && one.JudgedInDoubt == 0
        && (one.JudgedBySession ?? one.Judged) == one.Judged;

    private ReportTrialFilter Of(FilterOutcome filter) => new(clean(filter.Text), filter.Rows, filter.Selected)
    {
        Letter = CleanOrNull(filter.Letter),
        InDoubt = filter.InDoubt > 0 ? filter.InDoubt : null,
        Terms = filter.Terms.Count > 0 ? [.. filter.Terms.Select(term => new ReportTrialTerm(clean(term.Text), term.Rows))] : null,
        Notes = filter.Notes.Count > 0 ? [.. filter.Notes.Select(clean)] : null,
    };

    private ReportTrialEvaluator Of(EvaluatorOutcome one, double? perDay) => new(clean(one.Label), one.Unit)
    {
        Status = one.Status,
        Reason = CleanOrNull(one.Reason),
        Rows = one.Rows,
        InDoubt = one.InDoubt > 0 ? one.InDoubt : null,
        Judged = one.Judged,
        JudgedInDoubt = one.JudgedInDoubt > 0 ? one.JudgedInDoubt : null,
        Groups = one.Groups,
        JudgedBySession = one.JudgedBySession,
        Ungrouped = one.Ungrouped > 0 ? one.Ungrouped : null,
        Filter = one.Filter is { } filter ? Of(filter) : null,
        Variables =
        [
            .. one.Variables.Select(variable => new ReportTrialVariable(clean(variable.Name), CleanOrNull(variable.Path), variable.Rows)
            {
                Empty = variable.Empty > 0 ? variable.Empty : null,
                Fitting = variable.Fitting.Count > 0
                    ? [.. variable.Fitting.Select(column => new ReportTrialColumn(clean(column.Name), column.Rows))]
                    : null,
            }),
        ],
        CallsPerDay = perDay,
        Finding = findingOf(one),
        Lowered = CleanOrNull(one.Lowered),
    };

    private string? CleanOrNull(string? text) => text is null ? null : clean(text);
}
