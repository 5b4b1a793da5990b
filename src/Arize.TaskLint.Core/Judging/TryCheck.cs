using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Tries declared tasks on the rows of a sample, row by row, and reports those that would judge nothing.</summary>
public sealed class TryCheck
{
    /// <summary>From how many rows on a sample is enough for an error.</summary>
    public const int LeastRows = 20;

    private readonly List<TaskTrial> trials = [];
    private readonly ColumnCounts ofSpans = new();
    private readonly ColumnCounts ofRuns = new();
    // Before there was tracing of this kind; and what clocks and zones may differ by.
    private static readonly DateTimeOffset Earliest = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    private readonly int startTime;
    private readonly SpanIds ids;
    private readonly DatasetRows datasetRows;
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly TrialProjects projects;
    private readonly ShownNames names;
    private readonly TrialColumns columnsOfSpans;
    private readonly TrialColumns columnsOfRuns;
    private (string? Label, bool IsGiven) ofBatch;

    // The tasks that are tried on the spans of a project, by its label.
    private readonly Dictionary<(string? Label, bool IsGiven), List<TaskTrial>> byLabel = [];

    /// <summary>Makes the tasks ready.</summary>
    /// <param name="cases">The tasks, each with its live side where that is known.</param>
    /// <param name="evaluators">What is known of their evaluators.</param>
    /// <param name="hasSpans">Whether there is a sample of spans.</param>
    /// <param name="hasRuns">Whether there is a sample of runs or examples.</param>
    /// <param name="baseOf">The declaration of a task at the base; null where nothing is compared.</param>
    /// <param name="nameOfProject">The name of a project by its ID, or null; null where the live side lists none.</param>
    public TryCheck(
        IReadOnlyList<(TaskDeclaration Task, LiveAnswer? Live)> cases,
        IReadOnlyList<AttachedEvaluator> evaluators,
        bool hasSpans,
        bool hasRuns,
        Func<TaskDeclaration, TaskDeclaration?>? baseOf = null,
        Func<string, string?>? nameOfProject = null)
    {
        projects = new TrialProjects(nameOfProject);
        names = ShownNames.Of(cases.Select(one => one.Task));
        (columnsOfSpans, columnsOfRuns) = (new TrialColumns(Spans), new TrialColumns(Runs));
        var builder = new TrialBuilder(hasSpans ? columnsOfSpans : null, hasRuns ? columnsOfRuns : null);
        var byTask = evaluators.ToLookup(one => one.Reference.Task);
        foreach (var (task, live) in cases)
        {
            var found = (live as LiveAnswer.Found)?.Task;
            IReadOnlyList<AttachedEvaluator> attached = [.. byTask[task]];
            var atBase = baseOf?.Invoke(task) is { } before ? builder.Of(before, found, attached) : null;
            var trial = builder.Of(task, found, attached, atBase);
            trial.Names = (live as LiveAnswer.Found)?.Names;
            trial.Unread = (live as LiveAnswer.Undetermined)?.Cause;
            trial.ShownProject = trial.Project is { } project ? Shown(project) : null;
            trials.Add(trial);
        }

        startTime = Spans.Ask("start_time");
        ids = new SpanIds(Spans);
        datasetRows = new DatasetRows(Runs);
        (HasSpans, HasRuns, HasBase) = (hasSpans, hasRuns, baseOf is not null);
    }

    /// <summary>The columns of spans whose values are wanted.</summary>
    public AskedColumns Spans { get; } = new();

    /// <summary>The columns of runs and examples whose values are wanted.</summary>
    public AskedColumns Runs { get; } = new(areOfSpans: false);

    /// <summary>The names of the columns of spans.</summary>
    public SeenColumns SeenSpans { get; } = new();

    /// <summary>The names of the columns of runs and examples.</summary>
    public SeenColumns SeenRuns { get; } = new();

    /// <summary>The time of the run. A span of a later day has no time that says anything; null if it is not known.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How many spans were given before, and are not counted again.</summary>
    public long Repeated => ids.Repeated;

    /// <summary>How many spans have a start that is no time of a span, of 1970 or of the future. They are counted, without a time.</summary>
    public long OddTimes { get; private set; }

    /// <summary>When a trial is reported.</summary>
    public TrialTerms Terms { get; init; } = TrialTerms.Default;

    private bool HasSpans { get; }

    private bool HasRuns { get; }

    private bool HasBase { get; }

