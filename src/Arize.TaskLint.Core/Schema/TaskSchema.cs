namespace Arize.TaskLint.Core.Schema;

/// <summary>The words of the enums of a task.</summary>
public static class TaskEnums
{
    internal const string Template = "TEMPLATE_EVALUATION";
    internal const string Code = "CODE_EVALUATION";
    internal const string Experiment = "RUN_EXPERIMENT";
    internal const string Generation = "LLM_GENERATION";
    internal const string Agent = "AGENT_CALL";
    internal const string User = "USER";
    internal const string Assistant = "ASSISTANT";

    public static readonly EnumSpec TaskType = new(Template, Code, Experiment)
    {
        AlsoCalled = new Dictionary<string, string>
        {
            ["template"] = Template,
            ["templateeval"] = Template,
            ["llm"] = Template,
            ["llmeval"] = Template,
            ["llmevaluation"] = Template,
            ["llmasajudge"] = Template,
            ["code"] = Code,
            ["codeeval"] = Code,
            ["python"] = Code,
            ["experiment"] = Experiment,
            ["experimentrun"] = Experiment,
        },
    };

    /// <summary>The types of an experiment run.</summary>
    public static readonly EnumSpec ExperimentType = new(Generation, Template, Agent)
    {
        AlsoCalled = new Dictionary<string, string>
        {
            ["llm"] = Generation,
            ["generation"] = Generation,
            ["prompt"] = Generation,
            ["template"] = Template,
            ["evaluation"] = Template,
            ["templateeval"] = Template,
            ["agent"] = Agent,
        },
    };

    /// <summary>How the placeholders of LLM messages are written.</summary>
    public static readonly EnumSpec VariableFormat = new("F_STRING", Mustache, NoFormat)
    { Deprecated = [NoFormat], AlsoCalled = new Dictionary<string, string> { ["handlebars"] = Mustache, ["doublebraces"] = Mustache } };

    /// <summary>The variable format with double braces.</summary>
    internal const string Mustache = "MUSTACHE";

    /// <summary>The variable format that is deprecated; it is read as F_STRING.</summary>
    internal const string NoFormat = "NONE";

    /// <summary>Who says a message.</summary>
    public static readonly EnumSpec Role = new(User, Assistant, "SYSTEM", Tool)
    { AlsoCalled = new Dictionary<string, string> { ["human"] = User, ["ai"] = Assistant } };

    /// <summary>The role of a message that answers a tool call.</summary>
    public const string Tool = "TOOL";

    public static readonly EnumSpec ToolCallType = new("FUNCTION");

    public static readonly EnumSpec ResponseFormat = new("TEXT", "JSON_OBJECT", JsonSchema)
    { AlsoCalled = new Dictionary<string, string> { ["json"] = "JSON_OBJECT" } };

    /// <summary>The response format that has a schema.</summary>
    internal const string JsonSchema = "JSON_SCHEMA";

    /// <summary>The letters that filters may have, in the trace and session shape.</summary>
    public static readonly IReadOnlyList<string> FilterLetters = ["A", "B", "C", "D", "E"];
}

/// <summary>An entry of <c>ignore</c>: drift that a team lives with.</summary>
public static class IgnoreFields
{
    /// <summary>The path of the drift, or of something above it.</summary>
    public static readonly FieldSpec Path = new("path", ValueKind.Text,
        "The path of the drift, or of anything above it; `[*]` stands for every entry of a list")
    { Role = FieldRole.Local, IsRequired = true, NeedsText = true };

    /// <summary>Why the drift is accepted.</summary>
    public static readonly FieldSpec Reason = new("reason", ValueKind.Text, "Why the drift is accepted") { Role = FieldRole.Local };

    /// <summary>Who answers for it.</summary>
    public static readonly FieldSpec Owner = new("owner", ValueKind.Text, "Who answers for it") { Role = FieldRole.Local };

    /// <summary>The last day on which the entry counts.</summary>
    public static readonly FieldSpec Until = new("until", ValueKind.Date,
        "The last day on which the entry counts, in UTC; without it, it counts for ever")
    { Role = FieldRole.Local };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an ignore entry", Path, Reason, Owner, Until);
}

/// <summary>A filter of the trace and session shape.</summary>
public static class NamedFilterFields
{
    /// <summary>The letter that the expression and the mappings use.</summary>
    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The letter, A to E, by which `expression` and `query_mappings` name the filter")
    { IsRequired = true, NeedsText = true, IsKey = true, AlsoCalled = ["name", "letter"] };

