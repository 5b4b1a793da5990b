using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Texts in the form in which they can stand in a file.</summary>
internal static class PrintedText
{
    private const int LongestComment = 200;

    /// <summary>
    /// Whether a reader sees the character at a position, and every parser takes it as it is. Line breaks, tabs and halves of surrogate pairs are
    /// not such characters, nor are those that change the direction or join others without being seen.
    /// </summary>
    internal static bool IsVisible(string text, int i)
    {
        var c = text[i];
        if (c is >= ' ' and <= '~')
            return true;
        if (char.IsHighSurrogate(c))
            return i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
        if (char.IsLowSurrogate(c))
            return i > 0 && char.IsHighSurrogate(text[i - 1]);
        return c > '\u00a0' && c is not ('\ufeff' or '\ufffe' or '\uffff') && CharUnicodeInfo.GetUnicodeCategory(c) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
    }

    /// <summary>Whether all characters of a text are visible.</summary>
    internal static bool IsVisible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsVisible(text, i))
                return false;
        }

        return true;
    }

    /// <summary>Whether a text can be written over several lines as it is: no characters that are not visible, but for tabs and line feeds.</summary>
    internal static bool IsBlock(string text) =>
        text.IndexOf('\n') >= 0 && text.Any(c => !char.IsWhiteSpace(c)) && IsVisible(text.Replace('\n', ' ').Replace('\t', ' '));

    /// <summary>A text in double quotes, with the escapes that JSON, YAML and C# have in common.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => null,
            });
            if (text[i] is '"' or '\\' or '\n' or '\r' or '\t')
                continue;
            if (IsVisible(text, i))
                quoted.Append(text[i]);
            else
                quoted.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A value as JSON, on one line.</summary>
    internal static string JsonOf(Node value) => value switch
    {
        ScalarNode { IsPlain: true } scalar => IsVisible(scalar.Text) ? scalar.Text : Quoted(scalar.Text),
        ScalarNode scalar => Quoted(scalar.Text),
        ListNode list => $"[{string.Join(", ", list.Items.Select(JsonOf))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Quoted(entry.Key.Text)}: {JsonOf(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>
    /// A name as a comment. One that could be taken for more than a name, such as a directive of this tool or of an editor, is put in quotes.
    /// </summary>
    internal static string Comment(string name)
    {
        var isCut = name.Length > LongestComment;
        var shown = isCut ? name.Substring(0, char.IsHighSurrogate(name[LongestComment - 1]) ? LongestComment - 1 : LongestComment) + "…" : name;
        var isPlain = shown.Length > 0 && char.IsLetterOrDigit(shown[0]) && IsVisible(shown) && shown.IndexOfAny([':', '$', '\\']) < 0
            && shown.IndexOf("tasklint", StringComparison.OrdinalIgnoreCase) < 0 && shown[shown.Length - 1] != ' ';
        return isPlain ? shown : Quoted(shown);
    }
}
