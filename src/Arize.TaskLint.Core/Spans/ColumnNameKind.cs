namespace Arize.TaskLint.Core.Spans;

/// <summary>Where the name of a column comes from, which decides whether outputs may show it.</summary>
public enum ColumnNameKind
{
    /// <summary>It is of words that are documented, and positions in lists.</summary>
    Documented,

    /// <summary>It is the own name of an attribute. Found within a text, it may be what a person wrote.</summary>
    Own,

    /// <summary>It is below a column with the content of a message, a document or a call: it may be what a person wrote.</summary>
    InContent,
}
