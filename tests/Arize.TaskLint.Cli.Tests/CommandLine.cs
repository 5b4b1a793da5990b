using System.Text;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Splits a line as a shell does: blanks, single and double quotes.</summary>
internal static class CommandLine
{
    internal static string[] Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var isOpen = false;
        foreach (var c in line)
        {
            if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && (c is '\'' or '"'))
            {
                (quote, isOpen) = (c, true);
            }
            else if (quote == '\0' && c == ' ')
            {
                if (isOpen)
                    words.Add(word.ToString());
                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (isOpen)
            words.Add(word.ToString());
        return [.. words];
    }
}
