using System.Text;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Fills <c>${VAR}</c> and <c>${VAR:default}</c>, as the profiles of the official command line do. <c>$${</c> stands for a literal
/// <c>${</c>, and whatever is no variable's name between the braces (<c>${a.b}</c>) stays as it is.
/// </summary>
public static class EnvironmentText
{
    /// <summary>Whether there may be something to fill.</summary>
    public static bool Concerns(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0;

    /// <summary>Fills the variables of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The value of a variable, or null where it is not set.</param>
    /// <param name="filled">Whether a variable was filled in.</param>
    /// <param name="unset">The first variable that is not set and has no default, or null.</param>
    public static string Fill(string text, Func<string, string?> variables, out bool filled, out string? unset)
    {
        filled = false;
        unset = null;
        var result = new StringBuilder(text.Length);
        var lastClose = text.LastIndexOf('}');
        var i = 0;
        while (i < text.Length)
        {
            var dollar = text.IndexOf("${", i, StringComparison.Ordinal);
            if (dollar < 0)
                break;
            result.Append(text, i, dollar - i);
            var nameEnd = NameEnd(text, dollar + 2);
            if (dollar > i && text[dollar - 1] == '$')
            {
                // The escape: the dollar before is dropped, and the rest is text.
                result.Append('{');
                i = dollar + 2;
                continue;
            }

            var close = nameEnd == dollar + 2 || nameEnd == text.Length ? -1
                : text[nameEnd] == '}' ? nameEnd
                : text[nameEnd] == ':' && nameEnd < lastClose ? text.IndexOf('}', nameEnd)
                : -1;
            if (close < 0)
            {
                result.Append("${");
                i = dollar + 2;
                continue;
            }

            var name = text.Substring(dollar + 2, nameEnd - dollar - 2);
            var value = variables(name) ?? (text[nameEnd] == ':' ? text.Substring(nameEnd + 1, close - nameEnd - 1) : null);
            if (value is null)
            {
                unset ??= name;
                result.Append(text, dollar, close + 1 - dollar);
            }
            else
            {
                filled = true;
                result.Append(value);
            }

            i = close + 1;
        }

        return result.Append(text, i, text.Length - i).ToString();
    }

    private static int NameEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length
            && (text[end] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' || (end > start && text[end] is >= '0' and <= '9')))
        {
            end++;
        }

        return end;
    }
}
