namespace Arize.TaskLint.Core.Model;

/// <summary>A position in a file: the file and a range of its text.</summary>
/// <param name="File">The file; null for what has no place in any file, such as a value that the API returned.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public readonly record struct Place(SourceFile? File, int Start, int End)
{
    /// <summary>No place.</summary>
    public static readonly Place None;

    /// <summary>Whether there is a file to point at.</summary>
    public bool IsKnown => File is not null;

    /// <summary>Line and column of the first character.</summary>
    public LinePosition StartPosition => File?.PositionOf(Start) ?? default;

    /// <summary>Line and column after the last character.</summary>
    public LinePosition EndPosition => File?.PositionOf(End) ?? default;

    /// <summary>The place as texts name it, <c>a.arize.yaml:12:20</c>; empty if there is no file.</summary>
    public string Text => File is null ? "" : FormattableString.Invariant($"{LineText}:{StartPosition.Column}");

    /// <summary>The line as texts name it, <c>a.arize.yaml:12</c>; empty if there is no file.</summary>
    public string LineText => File is null ? "" : FormattableString.Invariant($"{File.Path}:{StartPosition.Line}");
}
