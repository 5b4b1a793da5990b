namespace Arize.TaskLint.Core.Model;

/// <summary>The places of declarations that were run: what is known of them is the line, and the file may be gone since.</summary>
/// <param name="path">How the file is called in results.</param>
/// <param name="text">Its text, or null where it cannot be read.</param>
public sealed class LinePlaces(string path, string? text)
{
    private readonly SourceFile? file = text is null ? null : new SourceFile(path, text);
    private readonly SourceFile bare = SourceFile.WithLinesOnly(path);

    public SourceFile File => file ?? bare;

    /// <summary>The text of a line; its beginning, with nothing to show, where the text has no such line: it is not the one that was run.</summary>
    /// <param name="line">Counts from 1; less stands for the file as a whole.</param>
    public Place Of(int line) => file?.TextOfLine(line) ?? new Place(bare, Math.Max(1, line), Math.Max(1, line));
}
