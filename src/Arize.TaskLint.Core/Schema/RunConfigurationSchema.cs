namespace Arize.TaskLint.Core.Schema;

/// <summary>The function that a tool call calls.</summary>
public static class FunctionFields
{
    public static readonly FieldSpec Name = new("name", ValueKind.Text, "The function's name") { IsRequired = true, NeedsText = true };

    public static readonly FieldSpec Arguments = new("arguments", ValueKind.Text, "The arguments: JSON, as a text") { IsRequired = true };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a function", Name, Arguments);
}

/// <summary>A tool call of a message.</summary>
public static class ToolCallFields
{
    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The ID by which a TOOL message answers the call");

    public static readonly FieldSpec Type = new("type", ValueKind.Enum, "What is called") { Enum = TaskEnums.ToolCallType, IsRequired = true };

    /// <summary>The function that is called.</summary>
    public static readonly FieldSpec Function = new("function", ValueKind.Object, "The function that is called")
    { Object = FunctionFields.Spec, IsRequired = true };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a tool call", Id, Type, Function);
}

/// <summary>A message of an LLM generation.</summary>
public static class MessageFields
{
    /// <summary>Who says it.</summary>
    public static readonly FieldSpec Role = new("role", ValueKind.Enum, "Who says it") { Enum = TaskEnums.Role, IsRequired = true };

    /// <summary>What is said.</summary>
    public static readonly FieldSpec Content = new("content", ValueKind.Text, "What is said, with placeholders")
    { AlsoCalled = ["text", "message"] };

    /// <summary>The tool call that a TOOL message answers.</summary>
    public static readonly FieldSpec ToolCallId = new("tool_call_id", ValueKind.Text, "The tool call that a TOOL message answers");

    /// <summary>The tools that an ASSISTANT message calls.</summary>
    public static readonly FieldSpec ToolCalls = new("tool_calls", ValueKind.ObjectList, "The tools that an ASSISTANT message calls")
    { Object = ToolCallFields.Spec };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a message", Role, Content, ToolCallId, ToolCalls);
}

/// <summary>The tools that a model may call.</summary>
public static class ToolConfigFields
{
    public static readonly FieldSpec Tools = new("tools", ValueKind.AnyList, "The tools, as the provider describes them");

    /// <summary>Which tool is called.</summary>
    public static readonly FieldSpec ToolChoice = new("tool_choice", ValueKind.Any, "Which tool is called, in the provider's words");

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a tool configuration", Tools, ToolChoice) { IsOpen = true };
}

/// <summary>The JSON Schema of a response.</summary>
public static class JsonSchemaFields
{
    public static readonly FieldSpec Name = new("name", ValueKind.Text, "The schema's name");

    public static readonly FieldSpec Description = new("description", ValueKind.Text, "What the schema is for");

    public static readonly FieldSpec Schema = new("schema", ValueKind.AnyMap, "The JSON Schema itself");

    /// <summary>Whether the provider enforces it.</summary>
    public static readonly FieldSpec Strict = new("strict", ValueKind.Boolean, "Whether the provider enforces the schema") { Default = "false" };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a response schema", Name, Description, Schema, Strict) { IsOpen = true };
}

/// <summary>The form of a response.</summary>
public static class ResponseFormatFields
{
    public static readonly FieldSpec Type = new("type", ValueKind.Enum, "The form of the response") { Enum = TaskEnums.ResponseFormat };

    public static readonly FieldSpec JsonSchema = new("json_schema", ValueKind.Object, "The schema of a JSON_SCHEMA response")
    { Object = JsonSchemaFields.Spec };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a response format", Type, JsonSchema) { IsOpen = true };
}

/// <summary>How a model is called.</summary>
public static class InvocationParameterFields
{
    /// <summary>How freely tokens are drawn.</summary>
    public static readonly FieldSpec Temperature = new("temperature", ValueKind.Number,
        "How freely tokens are drawn; the greatest value depends on the provider")
    { Minimum = 0 };

    /// <summary>The most tokens of an answer.</summary>
    public static readonly FieldSpec MaxTokens = new("max_tokens", ValueKind.Integer, "The most tokens of an answer");

    /// <summary>The most tokens of an answer, reasoning included.</summary>
    public static readonly FieldSpec MaxCompletionTokens = new("max_completion_tokens", ValueKind.Integer,
        "The most tokens of an answer, reasoning included");

    /// <summary>The probability mass that tokens are drawn from.</summary>
    public static readonly FieldSpec TopP = new("top_p", ValueKind.Number, "The probability mass that tokens are drawn from")
    { Minimum = 0, Maximum = 1 };

