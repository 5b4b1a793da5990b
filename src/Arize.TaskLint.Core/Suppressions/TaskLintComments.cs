using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Finds the comments of a YAML text that begin with the tool's name.</summary>
internal static class TaskLintComments
{
    internal const string Name = "tasklint";

    /// <summary>Where comments of this tool begin, at their <c>#</c>, and end, with their line.</summary>
    /// <param name="texts">
    /// The last lines of the values that run over several, by the line of their key: no comment can stand within them. Empty if there are no
    /// comments.
    /// </param>
    internal static IReadOnlyList<Place> In(SourceFile file, out IReadOnlyDictionary<int, int> texts)
    {
        var marks = Marks(file.Text);
        var longTexts = new Dictionary<int, int>();
        texts = longTexts;
        if (marks.Count == 0)
            return [];
        LeaveOutOthers(file, marks, longTexts);
        return [.. marks.Select(mark => new Place(file, mark, EndOfLine(file.Text, mark)))];
    }

    // Finds candidates. Most files have none, which costs one search.
    private static List<int> Marks(string text)
    {
        var marks = new List<int>();
        for (var at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Name, at + Name.Length, StringComparison.Ordinal))
        {
            var behind = at + Name.Length;
            var before = at;
            while (before > 0 && text[before - 1] is ' ' or '\t')
                before--;
            if (before > 0 && text[before - 1] == '#' && behind < text.Length && text[behind] is ' ' or '\t' or ':')
                marks.Add(before - 1);
        }

        return marks;
    }

    // Within a scalar, quoted, plain or block, it is text, and after another # it is part of a longer comment. The tokens are the parser's.
    private static void LeaveOutOthers(SourceFile file, List<int> marks, Dictionary<int, int> texts)
    {
        var text = file.Text;
        var scanner = new Scanner(new StringReader(LineSeparators.AreIn(text) ? LineSeparators.Hide(text) : text));
        var (next, kept, end, colon) = (0, 0, 0, -1);
        while (true)
        {
            var token = scanner.MoveNext() ? scanner.Current : null;
            if (token is Scalar scalar)
                NoteText(colon < 0 ? (int)scalar.Start.Index : colon, (int)scalar.Start.Index, (int)scalar.End.Index);
            // An anchor or a tag may precede the value.
            colon = token is Value ? (int)token.Start.Index : token is Anchor or Tag ? colon : -1;
            KeepUpTo(token is null ? text.Length : (int)token.Start.Index);
            if (token is null)
                break;
            end = Math.Max(end, (int)token.Start.Index);
            // The line of a block's header may have a comment after the indicator.
            if (token is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded })
                KeepUpTo(EndOfLine(text, end));
            end = Math.Max(end, (int)token.End.Index);
            while (next < marks.Count && marks[next] < end)
                next++;
        }

        marks.RemoveRange(kept, marks.Count - kept);

        void NoteText(int key, int start, int behind)
        {
            while (behind > start && text[behind - 1] is '\r' or '\n')
                behind--;
            if (text.IndexOfAny(['\r', '\n'], start, behind - start) >= 0 || (key < start && text.IndexOfAny(['\r', '\n'], key, start - key) >= 0))
                texts[file.PositionOf(key).Line] = file.PositionOf(behind - 1).Line;
        }

        void KeepUpTo(int start)
        {
            for (; next < marks.Count && marks[next] < start; next++)
            {
                if (BeginsComment(text, end, marks[next]))
                    marks[kept++] = marks[next];
            }
        }
    }

    private static bool BeginsComment(string text, int from, int mark)
    {
        // Several in a row begin one comment.
        var i = mark - 1;
        while (i >= from && text[i] == '#')
            i--;
        for (; i >= from && text[i] is not ('\r' or '\n'); i--)
        {
            if (text[i] == '#')
                return false;
        }

        return true;
    }

    private static int EndOfLine(string text, int offset)
    {
        while (offset < text.Length && text[offset] is not ('\r' or '\n'))
            offset++;
        return offset;
    }
}
