using System.Globalization;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The source line of a finding, with a marker under it.</summary>
internal static class SourceExcerpt
{
    private const int MostColumns = 120;
    private const int ColumnsBefore = 60;

    internal static void Write(Place place, Palette palette, string colourOfMarker, Secret? secret, TextWriter output)
    {
        var (start, end) = (place.StartPosition, place.EndPosition);
        var line = place.File!.LineAt(start.Line);
        // A line that holds the key is not shown at all: cut or coloured, a part of the key would be left.
        if (string.IsNullOrWhiteSpace(line) || (secret is not null && secret.StrikeOut(line) != line))
            return;
        var from = Math.Min(start.Column - 1, line.Length);
        var to = end.Line == start.Line ? Math.Min(end.Column - 1, line.Length) : line.Length;
        // Of a line that is too long for a terminal, the part around the place is shown.
        var cut = line.Length > MostColumns && from > ColumnsBefore ? from - ColumnsBefore : 0;
        if (cut > 0 && char.IsLowSurrogate(line[cut]))
            cut--;
        var lead = (cut > 0 ? "…" : "") + TerminalText.Escape(line[cut..from].Replace('\t', ' '));
        var marked = TerminalText.Escape(line[from..to].Replace('\t', ' '));
        var rest = TerminalText.Escape(line[to..].Replace('\t', ' '));
        var number = start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        var shown = TerminalText.Shorten(lead + marked + rest, MostColumns);
        var room = Math.Max(1, MostColumns - TerminalText.Width(lead));
        var marker = new string('^', Math.Clamp(TerminalText.Width(marked), 1, room));
        output.Write($"{palette.Faint($"{number} │")} {shown}\n");
        output.Write($"{palette.Faint("     │")} {new string(' ', TerminalText.Width(lead))}{colourOfMarker.Replace("^", marker, StringComparison.Ordinal)}\n");
    }
}