    /// <summary>The filter's text.</summary>
    public static readonly FieldSpec Filter = new("filter", ValueKind.Text, "The filter, in the query language")
    { Equality = Equality.Filter, IsRequired = true, AlsoCalled = ["queryfilter", "query", "where"] };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a filter", Id, Filter);
}

/// <summary>The filters of the trace and session shape.</summary>
public static class QueryFiltersFields
{
    public static readonly FieldSpec Filters = new("filters", ValueKind.ObjectList, "One to five filters")
    { Object = NamedFilterFields.Spec, Order = ListOrder.Keyed, KeyedBy = NamedFilterFields.Id };

    /// <summary>How the filters go together.</summary>
    public static readonly FieldSpec Expression = new("expression", ValueKind.Text,
        "How the filters go together: their letters with AND and OR; needed from two filters on")
    { Equality = Equality.LoneFilter };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("query filters", Filters, Expression);
}

/// <summary>A mapping of the trace and session shape.</summary>
public static class QueryMappingFields
{
    /// <summary>The variable that is filled.</summary>
    public static readonly FieldSpec VariableName = new("variable_name", ValueKind.Text, "The evaluator's variable that is filled")
    { IsRequired = true, NeedsText = true, IsKey = true, AlsoCalled = ["variable", "name"] };

    /// <summary>The filters whose spans fill it.</summary>
    public static readonly FieldSpec QueryIds = new("query_ids", ValueKind.TextList,
        "The letters of the filters whose spans fill the variable; an empty list means any")
    { Order = ListOrder.Set, AlsoCalled = ["queries", "filters", "filterids"] };

    /// <summary>The attribute that fills it.</summary>
    public static readonly FieldSpec AttributePath = new("attribute_path", ValueKind.Text, "The span attribute that fills the variable")
    { NeedsText = true, AlsoCalled = ["attribute", "path", "column"] };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a query mapping", VariableName, QueryIds, AttributePath);
}

/// <summary>An evaluator as it is attached to a task.</summary>
public static class EvaluatorFields
{
    public static readonly FieldSpec EvaluatorId = new("evaluator_id", ValueKind.Text, "The evaluator, by its ID")
    { IsRequired = true, NeedsText = true, IsKey = true, Refers = ResourceKind.Evaluator, AlsoCalled = ["id"] };

    /// <summary>The evaluator's name as the API tells it.</summary>
    public static readonly FieldSpec EvaluatorName = new("evaluator_name", ValueKind.Text, "The evaluator's name, as the server tells it")
    { Role = FieldRole.ServerManaged };

    /// <summary>Which evaluator, by name.</summary>
    public static readonly FieldSpec Evaluator = new("evaluator", ValueKind.Text, "The evaluator, by its name")
    { NeedsText = true, Refers = ResourceKind.Evaluator, NameOf = EvaluatorId, ToldBy = EvaluatorName, AlsoCalled = ["name"] };

    /// <summary>The version that the task runs.</summary>
    public static readonly FieldSpec EvaluatorVersionId = new("evaluator_version_id", ValueKind.Text,
        "The version that the task is pinned to; none runs the latest")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.EvaluatorVersion, AlsoCalled = ["version", "versionid", "pin", "pinnedversion"] };

    /// <summary>The evaluator's own filter.</summary>
    public static readonly FieldSpec QueryFilter = new("query_filter", ValueKind.Text,
        "Which spans this evaluator judges, within the task's own filter")
    { Equality = Equality.Filter, AlsoCalled = ["filter", "where", "query"] };

    /// <summary>Which column fills which variable.</summary>
    public static readonly FieldSpec ColumnMappings = new("column_mappings", ValueKind.TextMap,
        "Which column, or span attribute, fills which variable of the evaluator")
    { AlsoCalled = ["mappings", "mapping", "columns", "variables", "variablemappings"] };

    /// <summary>Which attribute fills which variable, in the trace and session shape.</summary>
    public static readonly FieldSpec QueryMappings = new("query_mappings", ValueKind.ObjectList, "The trace and session shape of `column_mappings`")
    { Object = QueryMappingFields.Spec, Order = ListOrder.Keyed, KeyedBy = QueryMappingFields.VariableName };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an evaluator",
        EvaluatorId, Evaluator, EvaluatorName, EvaluatorVersionId, QueryFilter, ColumnMappings, QueryMappings);
}

public static class TaskFields
{
    public static readonly FieldSpec Name = new("name", ValueKind.Text,
        "The task's name; without an `id` it finds the live task, exactly and with letter case")
    { IsRequired = true, NeedsText = true, AlsoCalled = ["title", "taskname"] };

    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The live task's ID; it finds the task whatever its name is")
    { Role = FieldRole.Identity, NeedsText = true, Refers = ResourceKind.Task, AlsoCalled = ["taskid"] };

