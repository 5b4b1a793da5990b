using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>A part of a text and its replacement.</summary>
/// <param name="Place">The part; empty for an insertion.</param>
/// <param name="NewText">The replacement.</param>
public sealed record TextEdit(Place Place, string NewText);

/// <summary>Writes fixes in a language.</summary>
public interface IFixWriter
{
    /// <summary>The edits that make the change, or null if it cannot be written safely.</summary>
    IReadOnlyList<TextEdit>? Write(Fix fix);
}
