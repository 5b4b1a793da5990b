using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>The places of the values of the parser's events.</summary>
internal sealed class EventPlaces(SourceFile file)
{
    /// <summary>A part of the text.</summary>
    internal Place At(int start, int end) => new(file, start, end);

    /// <summary>Whether the character at an offset is the given one.</summary>
    internal bool IsAt(char c, int offset) => offset < file.Text.Length && file.Text[offset] == c;

    /// <summary>The place of a scalar: with its quotes, without its anchor and tag.</summary>
    internal Place Of(Scalar scalar)
    {
        var start = BeginOf(scalar);
        if (IsUnwritten(scalar))
            return At(start, start);
        var end = Math.Max(start, (int)scalar.End.Index);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The parser ends a block at the next token; for people, it ends with its last line.
            while (end > start && file.Text[end - 1] is ' ' or '\n' or '\r' or '\t')
                end--;
        }

        return At(start, end);
    }

    /// <summary>The beginning of a value. Its event begins at its anchor or tag; the value begins after them.</summary>
    internal int BeginOf(NodeEvent node)
    {
        var i = (int)node.Start.Index;
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
            return i;
        var text = file.Text;
        var endOfProperties = i;
        while (i < text.Length)
        {
            if (text[i] is ' ' or '\t' or '\r' or '\n')
                i++;
            else if (text[i] is '&' or '!')
                i = endOfProperties = EndOfProperty(text, i);
            else if (text[i] == '#')
                i = EndOfLine(text, i);
            else
                break;
        }

        return IsUnwritten(node) ? endOfProperties : i;
    }

    // A null without a text of its own comes after its anchor, or the token that requires a value.
    private static bool IsUnwritten(NodeEvent node) => node is Scalar { Value: "", Style: ScalarStyle.Plain };

    private static int EndOfProperty(string text, int i)
    {
        if (text[i] == '!' && i + 1 < text.Length && text[i + 1] == '<' && text.IndexOf('>', i) is var close and > 0)
            return close + 1;
        while (i < text.Length && text[i] is not (' ' or '\t' or '\r' or '\n' or ',' or ']' or '}'))
            i++;
        return i;
    }

    private static int EndOfLine(string text, int i)
    {
        while (i < text.Length && text[i] is not ('\r' or '\n'))
            i++;
        return i;
    }
}
