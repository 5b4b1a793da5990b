using Arize.TaskLint.Core.Model;
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
        return [Edit(value.Start, value.End, isText ? InQuotesOf(value, newText) : newText)];
    }

    /// <summary>Adds an entry to a mapping, or a value to an entry that has none.</summary>
    internal IReadOnlyList<TextEdit>? Add(LayoutNode mapping, AddEntry fix)
    {
        if (mapping.Find(fix.Field.Name) is { } existing)
            return Fill(existing, fix.Value);
        var entry = new NewEntry(fix.Field.Name, fix.Value);
        if (mapping.Entries.Count == 0)
            return [Edit(mapping.Start, mapping.End, $"{{ {YamlValue.FlowEntry(entry, IsJson(mapping))} }}")];
        if (mapping.IsPair)
            return null;
        var before = EntryBefore(mapping, fix);
        return mapping.IsFlow ? AddToFlow(mapping, before, YamlValue.FlowEntry(entry, IsJson(mapping))) : AddToBlock(mapping, before, entry);
    }

    // The fields of a table are in their usual order; merge keys and the author's own keys come first.
    private static LayoutEntry? EntryBefore(LayoutNode mapping, AddEntry fix)
    {
        LayoutEntry? before = null;
        var least = -1;
        foreach (var entry in mapping.Entries)
        {
            var ordinal = fix.Field.Owner?.Find(entry.Key.Text)?.Ordinal ?? (before is null && (entry.IsMerge || entry.IsOwn) ? -1 : int.MaxValue);
            if (ordinal < fix.Field.Ordinal && (ordinal > least || before is null || entry.IsMerge))
                (before, least) = (entry, Math.Max(least, ordinal));
        }

        return before;
    }

    private IReadOnlyList<TextEdit>? AddToBlock(LayoutNode mapping, LayoutEntry? before, NewEntry entry)
    {
        var first = mapping.Entries[0].Key.Begin;
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

        if (!lines.IsLast(before.End))
            return null;
        var at = lines.After(before.End);
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

    private List<TextEdit> AddToFlow(LayoutNode mapping, LayoutEntry? before, string written)
    {
        var first = mapping.Entries[0];
        // If the entries are on lines of their own, the new one is, too.
        string Gap(LayoutEntry beside) =>
            lines.IsFirst(beside.Key.Begin) ? lines.Break + text.Substring(lines.StartOf(beside.Key.Begin), lines.ColumnOf(beside.Key.Begin)) : " ";
        if (before is null)
            return [Edit(first.Key.Begin, first.Key.Begin, $"{written},{Gap(first)}")];
        var comma = YamlLayout.From(layout.Commas, before.End);
        if (comma < 0 || comma >= mapping.End || lines.SkipSpace(before.End) != comma)
        {
            var note = lines.CommentBehind(before.End);
            return note < 0
                ? [Edit(before.End, before.End, $",{Gap(before)}{written}")]
                :
                [
                    Edit(before.End, before.End, ","),
                    Edit(lines.EndOf(note), lines.EndOf(note), $"{lines.Break}{new string(' ', lines.ColumnOf(before.Key.Begin))}{written}"),
                ];
        }

        // The comment after a comma belongs to the entry before it.
        var at = lines.CommentBehind(comma + 1) is >= 0 and var own ? lines.EndOf(own) : comma + 1;
        var gap = at > comma + 1 ? lines.Break + new string(' ', lines.ColumnOf(before.Key.Begin)) : Gap(before);
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
