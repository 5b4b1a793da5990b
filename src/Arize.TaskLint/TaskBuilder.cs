using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Declares one task, of whatever type.</summary>
/// <remarks>
/// Every method can be called on a task of every type: what the API does not take there is explained by the analyzer and by <c>tasklint
/// lint</c>. What no method names is unmanaged.
/// </remarks>
public sealed partial class TaskBuilder
{
    private readonly MappingNode mapping;

    internal TaskBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>id</c>: the live task's ID, which finds the task whatever its name is.</summary>
    /// <param name="id">The task's ID; null: the task is found by its name.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Id)]
    public TaskBuilder WithId(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Id, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Sets <c>space</c>: the space that this task is in, where it is not the catalog's.</summary>
    /// <param name="space">The space's name or ID; null: the catalog's.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Space)]
    public TaskBuilder InSpace(string? space, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Space, ScalarNode.Of(space), new(file, line));
        return this;
    }

    /// <summary>Sets <c>partial</c>: whether the declaration guards only the fields that it names, so that nothing counts as missing.</summary>
    /// <param name="partial">Whether it does.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Partial)]
    public TaskBuilder Partial(bool partial = true, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Partial, ScalarNode.Of(partial), new(file, line));
        return this;
    }

    /// <summary>Sets <c>type</c>: what the task does; the API cannot change it on a live task.</summary>
    /// <param name="type">The type.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public TaskBuilder OfType(TaskType type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Sets <c>type</c> to a word that is known only as a text: what the task does; the API cannot change it on a live task.</summary>
    /// <param name="type">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public TaskBuilder OfType(string? type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Lets <c>type</c> be anything that fits: what the task does; the API cannot change it on a live task.</summary>
    /// <param name="type">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public TaskBuilder OfType(TextMatcher type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, type.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>project_id</c>: the project whose spans are judged, by its ID; the API cannot change it on a live task.</summary>
    /// <param name="id">The project's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ProjectId)]
    public TaskBuilder OnProject(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ProjectId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>
    /// Lets <c>project_id</c> be anything that fits: the project whose spans are judged, by its ID; the API cannot change it on a live task.
    /// </summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ProjectId)]
    public TaskBuilder OnProject(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ProjectId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>project</c>: the project whose spans are judged, by its name; the API cannot change it on a live task.</summary>
    /// <param name="name">The project's name, exactly; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Project)]
    public TaskBuilder OnProjectNamed(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Project, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Sets <c>dataset_id</c>: the dataset whose examples are used, by its ID; the API cannot change it on a live task.</summary>
    /// <param name="id">The dataset's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.DatasetId)]
    public TaskBuilder OnDataset(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.DatasetId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>
    /// Lets <c>dataset_id</c> be anything that fits: the dataset whose examples are used, by its ID; the API cannot change it on a live task.
    /// </summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.DatasetId)]
    public TaskBuilder OnDataset(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.DatasetId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>dataset</c>: the dataset whose examples are used, by its name; the API cannot change it on a live task.</summary>
    /// <param name="name">The dataset's name, exactly; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Dataset)]
    public TaskBuilder OnDatasetNamed(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Dataset, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Sets <c>sampling_rate</c>: the share of matching spans that are judged; the API takes it on project tasks only.</summary>
    /// <param name="rate">A share, 0 to 1; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(double? rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, ScalarNode.Of(rate), new(file, line));
        return this;
    }

    /// <summary>Sets <c>sampling_rate</c>: the share of matching spans that are judged; the API takes it on project tasks only.</summary>
    /// <param name="rate">0 or 1; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(long? rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, ScalarNode.Of(rate), new(file, line));
        return this;
    }

    /// <summary>Sets <c>sampling_rate</c>: the share of matching spans that are judged; the API takes it on project tasks only.</summary>
    /// <param name="rate">A share, 0 to 1; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(decimal? rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, ScalarNode.Of((double?)rate), new(file, line));
        return this;
    }

    /// <summary>
    /// Lets <c>sampling_rate</c> be anything that fits: the share of matching spans that are judged; the API takes it on project tasks only.
    /// </summary>
    /// <param name="rate">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(NumberMatcher rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, rate.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>is_continuous</c>: whether new spans are judged as they arrive; the API takes true on project tasks only.</summary>
    /// <param name="continuous">Whether they are; false is the same as unset; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.IsContinuous)]
    public TaskBuilder Continuous(bool? continuous = true, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.IsContinuous, ScalarNode.Of(continuous), new(file, line));
        return this;
    }

    /// <summary>Sets <c>query_filter</c>: which spans are judged; not on a run_experiment task.</summary>
    /// <param name="filter">A filter in the API's query language, such as <c>status_code = 'ERROR'</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryFilter)]
    public TaskBuilder QueryFilter(string? filter, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.QueryFilter, ScalarNode.Of(filter), new(file, line));
        return this;
    }

    /// <summary>Lets <c>query_filter</c> be anything that fits: which spans are judged; not on a run_experiment task.</summary>
    /// <param name="filter">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryFilter)]
    public TaskBuilder QueryFilter(TextMatcher filter, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.QueryFilter, filter.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>query_filters</c>: the trace and session shape of <c>query_filter</c>, never together with it.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.QueryFilters, Use = FieldUse.Object)]
    public TaskBuilder QueryFilters(Action<QueryFiltersBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.QueryFilters, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>query_filters</c> must be unset: no filters of the trace and session shape.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.QueryFilters, null)]
    public TaskBuilder NoQueryFilters([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.QueryFilters, new(file, line));
        return this;
    }

    /// <summary>Adds an evaluator that judges, by its ID, to <c>evaluators</c>; an evaluation task needs one, and the API takes none twice.</summary>
    /// <param name="id">The evaluator's ID.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Evaluators, Use = FieldUse.Item)]
    public TaskBuilder Evaluator(
        [TaskField(FieldNames.EvaluatorId)] string? id, Action<EvaluatorBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var evaluator = mapping.AddItem(FieldNames.Evaluators, new(file, line));
        evaluator.Set(FieldNames.EvaluatorId, ScalarNode.Of(id), new(file, line));
        configure?.Invoke(new(evaluator));
        return this;
    }

    /// <summary>Adds an evaluator that judges, by its name, to <c>evaluators</c>; an evaluation task needs one, and the API takes none twice.</summary>
    /// <param name="name">The evaluator's name, exactly.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Evaluators, Use = FieldUse.Item)]
    public TaskBuilder EvaluatorNamed(
        [TaskField(FieldNames.Evaluator)] string? name, Action<EvaluatorBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var evaluator = mapping.AddItem(FieldNames.Evaluators, new(file, line));
        evaluator.Set(FieldNames.Evaluator, ScalarNode.Of(name), new(file, line));
        configure?.Invoke(new(evaluator));
        return this;
    }

    /// <summary>Says that <c>evaluators</c> must be unset: no evaluators.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Evaluators, null)]
    public TaskBuilder NoEvaluators([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Evaluators, new(file, line));
        return this;
    }

    /// <summary>Says that <c>experiment_ids</c> must be unset: no experiments.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ExperimentIds, null)]
    public TaskBuilder NoExperiments([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ExperimentIds, new(file, line));
        return this;
    }

    /// <summary>
    /// Sets <c>run_configuration</c>: what an experiment runs, its type said inside; a run_experiment task needs it, and no other takes it.
    /// </summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    public TaskBuilder RunConfiguration(Action<RunConfigurationBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.RunConfiguration, new(file, line))));
        return this;
    }

    /// <summary>Sets <c>run_configuration</c> with the type LLM_GENERATION: a model answers messages.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.LlmGeneration)]
    public TaskBuilder RunLlmGeneration(Action<RunConfigurationBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        var configuration = mapping.SetMapping(FieldNames.RunConfiguration, new(file, line));
        configuration.Set(FieldNames.ExperimentType, ScalarNode.Of(ApiWords.LlmGeneration), new(file, line));
        configure(new(configuration));
        return this;
    }

    /// <summary>Sets <c>run_configuration</c> with the type TEMPLATE_EVALUATION: a judge's template is run.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.TemplateEvaluation)]
    public TaskBuilder RunTemplateEvaluation(
        Action<RunConfigurationBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        var configuration = mapping.SetMapping(FieldNames.RunConfiguration, new(file, line));
        configuration.Set(FieldNames.ExperimentType, ScalarNode.Of(ApiWords.TemplateEvaluation), new(file, line));
        configure(new(configuration));
        return this;
    }

    /// <summary>Sets <c>run_configuration</c> with the type AGENT_CALL: an agent is called.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.AgentCall)]
    public TaskBuilder RunAgentCall(Action<RunConfigurationBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        var configuration = mapping.SetMapping(FieldNames.RunConfiguration, new(file, line));
        configuration.Set(FieldNames.ExperimentType, ScalarNode.Of(ApiWords.AgentCall), new(file, line));
        configure(new(configuration));
        return this;
    }

    /// <summary>Says that <c>run_configuration</c> must be unset: nothing to run.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.RunConfiguration, null)]
    public TaskBuilder NoRunConfiguration([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.RunConfiguration, new(file, line));
        return this;
    }

    /// <summary>Adds drift that the team lives with to <c>ignore</c>: it is shown as ignored, never hidden, and does not fail a check.</summary>
    /// <param name="path">The path of the drift, or of anything above it; <c>[*]</c> stands for every entry of a list.</param>
    /// <param name="reason">Why the drift is accepted; null says nothing.</param>
    /// <param name="owner">Who answers for it; null says nothing.</param>
    /// <param name="until">The last day on which the entry counts, in UTC, such as <c>2027-01-31</c>; null: for ever.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Ignore, Use = FieldUse.Item)]
    public TaskBuilder IgnoreDrift(
        [TaskField(FieldNames.Path)] string? path,
        [TaskField(FieldNames.Reason)] string? reason = null,
        [TaskField(FieldNames.Owner)] string? owner = null,
        [TaskField(FieldNames.Until)] string? until = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var entry = mapping.AddItem(FieldNames.Ignore, new(file, line));
        entry.Set(FieldNames.Path, ScalarNode.Of(path), new(file, line));
        entry.SetUnlessNull(FieldNames.Reason, reason, new(file, line));
        entry.SetUnlessNull(FieldNames.Owner, owner, new(file, line));
        entry.SetUnlessNull(FieldNames.Until, until, new(file, line));
        return this;
    }
}
