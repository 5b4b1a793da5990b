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

    /// <summary>The role of a message's author.</summary>
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
