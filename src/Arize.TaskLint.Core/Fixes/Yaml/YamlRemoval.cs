using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>
/// Removes entries from a YAML text and keeps comments: those above and below stay, one on the entry's line gets a line of its own. A part with
/// comments inside is not removed.
/// </summary>
internal sealed class YamlRemoval(SourceFile file, YamlLayout layout)
{
    private readonly string text = file.Text;
    private readonly SourceLines lines = new(file.Text);
    private readonly Dictionary<LayoutNode, Members> membersOf = [];
    private readonly LayoutNode[] aliased = [.. layout.Aliases.Select(alias => alias.Target!).Distinct().OrderBy(target => target.Begin)];

    /// <summary>One of the members of a list or mapping, as a part of the text.</summary>
    /// <param name="Begin">The beginning: its dash, or its key.</param>
    private readonly record struct Member(int Begin, int End);

    // Of a list or mapping: its members, the positions of its entries, and whether a key has a question mark.
    private sealed record Members(List<Member> All, Dictionary<LayoutEntry, int> Positions, bool HasQuestionMark);

    /// <summary>Takes out an entry of a mapping.</summary>
    internal IReadOnlyList<TextEdit>? Remove(LayoutEntry entry)
    {
        var members = MembersOf(entry.Mapping);
        // Keys with a question mark are too rare to support their layout.
        return members.HasQuestionMark ? null : Remove(entry.Mapping, members.All, members.Positions[entry], "{}");
    }

    /// <summary>Takes out an entry of a list.</summary>
    internal IReadOnlyList<TextEdit>? Remove(LayoutNode list, int index) => Remove(list, MembersOf(list).All, index, "[]");

    private Members MembersOf(LayoutNode container)
    {
        if (membersOf.TryGetValue(container, out var known))
            return known;
        var positions = new Dictionary<LayoutEntry, int>();
        for (var i = 0; i < container.Entries.Count; i++)
            positions[container.Entries[i]] = i;
        var all = container.Kind == LayoutKind.Mapping ? container.Entries.ConvertAll(one => new Member(one.Key.Begin, one.End))
            : container.Items.ConvertAll(item => container.IsFlow
                ? new Member(item.Begin, item.End)
                : YamlLayout.Before(layout.Dashes, item.Begin) is var dash ? new Member(dash, Math.Max(dash + 1, item.End)) : default);
        return membersOf[container] = new Members(all, positions, container.Entries.Exists(one => IsBehindQuestionMark(one.Key.Begin)));
    }

    private IReadOnlyList<TextEdit>? Remove(LayoutNode container, List<Member> members, int index, string empty)
    {
        var member = members[index];
        if (layout.HasComment(member.Begin, member.End) || IsUsedElsewhere(member) || IsSpokenTo(member))
            return null;
        if (members.Count == 1)
            return RemoveOnly(container, member, empty);
        return container.IsFlow ? RemoveFromFlow(container, members, index) : RemoveFromBlock(members, index);
    }

    private bool IsUsedElsewhere(Member member)
    {
        var (low, high) = (0, aliased.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (aliased[middle].Begin < member.Begin)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < aliased.Length && Holds(member, aliased[low].Begin); low++)
        {
            if (aliased[low].Aliases.Exists(alias => !Holds(member, alias.Begin)))
                return true;
        }

        return false;
    }

    // A comment for the tool would apply to another line than before.
    private bool IsSpokenTo(Member member)
    {
        if (lines.CommentBehind(member.End) is >= 0 and var own && IsToTool(own))
            return true;
        for (var line = lines.LineBefore(lines.StartOf(member.Begin));
            line >= 0 && (lines.IsBlank(line) || lines.CommentColumn(line) >= 0);
            line = lines.LineBefore(line))
        {
            if (lines.CommentColumn(line) >= 0 && IsToTool(lines.SkipBlanks(line)) && TextFrom(lines.SkipBlanks(line)).Contains("disable-next-line"))
                return true;
        }

        return false;
    }

    private bool IsToTool(int comment) => TextFrom(comment).TrimStart('#', ' ', '\t').StartsWith("tasklint ", StringComparison.Ordinal);