    /// <summary>The projects that the tasks are on, as they name them, each once.</summary>
    public IReadOnlyList<string> Projects =>
        [.. trials.Where(one => one.NotTried is null).Select(one => one.Project).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A project as outputs may show it: as the declaration writes it, where a variable is in its name or ID.</summary>
    /// <param name="project">Its name or ID.</param>
    public string Shown(string project) => names.Of(project);

    /// <summary>Whether a task is on a project, by its name or ID; null if that is not known.</summary>
    public bool? HasTaskOn(string project)
    {
        bool?[] all = [.. trials.Where(trial => trial is { NotTried: null, IsOfSpans: true }).Select(trial => projects.Of(trial, project))];
        return Array.Exists(all, one => one == true) ? true : Array.Exists(all, one => one is null) ? null : false;
    }

    /// <summary>Tries the tasks on projects on a row.</summary>
    /// <param name="row">The span, which is another one afterwards.</param>
    /// <param name="project">The project that its file is of; null if that is not given.</param>
    public void TakeSpan(ISampleRow row, string? project)
    {
        if (ids.IsRepeated(row, project))
            return;
        var of = (Label: project ?? row.Project, IsGiven: project is not null);
        if (of.Label is not null && labels.Count < SeenColumns.Most)
            labels.Add(of.Label);
        if (columnsOfSpans.IsFull || of != ofBatch)
            columnsOfSpans.Try(TrialsOf(ofBatch.Label, ofBatch.IsGiven));
        ofBatch = of;
        ofSpans.Add(columnsOfSpans.Add(row, TimeOf(row)));
    }

    private DateTimeOffset? TimeOf(ISampleRow row)
    {
        if (TaskTrial.TimeOf(row.Value(startTime)) is not { } time)
            return null;
        if (time >= Earliest && (Now is not { } now || time - now <= MostAhead))
            return time;
        OddTimes++;
        return null;
    }

    private List<TaskTrial> TrialsOf(string? label, bool isGiven)
    {
        if (byLabel.TryGetValue((label, isGiven), out var known))
            return known;
        var found = trials.FindAll(trial => trial.IsOfSpans && IsOf(trial, label, isGiven));
        if (byLabel.Count < SeenColumns.Most)
            byLabel.Add((label, isGiven), found);
        return found;
    }

    /// <summary>Takes a row for the tasks on datasets: a run of an experiment, or an example.</summary>
    public void TakeRun(ISampleRow row) => datasetRows.Add(row);

    private void TryRest()
    {
        columnsOfSpans.Try(TrialsOf(ofBatch.Label, ofBatch.IsGiven));
        var onDatasets = trials.FindAll(trial => !trial.IsOfSpans);
        foreach (var row in datasetRows.Joined())
        {
            if (columnsOfRuns.IsFull)
                columnsOfRuns.Try(onDatasets);
            ofRuns.Add(columnsOfRuns.Add(row, null));
        }

        columnsOfRuns.Try(onDatasets);
    }

    /// <summary>What came of it, and what is to be said of it.</summary>
    /// <param name="files">The files of the sample.</param>
    /// <param name="isFiltered">Whether the sample is known to be exported with a filter.</param>
    public (TrialResult Result, IReadOnlyList<Finding> Findings) Finish(IReadOnlyList<SampleFile> files, bool isFiltered)
    {
        TryRest();
        var findings = new List<Finding>();
        var tasks = new List<TaskOutcome>(trials.Count);
        var isCut = files.Any(file => file.IsOfSpans && (file.Limit is not null || file.HasMore));
        foreach (var trial in trials)
        {
            trial.Finish();
            var isBroken = files.Any(file => file.IsOfSpans == trial.IsOfSpans && file.Unread > 0);
            var (counts, seen) = trial.IsOfSpans ? (ofSpans, SeenSpans) : (ofRuns, SeenRuns);
            var judge = new TrialJudge(trial, counts, seen, Terms, isFiltered, isCut, isBroken)
            {
                NotOfProject = NotOfProject(trial),
                Gap = trial.IsOfSpans ? null : Gap(),
            };
            tasks.Add(UnreadTrial.Judge(trial, judge.Outcome));
            findings.AddRange(judge.Findings);
        }

        if (tasks.Count > 0 && tasks.TrueForAll(task => task.Status == TrialStatus.NotTried))
            findings.Add(Determined.Rule.Report($"no task was tried on the sample: {tasks[0].Reason}"));
        if (tasks.Exists(task => task is { Status: TrialStatus.Undetermined, Rows: 0 } && trials[tasks.IndexOf(task)].Unknown is null))
            findings.Add(Determined.Rule.Report("the sample is empty, so nothing is known of the tasks"));
        return (new TrialResult(files, tasks) { IsFiltered = isFiltered, HasBase = HasBase }, findings);
    }

    private SampleGap? Gap() => datasetRows switch
    {
        { Alone: > 0 } => new SampleGap(
            $"columns of runs and of examples come from two exports; for {OutcomeTexts.Number(datasetRows.Alone)} of "
                + $"{OutcomeTexts.Number(datasetRows.Runs)} runs the sample has no example",
            IsOfSomeRows: true),
        { Examples: 0 } => new SampleGap(
            "columns of runs and of examples come from two exports; the sample has no examples ('ax datasets export')", IsOfSomeRows: false),
        { Runs: 0 } => new SampleGap(
            "columns of runs and of examples come from two exports; the sample has no runs ('ax experiments export')", IsOfSomeRows: false),
        _ => null,
    };

    private string? NotOfProject(TaskTrial trial)
    {
        if (trial is not { IsOfSpans: true, ShownProject: { } project, Rows: 0, NotTried: null, Unknown: null } || labels.Count == 0)
            return null;
        var named = string.Join(", ", labels.Take(3).Select(label => $"'{Excerpt.Of(Shown(label))}'")) + (labels.Count > 3 ? " …" : "");
        return labels.Any(label => projects.Of(trial, label) is null)
            ? $"it is on the project '{Excerpt.Of(project)}', the sample is of {named}, and whether these are one is not known here; "
                + "give the sample the name or ID that the declaration uses, or compare with the live side"
            : $"it is on the project '{Excerpt.Of(project)}', and the sample is of {named}";
    }

    // What a person says of a sample decides between several projects. Of one alone it is taken, and nothing is claimed of it.
    private bool IsOf(TaskTrial trial, string? label, bool isGiven)
    {
        if (label is null)
            return true;
        if (projects.Of(trial, label) is { } isKnown)
            return isKnown;
        if (isGiven && Projects.Count > 1)
            return false;
        trial.DoubtfulProject ??= Shown(label);
        return true;
    }
}
