using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Core.Trials;
using static Arize.TaskLint.Core.Trials.OutcomeTexts;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Judges the trial of a task, once all rows were seen.</summary>
internal sealed class TrialJudge
{
    private readonly TaskTrial trial;
    private readonly ColumnCounts counts;
    private readonly SeenColumns seen;
    private readonly TrialTerms terms;
    private readonly bool isFiltered;
    private readonly bool isCut;
    private readonly bool isBroken;
    private readonly List<Finding> findings = [];
    private IReadOnlyDictionary<string, long>? occurring;
    private TrialReasons? reasons;
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

    /// <summary>What the rows of a dataset lack, so that a missing column may be there; null for spans, and where nothing is lacking.</summary>
    internal SampleGap? Gap { get; init; }

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

    private TrialReasons Reasons => reasons ??= new TrialReasons(trial, seen, terms) { Gap = Gap };

    private TaskDeclaration Task => trial.Task;

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
            Filter = OutcomeTexts.OutcomeOf(trial.Filter, Occurring, Reasons.Noun),
            Named = [.. trial.Named.Select(one => OutcomeTexts.OutcomeOf(one, Occurring, Reasons.Noun, LetterOf(one))!)],
            SamplingRate = trial.SamplingRate,
            IsRateUnknown = trial.IsRateUnknown || trial.SamplingRate is not (null or (>= 0 and <= 1)),
            IsOfCode = Task.Type == TaskTypes.CodeEvaluation,
            Expression = trial.Expression,
            TimedRows = trial.TimedRows,
            IsContinuous = trial.IsContinuous,
            From = trial.From,
            To = trial.To,
        };
        // Said once for all tasks.
        if (trial.Rows == 0)
            return outcome with { Status = TrialStatus.Undetermined, Reason = $"the sample has no {Reasons.Noun}s" };
        if (trial.Selected == 0 && Reasons.OfOtherExport(trial.Filter) is { } lacking)
            return Undetermined(outcome, lacking);
        if (trial.Selected == 0)
            return SelectsNothing(outcome);
        if (outcome.Selected == 0)
            return Undetermined(outcome, Reasons.WhyInDoubt());
        if (trial.Evaluators.Count == 0 && Task.IsPartial && !Task[TaskFields.Evaluators].IsGiven)
            return Undetermined(outcome, "the declaration is partial and names no evaluator; compare with the live task (--live) to know them");
        if (trial.Evaluators.Count == 0)
            return outcome with { Status = TrialStatus.JudgesNothing };
        var judgedEvaluators = evaluators.Select(one => Judge(one.Trial, one.Outcome)).ToList();
        var status = judgedEvaluators.Select(one => one.Status).Append(TrialStatus.Judges).Max();
        if (trial.SamplingRate == 0 && status < TrialStatus.JudgesNothing)
            status = TrialStatus.JudgesNothing;
        return outcome with { Evaluators = judgedEvaluators, Status = status };
    }

    private static string? LetterOf(TrialFilter filter) => filter.Declared.Field.Path.Parent?.Key;

    private TaskOutcome Undetermined(TaskOutcome outcome, string reason)
    {
        var place = trial.Filter is { } filter && filter.Declared.Field.Head.IsKnown ? filter.Declared.Field.Head : Task.Place;
        var path = trial.Filter?.Declared.Path;
        outcome = outcome with { Status = TrialStatus.Undetermined, Reason = reason };
        findings.Add(Determined.Rule.Report(Task, place, path, $"what the task would judge is not known: {reason}") with { Trial = outcome });
        return outcome;
    }

    private TaskOutcome SelectsNothing(TaskOutcome outcome)
    {
        outcome = outcome with { Status = TrialStatus.SelectsNothing };
        var filter = trial.Filter ?? (trial.Named.Count > 0 ? trial.Named[0] : null);
        var cause = filter is null ? null : CauseOf(filter, Occurring, Reasons.Noun);
        var place = filter is null ? Place.None
            : cause is { } part ? filter.Declared.PlaceOf(part.Start, part.End)
            : filter.Declared.Field.Head;
        var why = cause is { Text.Length: > 0 } known ? $": {known.Text}" : "";
        return Add(
            TaskSelects.Rule, place, filter?.Declared.Path, $"the task selects none of the {Reasons.Rows(trial.Rows)} of the sample{why}", outcome);
    }

    private EvaluatorOutcome Judge(EvaluatorTrial one, EvaluatorOutcome outcome)
    {
        if ((one.Unknown ?? Reasons.WhyUnknown(one)) is { } unknown)
            return Undetermined(one, outcome, unknown);
        if (one.Rows == 0)
            return JudgesNothing(one, outcome, WhyNoneReaches(one), one.Filter);
        if (one.MostJudged == 0)
            return JudgesNothing(one, outcome, null, null);
        if (one.Judged == 0 && TrialReasons.Unmapped(one) is { } unmapped)
            return MayJudgeNothing(one, outcome, unmapped);
        // Of what is in doubt, nothing is claimed.
        if (one.LeastShareDropped <= terms.MaxDropped)
            return outcome;
        outcome = outcome with { Status = TrialStatus.Drops };
        var worst = one.Variables.Where(IsTried).OrderBy(variable => variable.Present - variable.PresentEmpty).First();
        var dropped = RangeOf(one.Dropped, one.DroppedInDoubt);
        var (least, most) = (Percent(one.Dropped, one.Dropped + one.MostJudged), Percent(one.Dropped + one.DroppedInDoubt, one.Rows));
        var percent = least == most ? least : $"{least} to {most}";
        var why = one.DroppedInDoubt == 0 || one.InDoubt > 0 || worst.PresentEmpty == 0 ? ""
            : $"; it is empty on {Reasons.Rows(worst.PresentEmpty)}, and whether the server drops them is not documented";
        return Add(RowsAreKept.Rule, PlaceOf(one, worst), worst.Path ?? one.Declared.Evaluator.Field.Path,
            $"'{one.Label}' would drop {dropped} of {Reasons.Reaching(one, "selected ")} ({percent} %), {Lacks(one, worst, isAll: false)}{why}",
            outcome, one);
    }

    private static string RangeOf(long least, long more) => more == 0 ? Number(least) : $"{Number(least)} to {Number(least + more)}";

    private static bool IsTried(VariableTrial variable) => variable is { IsUnknown: false, IsUnmapped: false, IsLeftOver: false };

    // Either the server drops a row for a variable without mapping, or the judge gets nothing for it and answers all the same.
    private EvaluatorOutcome MayJudgeNothing(EvaluatorTrial one, EvaluatorOutcome outcome, VariableTrial variable)
    {
        var why = variable.Column is null
            ? $"whether the server drops such {Reasons.Noun}s, or the judge gets an empty value, is not documented"
            : $"whether a column of the same name is used is not documented";
        return Add(EvaluatorJudges.Rule, PlaceOf(one, variable), one.Declared.Evaluator.Field.Path,
            $"'{one.Label}' may judge none of the {Reasons.Reaching(one, "selected ")}: its variable '{Excerpt.Of(variable.Name)}' has no mapping",
            outcome with { Status = TrialStatus.JudgesNothing }, one, why);
    }

    private EvaluatorOutcome Undetermined(EvaluatorTrial one, EvaluatorOutcome outcome, string reason)
    {
        var field = one.Declared.Evaluator.Field;
        outcome = outcome with { Status = TrialStatus.Undetermined, Reason = reason };
        var finding = Determined.Rule.Report(
            Task, field.Head.IsKnown ? field.Head : Task.Place, field.Path, $"what '{one.Label}' would judge is not known: {reason}");
        findings.Add(finding with { Trial = outcome });
        return outcome;
    }

    private EvaluatorOutcome JudgesNothing(EvaluatorTrial one, EvaluatorOutcome outcome, string? why, TrialFilter? filter)
    {
        outcome = outcome with { Status = TrialStatus.JudgesNothing };
        var reason = one.Declared.Evaluator.Field;
        if (why is not null)
        {
            var cause = filter is null ? null : CauseOf(filter, Occurring, Reasons.Noun);
            var at = filter is null ? reason.Head
                : cause is { } part ? filter.Declared.PlaceOf(part.Start, part.End)
                : filter.Declared.Field.Head;
            var more = cause is { Text.Length: > 0 } known ? $": {known.Text}" : "";
            return Add(
                EvaluatorJudges.Rule, at, filter?.Declared.Path ?? reason.Path, $"'{one.Label}' would judge nothing: {why}{more}", outcome, one);
        }

        // Several may lack their values by turns, so that no row has all.
        var lacking = one.Variables.Where(IsTried).OrderBy(variable => variable.Present).ToList();
        var worst = lacking[0];
        var counts = lacking.Select(variable => $"'{Excerpt.Of(variable.Name)}' ({Number(variable.Present)})");
        var text = worst.Present == 0
            ? Lacks(one, worst, isAll: true)
            : $"each has a value for some of its variables, and none for all: {string.Join(", ", counts)}";
        return Add(EvaluatorJudges.Rule, PlaceOf(one, worst), worst.Path ?? reason.Path,
            $"'{one.Label}' would judge none of the {Reasons.Reaching(one, "selected ")}: {text}", outcome, one);
    }

    private string WhyNoneReaches(EvaluatorTrial one)
    {
        if (one is GroupEvaluatorTrial group)
        {
            var id = one.Scope == EvaluatorScope.Trace ? TrialReasons.TraceId : TrialReasons.SessionId;
            if (group.Groups == 0)
                return $"it judges {Reasons.Units(one, 2)}, and no span of the sample has '{id}'";
            return trial.Named.Count > 0
                ? $"none of the {Number(group.Groups)} {Reasons.Units(one, 2)} of the sample fits the task's 'expression'"
                : $"no selected span has '{id}', so it is in no {Reasons.Units(one, 1)}";
        }

        return $"its own filter selects none of the {Reasons.Rows(trial.Selected)} that the task selects";
    }

    private string Lacks(EvaluatorTrial one, VariableTrial variable, bool isAll)
    {
        var name = Excerpt.Of(variable.Name);
        var path = Excerpt.Of(variable.ShownColumn!);
        var instead = Reasons.Instead(variable);
        // An evaluator of traces may find on another span of the trace what this one lacks.
        var scope = isAll && !one.IsScopeKnown && variable.IsAnywhere && trial.IsOfSpans
            ? "; it is taken to judge single spans, as its scope is not known without the live side"
            : "";
        return isAll ? $"'{name}' is mapped to '{path}', which none of them has{instead}{scope}" : $"which lack '{path}' for '{name}'{instead}";
    }

    private static Place PlaceOf(EvaluatorTrial one, VariableTrial variable) =>
        variable.Node is { Place.IsKnown: true } node ? node.Place
        : one.Declared.ColumnMappings is { Head.IsKnown: true } mappings ? mappings.Head
        : one.Declared.Evaluator.Field.Head;

    private T Add<T>(TrialRule rule, Place place, FieldPath? path, string message, T subject, EvaluatorTrial? one = null, string? doubt = null)
        where T : TrialSubject
    {
        var why = doubt ?? WhyLowered(one);
        var lowered = rule.DefaultSeverity > Severity.Warning ? why : null;
        subject = subject with { Lowered = lowered, IsMild = why is not null };
        var note = lowered is null ? "" : $" (a warning, as {lowered})";
        findings.Add(rule.Report(Task, place.IsKnown ? place : Task.Place, path, message + note, subject));
        return subject;
    }

    private string? WhyLowered(EvaluatorTrial? one) => trial.Rows < TryCheck.LeastRows ? $"the sample has {Reasons.Rows(trial.Rows)}"
        : trial is { DoubtfulProject: { } label, ShownProject: { } project }
            ? $"it is not known here whether '{Excerpt.Of(label)}' is the task's project, '{Excerpt.Of(project)}'"
        : isFiltered ? "the sample was exported with a filter"
        : isBroken ? "the sample is not read as a whole"
        : one is { Rows: 0 } && trial.Selected < TryCheck.LeastRows ? $"the task selects {Reasons.Rows(trial.Selected)} of the sample"
        : one is { Rows: > 0 and < TryCheck.LeastRows }
            ? $"only {Number(one.Rows)} {Reasons.Units(one, one.Rows)} of the sample reach{(one.Rows == 1 ? "es" : "")} it"
        : one is GroupEvaluatorTrial && isCut ? "the sample may be cut short, and traces with it"
        : null;

    private EvaluatorOutcome OutcomeOf(EvaluatorTrial one) => new(one.Label, Reasons.UnitOf(one))
    {
        Reason = one.Unknown,
        Rows = one.Rows,
        InDoubt = one.InDoubt,
        // Where a mapping is not known, no row is known to be judged.
        Judged = one.Unknown is null ? one.Judged : 0,
        JudgedInDoubt = one.Unknown is null ? one.JudgedInDoubt : one.MostJudged,
        IsScopeKnown = one.IsScopeKnown,
        JudgedBySession = (one as GroupEvaluatorTrial)?.BySession?.Judged,
        Groups = (one as GroupEvaluatorTrial)?.Groups,
        Ungrouped = (one as GroupEvaluatorTrial)?.SelectedOutside ?? 0,
        Filter = OutcomeTexts.OutcomeOf(one.Filter, Occurring, Reasons.Noun),
        Variables =
        [
            .. one.Variables.Select(variable => new VariableOutcome(
                Excerpt.Of(variable.Name),
                variable.ShownColumn is { } path ? Excerpt.Of(path) : null,
                variable.IsUnknown || (variable.IsUnmapped && variable.Column is not null) ? null : variable.Present)
            {
                Empty = variable.PresentEmpty,
                Fitting = variable.Column is { } column && !variable.IsUnknown && variable.Present < one.Rows
                    ? FittingColumns.Of(column, variable.Name, variable.OfLacking, seen)
                    : [],
            }),
        ],
    };

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
