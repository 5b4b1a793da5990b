using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>Takes entries out of a YAML text, with the comments that belong to them: on their lines, and directly above.</summary>
/// <param name="file">The text.</param>
/// <param name="layout">How it is written.</param>
internal sealed class YamlRemoval(SourceFile file, YamlLayout layout)
{
    private readonly string text = file.Text;
    private readonly SourceLines lines = new(file.Text);

    /// <summary>One of the members of a list or mapping, as a part of the text.</summary>
    /// <param name="Begin">Where it begins: its dash, or its key.</param>
    /// <param name="End">Where it ends.</param>
    private readonly record struct Member(int Begin, int End);

    /// <summary>Takes out an entry of a mapping.</summary>
    internal IReadOnlyList<TextEdit>? Remove(LayoutEntry entry)
    {
        var members = entry.Mapping.Entries.ConvertAll(one => new Member(one.Key.Begin, one.End));
        // A key behind a question mark is too rare to know its layout.
        return entry.Mapping.Entries.Exists(one => IsBehindQuestionMark(one.Key.Begin)) ? null
            : Remove(entry.Mapping, members, entry.Mapping.Entries.IndexOf(entry), "{}");
    }

    /// <summary>Takes out an entry of a list.</summary>
    internal IReadOnlyList<TextEdit>? Remove(LayoutNode list, int index)
    {
        var members = list.Items.ConvertAll(item => list.IsFlow
            ? new Member(item.Begin, item.End)
            : YamlLayout.Before(layout.Dashes, item.Begin) is var dash ? new Member(dash, Math.Max(dash + 1, item.End)) : default);
        return Remove(list, members, index, "[]");
    }

    private IReadOnlyList<TextEdit>? Remove(LayoutNode container, List<Member> members, int index, string empty)
    {
        var member = members[index];
        if (layout.Aliases.Exists(alias => Holds(member, alias.Target!.Begin) && !Holds(member, alias.Begin)))
            return null;
        if (members.Count == 1)
            return RemoveOnly(container, member, empty);
        return container.IsFlow ? RemoveFromFlow(container, members, index) : RemoveFromBlock(members, index);
    }

    private static bool Holds(Member member, int offset) => offset >= member.Begin && offset < member.End;

    private bool IsBehindQuestionMark(int offset) => lines.BackOverBlanks(offset) is var end and > 0 && end < offset && text[end - 1] == '?';

    // What is left is nothing, and must say so: an empty place would be null.
    private IReadOnlyList<TextEdit>? RemoveOnly(LayoutNode container, Member member, string empty)
    {
        if (container.IsPair)
            return [Edit(container.Begin, container.End, empty)];
        if (container.IsFlow)
            return [Edit(container.Start, container.End, empty)];
        if (BlockEnd(member) is not { } end)
            return null;
        end = lines.BackOverSpace(end);
        // What stands before it: the colon or the dash that it is the value of, its anchor, or a comment.
        var before = lines.BackOverSpace(member.Begin);
        var begin = container.Parent is not null && container.Start >= before && !IsComment(before) ? before : member.Begin;
        return [Edit(begin, end, begin == before && before > 0 ? " " + empty : empty)];
    }

    private bool IsComment(int end)
    {
        var start = lines.StartOf(end);
        var hash = text.IndexOf('#', start, end - start);
        return hash >= 0 && (hash == start || text[hash - 1] is ' ' or '\t');
    }

    private IReadOnlyList<TextEdit>? RemoveFromBlock(List<Member> members, int index)
    {
        var member = members[index];
        if (BlockEnd(member) is not { } end)
            return null;
        if (lines.IsFirst(member.Begin))
            return [RemoveLines(FirstLineOf(member.Begin), end)];
        // Behind a dash: the next member takes its place there.
        var start = lines.StartOf(member.Begin);
        if (index > 0 || text.Substring(start, member.Begin - start).Trim(' ', '\t', '-').Length > 0)
            return null;
        return [Edit(member.Begin, lines.SkipSpace(end), "")];
    }

