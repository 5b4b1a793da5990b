using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Schema;

/// <summary>The task schema beside the shapes that the API's description gives, written out here a second time.</summary>
public sealed class TaskSchemaTests
{
    private const string Task = """
        id Text, name Text, type Enum, project_id Text, dataset_id Text, sampling_rate Number, is_continuous Boolean, query_filter Text,
        query_filters Object, evaluators ObjectList, experiment_ids TextList, run_configuration Object, last_run_at Text, created_at Text,
        updated_at Text, created_by_user_id Text
        """;

    private const string Evaluator = """
        evaluator_id Text, evaluator_name Text, evaluator_version_id Text, query_filter Text, column_mappings TextMap, query_mappings ObjectList
        """;

    private const string LlmGeneration = """
        experiment_type Enum, ai_integration_id Text, model_name Text, messages ObjectList, input_variable_format Enum,
        invocation_parameters Object, provider_parameters AnyMap, tool_config Object, prompt_version_id Text
        """;

    private const string TemplateEvaluation = """
        experiment_type Enum, ai_integration_id Text, model_name Text, template Text, provide_explanation Boolean,
        classification_choices NumberMap, column_mapping TextMap, evaluator_version_id Text, invocation_parameters Object, provider_parameters AnyMap
        """;

    private const string InvocationParameters = """
        temperature Number, max_tokens Integer, max_completion_tokens Integer, top_p Number, frequency_penalty Number, presence_penalty Number,
        stop TextList, response_format Object, tool_config Object, top_k Integer, thinking_level Text, thinking_budget Integer,
        reasoning_effort Text, verbosity Text
        """;

