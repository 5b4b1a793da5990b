using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Generator;

/// <summary>The builders. What the schema says of a field is not repeated here.</summary>
internal static class BuilderTable
{
    private const string FilterText = "A filter in the API's query language, such as <c>status_code = 'ERROR'</c>";
    private const string PathText = "A span attribute, such as <c>attributes.input.value</c>";

    private static readonly FreeKeys Parameters = new("Parameter", "a parameter that the API's description does not name", "The parameter's name");
    private static readonly FreeKeys Members = new("Parameter", "a member that the API's description does not name", "The member's name");

    /// <summary>The builder of free mappings.</summary>
    internal static readonly BuilderRow Free = new("ObjectBuilder", null) { FreeKeys = new("Set", "a key", "The key") };

    /// <summary>Every builder that has plain methods.</summary>
    internal static readonly IReadOnlyList<BuilderRow> All =
    [
        new(
            "EvaluatorBuilder", EvaluatorFields.Spec,
            new(EvaluatorFields.EvaluatorId) { IsByHand = true },
            new(EvaluatorFields.Evaluator) { IsByHand = true },
            new(EvaluatorFields.EvaluatorVersionId, "versionId", "The ID of a version of this evaluator"),
            new(EvaluatorFields.QueryFilter, "filter", FilterText),
            new(
                EvaluatorFields.ColumnMappings, "column",
                "On a project task a span attribute, such as <c>attributes.input.value</c>; on a dataset task a bare column, such as <c>output</c>")
            { KeyName = "variable", KeyText = "The evaluator's variable", UnsetMethod = "NoMappings" }),

        new(
            "InvocationParametersBuilder", InvocationParameterFields.Spec,
            new(InvocationParameterFields.MaxTokens, "count", "A number of tokens"),
            new(InvocationParameterFields.MaxCompletionTokens, "count", "A number of tokens"),
            new(InvocationParameterFields.TopP, "mass", "A share"),
            new(InvocationParameterFields.TopK, "count", "A number of tokens"),
            new(InvocationParameterFields.FrequencyPenalty, "penalty"),
            new(InvocationParameterFields.PresencePenalty, "penalty"),
            new(InvocationParameterFields.Stop, "text", "A text at which the answer ends"),
            new(InvocationParameterFields.ThinkingLevel, "level"),
            new(InvocationParameterFields.ThinkingBudget, "tokens", "A number of tokens"),
            new(InvocationParameterFields.ReasoningEffort, "effort"))
        { FreeKeys = Parameters },

        new(
            "JsonSchemaBuilder", JsonSchemaFields.Spec,
            new(JsonSchemaFields.Name, null, "The name") { Method = "Named" },
            new(JsonSchemaFields.Description, null, "A text for the model"))
        { FreeKeys = Members },

        new(
            "MessageBuilder", MessageFields.Spec,
            new(MessageFields.Role) { EnumType = "MessageRole" },
            new(MessageFields.Content, null, "A text with placeholders in the configuration's format"),
            new(MessageFields.ToolCallId, "id", "The tool call's ID")),

        Free,

        new(
            "QueryFiltersBuilder", QueryFiltersFields.Spec,
            new FieldRow(QueryFiltersFields.Expression, null, "The filters' letters with AND and OR, such as <c>A AND (B OR C)</c>")),

        new(
            "QueryMappingBuilder", QueryMappingFields.Spec,
            new(QueryMappingFields.VariableName) { IsByHand = true },
            new(QueryMappingFields.QueryIds, "filter", "A filter's letter, A to E") { UnsetMethod = "FromUnset" },
            new(QueryMappingFields.AttributePath, "path", PathText)),

        new("ResponseFormatBuilder", ResponseFormatFields.Spec, new FieldRow(ResponseFormatFields.Type) { EnumType = "ResponseFormatType" })
        { FreeKeys = Members },

        new(
            "RunConfigurationBuilder", RunConfigurationFields.Spec,
            new(RunConfigurationFields.ExperimentType, "type") { EnumType = "ExperimentType" },
            new(RunConfigurationFields.ModelName, "name", "The model's name, such as <c>gpt-4o</c>") { AlsoNamed = "ModelName" },
            new(RunConfigurationFields.InputVariableFormat, "format") { EnumType = "VariableFormat", AlsoNamed = "InputVariableFormat" },
            new(RunConfigurationFields.ProvideExplanation, "explain"),
            new(RunConfigurationFields.ClassificationChoices, "score", "The label's score")
            { KeyName = "label", KeyText = "The label", UnsetMethod = "NoChoices" },
            new(RunConfigurationFields.ColumnMapping, "column", "A column of the dataset, such as <c>output</c>")
            { KeyName = "variable", KeyText = "The placeholder's name", UnsetMethod = "NoMappings" },
            new(RunConfigurationFields.EvaluatorVersionId) { Method = "EvaluatorVersion" }),

        new(
            "TaskBuilder", TaskFields.Spec,
            new(TaskFields.Name) { IsByHand = true },
            new(TaskFields.Id) { NullText = "the task is found by its name" },
            new(TaskFields.Space, "space", "The space's name or ID") { NullText = "the task is in the catalog's space" },
            new(TaskFields.Type) { EnumType = "TaskType" },
            new(TaskFields.SamplingRate, "rate", "A share"),
            new(TaskFields.IsContinuous, "continuous", "Whether they are"),
            new(TaskFields.QueryFilter, "filter", FilterText),
            new(TaskFields.ExperimentIds) { IsNullWhenNull = true, UnsetMethod = "NoExperiments" },
            new(TaskFields.Experiments) { IsNullWhenNull = true }),

        new(
            "TaskCatalogBuilder", DocumentFields.Spec,
            new FieldRow(DocumentFields.Space, "space", "The space's name or ID") { NullText = "the catalog does not name one" }),

        new(
            "ToolCallBuilder", ToolCallFields.Spec,
            new(ToolCallFields.Id, null, "The ID"),
            new(ToolCallFields.Type) { EnumType = "ToolCallType" },
            new(ToolCallFields.Function) { IsByHand = true }),

        new(
            "ToolConfigBuilder", ToolConfigFields.Spec,
            new FieldRow(ToolConfigFields.ToolChoice, "choice", "The provider's word, such as <c>auto</c>"))
        { FreeKeys = Members },
    ];

    /// <summary>The builder of a field's mapping.</summary>
    internal static string TypeOf(FieldSpec field) => field.Object is { } inner ? All.Single(builder => builder.Spec == inner).Type : Free.Type;
}
