using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>Finds the comments of a text between the tokens that a parser takes from it, in their order.</summary>
internal sealed class YamlComments(string text)
{
    private readonly List<(int Start, int End)> found = [];
    private int end;

    /// <summary>Takes the next token.</summary>
    internal void Take(Token token)
    {
        var start = Math.Min((int)token.Start.Index, text.Length);
        LookUpTo(start);
        if (token is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded })
            end = Math.Max(end, EndOfBlock(start));
        else
            end = Math.Max(end, Math.Min((int)token.End.Index, text.Length));
    }

    /// <summary>The comments, once all tokens are taken: from the sign to the end of the line.</summary>
    internal IReadOnlyList<(int Start, int End)> Finish()
    {
        LookUpTo(text.Length);
        return found;
    }

    private void LookUpTo(int start)
    {
        while (end < start)
        {
            // Between tokens, YamlDotNet takes what follows the sign for a comment, with or without a blank before it: "key":# why.
            if (text[end] == '#')
            {
                var from = end;
                end = EndOfLine(end);
                found.Add((from, end));
            }
            else
            {
                end++;
            }
        }
    }

    // The token of a block extends to the next token; its text ends before the first line that is indented less. The line of its header may have a
    // comment.
    private int EndOfBlock(int start)
    {
        var i = EndOfLine(start);
        var header = text.IndexOf('#', start, i - start);
        if (header > start && text[header - 1] is ' ' or '\t')
            found.Add((header, i));
        var indent = -1;
        var last = i;
        while (i < text.Length)
        {
            var line = i + (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1);
            var first = line;
            while (first < text.Length && text[first] == ' ')
                first++;
            i = EndOfLine(first);
            if (first == i)
                continue;
            if (indent < 0)
            {
                // A block whose first line is not indented further than its key has no text.
                if (first - line <= IndentOfLine(start))
                    return last;
                indent = first - line;
            }
            else if (first - line < indent)
            {
                return last;
            }

            last = i;
        }

        return last;
    }

    // The indentation of the key or the dash whose value a block is; -1 at the root of a document.
    private int IndentOfLine(int offset)
    {
        var line = offset;
        while (line > 0 && text[line - 1] is not ('\r' or '\n'))
            line--;
        var (first, indent) = (line, -1);
        while (first < offset && text[first] is ' ' or '-')
        {
            if (text[first] == '-' && text[first + 1] is not ' ')
                break;
            if (text[first] == '-')
                indent = first - line;
            first++;
        }

        return first == offset || text[first] == '-' ? indent : first - line;
    }

    private int EndOfLine(int offset)
    {
        while (offset < text.Length && text[offset] is not ('\r' or '\n'))
            offset++;
        return offset;
    }
}