    private TextEdit RemoveLines(int start, int end)
    {
        var isAtEnd = end == text.Length;
        if (isAtEnd || lines.IsBlank(end))
        {
            // Of the blank lines before and behind, those behind are enough.
            while (lines.LineBefore(start) is >= 0 and var before && lines.IsBlank(before))
                start = before;
            while (start == 0 && end < text.Length && lines.IsBlank(end))
                end = lines.After(end);
        }

        // A text without a line break at its end stays one.
        if (isAtEnd && start > 0 && text[end - 1] is not ('\r' or '\n'))
            start = lines.EndOf(lines.LineBefore(start));
        return Edit(start, end, "");
    }

    /// <summary>The beginning of the line behind a member and the comments that belong to it; null where something else stands there.</summary>
    private int? BlockEnd(Member member)
    {
        if (!lines.IsLast(member.End))
            return null;
        var column = lines.ColumnOf(member.Begin);
        var end = lines.After(member.End);
        for (var next = end; next < text.Length; next = lines.After(next))
        {
            // A comment further in belongs to what stands above it.
            if (lines.CommentColumn(next) > column)
                end = lines.After(next);
            else if (!lines.IsBlank(next))
                break;
        }

        return end;
    }

    /// <summary>The beginning of the line of an offset, or of the comments directly above that stand in the same column.</summary>
    private int FirstLineOf(int offset)
    {
        var own = lines.StartOf(offset);
        var column = offset - own;
        var first = own;
        while (lines.LineBefore(first) is >= 0 and var before && lines.CommentColumn(before) == column && !IsForTheRest(before))
            first = before;
        // What stands at the top says something about the file.
        return HasContentBefore(first) ? first : own;
    }

    // A comment that switches a rule off or on speaks of all lines behind it.
    private bool IsForTheRest(int lineStart)
    {
        var comment = text.Substring(lineStart, lines.EndOf(lineStart) - lineStart).TrimStart(' ', '\t', '#');
        return comment.StartsWith("tasklint disable ", StringComparison.Ordinal) || comment.StartsWith("tasklint enable", StringComparison.Ordinal);
    }

    private bool HasContentBefore(int lineStart)
    {
        for (var line = lines.LineBefore(lineStart); line >= 0; line = lines.LineBefore(line))
        {
            if (!lines.IsBlank(line) && lines.CommentColumn(line) < 0)
                return !text.Substring(line, lines.EndOf(line) - line).StartsWith("---", StringComparison.Ordinal);
        }

        return false;
    }

    private List<TextEdit>? RemoveFromFlow(LayoutNode container, List<Member> members, int index)
    {
        var member = members[index];
        var first = lines.IsFirst(member.Begin) ? lines.SkipBlanks(FirstLineOf(member.Begin)) : member.Begin;
        var comma = YamlLayout.From(layout.Commas, member.End);
        if (comma >= 0 && (comma >= container.End || lines.SkipSpace(member.End) != comma))
            comma = HasOnlyComments(member.End, comma) && comma < container.End ? comma : -1;
        if (comma >= 0 && index + 1 < members.Count)
        {
            // Up to the next member, or to the comments above it.
            var behind = lines.CommentBehind(comma + 1) is >= 0 and var own ? lines.EndOf(own) : comma + 1;
            return [Edit(first, lines.SkipSpace(behind), "")];
        }

        if (index == 0)
            return null;
        var end = comma >= 0 ? comma + 1 : member.End;
        if (lines.CommentBehind(end) is >= 0 and var note)
            end = lines.EndOf(note);
        var last = lines.BackOverSpace(first);
        var comesAfterComma = YamlLayout.Before(layout.Commas, member.Begin);
        if (comesAfterComma == last - 1)
            return [Edit(comma >= 0 ? last : comesAfterComma, end, "")];
        return comma >= 0 ? [Edit(last, end, "")] : [Edit(comesAfterComma, comesAfterComma + 1, ""), Edit(last, end, "")];
    }

    private bool HasOnlyComments(int start, int end)
    {
        var i = lines.SkipSpace(start);
        while (i < end && text[i] == '#')
            i = lines.SkipSpace(lines.EndOf(i));
        return i == end;
    }

    private TextEdit Edit(int start, int end, string newText) => new(new Place(file, start, end), newText);
}
