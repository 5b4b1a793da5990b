namespace Arize.TaskLint.Core.Schema;

/// <summary>The shape that a field's value has.</summary>
public enum ValueKind
{
    /// <summary>A text; any plain scalar is taken as it is written.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of the words of <see cref="FieldSpec.Enum"/>.</summary>
    Enum,

    Date,

    /// <summary>A mapping with the fields of <see cref="FieldSpec.Object"/>.</summary>
    Object,

    /// <summary>A list of mappings with the fields of <see cref="FieldSpec.Object"/>.</summary>
    ObjectList,

    TextList,

    /// <summary>A list of anything.</summary>
    AnyList,

    /// <summary>A mapping of free keys to texts.</summary>
    TextMap,

    /// <summary>A mapping of free keys to numbers.</summary>
    NumberMap,

    /// <summary>A mapping of free keys to anything.</summary>
    AnyMap,

    /// <summary>Anything.</summary>
    Any,
}

/// <summary>What a field is to the comparison.</summary>
public enum FieldRole
{
    /// <summary>Declared by the team, compared with the live task.</summary>
    Managed,

    /// <summary>Names which task or entry this is; never drift by itself.</summary>
    Identity,

    /// <summary>Says something to this tool only; the API does not have it.</summary>
    Local,

    /// <summary>Written by the server; declaring it has no effect, and it is never compared.</summary>
    ServerManaged,
}

/// <summary>How two values of a field are held against each other.</summary>
public enum Equality
{
    /// <summary>As the kind says: enums without letter case and separators, numbers by value, texts but for line endings.</summary>
    ByKind,

    /// <summary>Besides, an empty text is the same as none: version pins.</summary>
    BlankIsNone,

    /// <summary>
    /// Besides, an empty text is the same as none, and filters are the same that say the same: see <see cref="Filters.FilterWriter"/>.
    /// </summary>
    Filter,

    /// <summary>Besides, <c>{{dataset.x}}</c> and <c>{{x}}</c> are the same: input templates.</summary>
    Placeholders,

    /// <summary>Besides, none is the same as the lone id of a single filter: the expression over filters.</summary>
    LoneFilter,
}

/// <summary>How the entries of a list are matched with each other.</summary>
public enum ListOrder
{
    /// <summary>By their position.</summary>
    Ordered,

    /// <summary>By <see cref="FieldSpec.KeyedBy"/>, in any order.</summary>
    Keyed,

    /// <summary>By their value, in any order.</summary>
    Set,
}

[Flags]
public enum TaskTypes
{
    /// <summary>No type, or one that is not known.</summary>
    None = 0,

    TemplateEvaluation = 1,

    CodeEvaluation = 2,

    RunExperiment = 4,

    /// <summary>Either evaluation.</summary>
    Evaluation = TemplateEvaluation | CodeEvaluation,

    /// <summary>Every type.</summary>
    All = Evaluation | RunExperiment,
}

/// <summary>What a task reads its rows from.</summary>
[Flags]
public enum DataSources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The spans of a project.</summary>
    Project = 1,

    /// <summary>The examples of a dataset.</summary>
    Dataset = 2,

    /// <summary>Either (what a field allows), or both (what a broken task declares).</summary>
    Both = Project | Dataset,
}

/// <summary>The types of an experiment run.</summary>
[Flags]
public enum ExperimentTypes
{
    /// <summary>No type, or one that is not known.</summary>
    None = 0,

    LlmGeneration = 1,

    TemplateEvaluation = 2,

    AgentCall = 4,

    /// <summary>Every type.</summary>
    All = LlmGeneration | TemplateEvaluation | AgentCall,
}
