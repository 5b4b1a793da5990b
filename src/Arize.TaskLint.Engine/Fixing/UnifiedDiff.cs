using System.Globalization;
using System.Text;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Engine.Fixing;

/// <summary>The difference of two texts, as <c>diff -u</c> and git show it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // How far apart lines that are the same again are looked for; beyond it, all that is left counts as replaced.
    private const int Reach = 400;

    /// <summary>Appends the difference; nothing where there is none.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="path">How the file is called.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    /// <returns>Whether it can be applied: characters that a terminal must not get are shown as escapes.</returns>
    internal static bool AppendTo(StringBuilder output, string path, string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var blocks = Blocks(old, now);
        if (blocks.Count == 0)
            return true;
        var isExact = TerminalText.Escape(path) == path;
        // Git takes the first folder of a path away, unless it is told otherwise. A path that leads out of here is none of its own.
        var (a, b) = Path.IsPathRooted(path) || path.StartsWith("..", StringComparison.Ordinal) ? ("", "") : ("a/", "b/");
        // A name with a blank ends at a tab.
        var name = TerminalText.Escape(path) + (path.Contains(' ', StringComparison.Ordinal) ? "\t" : "");
        output.Append($"--- {a}{name}\n+++ {b}{name}\n");
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].Old - blocks[last].OldEnd <= 2 * Context)
                last++;
            isExact &= WriteHunk(output, old, now, blocks[first..(last + 1)]);
            first = last + 1;
        }

        return isExact;
    }

    /// <summary>What a patch that cannot be applied is to be used for.</summary>
    internal static string NoteOn(string path) =>
        $"{path} has hidden characters, which the patch shows as escapes: look at it, and run the command without --dry-run instead of applying it";

    private static bool WriteHunk(StringBuilder output, string[] old, string[] now, List<Block> blocks)
    {
        var lead = Math.Min(Context, blocks[0].Old);
        var trail = Math.Min(Context, old.Length - blocks[^1].OldEnd);
        var (oldStart, nowStart) = (blocks[0].Old - lead, blocks[0].New - lead);
        output.Append($"@@ -{Range(oldStart, blocks[^1].OldEnd + trail - oldStart)} +{Range(nowStart, blocks[^1].NewEnd + trail - nowStart)} @@\n");
        var at = oldStart;
        foreach (var block in blocks)
        {
            WriteLines(output, ' ', old, at, block.Old);
            WriteLines(output, '-', old, block.Old, block.OldEnd);
            WriteLines(output, '+', now, block.New, block.NewEnd);
            at = block.OldEnd;
        }

        WriteLines(output, ' ', old, at, at + trail);
        return IsShown(old, oldStart, at + trail) && blocks.TrueForAll(block => IsShown(now, block.New, block.NewEnd));
    }

    private static bool IsShown(string[] lines, int start, int end) =>
        lines[start..end].All(line => line.TrimEnd('\n').TrimEnd('\r').Split('\t').All(part => TerminalText.Escape(part) == part));

    private static void WriteLines(StringBuilder output, char sign, string[] lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            // Who applies a patch compares bytes: the line break stays as it is, and so does a tab, neither of which steers a terminal.
            var text = lines[i].TrimEnd('\n').TrimEnd('\r');
            output.Append(sign).AppendJoin('\t', text.Split('\t').Select(TerminalText.Escape)).Append(lines[i].AsSpan(text.Length));
            if (!lines[i].EndsWith('\n'))
                output.Append("\n\\ No newline at end of file\n");
        }
    }

    // As diff counts: an empty range stands behind the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static List<Block> Blocks(string[] old, string[] now)
    {
        var blocks = new List<Block>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                i++;
                j++;
                continue;
            }

            var (oldEnd, nowEnd) = Meeting(old, now, i, j);
            blocks.Add(new Block(i, oldEnd, j, nowEnd));
            (i, j) = (oldEnd, nowEnd);
        }

        return blocks;
    }

    // Where the two texts next have the same line again, with the fewest lines between.
    private static (int Old, int New) Meeting(string[] old, string[] now, int i, int j)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            for (var skipped = 0; skipped <= distance; skipped++)
            {
                var (a, b) = (i + skipped, j + distance - skipped);
                if (a <= old.Length && b <= now.Length && IsSameFrom(old, now, a, b))
                    return (a, b);
            }
        }

        return (old.Length, now.Length);
    }

    // One line alone may be the same by chance: a closing bracket, a dash.
    private static bool IsSameFrom(string[] old, string[] now, int a, int b)
    {
        for (var k = 0; k < 2; k++)
        {
            if (a + k == old.Length || b + k == now.Length)
                return a + k == old.Length && b + k == now.Length;
            if (old[a + k] != now[b + k])
                return false;
        }

        return true;
    }

    // With their line breaks, which count.
    private static string[] LinesOf(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private readonly record struct Block(int Old, int OldEnd, int New, int NewEnd);
}