    public static readonly FieldSpec Space = new("space", ValueKind.Text, "The space, by name or ID, where it is not the document's")
    { Role = FieldRole.Local, NeedsText = true, Refers = ResourceKind.Space, AlsoCalled = ["spaceid", "spacename"] };

    /// <summary>Whether the declaration guards only what it names.</summary>
    public static readonly FieldSpec Partial = new("partial", ValueKind.Boolean,
        "Whether the declaration guards only the fields that it names, so that nothing counts as missing")
    { Role = FieldRole.Local, Default = "false" };

    /// <summary>Drift that the team lives with.</summary>
    public static readonly FieldSpec Ignore = new("ignore", ValueKind.ObjectList, "Drift that is shown as ignored and does not fail a check")
    { Role = FieldRole.Local, Object = IgnoreFields.Spec };

    public static readonly FieldSpec Type = new("type", ValueKind.Enum, "What the task does")
    { Enum = TaskEnums.TaskType, IsRequired = true, NeedsRecreate = true, AlsoCalled = ["tasktype", "kind"] };

    public static readonly FieldSpec ProjectId = new("project_id", ValueKind.Text, "The project whose spans are judged, by its ID")
    { NeedsText = true, Refers = ResourceKind.Project, NeedsRecreate = true, Types = TaskTypes.Evaluation };

    /// <summary>The project, by name.</summary>
    public static readonly FieldSpec Project = new("project", ValueKind.Text, "The project whose spans are judged, by its name")
    {
        NeedsText = true,
        Refers = ResourceKind.Project,
        NameOf = ProjectId,
        NeedsRecreate = true,
        Types = TaskTypes.Evaluation,
        AlsoCalled = ["projectname", "app"],
    };

    public static readonly FieldSpec DatasetId = new("dataset_id", ValueKind.Text, "The dataset whose examples are used, by its ID")
    { NeedsText = true, Refers = ResourceKind.Dataset, NeedsRecreate = true };

    /// <summary>The dataset, by name.</summary>
    public static readonly FieldSpec Dataset = new("dataset", ValueKind.Text, "The dataset whose examples are used, by its name")
    { NeedsText = true, Refers = ResourceKind.Dataset, NameOf = DatasetId, NeedsRecreate = true, AlsoCalled = ["datasetname"] };

    /// <summary>The share of spans that are judged.</summary>
    public static readonly FieldSpec SamplingRate = new("sampling_rate", ValueKind.Number, "The share of matching spans that are judged")
    { Minimum = 0, Maximum = 1, Types = TaskTypes.Evaluation, Sources = DataSources.Project, AlsoCalled = ["sampling", "rate", "sample"] };

    /// <summary>Whether new spans are judged as they arrive.</summary>
    public static readonly FieldSpec IsContinuous = new("is_continuous", ValueKind.Boolean, "Whether new spans are judged as they arrive")
    {
        FalseIsNone = true,
        Default = "false",
        Types = TaskTypes.Evaluation,
        Sources = DataSources.Project,
        AlsoCalled = ["continuous", "runcontinuously"],
    };

    /// <summary>Which spans are judged.</summary>
    public static readonly FieldSpec QueryFilter = new("query_filter", ValueKind.Text, "Which spans are judged, in the query language")
    { Equality = Equality.Filter, Types = TaskTypes.Evaluation, AlsoCalled = ["filter", "where", "query", "condition"] };

    /// <summary>Which spans are judged, in the trace and session shape.</summary>
    public static readonly FieldSpec QueryFilters = new("query_filters", ValueKind.Object,
        "The trace and session shape of `query_filter`, never together with it")
    { Object = QueryFiltersFields.Spec, Types = TaskTypes.Evaluation };

    public static readonly FieldSpec Evaluators = new("evaluators", ValueKind.ObjectList, "The evaluators that judge")
    {
        Object = EvaluatorFields.Spec,
        Order = ListOrder.Keyed,
        KeyedBy = EvaluatorFields.EvaluatorId,
        Types = TaskTypes.Evaluation,
        AlsoCalled = ["evals", "evaluations"],
    };

    /// <summary>The experiments, by ID.</summary>
    public static readonly FieldSpec ExperimentIds = new("experiment_ids", ValueKind.TextList,
        "The experiments of the dataset that are judged, by their IDs")
    {
        Order = ListOrder.Set,
        NeedsText = true,
        Refers = ResourceKind.Experiment,
        NeedsRecreate = true,
        Types = TaskTypes.Evaluation,
        Sources = DataSources.Dataset,
    };