    private string TextFrom(int offset) => text.Substring(offset, lines.EndOf(offset) - offset);

    private static bool Holds(Member member, int offset) => offset >= member.Begin && offset < member.End;

    private bool IsBehindQuestionMark(int offset) => lines.BackOverBlanks(offset) is var end and > 0 && end < offset && text[end - 1] == '?';

    // An empty mapping or list must be written, since no text at all would be null.
    private IReadOnlyList<TextEdit>? RemoveOnly(LayoutNode container, Member member, string empty)
    {
        if (container.IsPair)
            return [Edit(container.Begin, container.End, empty)];
        if (container.IsFlow)
            return [Edit(container.Start, container.End, empty)];
        if (!lines.IsLast(member.End))
            return null;
        // The text before it: the colon or the dash whose value it is, its anchor, or a comment.
        var before = lines.BackOverSpace(member.Begin);
        var begin = container.Parent is not null && container.Start >= before && !layout.HasComment(lines.StartOf(before), before)
            ? before
            : member.Begin;
        return [Edit(begin, lines.BackOverSpace(member.End), begin == before && before > 0 ? " " + empty : empty)];
    }

    private IReadOnlyList<TextEdit>? RemoveFromBlock(List<Member> members, int index)
    {
        var member = members[index];
        if (!lines.IsLast(member.End))
            return null;
        var comment = lines.CommentBehind(member.End);
        if (lines.IsFirst(member.Begin))
            return [comment >= 0 ? Edit(member.Begin, comment, "") : RemoveLines(lines.StartOf(member.Begin), lines.After(member.End))];
        // Behind a dash: the next member takes its place there.
        var start = lines.StartOf(member.Begin);
        if (index > 0 || text.Substring(start, member.Begin - start).Trim(' ', '\t', '-').Length > 0)
            return null;
        return [Edit(member.Begin, comment >= 0 ? comment : lines.SkipSpace(member.End), "")];
    }

    private TextEdit RemoveLines(int start, int end)
    {
        var isAtEnd = end == text.Length;
        if (isAtEnd || lines.IsBlank(end))
        {
            // Of the blank lines before and after, those after are enough.
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

    private List<TextEdit>? RemoveFromFlow(LayoutNode container, List<Member> members, int index)
    {
        var member = members[index];
        var comma = YamlLayout.From(layout.Commas, member.End);
        if (comma >= 0 && (comma >= container.End || lines.SkipSpace(member.End) != comma))
        {
            // A comment before the comma would come after the next entry.
            if (comma < container.End)
                return null;
            comma = -1;
        }

        if (comma >= 0 && index + 1 < members.Count)
        {
            // Up to the next member, or to the comment after it or above the next member.
            var own = lines.CommentBehind(comma + 1);
            return [Edit(member.Begin, own >= 0 ? own : lines.SkipSpace(comma + 1), own >= 0 ? GapAt(member.Begin) : "")];
        }

        if (index == 0)
            return null;
        var end = comma >= 0 ? comma + 1 : member.End;
        var comment = lines.CommentBehind(end);
        // A comment on the same line stays there, in place of the member if that came first.
        var last = comment >= 0 ? member.Begin : lines.BackOverSpace(member.Begin);
        end = comment >= 0 && lines.IsFirst(member.Begin) ? comment : end;
        var comesAfterComma = YamlLayout.Before(layout.Commas, member.Begin);
        if (comesAfterComma == last - 1)
            return [Edit(comma >= 0 ? last : comesAfterComma, end, GapBefore(comma >= 0 ? last : comesAfterComma, end))];
        return comma >= 0
            ? [Edit(last, end, GapBefore(last, end))]
            : [Edit(comesAfterComma, comesAfterComma + 1, ""), Edit(last, end, GapBefore(last, end))];
    }

    // YAML wants a blank before the sign of a comment.
    private string GapBefore(int start, int end) => end < text.Length && text[end] == '#' ? GapAt(start) : "";

    private string GapAt(int start) => start > 0 && text[start - 1] is not (' ' or '\t' or '\r' or '\n') ? " " : "";

    private TextEdit Edit(int start, int end, string newText) => new(new Place(file, start, end), newText);
}
