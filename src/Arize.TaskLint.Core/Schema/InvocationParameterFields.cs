namespace Arize.TaskLint.Core.Schema;

/// <summary>The parameters of a call of a model.</summary>
public static class InvocationParameterFields
{
    public static readonly FieldSpec Temperature = new("temperature", ValueKind.Number,
        "How freely tokens are drawn; the greatest value depends on the provider")
    { Minimum = 0 };

    public static readonly FieldSpec MaxTokens = new("max_tokens", ValueKind.Integer, "The most tokens of an answer");

    public static readonly FieldSpec MaxCompletionTokens = new("max_completion_tokens", ValueKind.Integer,
        "The most tokens of an answer, reasoning included");

    public static readonly FieldSpec TopP = new("top_p", ValueKind.Number, "The probability mass that tokens are drawn from")
    { Minimum = 0, Maximum = 1 };

    public static readonly FieldSpec FrequencyPenalty = new("frequency_penalty", ValueKind.Number, "How much repeated tokens are held back")
    { Minimum = -2, Maximum = 2 };

    public static readonly FieldSpec PresencePenalty = new("presence_penalty", ValueKind.Number, "How much tokens that occurred are held back")
    { Minimum = -2, Maximum = 2 };

    public static readonly FieldSpec Stop = new("stop", ValueKind.TextList, "Texts at which the answer ends");

    public static readonly FieldSpec ResponseFormat = new("response_format", ValueKind.Object, "The form of the response")
    { Object = ResponseFormatFields.Spec };

    public static readonly FieldSpec ToolConfig = new("tool_config", ValueKind.Object, "The tools that the model may call")
    { Object = ToolConfigFields.Spec };

    public static readonly FieldSpec TopK = new("top_k", ValueKind.Integer, "How many tokens are drawn from");

    public static readonly FieldSpec ThinkingLevel = new("thinking_level", ValueKind.Text, "How much a Gemini 3 model thinks")
    { Words = new EnumSpec("minimal", "low", "medium", "high") };

    public static readonly FieldSpec ThinkingBudget = new("thinking_budget", ValueKind.Integer,
        "How many tokens a Gemini 2.5 model thinks: 0 to 24576 (Flash), 128 to 32768 (Pro); -1 leaves it to the model")
    { Minimum = -1, Maximum = 32768 };

    public static readonly FieldSpec ReasoningEffort = new("reasoning_effort", ValueKind.Text,
        "How much a reasoning model reasons, in those of the words that the model has")
    { Words = new EnumSpec("none", "minimal", "low", "medium", "high", "xhigh") };

    public static readonly FieldSpec Verbosity = new("verbosity", ValueKind.Text, "How much the model says")
    { Words = new EnumSpec("low", "medium", "high") };

    public static readonly ObjectSpec Spec = new("invocation parameters",
        Temperature, MaxTokens, MaxCompletionTokens, TopP, FrequencyPenalty, PresencePenalty, Stop, ResponseFormat, ToolConfig, TopK,
        ThinkingLevel, ThinkingBudget, ReasoningEffort, Verbosity)
    { IsOpen = true };
}
