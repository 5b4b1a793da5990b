using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>
/// A task as a team declares it, whatever language it was declared in; a live task is read into the same form, so that rules can look at both.
/// </summary>
public sealed class TaskDeclaration
{
    private object? kept;
    private HashSet<FieldSpec>? misspelt;
    private HashSet<(ObjectSpec, FieldPath Around, string Name)>? misspeltAt;

    /// <summary>Puts the typed view on a task's mapping.</summary>
    /// <param name="view">The task's fields.</param>
    /// <param name="document">The document that the task stands in.</param>
    /// <param name="problems">What reading the task found.</param>
    /// <param name="isPartial">Whether the task counts as partial though it does not say so: a live task under a partial declaration.</param>
    public TaskDeclaration(ObjectView view, DocumentScope? document = null, IReadOnlyList<Problem>? problems = null, bool isPartial = false)
    {
        View = view;
        Document = document;
        Problems = problems ?? [];
        foreach (var problem in Problems)
            problem.Task = this;
        Type = this[TaskFields.Type].EnumWord switch
        {
            TaskEnums.Template => TaskTypes.TemplateEvaluation,
            TaskEnums.Code => TaskTypes.CodeEvaluation,
            TaskEnums.Experiment => TaskTypes.RunExperiment,
            _ => TaskTypes.None,
        };
        IsPartial = isPartial || this[TaskFields.Partial] is { IsUncertain: true } or { Boolean: true };
        DataSource = FindDataSource();
    }

    /// <summary>The task's fields.</summary>
    public ObjectView View { get; }

    /// <summary>Whether it is a live task: the API may write an empty value where none is set.</summary>
    internal bool IsLive { get; init; }

    /// <summary>What reading the task found.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The matchers that stand for values.</summary>
    internal IReadOnlyList<DeclaredMatcher> Matchers { get; init; } = [];

    /// <summary>The document that the task stands in, or null.</summary>
    public DocumentScope? Document { get; }

    /// <summary>A field of the task.</summary>
    public FieldValue this[FieldSpec field] => View[field];

    /// <summary>The name, or null where it is not known.</summary>
    public string? Name => this[TaskFields.Name].Text;

    /// <summary>The ID, or null where there is none or it is not known.</summary>
    public string? Id => this[TaskFields.Id].Text;

    /// <summary>The type, or <see cref="TaskTypes.None"/> where it is not known.</summary>
    public TaskTypes Type { get; }

    /// <summary>Whether the type is known to be an evaluation.</summary>
    public bool IsEvaluation => (Type & TaskTypes.Evaluation) != 0;

    /// <summary>Whether the type is known to be a run_experiment.</summary>
    public bool IsRunExperiment => Type == TaskTypes.RunExperiment;

    /// <summary>Whether the declaration guards only what it names; also true where that is not known, so that no rule guesses.</summary>
    public bool IsPartial { get; }

    public Reference Project => View.Reference(TaskFields.ProjectId, TaskFields.Project);

    public Reference Dataset => View.Reference(TaskFields.DatasetId, TaskFields.Dataset);

    /// <summary>What the task reads from: a project, a dataset, both (a mistake) or neither; null where that is not known.</summary>
    public DataSources? DataSource { get; }

    /// <summary>Whether it is known that the task does not read from a project.</summary>
    public bool IsOffProject => DataSource == DataSources.Dataset || (IsRunExperiment && DataSource == DataSources.None);

    /// <summary>The sampling rate: a share, 0 to 1.</summary>
    public FieldValue SamplingRate => this[TaskFields.SamplingRate];

    /// <summary>Whether new spans are judged as they arrive.</summary>
    public FieldValue IsContinuous => this[TaskFields.IsContinuous];

    public FieldValue QueryFilter => this[TaskFields.QueryFilter];

    /// <summary>The filters of the trace and session shape.</summary>
    public FieldValue QueryFilters => this[TaskFields.QueryFilters];

