using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Describes where and why a text is not valid YAML, with the most probable cause.</summary>
/// <param name="secret">A text that is removed from all messages; null if there is none.</param>
internal sealed class ParseErrors(SourceFile file, Secret? secret)
{
    private const int LongestExample = 100;

    /// <summary>The problem for an exception of the parser.</summary>
    /// <param name="last">The position of the last event before it.</param>
    internal Unreadable Describe(YamlException invalid, int last)
    {
        var message = string.Join(" ", invalid.Message.Split([' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        var start = Math.Min((int)invalid.Start.Index, file.Text.Length);
        if (message.Contains(" tab ") && IndentingTab(last) is >= 0 and var tab)
            return At(tab, tab + 1, "a tab cannot indent a line; use blanks");
        if (message.Contains("found invalid mapping") && Colon((int)invalid.End.Index) is >= 0 and var colon)
        {
            if (FirstOfValue(colon) is >= 0 and var value)
                return At(colon, colon + 1, $"a text with ': ' needs quotes{Quoted(value)}");
            if (!IsBehindDocumentStart(colon))
                return At(colon, colon + 1, "this goes on with the text of the line above; is it indented too far, or is a ':' missing there");
        }

        if (message.Contains("did not find expected") && BehindQuote(start) is >= 0 and var first)
        {
            var isApostrophe = file.Text[start - 1] == '\'';
            return At(start, Math.Max(start + 1, (int)invalid.End.Index), isApostrophe
                ? "a ' within single quotes is written twice"
                : $"the text goes on behind its closing quote; put all of it in quotes{Quoted(first)}");
        }

        var reason = message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message.Substring(1);
        return At(start, Math.Max(start + 1, (int)invalid.End.Index), reason + Advice(message, start));
    }

    /// <summary>The problem if the parser failed without a message.</summary>
    /// <param name="last">The position of the last event before it.</param>
    internal Unreadable DescribeUnknown(int last) => new(
        new Place(file, last, Math.Min(last + 1, file.Text.Length)),
        "not valid YAML: the text from here on cannot be read; is a bracket, brace or quote not closed");

    private Unreadable At(int start, int end, string reason) =>
        new(new Place(file, start, Math.Min(end, file.Text.Length)), $"not valid YAML: {reason}");

    // The parser reports the position before the tab.
    private int IndentingTab(int from)
    {
        var text = file.Text;
        for (var tab = text.IndexOf('\t', from); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var before = tab;
            while (before > 0 && text[before - 1] is ' ' or '\t')
                before--;
            if (before == 0 || text[before - 1] is '\r' or '\n')
                return tab;
        }

        return -1;
    }

    // The colon that is not permitted in a plain text: at or after the position where the parser stopped, on the same line.
    private int Colon(int from)
    {
        var text = file.Text;
        for (var i = Math.Max(0, Math.Min(from, text.Length) - 1); i < text.Length && text[i] is not ('\r' or '\n'); i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] is ' ' or '\t' or '\r' or '\n'))
                return i;
        }

        return -1;
    }

    // The beginning of the value that contains a position: after the key's colon, or the dash.
    private int FirstOfValue(int offset)
    {
        var text = file.Text;
        var line = offset;
        while (line > 0 && text[line - 1] is not ('\r' or '\n'))
            line--;
        var key = text.IndexOf(": ", line, offset - line, StringComparison.Ordinal);
        if (key < 0)
            return -1;
        key++;
        while (text[key] is ' ' or '\t')
            key++;
        return key < offset ? key : -1;
    }

    private bool IsBehindDocumentStart(int offset)
    {
        var line = offset == 0 ? 0 : file.Text.LastIndexOfAny(['\r', '\n'], offset - 1) + 1;
        return string.CompareOrdinal(file.Text, line, "---", 0, 3) == 0;
    }

    // The beginning of a quoted text whose closing quote directly precedes a position on the same line; -1 if there is none.
    private int BehindQuote(int offset)
    {
        var text = file.Text;
        var end = offset;
        while (end > 0 && text[end - 1] is ' ' or '\t')
            end--;
        if (end == 0 || offset >= text.Length || text[end - 1] is not ('"' or '\'') || text[offset] is '\r' or '\n' or ',' or '}' or ']' or ':')
            return -1;
        var quote = text[end - 1];
        for (var i = end - 2; i >= 0 && text[i] is not ('\r' or '\n'); i--)
        {
            if (text[i] == quote && (i == 0 || text[i - 1] is ' ' or '\t' or '[' or '{' or ',' or '\r' or '\n'))
                return i;
        }

        return -1;
    }

    // The rest of the line from a place, in quotes.
    private string Quoted(int first)
    {
        if (first < 0)
            return "";
        var text = file.Text;
        var end = first;
        while (end < text.Length && text[end] is not ('\r' or '\n') && !(text[end] == '#' && text[end - 1] is ' ' or '\t'))
            end++;
        var value = text.Substring(first, end - first).Trim();
        value = secret?.Clean(value) ?? value;
        if (value.Length is 0 or > LongestExample || value.IndexOfAny(['{', '}', '[', ']']) >= 0)
            return "";
        return value.Contains('\'') && !value.Contains('"') && !value.Contains('\\') ? $": \"{value}\"" : $": '{value.Replace("'", "''")}'";
    }

    private string Advice(string message, int start)
    {
        if (message.Contains("quoted scalar")
            && (message.Contains("end of stream") || message.Contains("indentation") || message.Contains("document indicator")))
        {
            return "; is a quote not closed";
        }

        var isBracket = start > 0 && start < file.Text.Length && file.Text[start] is '{' or '[';
        return isBracket && message.Contains("parsing a flow") ? "; between braces or brackets, a text with { or [ needs quotes" : "";
    }
}
