using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using YamlDotNet.Core;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>Writes new entries and new values into a YAML text, in the style of the text around them.</summary>
internal sealed class YamlAddition(SourceFile file, YamlLayout layout)
{
    private readonly string text = file.Text;
    private readonly SourceLines lines = new(file.Text);
    private readonly Dictionary<LayoutNode, bool> json = [];
    private YamlValue? style;

    private YamlValue Style => style ??= StyleOf(layout.StepOf(LayoutKind.Mapping), layout.StepOf(LayoutKind.List));

    // If a text shows one of the two only, the other is assumed to be the same.
    private YamlValue StyleOf(int? step, int? listStep) =>
        new(lines.Break, step ?? (listStep > 0 ? listStep.Value : 2), listStep ?? step ?? 2);

    /// <summary>Calls a key by another name, in the quotes that it has.</summary>
    internal IReadOnlyList<TextEdit> Rename(LayoutNode key, string name) => [Edit(key.Start, key.End, InQuotesOf(key, name))];

    /// <summary>Replaces a scalar; null if a variable fills it, or if its tag makes a text of it.</summary>
    internal IReadOnlyList<TextEdit>? Replace(LayoutNode value, string newText, bool isText)
    {
        if (IsFilled(value) || (!isText && value.Tag is "!" or "tag:yaml.org,2002:str"))
            return null;
        var isJson = isText && value is { Style: ScalarStyle.Plain, Parent: { } around } && IsJson(around);
        return [Edit(value.Start, value.End, isJson ? YamlValue.Quoted(newText) : isText ? InQuotesOf(value, newText) : newText)];
    }

    /// <summary>Replaces a value by one of any form; null if it cannot be written in its place.</summary>
    internal IReadOnlyList<TextEdit>? Replace(LayoutNode value, NewValue replacement)
    {
        if (value.Kind == LayoutKind.Scalar && IsFilled(value))
            return null;
        var isOneLine = replacement is not NewText { Text: var lined } || !lined.Contains('\n');
        if (value.Kind == LayoutKind.Scalar && value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) && isOneLine
            && replacement is NewText or NewPlain)
        {
            return Replace(value, replacement is NewText text ? text.Text : ((NewPlain)replacement).Text, replacement is NewText);
        }

