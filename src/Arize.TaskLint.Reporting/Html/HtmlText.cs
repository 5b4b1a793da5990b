using System.Text;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>Makes text from files and from the API safe in HTML, in elements as in quoted attributes, and shows what is hidden in it.</summary>
internal static class HtmlText
{
    /// <summary>A text on one line.</summary>
    internal static string Of(string text) => Encode(TerminalText.Escape(text));

    /// <summary>A text whose line breaks stay, and of which all else is shown as on one line. It is not encoded yet.</summary>
    internal static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(TerminalText.Escape));

    /// <summary>Encodes a text without hidden characters.</summary>
    internal static string Encode(string shown)
    {
        if (shown.AsSpan().IndexOfAny("&<>\"'") < 0)
            return shown;
        var safe = new StringBuilder(shown.Length + 16);
        foreach (var c in shown)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    /// <summary>HTML that links to an address of the web; without one, or with any other address, the HTML alone.</summary>
    internal static string Link(string? address, string html) =>
        IsOfTheWeb(address) ? $"<a href=\"{Of(address!)}\" rel=\"noreferrer\">{html}</a>" : html;

    // A saved report may come from anyone: "javascript:" is an address too.
    private static bool IsOfTheWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
