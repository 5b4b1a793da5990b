using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Core.Trials;
using static Arize.TaskLint.Core.Trials.OutcomeTexts;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Judges the trial of a task, once all rows were seen.</summary>
internal sealed class TrialJudge
{
    private const string TraceId = "context.trace_id", SessionId = "attributes.session.id";

    private readonly TaskTrial trial;
    private readonly ColumnCounts counts;
    private readonly SeenColumns seen;
    private readonly TrialTerms terms;
    private readonly bool isFiltered;
    private readonly bool isCut;
    private readonly bool isBroken;
    private readonly List<Finding> findings = [];
    private IReadOnlyDictionary<string, long>? occurring;
    private (TaskOutcome Outcome, bool IsDone)? judged;

    /// <param name="counts">The columns of all rows of the sample.</param>
    /// <param name="seen">The names of the columns.</param>
    /// <param name="isFiltered">Whether the sample is known to be exported with a filter.</param>
    /// <param name="isCut">Whether the sample may be cut short.</param>
    /// <param name="isBroken">Whether a part of the sample could not be read.</param>
    internal TrialJudge(TaskTrial trial, ColumnCounts counts, SeenColumns seen, TrialTerms terms, bool isFiltered, bool isCut, bool isBroken) =>
        (this.trial, this.counts, this.seen, this.terms, this.isFiltered, this.isCut, this.isBroken) =
            (trial, counts, seen, terms, isFiltered, isCut, isBroken);

    /// <summary>Why no row is of the task's project; null where some is, or the sample does not say.</summary>
    internal string? NotOfProject { get; init; }

    /// <summary>What came of it.</summary>
    internal TaskOutcome Outcome => Judged();

    /// <summary>What is to be said of it.</summary>
    internal IReadOnlyList<Finding> Findings
    {
        get
        {
            Judged();
            return findings;
        }
    }

    private string Noun => trial.IsOfSpans ? "span" : "row";

    private TaskDeclaration Task => trial.Task;

    private string Rows(long count) => $"{Number(count)} {Noun}{(count == 1 ? "" : "s")}";

    private TaskOutcome Judged()
    {
        if (judged is { } done)
            return done.Outcome;
        var outcome = Judge();
        judged = (outcome, true);
        return outcome;
    }

    private TaskOutcome Judge()
    {
        if ((trial.NotTried ?? NotOfProject) is { } notTried)
            return new TaskOutcome(Task, TrialStatus.NotTried) { Reason = notTried, IsOfSpans = trial.IsOfSpans };
        if (trial.Unknown is { } unknown)
            return Undetermined(new TaskOutcome(Task, TrialStatus.Undetermined) { IsOfSpans = trial.IsOfSpans }, unknown);
        var evaluators = trial.Evaluators.Select(one => (Trial: one, Outcome: OutcomeOf(one))).ToList();
        var outcome = new TaskOutcome(Task, TrialStatus.Judges)
        {
            IsOfSpans = trial.IsOfSpans,
            Rows = trial.Rows,
            Selected = trial.Selected - trial.InDoubt - trial.Undetermined,
            InDoubt = trial.InDoubt + trial.Undetermined,
            SelectedAtBase = trial.AtBase is { NotTried: null, Unknown: null, InDoubt: 0, Undetermined: 0 } before ? before.Selected : null,
            Filter = OutcomeTexts.OutcomeOf(trial.Filter, Occurring, Noun),
            Named = [.. trial.Named.Select(one => OutcomeTexts.OutcomeOf(one, Occurring, Noun, LetterOf(one))!)],
            SamplingRate = trial.SamplingRate,
            IsRateUnknown = trial.IsRateUnknown,
            IsContinuous = trial.IsContinuous,
            From = trial.From,
            To = trial.To,
        };
        // Said once for all tasks.
        if (trial.Rows == 0)
            return outcome with { Status = TrialStatus.Undetermined, Reason = $"the sample has no {Noun}s" };
        if (trial.Selected == 0)
            return SelectsNothing(outcome);
        if (outcome.Selected == 0)
            return Undetermined(outcome, WhyInDoubt());
        var judgedEvaluators = evaluators.Select(one => Judge(one.Trial, one.Outcome)).ToList();
        var status = judgedEvaluators.Select(one => one.Status).Append(TrialStatus.Judges).Max();
        if (trial.SamplingRate == 0 && status < TrialStatus.JudgesNothing)
            status = TrialStatus.JudgesNothing;
        return outcome with { Evaluators = judgedEvaluators, Status = status };
    }

