using System.Globalization;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The source line of a finding, with a marker under it.</summary>
internal static class SourceExcerpt
{
    private const int MostColumns = 120;
    private const int NumberColumns = 7;

    internal static void Write(ReportFinding finding, Palette palette, int? columns, TextWriter output)
    {
        if (finding is not { Source: { } source, Location: { } location })
            return;
        var from = Math.Clamp(source.Start, 0, source.Text.Length);
        var to = from + Math.Clamp(source.Length, 0, source.Text.Length - from);
        var lead = (source.IsCut == true ? "…" : "") + Shown(source.Text[..from]);
        var marked = Shown(source.Text[from..to]);
        var number = location.StartLine.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        var most = columns is { } all ? Math.Min(MostColumns, all - NumberColumns) : MostColumns;
        // What is marked stays in sight.
        if (TerminalText.Width(lead) + Math.Min(TerminalText.Width(marked), most / 2) > most)
            lead = "…";
        var shown = TerminalText.Shorten(lead + marked + Shown(source.Text[to..]), most);
        var room = Math.Max(1, most - TerminalText.Width(lead));
        var marker = palette.Of(finding.Severity, new string('^', Math.Clamp(TerminalText.Width(marked), 1, room)));
        output.Write($"{palette.Faint($"{number} │")} {shown}\n");
        output.Write($"{palette.Faint("     │")} {new string(' ', TerminalText.Width(lead))}{marker}\n");
    }

    private static string Shown(string text) => TerminalText.Escape(text.Replace('\t', ' '));
}