    public static TheoryData<string, ObjectSpec, string> Shapes => new()
    {
        { "a task", TaskFields.Spec, Task },
        { "an evaluator", EvaluatorFields.Spec, Evaluator },
        { "query filters", QueryFiltersFields.Spec, "filters ObjectList, expression Text" },
        { "a filter", NamedFilterFields.Spec, "id Text, filter Text" },
        { "a query mapping", QueryMappingFields.Spec, "variable_name Text, query_ids TextList, attribute_path Text" },
        { "LLM_GENERATION", RunConfigurationFields.Spec, LlmGeneration },
        { "TEMPLATE_EVALUATION", RunConfigurationFields.Spec, TemplateEvaluation },
        { "AGENT_CALL", RunConfigurationFields.Spec, "experiment_type Enum, integration_id Text, input_template AnyMap" },
        { "a message", MessageFields.Spec, "role Enum, content Text, tool_call_id Text, tool_calls ObjectList" },
        { "a tool call", ToolCallFields.Spec, "id Text, type Enum, function Object" },
        { "a function", FunctionFields.Spec, "name Text, arguments Text" },
        { "invocation parameters", InvocationParameterFields.Spec, InvocationParameters },
        { "a response format", ResponseFormatFields.Spec, "type Enum, json_schema Object" },
        { "a response schema", JsonSchemaFields.Spec, "name Text, description Text, schema AnyMap, strict Boolean" },
        { "a tool configuration", ToolConfigFields.Spec, "tools AnyList, tool_choice Any" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_property_of_the_API_is_in_the_table_with_its_kind(string shape, ObjectSpec spec, string properties)
    {
        foreach (var (name, kind) in Read(properties))
        {
            Assert.True(spec.Find(name) is not null, $"{shape} has no {name}");
            Assert.Equal((name, kind), (name, spec.Find(name)!.Kind));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_table_has_nothing_that_the_API_does_not_have_but_what_this_tool_reads_itself(string shape, ObjectSpec spec, string properties)
    {
        var type = TaskEnums.ExperimentType.IndexOf(shape) is var index and >= 0 ? (ExperimentTypes)(1 << index) : ExperimentTypes.All;
        var known = Read(properties).Select(property => property.Name).ToHashSet();

        Assert.All(
            spec.Fields.Where(field => field.Role != FieldRole.Local && field.NameOf is null && (field.ExperimentTypes & type) != 0),
            field => Assert.Contains(field.Name, known));
    }

    [Theory]
    [InlineData("project_id", "project")]
    [InlineData("dataset_id", "dataset")]
    [InlineData("experiment_ids", "experiments")]
    [InlineData("evaluator_id", "evaluator")]
    [InlineData("ai_integration_id", "ai_integration")]
    [InlineData("integration_id", "integration")]
    public void A_reference_by_ID_has_a_twin_by_name(string byId, string byName)
    {
        var spec = new[] { TaskFields.Spec, EvaluatorFields.Spec, RunConfigurationFields.Spec }.Single(spec => spec.Find(byId) is not null);
        var (id, name) = (spec.Find(byId)!, spec.Find(byName)!);

        Assert.Same(name, spec.NameTwinOf(id));
        Assert.Same(id, name.NameOf);
        Assert.Equal((id.Kind, id.Refers, id.NeedsRecreate, id.Types, id.Sources, id.ExperimentTypes),
            (name.Kind, name.Refers, name.NeedsRecreate, name.Types, name.Sources, name.ExperimentTypes));
        Assert.NotNull(id.Refers!.ListPath);
    }

    [Fact]
    public void What_the_API_cannot_change_needs_a_new_task() => Assert.Equal(
        ["dataset_id", "experiment_ids", "project_id", "type"],
        FieldReference.Reachable().SelectMany(spec => spec.Fields).Where(field => field.NeedsRecreate && field.NameOf is null).Select(field => field.Name).Order());

    [Fact]
    public void What_is_never_compared_is_what_identifies_and_what_the_server_writes() => Assert.Equal(
        ["created_at", "created_by_user_id", "evaluator_name", "id", "last_run_at", "pagination", "updated_at"],
        FieldReference.Reachable().SelectMany(spec => spec.Fields)
            .Where(field => field.Role is FieldRole.Identity or FieldRole.ServerManaged).Select(field => field.Name).Order());

    [Fact]
    public void The_words_of_the_enums_are_those_of_the_API()
    {
        Assert.Equal(["TEMPLATE_EVALUATION", "CODE_EVALUATION", "RUN_EXPERIMENT"], TaskEnums.TaskType.Words);
        Assert.Equal(["LLM_GENERATION", "TEMPLATE_EVALUATION", "AGENT_CALL"], TaskEnums.ExperimentType.Words);
        Assert.Equal(["F_STRING", "MUSTACHE", "NONE"], TaskEnums.VariableFormat.Words);
        Assert.Equal(["USER", "ASSISTANT", "SYSTEM", "TOOL"], TaskEnums.Role.Words);
        Assert.Equal(["FUNCTION"], TaskEnums.ToolCallType.Words);
        Assert.Equal(["TEXT", "JSON_OBJECT", "JSON_SCHEMA"], TaskEnums.ResponseFormat.Words);
    }

    [Fact]
    public void The_bits_of_types_are_in_the_order_of_their_words()
    {
        Assert.Equal(TaskTypes.RunExperiment, (TaskTypes)(1 << TaskEnums.TaskType.IndexOf("RUN_EXPERIMENT")));
        Assert.Equal(TaskTypes.CodeEvaluation, (TaskTypes)(1 << TaskEnums.TaskType.IndexOf("CODE_EVALUATION")));
        Assert.Equal(ExperimentTypes.AgentCall, (ExperimentTypes)(1 << TaskEnums.ExperimentType.IndexOf("AGENT_CALL")));
        Assert.Equal(ExperimentTypes.TemplateEvaluation, (ExperimentTypes)(1 << TaskEnums.ExperimentType.IndexOf("TEMPLATE_EVALUATION")));
    }

    [Fact]
    public void The_table_is_consistent() => Assert.All(FieldReference.Reachable().SelectMany(spec => spec.Fields), field =>
    {
        Assert.Equal(field.Kind == ValueKind.Enum, field.Enum is not null);
        Assert.Equal(field.Kind is ValueKind.Object or ValueKind.ObjectList, field.Object is not null);
        Assert.Equal(field.Order == ListOrder.Keyed, field.KeyedBy is not null);
        Assert.True(field.KeyedBy is null || (field.KeyedBy.IsKey && field.Object!.Find(field.KeyedBy.Name) == field.KeyedBy));
        Assert.True(field.Equality != Equality.Placeholders || !field.IsScalar);
        Assert.True(field.Equality is not (Equality.BlankIsNone or Equality.Filter or Equality.LoneFilter) || field is { Kind: ValueKind.Text, NeedsText: false });
        Assert.True(!field.FalseIsNone || field.Kind == ValueKind.Boolean);
        Assert.False(field.TakesMatcher && (field.IsKey || field.NameOf is not null || field.Role != FieldRole.Managed));
    });

    private static IEnumerable<(string Name, ValueKind Kind)> Read(string properties) =>
        properties.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split(' '))
            .Select(parts => (parts[0], Enum.Parse<ValueKind>(parts[1])));
}
