using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Spelling;

/// <summary>
/// How a scalar's text is written in its source, character by character: with quotes, escapes, folded lines, in YAML or in C#. The result of reading
/// the source is compared with the text. If they differ, as with a variable that was filled in, parts of the text have no place of their own.
/// </summary>
internal sealed class WrittenText
{
    private readonly Place whole;
    private readonly Place source;
    private readonly TextMap? map;

    private WrittenText(Place whole, Place source, TextMap? map)
    {
        this.whole = whole;
        this.source = source;
        this.map = map;
    }

    /// <summary>Whether the source contains each character of the text, in any spelling; false if a variable was filled in.</summary>
    internal bool IsExact => map is not null;

    /// <summary>Whether a value is laid out over several lines of its source.</summary>
    internal static bool RunsOverLines(Node value) =>
        value.Place is { File: { } file } place && place.End <= file.Text.Length
        && file.Text.Substring(place.Start, place.End - place.Start).TrimEnd().IndexOfAny(['\r', '\n']) >= 0;

    /// <summary>How a scalar is written.</summary>
    internal static WrittenText Of(ScalarNode value)
    {
        var source = value.WrittenAt?.Place ?? value.Place;
        if (source.File is not { Text.Length: > 0 } file || source.End > file.Text.Length)
            return new WrittenText(value.Place, source, null);
        var map = Candidates(file.Text, source.Start, source.End).FirstOrDefault(candidate => candidate is not null && candidate.Fits(value.Text));
        return new WrittenText(value.Place, source, map);
    }

    /// <summary>The place of a part of the text, or of the whole if that is not known.</summary>
    /// <param name="start">The offset of its first character in the text.</param>
    /// <param name="end">The offset behind its last character.</param>
    internal Place PlaceOf(int start, int end) =>
        map is null || map.Length == 0 ? whole : new Place(source.File, map.StartOf(start), map.EndOf(start, end));

    private static IEnumerable<TextMap?> Candidates(string text, int start, int end)
    {
        yield return YamlSpelling.Read(text, start, end);
        yield return CSharpSpelling.Read(text, start, end);
    }
}