    private string Reaching(EvaluatorTrial one, string which = "") =>
        $"{(one.InDoubt > 0 ? $"{Number(one.Rows - one.InDoubt)} to " : "")}{Number(one.Rows)} {which}{Units(one, one.Rows)}";

    private static string? LetterOf(TrialFilter filter) => filter.Declared.Field.Path.Parent?.Key;

    private TaskOutcome Undetermined(TaskOutcome outcome, string reason)
    {
        var place = trial.Filter is { } filter && filter.Declared.Field.Head.IsKnown ? filter.Declared.Field.Head : Task.Place;
        var path = trial.Filter?.Declared.Path;
        outcome = outcome with { Status = TrialStatus.Undetermined, Reason = reason };
        findings.Add(Determined.Rule.Report(Task, place, path, $"what the task would judge is not known: {reason}") with { Trial = outcome });
        return outcome;
    }

    private string WhyInDoubt()
    {
        if (trial.Filters.Any(one => one.Tally.Evaluator.Undetermined.Count > 0))
            return WhyInDoubt(trial.Filters);
        return $"whether it selects {Number(trial.Selected)} of {Rows(trial.Rows)} or none {WhyInDoubt(trial.Filters, "depends")}";
    }

    private static string WhyInDoubt(IReadOnlyList<TrialFilter> filters, string word = "it depends")
    {
        if (filters.SelectMany(one => one.Tally.Evaluator.Undetermined.Select(part => (one, part))).FirstOrDefault() is (not null, _) found)
        {
            var text = found.one.IsFilled ? "" : $", {Excerpt.Of(found.one.Declared.Text.Slice(found.part.Start, found.part.End))}";
            return $"its filter has {found.part.Reason}{text}, which this tool cannot evaluate";
        }

        var doubts = string.Join(", ", filters.Select(one => OutcomeTexts.Of(one.Tally.Doubts)).Where(text => text.Length > 0).Distinct());
        return doubts.Length > 0 ? $"{word} on what is not documented: {doubts}" : $"{word} on what cannot be evaluated";
    }

    private TaskOutcome SelectsNothing(TaskOutcome outcome)
    {
        outcome = outcome with { Status = TrialStatus.SelectsNothing };
        var filter = trial.Filter ?? (trial.Named.Count > 0 ? trial.Named[0] : null);
        var cause = filter is null ? null : CauseOf(filter, Occurring, Noun);
        var place = filter is null ? Place.None
            : cause is { } part ? filter.Declared.PlaceOf(part.Start, part.End)
            : filter.Declared.Field.Head;
        var why = cause is { Text.Length: > 0 } known ? $": {known.Text}" : "";
        Add(TaskSelects.Rule, place, filter?.Declared.Path, $"the task selects none of the {Rows(trial.Rows)} of the sample{why}", outcome,
            isCut: false);
        return outcome;
    }

    private EvaluatorOutcome Judge(EvaluatorTrial one, EvaluatorOutcome outcome)
    {
        if ((one.Unknown ?? WhyUnknown(one)) is { } unknown)
            return Undetermined(one, outcome, unknown);
        var isGroup = one is GroupEvaluatorTrial;
        if (one.Rows == 0)
            return JudgesNothing(one, outcome, WhyNoneReaches(one), one.Filter);
        if (one.MostJudged == 0)
            return JudgesNothing(one, outcome, null, null);
        if (one is GroupEvaluatorTrial { IsScopeKnown: true, Scope: EvaluatorScope.Session } sessions
            && sessions.SelectedOutside > sessions.SelectedRows * terms.MaxDropped && one.LeastShareDropped <= terms.MaxDropped)
        {
            outcome = outcome with { Status = TrialStatus.Drops };
            Add(RowsAreKept.Rule, one.Declared.Evaluator.Field.Head, one.Declared.Evaluator.Field.Path,
                $"'{one.Label}' judges sessions, and {Number(sessions.SelectedOutside)} of {Number(sessions.SelectedRows)} selected {Noun}s "
                    + $"({Percent(sessions.SelectedOutside, sessions.SelectedRows)} %) are in none: they lack '{SessionId}'",
                outcome, isGroup);
            return outcome;
        }

        // Of what is in doubt, nothing is claimed.
        if (one.LeastShareDropped <= terms.MaxDropped || (isGroup && !one.IsScopeKnown))
            return outcome;
        var (certain, kept) = (one.Judged + one.Dropped, one.Judged);
        outcome = outcome with { Status = TrialStatus.Drops };
        var worst = one.Variables.Where(variable => !variable.IsUnknown).OrderBy(variable => variable.Present).First();
        Add(RowsAreKept.Rule, PlaceOf(one, worst), worst.Path ?? one.Declared.Evaluator.Field.Path,
            $"'{one.Label}' would drop {Number(certain - kept)} of {Number(certain)} selected {Units(one, certain)} "
                + $"({Percent(certain - kept, certain)} %), {Lacks(one, worst, isAll: false)}",
            outcome, isGroup);
        return outcome;
    }