    /// <summary>How much repeated tokens are held back.</summary>
    public static readonly FieldSpec FrequencyPenalty = new("frequency_penalty", ValueKind.Number, "How much repeated tokens are held back")
    { Minimum = -2, Maximum = 2 };

    /// <summary>How much tokens that occurred are held back.</summary>
    public static readonly FieldSpec PresencePenalty = new("presence_penalty", ValueKind.Number, "How much tokens that occurred are held back")
    { Minimum = -2, Maximum = 2 };

    /// <summary>Texts at which the answer ends.</summary>
    public static readonly FieldSpec Stop = new("stop", ValueKind.TextList, "Texts at which the answer ends");

    /// <summary>The form of the response.</summary>
    public static readonly FieldSpec ResponseFormat = new("response_format", ValueKind.Object, "The form of the response")
    { Object = ResponseFormatFields.Spec };

    /// <summary>The tools that the model may call.</summary>
    public static readonly FieldSpec ToolConfig = new("tool_config", ValueKind.Object, "The tools that the model may call")
    { Object = ToolConfigFields.Spec };

    /// <summary>How many tokens are drawn from.</summary>
    public static readonly FieldSpec TopK = new("top_k", ValueKind.Integer, "How many tokens are drawn from");

    /// <summary>How much a Gemini 3 model thinks.</summary>
    public static readonly FieldSpec ThinkingLevel = new("thinking_level", ValueKind.Text, "How much a Gemini 3 model thinks")
    { Words = new EnumSpec("minimal", "low", "medium", "high") };

    /// <summary>How many tokens a Gemini 2.5 model thinks.</summary>
    public static readonly FieldSpec ThinkingBudget = new("thinking_budget", ValueKind.Integer,
        "How many tokens a Gemini 2.5 model thinks: 0 to 24576 (Flash), 128 to 32768 (Pro); -1 leaves it to the model")
    { Minimum = -1, Maximum = 32768 };

    /// <summary>How much a reasoning model reasons.</summary>
    public static readonly FieldSpec ReasoningEffort = new("reasoning_effort", ValueKind.Text,
        "How much a reasoning model reasons, in those of the words that the model has")
    { Words = new EnumSpec("none", "minimal", "low", "medium", "high", "xhigh") };

    /// <summary>How much a model says.</summary>
    public static readonly FieldSpec Verbosity = new("verbosity", ValueKind.Text, "How much the model says")
    { Words = new EnumSpec("low", "medium", "high") };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("invocation parameters",
        Temperature, MaxTokens, MaxCompletionTokens, TopP, FrequencyPenalty, PresencePenalty, Stop, ResponseFormat, ToolConfig, TopK,
        ThinkingLevel, ThinkingBudget, ReasoningEffort, Verbosity)
    { IsOpen = true };
}

/// <summary>What an experiment runs, in its three forms.</summary>
public static class RunConfigurationFields
{
    private const ExperimentTypes Llm = ExperimentTypes.LlmGeneration;
    private const ExperimentTypes Template = ExperimentTypes.TemplateEvaluation;
    private const ExperimentTypes Agent = ExperimentTypes.AgentCall;

    /// <summary>Which form this is.</summary>
    public static readonly FieldSpec ExperimentType = new("experiment_type", ValueKind.Enum, "Which of the three forms this is")
    { Enum = TaskEnums.ExperimentType, IsRequired = true, AlsoCalled = ["type", "kind"] };

    /// <summary>The LLM integration, by ID.</summary>
    public static readonly FieldSpec AiIntegrationId = new("ai_integration_id", ValueKind.Text, "The LLM integration that is called, by its ID")
    { IsRequired = true, NeedsText = true, Refers = ResourceKind.AiIntegration, ExperimentTypes = Llm | Template };

    /// <summary>The LLM integration, by name.</summary>
    public static readonly FieldSpec AiIntegration = new("ai_integration", ValueKind.Text, "The LLM integration that is called, by its name")
    { NeedsText = true, Refers = ResourceKind.AiIntegration, NameOf = AiIntegrationId, ExperimentTypes = Llm | Template };

    public static readonly FieldSpec ModelName = new("model_name", ValueKind.Text, "The model that is called")
    { ExperimentTypes = Llm | Template, AlsoCalled = ["model"] };

    public static readonly FieldSpec Messages = new("messages", ValueKind.ObjectList, "The messages that are sent, with placeholders")
    { IsRequired = true, Object = MessageFields.Spec, ExperimentTypes = Llm };

