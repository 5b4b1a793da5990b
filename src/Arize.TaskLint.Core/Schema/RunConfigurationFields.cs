namespace Arize.TaskLint.Core.Schema;

/// <summary>The configuration of an experiment run, in its three forms.</summary>
public static class RunConfigurationFields
{
    private const ExperimentTypes Llm = ExperimentTypes.LlmGeneration;
    private const ExperimentTypes Template = ExperimentTypes.TemplateEvaluation;
    private const ExperimentTypes Agent = ExperimentTypes.AgentCall;

    public static readonly FieldSpec ExperimentType = new("experiment_type", ValueKind.Enum, "Which of the three forms this is")
    { Enum = TaskEnums.ExperimentType, IsRequired = true, AlsoCalled = ["type", "kind"] };

    public static readonly FieldSpec AiIntegrationId = new("ai_integration_id", ValueKind.Text, "The LLM integration that is called, by its ID")
    { IsRequired = true, NeedsText = true, Refers = ResourceKind.AiIntegration, ExperimentTypes = Llm | Template };

    public static readonly FieldSpec AiIntegration = new("ai_integration", ValueKind.Text, "The LLM integration that is called, by its name")
    { NeedsText = true, Refers = ResourceKind.AiIntegration, NameOf = AiIntegrationId, ExperimentTypes = Llm | Template };

    public static readonly FieldSpec ModelName = new("model_name", ValueKind.Text, "The model that is called")
    { ExperimentTypes = Llm | Template, AlsoCalled = ["model"] };

    public static readonly FieldSpec Messages = new("messages", ValueKind.ObjectList, "The messages that are sent, with placeholders")
    { IsRequired = true, Object = MessageFields.Spec, ExperimentTypes = Llm };

    public static readonly FieldSpec InputVariableFormat = new("input_variable_format", ValueKind.Enum,
        "How placeholders of the messages are written")
    { IsRequired = true, Enum = TaskEnums.VariableFormat, ExperimentTypes = Llm, AlsoCalled = ["variableformat", "templateformat"] };

    public static readonly FieldSpec InvocationParameters = new("invocation_parameters", ValueKind.Object, "How the model is called")
    {
        Object = InvocationParameterFields.Spec,
        ExperimentTypes = Llm | Template,
        AlsoCalled = ["parameters", "params", "modelparameters", "invocationparams"],
    };

    public static readonly FieldSpec ProviderParameters = new("provider_parameters", ValueKind.AnyMap, "Parameters in the provider's own words")
    { ExperimentTypes = Llm | Template, AlsoCalled = ["providerparams"] };

    public static readonly FieldSpec ToolConfig = new("tool_config", ValueKind.Object, "The tools that the model may call")
    { Object = ToolConfigFields.Spec, ExperimentTypes = Llm };

    public static readonly FieldSpec PromptVersionId = new("prompt_version_id", ValueKind.Text, "The prompt version that the messages came from")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.PromptVersion, ExperimentTypes = Llm, AlsoCalled = ["promptversion"] };

    public static readonly FieldSpec TemplateText = new("template", ValueKind.Text, "The judge's prompt, with `{{placeholders}}`")
    { IsRequired = true, ExperimentTypes = Template, AlsoCalled = ["prompt"] };

    public static readonly FieldSpec ProvideExplanation = new("provide_explanation", ValueKind.Boolean, "Whether the judge explains its label")
    { IsRequired = true, ExperimentTypes = Template, AlsoCalled = ["explanation", "explain"] };

    public static readonly FieldSpec ClassificationChoices = new("classification_choices", ValueKind.NumberMap,
        "The labels that the judge may give, and their scores")
    { ExperimentTypes = Template, AlsoCalled = ["choices", "labels", "rails"] };

    public static readonly FieldSpec ColumnMapping = new("column_mapping", ValueKind.TextMap, "Which column fills which placeholder of the template")
    { ExperimentTypes = Template, AlsoCalled = ["mappings", "mapping", "columns"] };

    public static readonly FieldSpec EvaluatorVersionId = new("evaluator_version_id", ValueKind.Text,
        "The evaluator version that the template came from")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.EvaluatorVersion, ExperimentTypes = Template, AlsoCalled = ["evaluatorversion"] };

    public static readonly FieldSpec IntegrationId = new("integration_id", ValueKind.Text, "The agent integration that is called, by its ID")
    { IsRequired = true, NeedsText = true, Refers = ResourceKind.AgentIntegration, ExperimentTypes = Agent };

    public static readonly FieldSpec Integration = new("integration", ValueKind.Text, "The agent integration that is called, by its name")
    { NeedsText = true, Refers = ResourceKind.AgentIntegration, NameOf = IntegrationId, ExperimentTypes = Agent };

    public static readonly FieldSpec InputTemplate = new("input_template", ValueKind.AnyMap, "What the agent is sent, with `{{placeholders}}`")
    { IsRequired = true, KindHasOwnRule = true, Equality = Equality.Placeholders, ExperimentTypes = Agent };

    public static readonly ObjectSpec Spec = new("a run configuration",
        ExperimentType, AiIntegrationId, AiIntegration, ModelName, Messages, InputVariableFormat, InvocationParameters, ProviderParameters,
        ToolConfig, PromptVersionId, TemplateText, ProvideExplanation, ClassificationChoices, ColumnMapping, EvaluatorVersionId,
        IntegrationId, Integration, InputTemplate)
    { RequiredHasOwnRule = true };
}
