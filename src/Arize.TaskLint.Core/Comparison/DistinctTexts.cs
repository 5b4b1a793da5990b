using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Two texts that differ, as a person sees them: short, around the first difference, and never alike. What the eye cannot tell apart, such as
/// a no-break space, a combined letter or a Cyrillic letter beside a Latin one, is written out.
/// </summary>
public static class DistinctTexts
{
    // How much of what is the same is shown before the first difference, as a part of the longest text.
    private const int LeadPart = 4;

    // Letters of other scripts that are drawn like these; a font decides, so only those that are drawn alike everywhere.
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSοoνvιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    private static readonly Dictionary<char, char> Latin =
        Enumerable.Range(0, LookAlikes.Length / 2).ToDictionary(i => LookAlikes[2 * i], i => LookAlikes[(2 * i) + 1]);

    /// <summary>The two texts, each with quotes where blanks at an end would not be seen.</summary>
    /// <param name="declared">The declared text.</param>
    /// <param name="live">The live text.</param>
    /// <param name="longest">The most characters of a text that are shown.</param>
    /// <param name="isQuoted">Whether quotes stand around texts in any case.</param>
    public static (string Declared, string Live) Of(string declared, string live, int longest, bool isQuoted = false)
    {
        var same = 0;
        while (same < declared.Length && same < live.Length && declared[same] == live[same])
            same++;
        var (own, other) = (Cut(declared, same, longest), Cut(live, same, longest));
        var (ownSeen, otherSeen) = (WriteOut(own.Text, IsHidden), WriteOut(other.Text, IsHidden));
        (own, other) = Drawn(ownSeen) == Drawn(otherSeen) || Combines(declared, live, same)
            ? (own with { Text = WriteOut(own.Text, c => c is < ' ' or > '~' or '\\') },
                other with { Text = WriteOut(other.Text, c => c is < ' ' or > '~' or '\\') })
            : (own with { Text = ownSeen }, other with { Text = otherSeen });
        var quotes = isQuoted || HasBlankEnd(own.Text) || HasBlankEnd(other.Text);
        return (own.Show(quotes || declared.Length == 0), other.Show(quotes || live.Length == 0));
    }

    private static Part Cut(string text, int same, int longest)
    {
        if (text.Length <= longest)
            return new Part(text, false, false);
        var lead = longest / LeadPart;
        var start = same < longest - lead ? 0 : Math.Min(same - lead, text.Length - longest);
        var end = Math.Min(text.Length, start + longest);
        // Half of a surrogate pair is not a text.
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return new Part(text.Substring(start, end - start), start > 0, end < text.Length);
    }

    private static bool HasBlankEnd(string text) => text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]));

    // Takes no room, or as much as a blank.
    private static bool IsHidden(char c) => c < 0x80 ? c < ' '
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || c is '\u034f' or '\u115f' or '\u1160' or '\u3164' or '\uffa0';

    // A text as it is drawn: without variation selectors, in one script.
    private static string Drawn(string text)
    {
        var drawn = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                // Written out, a control character looks like its escape.
                drawn.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => c.ToString() });
                continue;
            }

            // Full-width forms are the ASCII letters, drawn wider.
            if (c is not (>= '\ufe00' and <= '\ufe0f'))
                drawn.Append(Latin.TryGetValue(c, out var latin) ? latin : c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }

        return drawn.ToString();
    }

    // A letter in one piece against the same letter and a mark that combines with it.
    private static bool Combines(string declared, string live, int at) =>
        IsMarked(declared, at) != IsMarked(live, at) || IsJamo(declared, at) != IsJamo(live, at);

    private static bool IsMarked(string text, int at) => IsMark(text, at) || IsMark(text, at + 1);

    private static bool IsMark(string text, int at) =>
        at < text.Length && text[at] is (>= '\u0300' and <= '\u036f') or (>= '\u1ab0' and <= '\u1aff') or '\u3099' or '\u309a';

    private static bool IsJamo(string text, int at) => at < text.Length && text[at] is >= '\u1100' and <= '\u11ff';

    private static string WriteOut(string text, Func<char, bool> isWrittenOut)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (!isWrittenOut(c))
                written.Append(c);
            else if (c is '\\' or '\n' or '\r' or '\t')
                written.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => "\\\\" });
            else if (char.IsControl(c))
                written.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            else
                written.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    private sealed record Part(string Text, bool IsCutBefore, bool IsCutBehind)
    {
        public string Show(bool quotes)
        {
            var shown = (IsCutBefore ? "…" : "") + Text + (IsCutBehind ? "…" : "");
            return quotes ? $"'{shown}'" : shown;
        }
    }
}