    /// <summary>How placeholders are written.</summary>
    public static readonly FieldSpec InputVariableFormat = new("input_variable_format", ValueKind.Enum,
        "How placeholders of the messages are written")
    { IsRequired = true, Enum = TaskEnums.VariableFormat, ExperimentTypes = Llm, AlsoCalled = ["variableformat", "templateformat"] };

    /// <summary>How the model is called.</summary>
    public static readonly FieldSpec InvocationParameters = new("invocation_parameters", ValueKind.Object, "How the model is called")
    {
        Object = InvocationParameterFields.Spec,
        ExperimentTypes = Llm | Template,
        AlsoCalled = ["parameters", "params", "modelparameters", "invocationparams"],
    };

    /// <summary>What only the provider knows.</summary>
    public static readonly FieldSpec ProviderParameters = new("provider_parameters", ValueKind.AnyMap, "Parameters in the provider's own words")
    { ExperimentTypes = Llm | Template, AlsoCalled = ["providerparams"] };

    /// <summary>The tools that the model may call.</summary>
    public static readonly FieldSpec ToolConfig = new("tool_config", ValueKind.Object, "The tools that the model may call")
    { Object = ToolConfigFields.Spec, ExperimentTypes = Llm };

    /// <summary>The prompt version that the messages came from.</summary>
    public static readonly FieldSpec PromptVersionId = new("prompt_version_id", ValueKind.Text, "The prompt version that the messages came from")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.PromptVersion, ExperimentTypes = Llm, AlsoCalled = ["promptversion"] };

    /// <summary>The judge's prompt.</summary>
    public static readonly FieldSpec TemplateText = new("template", ValueKind.Text, "The judge's prompt, with `{{placeholders}}`")
    { IsRequired = true, ExperimentTypes = Template, AlsoCalled = ["prompt"] };

    /// <summary>Whether the judge explains itself.</summary>
    public static readonly FieldSpec ProvideExplanation = new("provide_explanation", ValueKind.Boolean, "Whether the judge explains its label")
    { IsRequired = true, ExperimentTypes = Template, AlsoCalled = ["explanation", "explain"] };

    /// <summary>The labels and their scores.</summary>
    public static readonly FieldSpec ClassificationChoices = new("classification_choices", ValueKind.NumberMap,
        "The labels that the judge may give, and their scores")
    { ExperimentTypes = Template, AlsoCalled = ["choices", "labels", "rails"] };

    /// <summary>Which column fills which placeholder.</summary>
    public static readonly FieldSpec ColumnMapping = new("column_mapping", ValueKind.TextMap, "Which column fills which placeholder of the template")
    { ExperimentTypes = Template, AlsoCalled = ["mappings", "mapping", "columns"] };

    /// <summary>The evaluator version that the template came from.</summary>
    public static readonly FieldSpec EvaluatorVersionId = new("evaluator_version_id", ValueKind.Text,
        "The evaluator version that the template came from")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.EvaluatorVersion, ExperimentTypes = Template, AlsoCalled = ["evaluatorversion"] };

    /// <summary>The agent integration, by ID.</summary>
    public static readonly FieldSpec IntegrationId = new("integration_id", ValueKind.Text, "The agent integration that is called, by its ID")
    { IsRequired = true, NeedsText = true, Refers = ResourceKind.AgentIntegration, ExperimentTypes = Agent };

    /// <summary>The agent integration, by name.</summary>
    public static readonly FieldSpec Integration = new("integration", ValueKind.Text, "The agent integration that is called, by its name")
    { NeedsText = true, Refers = ResourceKind.AgentIntegration, NameOf = IntegrationId, ExperimentTypes = Agent };

    /// <summary>What the agent is sent.</summary>
    public static readonly FieldSpec InputTemplate = new("input_template", ValueKind.AnyMap, "What the agent is sent, with `{{placeholders}}`")
    { IsRequired = true, KindHasOwnRule = true, Equality = Equality.Placeholders, ExperimentTypes = Agent };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a run configuration",
        ExperimentType, AiIntegrationId, AiIntegration, ModelName, Messages, InputVariableFormat, InvocationParameters, ProviderParameters,
        ToolConfig, PromptVersionId, TemplateText, ProvideExplanation, ClassificationChoices, ColumnMapping, EvaluatorVersionId,
        IntegrationId, Integration, InputTemplate)
    { RequiredHasOwnRule = true };
}
