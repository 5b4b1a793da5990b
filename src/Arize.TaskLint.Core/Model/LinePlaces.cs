namespace Arize.TaskLint.Core.Model;

/// <summary>The places of declarations that were run: what is known of them is the line, and the file may be gone since.</summary>
/// <param name="path">The name of the file in results.</param>
/// <param name="text">Its text, or null if it cannot be read.</param>
public sealed class LinePlaces(string path, string? text)
{
    private readonly SourceFile? file = text is null ? null : new SourceFile(path, text);
    private readonly SourceFile bare = SourceFile.WithLinesOnly(path);

    public SourceFile File => file ?? bare;

    /// <summary>
    /// The place of a line's text. If the text has no such line, it is not the text that was run, and the place is that of an empty line.
    /// </summary>
    /// <param name="line">The number from 1; less for the file as a whole.</param>
    public Place Of(int line) => file?.TextOfLine(line) ?? new Place(bare, Math.Max(1, line), Math.Max(1, line));
}
