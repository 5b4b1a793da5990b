namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>A version of JSON Schema that the schema can be written in.</summary>
public sealed class SchemaDraft
{
    /// <summary>The draft of JSON Schema that the schema is written in.</summary>
    public static readonly SchemaDraft Draft202012 = new("2020-12", "https://json-schema.org/draft/2020-12/schema", "$defs", knowsDeprecated: true);

    /// <summary>The draft that older editors and validators support.</summary>
    public static readonly SchemaDraft Draft07 = new("draft-07", "http://json-schema.org/draft-07/schema#", "definitions", knowsDeprecated: false);

    /// <summary>Every version, the default first.</summary>
    public static readonly IReadOnlyList<SchemaDraft> All = [Draft202012, Draft07];

    private SchemaDraft(string name, string address, string definitions, bool knowsDeprecated)
    {
        Name = name;
        Address = address;
        Definitions = definitions;
        KnowsDeprecated = knowsDeprecated;
    }

    /// <summary>The word after <c>--draft</c>.</summary>
    public string Name { get; }

    /// <summary>The address that identifies the draft of a schema.</summary>
    internal string Address { get; }

    /// <summary>The key of the definitions.</summary>
    internal string Definitions { get; }

    /// <summary>Whether the version has the keyword <c>deprecated</c>.</summary>
    internal bool KnowsDeprecated { get; }

    /// <summary>The version of a name, or null.</summary>
    public static SchemaDraft? Find(string name) => All.FirstOrDefault(draft => draft.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
