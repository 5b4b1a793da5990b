namespace Arize.TaskLint.Core.Model;

/// <summary>What a document says for all of its tasks. It may say so behind them, so it is known only once the document has been read.</summary>
public sealed class DocumentScope
{
    /// <summary>The <c>space</c> of the tasks.</summary>
    public FieldValue Space { get; set; }

    /// <summary>Whether the document was made by code, whose places are lines.</summary>
    public bool IsCode { get; init; }
}
