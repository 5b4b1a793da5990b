using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A task as a team declares it, in whatever language. A live task is read into the same form, so that rules can check both.</summary>
public sealed class TaskDeclaration
{
    private object? kept;
    private HashSet<FieldSpec>? misspelt;
    private HashSet<(ObjectSpec, FieldPath Around, string Name)>? misspeltAt;

    /// <param name="document">The document of the task.</param>
    /// <param name="problems">The problems found while reading the task.</param>
    /// <param name="isPartial">Whether the task is partial even without the field: a live task with a partial declaration.</param>
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

    /// <summary>Whether it is a live task. The API may return an empty value for a field that is not set.</summary>
    internal bool IsLive { get; init; }

    /// <summary>The problems found while reading the task.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The matchers in place of values.</summary>
    internal IReadOnlyList<DeclaredMatcher> Matchers { get; init; } = [];

    /// <summary>The document of the task, or null.</summary>
    public DocumentScope? Document { get; }

    /// <summary>A field of the task.</summary>
    public FieldValue this[FieldSpec field] => View[field];

    /// <summary>The name, or null if it is not known.</summary>
    public string? Name => this[TaskFields.Name].Text;

    /// <summary>The ID; null if there is none or it is not known.</summary>
    public string? Id => this[TaskFields.Id].Text;

    /// <summary>The type; <see cref="TaskTypes.None"/> if it is not known.</summary>
    public TaskTypes Type { get; }

    /// <summary>Whether the type is known to be an evaluation.</summary>
    public bool IsEvaluation => (Type & TaskTypes.Evaluation) != 0;

    /// <summary>Whether the type is known to be a run_experiment.</summary>
    public bool IsRunExperiment => Type == TaskTypes.RunExperiment;

    /// <summary>Whether the declaration guards only what it names; also true if that is not known, so that no rule guesses.</summary>
    public bool IsPartial { get; }

    public Reference Project => View.Reference(TaskFields.ProjectId, TaskFields.Project);

    public Reference Dataset => View.Reference(TaskFields.DatasetId, TaskFields.Dataset);

    /// <summary>The data sources of the task: a project, a dataset, both (a mistake) or neither; null if that is not known.</summary>
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
    /// Caches what a higher layer computes from the task, so that it is computed once for all rules. The cache holds one value: with two types, each
    /// would replace the other.
    /// </summary>
    internal T Kept<T>(Func<TaskDeclaration, T> read)
        where T : class
    {
        if (kept is T value)
            return value;
        kept = value = read(this);
        return value;
    }

    /// <summary>Whether a filter chooses what is judged: one of the task or one of each evaluator; also true if that is not known.</summary>
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
    /// The run configuration of a run_experiment task; null if there is none, if it is not known, or if the task is of another type.
    /// </summary>
    public RunConfigurationDeclaration? RunConfiguration =>
        IsRunExperiment && RunConfigurationField is { IsGiven: true, Object: { } view } ? new RunConfigurationDeclaration(view) : null;

    /// <summary>
    /// Whether an unknown field of the task looks like a misspelling of one of these fields, which are then probably not missing. One mistake has one
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
    internal bool HasMisspeltAt(ObjectSpec spec, FieldPath around, string name)
    {
        misspeltAt ??= [.. Problems.OfType<UnknownField>().Where(unknown => unknown.Nearest is not null)
            .Select(unknown => (unknown.Spec, unknown.Path.Parent!, unknown.Nearest!))];
        return misspeltAt.Contains((spec, around, name));
    }

    /// <summary>The place of a message about the task as a whole: its name, or else its first key.</summary>
    public Place Place => this[TaskFields.Name] is { Key: not null } name ? name.Head : View.Place;

    /// <summary>Whether a place is outside of the text of this task alone: in an anchor that others may share.</summary>
    internal bool IsOutside(Place place) =>
        Document is not { IsCode: true } && View.Node.Place is { IsKnown: true } own
            && place.File == own.File && (place.Start < own.Start || place.End > own.End);

    /// <summary>The name as results show it, or null.</summary>
    public string? ShownName => this[TaskFields.Name].ShownText;

    /// <summary>The ID as results show it, or null.</summary>
    public string? ShownId => this[TaskFields.Id].ShownText;

    /// <summary>The label of the task in results: its name, otherwise its ID, or null.</summary>
    public string? Label => ShownName ?? ShownId;

    private static bool SaysFilter(FieldValue filter) => filter.IsGiven && !(filter.IsKnown && string.IsNullOrWhiteSpace(filter.Text));

    private DataSources? FindDataSource()
    {
        if (Project.IsUncertain || Dataset.IsUncertain)
            return null;
        return (Project.IsGiven ? DataSources.Project : DataSources.None) | (Dataset.IsGiven ? DataSources.Dataset : DataSources.None);
    }
}
