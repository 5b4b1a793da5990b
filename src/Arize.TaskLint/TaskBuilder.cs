using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Declares one task, of any type.</summary>
/// <remarks>
/// Every method can be called on a task of any type. The analyzer and <c>tasklint lint</c> report fields that the API does not accept on
/// the task. Fields that are not set are unmanaged.
/// </remarks>
public sealed partial class TaskBuilder
{
    private readonly MappingNode mapping;

    internal TaskBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>sampling_rate</c>: the share of matching spans that are judged; on project tasks only.</summary>
    /// <param name="rate">0 or 1, or null if the field must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(long? rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, ScalarNode.Of(rate), new(file, line));
        return this;
    }

    /// <summary>Sets <c>sampling_rate</c>: the share of matching spans that are judged; on project tasks only.</summary>
    /// <param name="rate">A share, 0 to 1, or null if the field must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.SamplingRate)]
    public TaskBuilder SamplingRate(decimal? rate, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.SamplingRate, ScalarNode.Of((double?)rate), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds an evaluator, by its ID, to <c>evaluators</c>. An evaluation task needs at least one, and the API accepts each only once.
    /// </summary>
    /// <param name="id">The evaluator's ID.</param>
    /// <param name="configure">Sets further fields of it.</param>
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

    /// <summary>
    /// Adds an evaluator, by its name, to <c>evaluators</c>. An evaluation task needs at least one, and the API accepts each only once.
    /// </summary>
    /// <param name="name">The evaluator's name, exactly.</param>
    /// <param name="configure">Sets further fields of it.</param>
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

    /// <summary>Sets <c>run_configuration</c> with the type LLM_GENERATION: a model answers messages.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.LlmGeneration)]
    public TaskBuilder RunLlmGeneration(
        Action<RunConfigurationBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Run(ApiWords.LlmGeneration, configure, new(file, line));
        return this;
    }

    /// <summary>Sets <c>run_configuration</c> with the type TEMPLATE_EVALUATION: a judge's template is run.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.TemplateEvaluation)]
    public TaskBuilder RunTemplateEvaluation(
        Action<RunConfigurationBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Run(ApiWords.TemplateEvaluation, configure, new(file, line));
        return this;
    }

    /// <summary>Sets <c>run_configuration</c> with the type AGENT_CALL: an agent is called.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.RunConfiguration, Use = FieldUse.Object)]
    [TaskConstant(FieldNames.ExperimentType, ApiWords.AgentCall)]
    public TaskBuilder RunAgentCall(Action<RunConfigurationBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Run(ApiWords.AgentCall, configure, new(file, line));
        return this;
    }

    /// <summary>Adds accepted drift to <c>ignore</c>: it is shown as ignored, never hidden, and does not fail a check.</summary>
    /// <param name="path">The path of the drift, or of anything above it; <c>[*]</c> stands for every entry of a list.</param>
    /// <param name="reason">Why the drift is accepted, or null to leave it out.</param>
    /// <param name="owner">Who answers for it, or null to leave it out.</param>
    /// <param name="until">The last day on which the entry counts, in UTC, such as <c>2027-01-31</c>, or null if it counts forever.</param>
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

    private void Run(string type, Action<RunConfigurationBuilder> configure, CallPlace place)
    {
        Needed.Argument(configure, nameof(configure));
        var configuration = mapping.SetMapping(FieldNames.RunConfiguration, place);
        configuration.Set(FieldNames.ExperimentType, ScalarNode.Of(type), place);
        configure(new(configuration));
    }
}
