using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Patterns;

namespace Arize.TaskLint.Core.Severities;

/// <summary>
/// The name of a section of <c>.editorconfig</c> as a pattern over paths, read as the C# compiler reads it, so that both apply a section to the
/// same files: <c>*</c> (within a folder), <c>**</c>, <c>?</c>, <c>[abc]</c>, <c>[!abc]</c>, <c>{a,b}</c>, <c>{1..5}</c>, <c>\</c> before a character
/// that means itself. A name without <c>/</c> fits files of any folder below. What cannot be read fits no file.
/// </summary>
internal sealed class SectionGlob
{
    private const int LongestName = 4096;
    private const int DeepestChoice = 50;

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    private readonly List<(int Least, int Most)> ranges = [];
    private readonly StringBuilder pattern = new("^");
    private readonly Regex? regex;
    private readonly string name;
    private int next;

    internal SectionGlob(string name)
    {
        this.name = name;
        if (name.Length is 0 or > LongestName)
            return;
        if (name.IndexOf('/') < 0)
            pattern.Append(".*/");
        else if (name[0] != '/')
            pattern.Append('/');
        if (!TakeItems(depth: 0))
            return;
        pattern.Append('$');
        try
        {
            var text = pattern.ToString();
            // Several stars would be tried in many combinations; this finds the same matches without backtracking.
            regex = (name.IndexOf('*') == name.LastIndexOf('*') ? null : UserPattern.WithoutBacktracking(text, MatchTime))
                ?? new Regex(text, RegexOptions.CultureInvariant, MatchTime);
        }
        catch (ArgumentException)
        {
            // A class such as [z-a].
        }
    }

    /// <summary>Whether a path fits.</summary>
    /// <param name="path">From the folder of the file, with <c>/</c>, at its beginning too.</param>
    internal bool Fits(string path)
    {
        if (regex is null)
            return false;
        try
        {
            var match = regex.Match(path);
            return match.Success && AreWithinRanges(match);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // A range in a choice that was not taken has no number, and the compiler lets no path fit then.
    private bool AreWithinRanges(Match match)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            if (!TryNumber(match.Groups[i + 1].Value, out var number) || number < ranges[i].Least || number > ranges[i].Most)
                return false;
        }

        return true;
    }

    // Up to the end of the name, or of the choice that they are in: its comma or closing brace is consumed, too.
    private bool TakeItems(int depth)
    {
        while (next < name.Length)
        {
            var c = name[next++];
            switch (c)
            {
                case '*' when next < name.Length && name[next] == '*':
                    next++;
                    pattern.Append(".*");
                    break;
                case '*':
                    pattern.Append("[^/]*");
                    break;
                case '?':
                    pattern.Append('.');
                    break;
                case '[':
                    if (!TakeClass())
                        return false;
                    break;
                case '{':
                    if (!TakeBraces(depth))
                        return false;
                    break;
                case '}' or ',':
                    return depth > 0;
                case '\\' when next == name.Length:
                    return false;
                case '\\':
                    AppendLiteral(name[next++]);
                    break;
                default:
                    AppendLiteral(c);
                    break;
            }
        }

        return depth == 0;
    }

    private void AppendLiteral(char c) => pattern.Append(Regex.Escape(c.ToString()));

    private bool TakeClass()
    {
        pattern.Append('[');
        if (next < name.Length && name[next] == '!')
        {
            pattern.Append('^');
            next++;
        }

        while (next < name.Length)
        {
            var c = name[next++];
            if (c == ']')
            {
                pattern.Append(']');
                return true;
            }

            if (c == '\\' && next == name.Length)
                return false;
            if (c == '\\')
                pattern.Append('\\').Append(name[next++]);
            else if (c == '-')
                pattern.Append('-');
            else
                AppendLiteral(c);
        }

        return false;
    }

    private bool TakeBraces(int depth)
    {
        if (TakeRange() is { } isRange)
            return isRange;
        if (depth == DeepestChoice)
            return false;
        pattern.Append("(?:");
        while (TakeItems(depth + 1))
        {
            if (name[next - 1] == '}')
            {
                pattern.Append(')');
                return true;
            }

            pattern.Append('|');
        }

        return false;
    }

    // Null if it is no range but a choice; false if its numbers are too large.
    private bool? TakeRange()
    {
        var start = next;
        if (TakeNumber() is { } one && TakePoint() && TakePoint() && TakeNumber() is { } other && next < name.Length && name[next] == '}')
        {
            next++;
            if (!TryNumber(one, out var first) || !TryNumber(other, out var last))
                return false;
            ranges.Add((Math.Min(first, last), Math.Max(first, last)));
            pattern.Append("(-?[0-9]+)");
            return true;
        }

        next = start;
        return null;
    }

    private bool TakePoint() => next < name.Length && name[next++] == '.';

    private string? TakeNumber()
    {
        var start = next;
        if (next < name.Length && name[next] == '-')
            next++;
        var digits = next;
        while (next < name.Length && char.IsDigit(name[next]))
            next++;
        return next > digits ? name.Substring(start, next - start) : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