    private EvaluatorOutcome Undetermined(EvaluatorTrial one, EvaluatorOutcome outcome, string reason)
    {
        var field = one.Declared.Evaluator.Field;
        outcome = outcome with { Status = TrialStatus.Undetermined, Unknown = reason };
        var finding = Determined.Rule.Report(
            Task, field.Head.IsKnown ? field.Head : Task.Place, field.Path, $"what '{one.Label}' would judge is not known: {reason}");
        findings.Add(finding with { Trial = outcome });
        return outcome;
    }

    private string? WhyUnknown(EvaluatorTrial one)
    {
        if (one is GroupEvaluatorTrial { Scope: EvaluatorScope.Trace, Groups: 0 })
            return $"it judges traces, and no span of the sample has '{TraceId}'";
        // A session has the spans of several traces. What no span at all has, it does not have either.
        var lacksAnywhere = one.Rows > 0 && one.Variables.Any(variable => !variable.IsUnknown && !variable.IsAnywhere);
        if (one is GroupEvaluatorTrial && !one.IsScopeKnown && one.MostJudged == 0 && !lacksAnywhere)
            return "by traces it would judge none, and whether it judges traces or sessions is not known without the live side";
        if (one.MostJudged == 0)
            return null;
        var isUndecided = one.LeastShareDropped <= terms.MaxDropped && one.MostShareDropped > terms.MaxDropped;
        if (one.Judged > 0 && !isUndecided)
            return null;
        var judging = $"it would judge {Number(one.Judged)} to {Number(one.MostJudged)} of {Reaching(one)}";
        if (one.Variables.FirstOrDefault(variable => variable.InDoubt > 0 && one.InDoubt == 0) is { } doubtful)
        {
            return $"{judging}; '{Excerpt.Of(doubtful.Name)}' is mapped to '{Excerpt.Of(doubtful.ShownColumn!)}', which is an object, and whether a "
                + $"template takes one is not documented{Instead(doubtful)}";
        }

        var filters = one.Filter is { } own ? trial.Filters.Prepend(own) : trial.Filters;
        return $"{judging}; {WhyInDoubt([.. filters])}";
    }

    private EvaluatorOutcome JudgesNothing(EvaluatorTrial one, EvaluatorOutcome outcome, string? why, TrialFilter? filter)
    {
        outcome = outcome with { Status = TrialStatus.JudgesNothing };
        var reason = one.Declared.Evaluator.Field;
        if (why is not null)
        {
            var cause = filter is null ? null : CauseOf(filter, Occurring, Noun);
            var at = filter is null ? reason.Head
                : cause is { } part ? filter.Declared.PlaceOf(part.Start, part.End)
                : filter.Declared.Field.Head;
            var more = cause is { Text.Length: > 0 } known ? $": {known.Text}" : "";
            Add(EvaluatorJudges.Rule, at, filter?.Declared.Path ?? reason.Path, $"'{one.Label}' would judge nothing: {why}{more}", outcome,
                one is GroupEvaluatorTrial);
            return outcome;
        }

        // Several may lack their values by turns, so that no row has all.
        var lacking = one.Variables.Where(variable => !variable.IsUnknown).OrderBy(variable => variable.Present).ToList();
        var worst = lacking[0];
        var counts = lacking.Select(variable => $"'{Excerpt.Of(variable.Name)}' ({Number(variable.Present)})");
        var text = worst.Present == 0
            ? Lacks(one, worst, isAll: true)
            : $"each has a value for some of its variables, and none for all: {string.Join(", ", counts)}";
        Add(EvaluatorJudges.Rule, PlaceOf(one, worst), worst.Path ?? reason.Path,
            $"'{one.Label}' would judge none of the {Reaching(one, "selected ")}: {text}", outcome, one is GroupEvaluatorTrial);
        return outcome;
    }

