using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Remedies;

/// <summary>Texts as arguments in a POSIX shell.</summary>
public static class ShellText
{
    /// <summary>The text as one argument, in single quotes if it needs any.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '+' or ',' or '@' or '%')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Whether a terminal shows the text without an escape, so that it can be copied from there.</summary>
    internal static bool IsShownAsItIs(string text) => TerminalText.Escape(text) == text;
}
