namespace Arize.TaskLint.Core.Schema;

/// <summary>A column's name that finds nothing.</summary>
/// <param name="Fault">What is wrong first.</param>
/// <param name="Meant">The name that was meant; null where it cannot be told.</param>
internal readonly record struct ColumnSlip(ColumnFault Fault, string? Meant)
{
    private const int Shown = 200;

    /// <summary>The name that was meant as the end of a message, whole where it can be: that is where it differs.</summary>
    internal string Advice =>
        Meant is null ? "" : $"; did you mean '{(Meant.Length <= Shown && Meant.IndexOfAny(['\r', '\n']) < 0 ? Meant : Excerpt.Of(Meant))}'";
}

/// <summary>What is wrong with the name of a column.</summary>
internal enum ColumnFault
{
    /// <summary>Blanks at an end, those among them that nobody sees.</summary>
    Blanks,

    /// <summary>It stands in braces, as a variable of a template does.</summary>
    Braces,

    JsonPath,

    /// <summary>There is nothing between two of its dots, or beside one.</summary>
    EmptyPart,

    /// <summary>The root is missing or misspelt.</summary>
    Root,

    /// <summary>The attribute is misspelt.</summary>
    Attribute,
}
