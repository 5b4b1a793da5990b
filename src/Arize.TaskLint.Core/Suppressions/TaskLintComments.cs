using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Finds the comments of a YAML text that begin with the tool's name.</summary>
internal static class TaskLintComments
{
    private const string Name = "tasklint";

    /// <summary>Where such comments begin, at their <c>#</c>, and end, with their line.</summary>
    internal static IReadOnlyList<Place> In(SourceFile file)
    {
        var marks = Marks(file.Text);
        if (marks.Count == 0)
            return [];
        LeaveOutScalars(file.Text, marks);
        return [.. marks.Select(mark => new Place(file, mark, EndOfLine(file.Text, mark)))];
    }

    // Whatever looks like such a comment. Most files have none, and pay for one search.
    private static List<int> Marks(string text)
    {
        var marks = new List<int>();
        for (var at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Name, at + Name.Length, StringComparison.Ordinal))
        {
            var behind = at + Name.Length;
            var before = at;
            while (before > 0 && text[before - 1] is ' ' or '\t')
                before--;
            if (before > 0 && text[before - 1] == '#' && behind < text.Length && text[behind] is ' ' or '\t')
                marks.Add(before - 1);
        }

        return marks;
    }

    // What stands in a scalar, quoted, plain or block, is text. The scalars are those that the parser sees.
    private static void LeaveOutScalars(string text, List<int> marks)
    {
        var last = marks[marks.Count - 1];
        var scanner = new Scanner(new StringReader(LineSeparators.AreIn(text) ? LineSeparators.Hide(text) : text));
        var next = 0;
        while (next < marks.Count && scanner.MoveNext() && scanner.Current is { } token && (int)token.Start.Index <= last)
        {
            if (token is not Scalar scalar)
                continue;
            var start = (int)scalar.Start.Index;
            if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
                start = EndOfLine(text, start);
            while (next < marks.Count && marks[next] < start)
                next++;
            var inside = next;
            while (inside < marks.Count && marks[inside] < (int)scalar.End.Index)
                inside++;
            marks.RemoveRange(next, inside - next);
        }
    }

    private static int EndOfLine(string text, int offset)
    {
        while (offset < text.Length && text[offset] is not ('\r' or '\n'))
            offset++;
        return offset;
    }
}
