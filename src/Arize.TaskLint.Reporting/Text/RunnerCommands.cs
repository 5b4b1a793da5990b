namespace Arize.TaskLint.Reporting.Text;

/// <summary>
/// Commands to a CI runner, which reads them from standard output and standard error: <c>::set-env name=X::…</c> at the beginning of a line
/// (GitHub, Gitea), and <c>##vso[…]</c> or <c>##[…]</c> anywhere (Azure, GitHub), as also TeamCity has them.
/// </summary>
internal static class RunnerCommands
{
    /// <summary>Whether a command starts at a place of a text that may be the beginning of a line.</summary>
    /// <param name="lead">How much white space it begins with, which runners skip.</param>
    internal static bool StartAt(string text, int lead, int i) => text[i] switch
    {
        ':' => i == lead && i + 1 < text.Length && text[i + 1] == ':',
        '#' => i > 0 && text[i - 1] == '#' && IsCommand(text.AsSpan(i + 1)),
        _ => false,
    };

    private static bool IsCommand(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '[')
                return true;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
                return false;
        }

        return false;
    }
}