    /// <summary>The experiments, by name.</summary>
    public static readonly FieldSpec Experiments = new("experiments", ValueKind.TextList,
        "The experiments of the dataset that are judged, by their names")
    {
        Order = ListOrder.Set,
        NeedsText = true,
        Refers = ResourceKind.Experiment,
        NameOf = ExperimentIds,
        NeedsRecreate = true,
        Types = TaskTypes.Evaluation,
        Sources = DataSources.Dataset,
        AlsoCalled = ["experimentnames"],
    };

    /// <summary>What an experiment runs.</summary>
    public static readonly FieldSpec RunConfiguration = new("run_configuration", ValueKind.Object,
        "What the experiment runs; a task of the type RUN_EXPERIMENT needs it")
    { Object = RunConfigurationFields.Spec, Types = TaskTypes.RunExperiment, AlsoCalled = ["runconfig", "configuration", "config"] };

    /// <summary>When the task last ran.</summary>
    public static readonly FieldSpec LastRunAt = new("last_run_at", ValueKind.Text, "When the task last ran") { Role = FieldRole.ServerManaged };

    /// <summary>When the task was made.</summary>
    public static readonly FieldSpec CreatedAt = new("created_at", ValueKind.Text, "When the task was made") { Role = FieldRole.ServerManaged };

    /// <summary>When the task was last changed.</summary>
    public static readonly FieldSpec UpdatedAt = new("updated_at", ValueKind.Text, "When the task was last changed")
    { Role = FieldRole.ServerManaged };

    /// <summary>Who made the task.</summary>
    public static readonly FieldSpec CreatedByUserId = new("created_by_user_id", ValueKind.Text, "Who made the task")
    { Role = FieldRole.ServerManaged };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a task",
        Name, Id, Space, Partial, Ignore, Type, ProjectId, Project, DatasetId, Dataset, SamplingRate, IsContinuous, QueryFilter, QueryFilters,
        Evaluators, ExperimentIds, Experiments, RunConfiguration, LastRunAt, CreatedAt, UpdatedAt, CreatedByUserId);
}

/// <summary>A document that holds tasks.</summary>
public static class DocumentFields
{
    /// <summary>The space of the document's tasks.</summary>
    public static readonly FieldSpec Space = new("space", ValueKind.Text, "The space of the tasks that do not name one themselves, by name or ID")
    { Role = FieldRole.Local, NeedsText = true, Refers = ResourceKind.Space, AlsoCalled = ["spaceid", "spacename"] };

    public static readonly FieldSpec Tasks = new("tasks", ValueKind.ObjectList, "The tasks") { Role = FieldRole.Local, Object = TaskFields.Spec };

    /// <summary>How a list answer of the API goes on.</summary>
    public static readonly FieldSpec Pagination = new("pagination", ValueKind.Any, "How a list answer of the API goes on")
    { Role = FieldRole.ServerManaged };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a task document", Space, Tasks, Pagination);
}

/// <summary>What may stand for a scalar: any live value that fits is no drift.</summary>
public static class MatcherFields
{
    /// <summary>The least number that fits.</summary>
    public static readonly FieldSpec Min = new("min", ValueKind.Number, "The least number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["minimum", "least", "gte"] };

    /// <summary>The greatest number that fits.</summary>
    public static readonly FieldSpec Max = new("max", ValueKind.Number, "The greatest number that fits")
    { Role = FieldRole.Local, AlsoCalled = ["maximum", "most", "lte"] };

    /// <summary>A part that the text must have.</summary>
    public static readonly FieldSpec Contains = new("contains", ValueKind.Text, "A part that the text must have, with letter case")
    { Role = FieldRole.Local };

    /// <summary>A pattern that the text must match somewhere.</summary>
    public static readonly FieldSpec Matches = new("matches", ValueKind.Text, "A .NET regular expression that must match somewhere in the text")
    { Role = FieldRole.Local };

    /// <summary>The values that fit.</summary>
    public static readonly FieldSpec OneOf = new("one_of", ValueKind.AnyList, "The values that fit") { Role = FieldRole.Local };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a matcher", Min, Max, Contains, Matches, OneOf);

    /// <summary>
    /// Whether a part may stand in a matcher for a value of a kind: a range for numbers, a part or a pattern for texts, a choice for all.
    /// </summary>
    public static bool Fits(FieldSpec part, ValueKind kind) =>
        part == Min || part == Max ? kind is ValueKind.Number or ValueKind.Integer
        : (part != Contains && part != Matches) || kind is ValueKind.Text or ValueKind.Enum;
}