    private string WhyNoneReaches(EvaluatorTrial one)
    {
        if (one is GroupEvaluatorTrial group)
        {
            var id = one.Scope == EvaluatorScope.Trace ? TraceId : SessionId;
            if (group.Groups == 0)
                return $"it judges {Units(one, 2)}, and no span of the sample has '{id}'";
            return trial.Named.Count > 0
                ? $"none of the {Number(group.Groups)} {Units(one, 2)} of the sample fits the task's 'expression'"
                : $"no selected span has '{id}', so it is in no {Units(one, 1)}";
        }

        return $"its own filter selects none of the {Rows(trial.Selected)} that the task selects";
    }

    private string Lacks(EvaluatorTrial one, VariableTrial variable, bool isAll)
    {
        var name = Excerpt.Of(variable.Name);
        if (variable.Column is null)
            return $"its variable '{name}' has no mapping";
        var path = Excerpt.Of(variable.ShownColumn!);
        var instead = Instead(variable);
        // An evaluator of traces may find on another span of the trace what this one lacks.
        var scope = isAll && !one.IsScopeKnown && variable.IsAnywhere && trial.IsOfSpans
            ? "; it is taken to judge single spans, as its scope is not known without the live side"
            : "";
        return isAll ? $"'{name}' is mapped to '{path}', which none of them has{instead}{scope}" : $"which lack '{path}' for '{name}'{instead}";
    }

    private string Instead(VariableTrial variable)
    {
        var fitting = FittingColumns.Of(variable.Column!, variable.Name, variable.OfLacking, seen);
        return fitting.Count == 0 ? ""
            : $"; these {Noun}s have {string.Join(", ", fitting.Select(column => $"'{Excerpt.Of(column.Name)}' ({Number(column.Rows)})"))}";
    }

    private static Place PlaceOf(EvaluatorTrial one, VariableTrial variable) =>
        variable.Node is { Place.IsKnown: true } node ? node.Place
        : one.Declared.ColumnMappings is { Head.IsKnown: true } mappings ? mappings.Head
        : one.Declared.Evaluator.Field.Head;

    private void Add(TrialRule rule, Place place, FieldPath? path, string message, TrialSubject subject, bool isCut)
    {
        var weak = trial.Rows < TryCheck.LeastRows ? $"the sample has {Rows(trial.Rows)}"
            : isFiltered ? "the sample was exported with a filter"
            : isBroken ? "the sample is not read as a whole"
            : isCut && this.isCut ? "the sample may be cut short, and traces with it"
            : null;
        var note = weak is null || rule.DefaultSeverity <= Severity.Warning ? "" : $" (a warning, as {weak})";
        findings.Add(rule.Report(Task, place.IsKnown ? place : Task.Place, path, message + note, subject, weak is not null));
    }

    private EvaluatorOutcome OutcomeOf(EvaluatorTrial one) => new(one.Label, UnitOf(one))
    {
        Unknown = one.Unknown,
        Rows = one.Rows,
        InDoubt = one.InDoubt,
        Judged = one.Judged,
        JudgedInDoubt = one.JudgedInDoubt,
        Groups = (one as GroupEvaluatorTrial)?.Groups,
        Ungrouped = (one as GroupEvaluatorTrial)?.SelectedOutside ?? 0,
        Filter = OutcomeTexts.OutcomeOf(one.Filter, Occurring, Noun),
        Variables =
        [
            .. one.Variables.Select(variable => new VariableOutcome(
                Excerpt.Of(variable.Name), variable.ShownColumn is { } path ? Excerpt.Of(path) : null, variable.IsUnknown ? null : variable.Present)
            {
                Fitting = variable.Column is { } column && !variable.IsUnknown && variable.Present < one.Rows
                    ? FittingColumns.Of(column, variable.Name, variable.OfLacking, seen)
                    : [],
            }),
        ],
    };

    private TrialUnit UnitOf(EvaluatorTrial one) => !trial.IsOfSpans ? TrialUnit.Row
        : one.Scope switch
        {
            EvaluatorScope.Trace => TrialUnit.Trace,
            EvaluatorScope.Session => TrialUnit.Session,
            _ => TrialUnit.Span,
        };

    private string Units(EvaluatorTrial one, long count)
    {
        var unit = UnitOf(one) switch
        {
            TrialUnit.Trace => "trace",
            TrialUnit.Session => "session",
            _ => Noun,
        };
        return count == 1 ? unit : unit + "s";
    }

    private IReadOnlyDictionary<string, long> Occurring()
    {
        if (occurring is not null)
            return occurring;
        var all = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < seen.Count; i++)
        {
            if (counts[i] > 0)
                all[seen.NameAt(i)] = counts[i];
        }

        return occurring = all;
    }
}
