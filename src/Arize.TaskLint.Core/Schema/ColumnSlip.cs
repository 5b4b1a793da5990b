namespace Arize.TaskLint.Core.Schema;

/// <summary>A column's name that matches no column.</summary>
/// <param name="Meant">The name that was meant; null if that is not known.</param>
internal readonly record struct ColumnSlip(ColumnFault Fault, string? Meant)
{
    private const int Shown = 200;

    /// <summary>The intended name for the end of a message, complete if possible: the difference may be anywhere in it.</summary>
    internal string Advice =>
        Meant is null ? "" : $"; did you mean '{(Meant.Length <= Shown && Meant.IndexOfAny(['\r', '\n']) < 0 ? Meant : Excerpt.Of(Meant))}'";
}

/// <summary>The fault in the name of a column.</summary>
internal enum ColumnFault
{
    /// <summary>Invisible or other blanks at an end.</summary>
    Blanks,

    /// <summary>It is in braces, like a variable of a template.</summary>
    Braces,

    JsonPath,

    /// <summary>A part between two dots, or next to one, is empty.</summary>
    EmptyPart,

    /// <summary>The root is missing or misspelt.</summary>
    Root,

    /// <summary>The attribute is misspelt.</summary>
    Attribute,
}