    /// <summary>
    /// Keeps what a layer above reads of the task, so that it is read once for all rules. There is room for one value: of two types, each would be
    /// read again whenever the other was asked for in between.
    /// </summary>
    internal T Kept<T>(Func<TaskDeclaration, T> read)
        where T : class
    {
        if (kept is T value)
            return value;
        kept = value = read(this);
        return value;
    }

    /// <summary>Whether a filter chooses what is judged: one of the task or one of each evaluator; also true where that is not known.</summary>
    public bool MayBeFiltered =>
        SaysFilter(QueryFilter) || (QueryFilters.IsGiven && NamedFilters.Of(this) is not { Ids.Count: 0 }) || Evaluators.IsUncertain
            || (EvaluatorList.Any() && EvaluatorList.All(evaluator => SaysFilter(evaluator.QueryFilter)));

    /// <summary>The experiments, by ID or name.</summary>
    public Reference Experiments => View.Reference(TaskFields.ExperimentIds, TaskFields.Experiments);

    /// <summary>The evaluators, as a field.</summary>
    public FieldValue Evaluators => this[TaskFields.Evaluators];

    /// <summary>The evaluators that could be read.</summary>
    public IEnumerable<EvaluatorDeclaration> EvaluatorList => Evaluators.Objects.Select(view => new EvaluatorDeclaration(view));

    public FieldValue RunConfigurationField => this[TaskFields.RunConfiguration];

    /// <summary>
    /// The run configuration of a run_experiment task; null where there is none, or it is not known, or the task is of another type.
    /// </summary>
    public RunConfigurationDeclaration? RunConfiguration =>
        IsRunExperiment && RunConfigurationField is { IsGiven: true, Object: { } view } ? new RunConfigurationDeclaration(view) : null;

    /// <summary>
    /// Whether an unknown field beside it looks like a misspelt form of one of these fields, so that they are hardly missing: one slip, one
    /// finding.
    /// </summary>
    public bool HasMisspelt(params FieldSpec[] fields)
    {
        if (Problems.Count == 0)
            return false;
        misspelt ??=
        [
            .. Problems.OfType<UnknownField>()
                .Where(unknown => unknown.Nearest is not null)
                .Select(unknown => unknown.Spec.Find(unknown.Nearest!)!),
        ];
        return misspelt.Overlaps(fields);
    }

    /// <summary>Whether an unknown field of one mapping looks like a misspelt form of a field.</summary>
    /// <param name="spec">The mapping's table.</param>
    /// <param name="around">The mapping's path.</param>
    /// <param name="name">The field's name.</param>
    internal bool HasMisspeltAt(ObjectSpec spec, FieldPath around, string name)
    {
        misspeltAt ??= [.. Problems.OfType<UnknownField>().Where(unknown => unknown.Nearest is not null)
            .Select(unknown => (unknown.Spec, unknown.Path.Parent!, unknown.Nearest!))];
        return misspeltAt.Contains((spec, around, name));
    }

    /// <summary>Where a message about the task as a whole points: its name, or else its first key.</summary>
    public Place Place => this[TaskFields.Name] is { Key: not null } name ? name.Head : View.Place;

    /// <summary>Whether a place lies beside what is written for this task alone: in an anchor that others may share.</summary>
    internal bool IsOutside(Place place) =>
        Document is not { IsCode: true } && View.Node.Place is { IsKnown: true } own
            && place.File == own.File && (place.Start < own.Start || place.End > own.End);

    /// <summary>The name as results show it, or null.</summary>
    public string? ShownName => this[TaskFields.Name].ShownText;

    /// <summary>The ID as results show it, or null.</summary>
    public string? ShownId => this[TaskFields.Id].ShownText;

    /// <summary>What the task is called in results: its name, or its ID, or null.</summary>
    public string? Label => ShownName ?? ShownId;

    private static bool SaysFilter(FieldValue filter) => filter.IsGiven && !(filter.IsKnown && string.IsNullOrWhiteSpace(filter.Text));

    private DataSources? FindDataSource()
    {
        if (Project.IsUncertain || Dataset.IsUncertain)
            return null;
        return (Project.IsGiven ? DataSources.Project : DataSources.None) | (Dataset.IsGiven ? DataSources.Dataset : DataSources.None);
    }
}
