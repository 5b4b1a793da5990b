namespace Arize.TaskLint.Core.Model;

/// <summary>
/// Settings of a document that apply to all of its tasks. They may follow the tasks, so they are known only after the whole document has been read.
/// </summary>
public sealed class DocumentScope
{
    /// <summary>The <c>space</c> of the tasks.</summary>
    public FieldValue Space { get; set; }

    /// <summary>Whether the document was made by code, whose places are lines.</summary>
    public bool IsCode { get; init; }
}
