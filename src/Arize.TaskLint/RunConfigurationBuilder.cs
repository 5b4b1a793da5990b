using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what an experiment runs, in any of the three forms.</summary>
/// <remarks>
/// Every method can be called whatever the type is: a member that belongs to another type is explained by the analyzer and by <c>tasklint
/// lint</c>.
/// </remarks>
public sealed partial class RunConfigurationBuilder
{
    private readonly MappingNode mapping;

    internal RunConfigurationBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>experiment_type</c>: which of the three forms this is.</summary>
    /// <param name="type">The type.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentType)]
    public RunConfigurationBuilder OfType(ExperimentType type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ExperimentType, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Sets <c>experiment_type</c> to a word that is known only as a text: which of the three forms this is.</summary>
    /// <param name="type">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentType)]
    public RunConfigurationBuilder OfType(string? type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ExperimentType, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Lets <c>experiment_type</c> be anything that fits: which of the three forms this is.</summary>
    /// <param name="type">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ExperimentType)]
    public RunConfigurationBuilder OfType(TextMatcher type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ExperimentType, type.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>ai_integration_id</c>: the LLM integration that is called, by its ID (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="id">The integration's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.AiIntegrationId)]
    public RunConfigurationBuilder AiIntegration(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.AiIntegrationId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>
    /// Lets <c>ai_integration_id</c> be anything that fits: the LLM integration that is called, by its ID (LLM_GENERATION,
    /// TEMPLATE_EVALUATION).
    /// </summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.AiIntegrationId)]
    public RunConfigurationBuilder AiIntegration(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.AiIntegrationId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>ai_integration</c>: the LLM integration that is called, by its name (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="name">The integration's name, exactly; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.AiIntegration)]
    public RunConfigurationBuilder AiIntegrationNamed(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.AiIntegration, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Sets <c>model_name</c>: the model that is called (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="name">The model's name, such as <c>gpt-4o</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ModelName)]
    public RunConfigurationBuilder Model(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ModelName, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Lets <c>model_name</c> be anything that fits: the model that is called (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="name">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ModelName)]
    public RunConfigurationBuilder Model(TextMatcher name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ModelName, name.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>model_name</c>: the model that is called (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="name">The model's name, such as <c>gpt-4o</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ModelName)]
    public RunConfigurationBuilder ModelName(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ModelName, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Lets <c>model_name</c> be anything that fits: the model that is called (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="name">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ModelName)]
    public RunConfigurationBuilder ModelName(TextMatcher name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ModelName, name.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>invocation_parameters</c>: how the model is called (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.InvocationParameters, Use = FieldUse.Object)]
    public RunConfigurationBuilder InvocationParameters(
        Action<InvocationParametersBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.InvocationParameters, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>invocation_parameters</c> must be unset: no parameters.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.InvocationParameters, null)]
    public RunConfigurationBuilder NoInvocationParameters([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.InvocationParameters, new(file, line));
        return this;
    }

    /// <summary>Sets <c>provider_parameters</c>: parameters in the provider's own words (LLM_GENERATION, TEMPLATE_EVALUATION).</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ProviderParameters, Use = FieldUse.Object)]
    public RunConfigurationBuilder ProviderParameters(
        Action<ObjectBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.ProviderParameters, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>provider_parameters</c> must be unset: no parameters of the provider's.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ProviderParameters, null)]
    public RunConfigurationBuilder NoProviderParameters([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ProviderParameters, new(file, line));
        return this;
    }

    /// <summary>Sets <c>input_variable_format</c>: how placeholders of the messages are written (LLM_GENERATION).</summary>
    /// <param name="format">The format.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder VariableFormat(VariableFormat format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, ScalarNode.Of(format), new(file, line));
        return this;
    }

    /// <summary>
    /// Sets <c>input_variable_format</c> to a word that is known only as a text: how placeholders of the messages are written (LLM_GENERATION).
    /// </summary>
    /// <param name="format">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder VariableFormat(string? format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, ScalarNode.Of(format), new(file, line));
        return this;
    }

    /// <summary>Lets <c>input_variable_format</c> be anything that fits: how placeholders of the messages are written (LLM_GENERATION).</summary>
    /// <param name="format">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder VariableFormat(TextMatcher format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, format.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>input_variable_format</c>: how placeholders of the messages are written (LLM_GENERATION).</summary>
    /// <param name="format">The format.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder InputVariableFormat(VariableFormat format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, ScalarNode.Of(format), new(file, line));
        return this;
    }

    /// <summary>
    /// Sets <c>input_variable_format</c> to a word that is known only as a text: how placeholders of the messages are written (LLM_GENERATION).
    /// </summary>
    /// <param name="format">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder InputVariableFormat(string? format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, ScalarNode.Of(format), new(file, line));
        return this;
    }

    /// <summary>Lets <c>input_variable_format</c> be anything that fits: how placeholders of the messages are written (LLM_GENERATION).</summary>
    /// <param name="format">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputVariableFormat)]
    public RunConfigurationBuilder InputVariableFormat(TextMatcher format, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputVariableFormat, format.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>tool_config</c>: the tools that the model may call (LLM_GENERATION).</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ToolConfig, Use = FieldUse.Object)]
    public RunConfigurationBuilder ToolConfig(Action<ToolConfigBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.ToolConfig, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>tool_config</c> must be unset: no tools.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ToolConfig, null)]
    public RunConfigurationBuilder NoToolConfig([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ToolConfig, new(file, line));
        return this;
    }

    /// <summary>Sets <c>prompt_version_id</c>: the prompt version that the messages came from (LLM_GENERATION).</summary>
    /// <param name="id">The prompt version's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.PromptVersionId)]
    public RunConfigurationBuilder PromptVersion(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.PromptVersionId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Lets <c>prompt_version_id</c> be anything that fits: the prompt version that the messages came from (LLM_GENERATION).</summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.PromptVersionId)]
    public RunConfigurationBuilder PromptVersion(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.PromptVersionId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>template</c>: the judge's prompt (TEMPLATE_EVALUATION).</summary>
    /// <param name="template">A text with <c>{{placeholders}}</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Template)]
    public RunConfigurationBuilder Template(string? template, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Template, ScalarNode.Of(template), new(file, line));
        return this;
    }

    /// <summary>Lets <c>template</c> be anything that fits: the judge's prompt (TEMPLATE_EVALUATION).</summary>
    /// <param name="template">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Template)]
    public RunConfigurationBuilder Template(TextMatcher template, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Template, template.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>provide_explanation</c>: whether the judge explains its label (TEMPLATE_EVALUATION).</summary>
    /// <param name="explain">Whether it does; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ProvideExplanation)]
    public RunConfigurationBuilder ProvideExplanation(bool? explain = true, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ProvideExplanation, ScalarNode.Of(explain), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>classification_choices</c>: a label that the judge may give (TEMPLATE_EVALUATION).</summary>
    /// <param name="label">The label.</param>
    /// <param name="score">The label's score.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    [TaskField(FieldNames.ClassificationChoices, Use = FieldUse.Entry)]
    public RunConfigurationBuilder Choice(string label, double score, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ClassificationChoices, Needed.Argument(label, nameof(label)), ScalarNode.Of(score), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>classification_choices</c>, as anything that fits: a label that the judge may give (TEMPLATE_EVALUATION).</summary>
    /// <param name="label">The label.</param>
    /// <param name="score">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    [TaskField(FieldNames.ClassificationChoices, Use = FieldUse.Entry)]
    public RunConfigurationBuilder Choice(string label, NumberMatcher score, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ClassificationChoices, Needed.Argument(label, nameof(label)), score.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Says that <c>classification_choices</c> must be unset: no labels.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ClassificationChoices, null)]
    public RunConfigurationBuilder NoChoices([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ClassificationChoices, new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>: which column fills a placeholder of the template (TEMPLATE_EVALUATION).</summary>
    /// <param name="variable">The placeholder's name.</param>
    /// <param name="column">A column of the dataset, such as <c>output</c>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entry)]
    public RunConfigurationBuilder Map(string variable, string? column, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ColumnMapping, Needed.Argument(variable, nameof(variable)), ScalarNode.Of(column), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as anything that fits: which column fills a placeholder of the template (TEMPLATE_EVALUATION).</summary>
    /// <param name="variable">The placeholder's name.</param>
    /// <param name="column">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entry)]
    public RunConfigurationBuilder Map(string variable, TextMatcher column, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ColumnMapping, Needed.Argument(variable, nameof(variable)), column.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as a pair.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map((string Variable, string? Column) first, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, [first], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="third">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second, (string Variable, string? Column) third,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="third">A variable, and the column that fills it.</param>
    /// <param name="fourth">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second, (string Variable, string? Column) third, (string Variable, string? Column) fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as pairs.</summary>
    /// <param name="columns">Variables, each with the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map(IEnumerable<(string Variable, string? Column)> columns, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, Needed.Argument(columns, nameof(columns)), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mapping</c>, as a dictionary.</summary>
    /// <param name="columns">Variables, each with the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a variable is null.</exception>
    [TaskField(FieldNames.ColumnMapping, Use = FieldUse.Entries)]
    public RunConfigurationBuilder Map(IEnumerable<KeyValuePair<string, string?>> columns, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMapping, Needed.Argument(columns, nameof(columns)).Select(one => (one.Key, one.Value)), new(file, line));
        return this;
    }

    /// <summary>Says that <c>column_mapping</c> must be unset: no mappings.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ColumnMapping, null)]
    public RunConfigurationBuilder NoMappings([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ColumnMapping, new(file, line));
        return this;
    }

    /// <summary>Sets <c>evaluator_version_id</c>: the evaluator version that the template came from (TEMPLATE_EVALUATION).</summary>
    /// <param name="id">The evaluator version's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.EvaluatorVersionId)]
    public RunConfigurationBuilder EvaluatorVersion(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.EvaluatorVersionId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Lets <c>evaluator_version_id</c> be anything that fits: the evaluator version that the template came from (TEMPLATE_EVALUATION).</summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.EvaluatorVersionId)]
    public RunConfigurationBuilder EvaluatorVersion(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.EvaluatorVersionId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>integration_id</c>: the agent integration that is called, by its ID (AGENT_CALL).</summary>
    /// <param name="id">The integration's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.IntegrationId)]
    public RunConfigurationBuilder Integration(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.IntegrationId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Lets <c>integration_id</c> be anything that fits: the agent integration that is called, by its ID (AGENT_CALL).</summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.IntegrationId)]
    public RunConfigurationBuilder Integration(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.IntegrationId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>integration</c>: the agent integration that is called, by its name (AGENT_CALL).</summary>
    /// <param name="name">The integration's name, exactly; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Integration)]
    public RunConfigurationBuilder IntegrationNamed(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Integration, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Sets <c>input_template</c>: what the agent is sent (AGENT_CALL).</summary>
    /// <param name="configure">Says what is in it; texts may have <c>{{placeholders}}</c>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.InputTemplate, Use = FieldUse.Object)]
    public RunConfigurationBuilder InputTemplate(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.InputTemplate, new(file, line))));
        return this;
    }

    /// <summary>Sets <c>input_template</c> to a text, which the API does not take: it wants a mapping.</summary>
    /// <param name="template">The text.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputTemplate)]
    public RunConfigurationBuilder InputTemplate(string? template, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputTemplate, ScalarNode.Of(template), new(file, line));
        return this;
    }

    /// <summary>Says that <c>input_template</c> must be unset: nothing to send.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.InputTemplate, null)]
    public RunConfigurationBuilder NoInputTemplate([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.InputTemplate, new(file, line));
        return this;
    }
}
