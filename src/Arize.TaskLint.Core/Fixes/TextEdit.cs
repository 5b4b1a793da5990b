using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>A part of a text and what comes in its place.</summary>
/// <param name="Place">The part; an empty one for what is only added.</param>
/// <param name="NewText">What comes in its place.</param>
public sealed record TextEdit(Place Place, string NewText);

/// <summary>Writes fixes in a language.</summary>
public interface IFixWriter
{
    /// <summary>The edits that make the change, or null where it cannot be written safely.</summary>
    IReadOnlyList<TextEdit>? Write(Fix fix);
}
