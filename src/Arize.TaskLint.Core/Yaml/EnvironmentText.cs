using System.Text;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Fills <c>${VAR}</c> and <c>${VAR:default}</c>, as the profiles of the official command line do. <c>$${</c> is an escaped <c>${</c>, and braces
/// around anything but a variable's name (<c>${a.b}</c>) stay as they are.
/// </summary>
public static class EnvironmentText
{
    /// <summary>Whether there may be something to fill.</summary>
    public static bool Concerns(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0;

    /// <summary>Fills the variables of a text.</summary>
    /// <param name="variables">The value of a variable, or null if it is not set.</param>
    public static FilledText Fill(string text, Func<string, string?> variables)
    {
        List<string>? set = null;
        string? unset = null;
        string? shellForm = null;
        var isFilled = false;
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
            var hasDefault = text[nameEnd] == ':';
            if (hasDefault && text[nameEnd + 1] is '-' or '=' or '?' or '+')
                shellForm ??= text.Substring(dollar, close + 1 - dollar);
            if (variables(name) is { } value)
            {
                (set ??= []).Add(name);
                result.Append(value);
            }
            else if (hasDefault)
            {
                isFilled = true;
                result.Append(text, nameEnd + 1, close - nameEnd - 1);
            }
            else
            {
                unset ??= name;
                result.Append(text, dollar, close + 1 - dollar);
            }

            i = close + 1;
        }

        return new FilledText(result.Append(text, i, text.Length - i).ToString())
        {
            IsFilled = isFilled || set is not null,
            Set = set ?? (IReadOnlyList<string>)[],
            Unset = unset,
            ShellForm = shellForm,
        };
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
