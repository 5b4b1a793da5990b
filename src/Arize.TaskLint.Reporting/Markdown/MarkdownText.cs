using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Markdown;

/// <summary>
/// Makes text from files and from the API safe in the Markdown of GitHub and GitLab: it starts no markup, no HTML, no link and no mention, and stays
/// in its cell of a table.
/// </summary>
internal static partial class MarkdownText
{
    private const string Special = "\\`*_{}[]<>()#+-.!|~&$^=\":";

    /// <summary>A text of this tool in a cell of a table, which may quote others. Only as code does it link and mention nobody.</summary>
    internal static string Cell(string text) => IsHarmless(text) ? Escaped(TerminalText.Escape(text)) : Code(text);

    /// <summary>A text as code in a cell of a table.</summary>
    internal static string Code(string text, int most = int.MaxValue)
    {
        var code = new StringBuilder();
        var backslashes = 0;
        foreach (var c in Inline(text, most))
        {
            // A bar ends the cell, even within code, unless an odd number of backslashes precedes it.
            if (c == '|')
                code.Append(backslashes % 2 == 0 ? "\\" : "\\\\");
            code.Append(c);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        return code.ToString();
    }

    /// <summary>A text as code in a line.</summary>
    internal static string Inline(string text, int most = int.MaxValue)
    {
        var shown = TerminalText.Shorten(TerminalText.Escape(text), most);
        if (shown.Length == 0)
            return "(empty)";
        var fence = new string('`', LongestRun(shown) + 1);
        var blank = shown[0] is '`' or ' ' || shown[^1] is '`' or ' ' ? " " : "";
        return fence + blank + shown + blank + fence;
    }

    /// <summary>Lines of text as a block of code.</summary>
    internal static string Block(string lines, string language = "text")
    {
        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        return $"{fence}{language}\n{lines.TrimEnd('\n')}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // Mentions and links are made of the text that is left when the markup is gone, so nothing escapes them.
    private static bool IsHarmless(string text) =>
        text.IndexOfAny(['@', '#', '%', '`', '\\']) < 0
        && !text.Contains("://", StringComparison.Ordinal)
        && !text.Contains("www.", StringComparison.OrdinalIgnoreCase)
        && TerminalText.Escape(text) == text
        && !LinkedByItself().IsMatch(text);

    // Issues of trackers, merge requests, commits, pictures.
    [GeneratedRegex(@"\b(?:[A-Z][A-Z0-9_]+|[Gg][Hh])-\d|\b[0-9a-f]{7,}\b|:[\w+-]+:|\w!\d|\[\w+:\d")]
    private static partial Regex LinkedByItself();

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal) && c is not ('.' or '-' or '(' or ')' or ':' or '"' or '='))
                safe.Append('\\');
            safe.Append(c);
        }

        return safe.ToString();
    }
}
