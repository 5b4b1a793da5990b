namespace Arize.TaskLint.Core.Fixes;

/// <summary>A fix that <c>lint --fix</c> makes, as it would change the text if it were made alone.</summary>
/// <param name="title">The title in an editor: an imperative without a full stop.</param>
/// <param name="write">Writes the edits: the result is read again, which only those formats pay for that show edits.</param>
public sealed class ProposedFix(string title, Func<IReadOnlyList<TextEdit>?> write)
{
    private readonly Lazy<IReadOnlyList<TextEdit>?> edits = new(write);

    /// <summary>The title in an editor: an imperative without a full stop.</summary>
    public string Title => title;

    /// <summary>The edits of the text that was read; null if the fix is made only together with others.</summary>
    public IReadOnlyList<TextEdit>? Edits => edits.Value;
}