        if (value.Begin < value.Start)
            return null;
        if (value.IsInFlow || value.IsFlow || value.Entry is not { Colon: >= 0 } entry || layout.HasComment(entry.Colon, value.Start))
            return [Edit(value.Start, EndOf(value), YamlValue.Flow(replacement, value.IsInFlow && IsJson(value.Parent!)))];
        var column = lines.ColumnOf(entry.Key.Begin);
        // A comment behind the value keeps its line.
        var isBare = lines.CommentBehind(value.End) < 0 || value.Kind != LayoutKind.Scalar;
        var written = replacement switch
        {
            NewList { Items.Count: > 0 } or NewMapping { Entries.Count: > 0 } when isBare => Style.Block(replacement, column),
            NewText { Text: var newText } when isBare && Style.Literal(newText, ColumnIn(value) ?? Style.Below(column)) is { } literal =>
                " " + literal,
            _ => " " + YamlValue.Flow(replacement, isJson: false),
        };
        return [Edit(entry.Colon + 1, EndOf(value), written)];
    }

    // The lines of a block end with a line break, which stays; blanks at the end of the last line are the block's own.
    private int EndOf(LayoutNode value)
    {
        if (value.Kind == LayoutKind.Scalar && value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
            return value.End;
        var last = Math.Max(value.Start, lines.BackOverSpace(value.End));
        return value.Kind == LayoutKind.Scalar ? lines.EndOf(last) : last;
    }

    // The column of the lines of a block.
    private int? ColumnIn(LayoutNode value) =>
        value.Style is ScalarStyle.Literal or ScalarStyle.Folded && lines.SkipSpace(lines.EndOf(value.Start)) is var first && first < value.End
            ? lines.ColumnOf(first)
            : null;

    /// <summary>Adds an entry to a list.</summary>
    /// <param name="index">The position that it is to have.</param>
    internal IReadOnlyList<TextEdit>? Insert(LayoutNode list, int index, NewValue item)
    {
        if (list.Items.Count == 0)
            return [Edit(list.Start, list.End, $"[{YamlValue.Flow(item, IsJson(list))}]")];
        var before = index > 0 ? list.Items[Math.Min(index, list.Items.Count) - 1] : null;
        var first = list.Items[0];
        if (list.IsFlow)
        {
            var beside = before ?? first;
            return AddToFlow(list, before is null ? null : (before.Begin, before.End), beside.Begin, YamlValue.Flow(item, IsJson(list)));
        }

        var dash = YamlLayout.Before(layout.Dashes, first.Begin + 1);
        if (dash < 0 || !lines.IsFirst(dash))
            return null;
        var column = lines.ColumnOf(dash);
        var written = Style.Item(item, column);
        if (before is not null)
            return AddBelow(Math.Max(before.End, YamlLayout.Before(layout.Dashes, before.Begin + 1) + 1), column, written);
        var start = lines.StartOf(dash);
        return IsBelowSwitch(start) ? null : [Edit(start, start, new string(' ', column) + written + lines.Break)];
    }

    /// <summary>Adds an entry to a mapping, or a value to an entry that has none.</summary>
    /// <param name="field">The row of the schema, which tells where it belongs; null for one whose keys are free.</param>
    internal IReadOnlyList<TextEdit>? Add(LayoutNode mapping, string key, FieldSpec? field, NewValue value)
    {
        if (mapping.Find(key) is { } existing)
            return Fill(existing, value);
        var entry = new NewEntry(key, value);
        if (mapping.Entries.Count == 0)
            return [Edit(mapping.Start, mapping.End, $"{{ {YamlValue.FlowEntry(entry, IsJson(mapping))} }}")];
        if (mapping.IsPair)
            return null;
        var before = field is null ? mapping.Entries[mapping.Entries.Count - 1] : EntryBefore(mapping, field);
        return mapping.IsFlow
            ? AddToFlow(
                mapping,
                before is null ? null : (before.Key.Begin, before.End),
                mapping.Entries[0].Key.Begin,
                YamlValue.FlowEntry(entry, IsJson(mapping)))
            : AddToBlock(mapping, before, entry);
    }

    // The fields of a table are in their usual order; merge keys and the author's own keys come first.
    private static LayoutEntry? EntryBefore(LayoutNode mapping, FieldSpec field)
    {
        LayoutEntry? before = null;
        var least = -1;
        foreach (var entry in mapping.Entries)
        {
            var ordinal = field.Owner?.Find(entry.Key.Text)?.Ordinal ?? (before is null && (entry.IsMerge || entry.IsOwn) ? -1 : int.MaxValue);
            if (ordinal < field.Ordinal && (ordinal > least || before is null || entry.IsMerge))
                (before, least) = (entry, Math.Max(least, ordinal));
        }

        return before;
    }

    private IReadOnlyList<TextEdit>? AddToBlock(LayoutNode mapping, LayoutEntry? before, NewEntry entry)
    {
        var first = BeginOf(mapping.Entries[0]);
        var column = lines.ColumnOf(first);
        var written = Style.Entry(entry, column);
        var indent = new string(' ', column);
        if (before is null)
        {
            var start = lines.StartOf(first);
            if (IsBelowSwitch(start))
                return null;
            return text.Substring(start, first - start).Trim(' ', '-').Length > 0 ? null : [Edit(first, first, written + lines.Break + indent)];
        }

        return AddBelow(before.End, column, written);
    }

    // With the sign that announces a key, if there is one.
    private int BeginOf(LayoutEntry entry)
    {
        var at = entry.Key.Begin - 1;
        while (at >= 0 && text[at] is (' ' or '\t'))
            at--;
        return at >= 0 && text[at] == '?' && (at == 0 || char.IsWhiteSpace(text[at - 1])) ? at : entry.Key.Begin;
    }

    // Below what ends at an offset, on lines of its own.
    private IReadOnlyList<TextEdit>? AddBelow(int end, int column, string written)
    {
        // A literal block ends behind its last line break.
        end = lines.BackOverSpace(end);
        if (!lines.IsLast(end))
            return null;
        var indent = new string(' ', column);
        var at = lines.After(end);
        for (var next = at; next < text.Length && (lines.CommentColumn(next) > column || lines.IsBlank(next)); next = lines.After(next))
        {
            // After the comments that belong to the entry, and before a blank line.
            if (!lines.IsBlank(next))
                at = lines.After(next);
        }

        var isAtOpenEnd = at == text.Length && text[at - 1] is not ('\r' or '\n');
        return [Edit(at, at, isAtOpenEnd ? lines.Break + indent + written : indent + written + lines.Break)];
    }

    // A comment that switches a rule off on the next line would mean another line.
    private bool IsBelowSwitch(int lineStart)
    {
        for (var line = lines.LineBefore(lineStart);
            line >= 0 && (lines.IsBlank(line) || lines.CommentColumn(line) >= 0);
            line = lines.LineBefore(line))
        {
            if (text.IndexOf("disable-next-line", line, lines.EndOf(line) - line, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private List<TextEdit> AddToFlow(LayoutNode container, (int Begin, int End)? after, int first, string written)
    {
        // If the entries are on lines of their own, the new one is, too.
        string Gap(int beside) => lines.IsFirst(beside) ? lines.Break + text.Substring(lines.StartOf(beside), lines.ColumnOf(beside)) : " ";
        if (after is not { } before)
            return [Edit(first, first, $"{written},{Gap(first)}")];
        var comma = YamlLayout.From(layout.Commas, before.End);
        if (comma < 0 || comma >= container.End || lines.SkipSpace(before.End) != comma)
        {
            var note = lines.CommentBehind(before.End);
            return note < 0
                ? [Edit(before.End, before.End, $",{Gap(before.Begin)}{written}")]
                :
                [
                    Edit(before.End, before.End, ","),
                    Edit(lines.EndOf(note), lines.EndOf(note), $"{lines.Break}{new string(' ', lines.ColumnOf(before.Begin))}{written}"),
                ];
        }

        // The comment after a comma belongs to the entry before it.
        var at = lines.CommentBehind(comma + 1) is >= 0 and var own ? lines.EndOf(own) : comma + 1;
        var gap = at > comma + 1 ? lines.Break + new string(' ', lines.ColumnOf(before.Begin)) : Gap(before.Begin);
        return [Edit(at, at, $"{gap}{written},")];
    }

    // An explicit null, or an empty list, is intended.
    private List<TextEdit>? Fill(LayoutEntry entry, NewValue value)
    {
        var old = entry.Value;
        if (!old.IsUnwritten || old.Style != ScalarStyle.Plain || old.Aliases.Count > 0 || entry.Mapping.IsRepeated(entry.Key.Text))
            return null;
        var flow = YamlValue.Flow(value, IsJson(entry.Mapping));
        if (entry.Colon < 0)
            return [Edit(entry.Key.End, entry.Key.End, $": {flow}")];
        // After the colon, or after an anchor that follows it.
        var at = old.Begin < old.Start ? old.Start : entry.Colon + 1;
        return value is NewList or NewMapping && !entry.Mapping.IsFlow ? FillBelow(entry, at, value) : [Edit(at, at, " " + flow)];
    }

    // The value is written below its key; a comment on the key's line stays there.
    private List<TextEdit>? FillBelow(LayoutEntry entry, int at, NewValue value)
    {
        if (!lines.IsLast(at))
            return null;
        var end = lines.CommentBehind(at) < 0 ? at : lines.EndOf(at);
        return [Edit(end, lines.EndOf(at), Style.Block(value, lines.ColumnOf(entry.Key.Begin)))];
    }

    private bool IsFilled(LayoutNode value) => text.IndexOf("${", value.Start, value.End - value.Start, StringComparison.Ordinal) >= 0;

    private static string InQuotesOf(LayoutNode old, string newText) => old.Style switch
    {
        ScalarStyle.DoubleQuoted => YamlValue.Quoted(newText),
        ScalarStyle.SingleQuoted => $"'{newText.Replace("'", "''")}'",
        ScalarStyle.Plain when !old.IsInFlow && YamlValue.IsPlain(newText) => newText,
        _ => YamlValue.Scalar(newText),
    };

    // Whether the keys around have double quotes, as in JSON.
    private bool IsJson(LayoutNode mapping)
    {
        if (json.TryGetValue(mapping, out var known))
            return known;
        LayoutNode? around = mapping;
        while (around is { Entries.Count: 0 })
            around = around.Parent;
        return json[mapping] = around is { IsFlow: true } && around.Entries.TrueForAll(entry => entry.Key.Style == ScalarStyle.DoubleQuoted);
    }

    private TextEdit Edit(int start, int end, string newText) => new(new Place(file, start, end), newText);
}
