using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Core.Tokens;
using AnchorAlias = YamlDotNet.Core.Events.AnchorAlias;
using DocumentStart = YamlDotNet.Core.Events.DocumentStart;
using Scalar = YamlDotNet.Core.Events.Scalar;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>How a YAML text is written: its values, with what the tree of nodes leaves out.</summary>
internal sealed class YamlLayout
{
    // A text that was read is nested no deeper than the reader allows; a broken one is given up.
    private const int MaximumDepth = YamlTreeReader.MaximumDepth + 20;

    private readonly EventPlaces places;
    private readonly YamlComments comments;
    private readonly List<int> colons = [];
    private readonly Dictionary<string, LayoutNode> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<int, LayoutEntry> entries = [];
    private readonly Dictionary<int, LayoutNode> mappings = [];
    private readonly Dictionary<int, LayoutNode> lists = [];
    private readonly Dictionary<int, LayoutNode> scalars = [];
    private readonly Parser parser;
    private int last;

    private YamlLayout(SourceFile file)
    {
        Text = file.Text;
        places = new EventPlaces(file);
        comments = new YamlComments(Text);
        parser = new Parser(new SteadyScanner(new StringReader(LineSeparators.AreIn(Text) ? LineSeparators.Hide(Text) : Text), Note));
    }

    internal string Text { get; }

    /// <summary>The roots of the documents.</summary>
    internal List<LayoutNode> Roots { get; } = [];

    /// <summary>The dashes of lists, the commas between entries.</summary>
    internal List<int> Dashes { get; } = [];

    internal List<int> Commas { get; } = [];

    /// <summary>The comments, from the sign to the end of the line, in their order.</summary>
    internal IReadOnlyList<(int Start, int End)> Comments { get; private set; } = [];

    /// <summary>Every alias.</summary>
    internal List<LayoutNode> Aliases { get; } = [];

    /// <summary>Reads a text; null if it is not valid YAML.</summary>
    internal static YamlLayout? Read(SourceFile file)
    {
        var layout = new YamlLayout(file);
        try
        {
            layout.ReadDocuments();
            layout.Comments = layout.comments.Finish();
            return layout;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The entry whose key is at an offset.</summary>
    internal LayoutEntry? EntryAt(int offset) => entries.TryGetValue(offset, out var entry) ? entry : null;

    /// <summary>The mapping at an offset, or that an alias there refers to.</summary>
    internal LayoutNode? MappingAt(int offset) => mappings.TryGetValue(offset, out var mapping) ? mapping : Behind(offset, LayoutKind.Mapping);

    /// <summary>The list at an offset, or that an alias there refers to.</summary>
    internal LayoutNode? ListAt(int offset) => lists.TryGetValue(offset, out var list) ? list : Behind(offset, LayoutKind.List);

    /// <summary>The scalar value, or the alias, at an offset.</summary>
    internal LayoutNode? ScalarAt(int offset) => scalars.TryGetValue(offset, out var scalar) ? scalar : null;

    /// <summary>The last of some sorted offsets before another one; -1 if there is none.</summary>
    internal static int Before(List<int> offsets, int offset)
    {
        var found = offsets.BinarySearch(offset);
        var index = (found >= 0 ? found : ~found) - 1;
        return index >= 0 ? offsets[index] : -1;
    }

    /// <summary>The first of some sorted offsets at or after another one; -1 if there is none.</summary>
    internal static int From(List<int> offsets, int offset)
    {
        var found = offsets.BinarySearch(offset);
        var index = found >= 0 ? found : ~found;
        return index < offsets.Count ? offsets[index] : -1;
    }

    /// <summary>Whether a comment begins in a part of the text.</summary>
    internal bool HasComment(int start, int end)
    {
        var (low, high) = (0, Comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Comments[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Comments.Count && Comments[low].Start < end;
    }

    /// <summary>The texts of the comments, sorted: what is the same before and after every change.</summary>
    internal List<string> CommentTexts()
    {
        var texts = Comments.Select(comment => Text.Substring(comment.Start, comment.End - comment.Start).TrimEnd()).ToList();
        texts.Sort(StringComparer.Ordinal);
        return texts;
    }

    /// <summary>How far lists, or mappings, on lines of their own are indented relative to their keys; null if there are none.</summary>
    internal int? StepOf(LayoutKind kind)
    {
        foreach (var entry in entries.Values)
        {
            var value = entry.Value;
            if (value.Kind == kind && !value.IsFlow
                && Text.LastIndexOf('\n', Math.Max(value.Start - 1, 0)) is var lineEnd && lineEnd >= entry.Key.End)
            {
                var step = value.Start - lineEnd - 1 - (entry.Key.Begin - Text.LastIndexOf('\n', Math.Max(entry.Key.Begin - 1, 0)) - 1);
                if (step > 0 || (step == 0 && kind == LayoutKind.List))
                    return step;
            }
        }

        return null;
    }

    private LayoutNode? Behind(int offset, LayoutKind kind) =>
        scalars.TryGetValue(offset, out var alias) && alias.Target?.Kind == kind ? alias.Target : null;

    private void Note(Token token)
    {
        comments.Take(token);
        var at = (int)token.Start.Index;
        switch (token)
        {
            case BlockEntry:
                Dashes.Add(at);
                break;
            case FlowEntry:
                Commas.Add(at);
                break;
            case Value when places.IsAt(':', at):
                colons.Add(at);
                break;
        }
    }

    private void ReadDocuments()
    {
        while (parser.MoveNext())
        {
            if (parser.Current is not DocumentStart)
                continue;
            Next();
            anchors.Clear();
            Roots.Add(ReadNode(null, 0));
        }
    }

    private void Next()
    {
        if (!parser.MoveNext())
            throw new InvalidOperationException("the text ends within a value");
        last = Math.Max(last, (int)parser.Current!.Start.Index);
    }

    private LayoutNode ReadNode(LayoutNode? parent, int depth)
    {
        if (depth > MaximumDepth)
            throw new InvalidOperationException("nested too deep");
        switch (parser.Current)
        {
            case AnchorAlias alias:
                var use = new LayoutNode(LayoutKind.Alias)
                {
                    Begin = (int)alias.Start.Index,
                    Start = (int)alias.Start.Index,
                    End = (int)alias.End.Index,
                    Text = alias.Value.Value,
                    Parent = parent,
                    Target = anchors[alias.Value.Value],
                };
                use.Target.Aliases.Add(use);
                Aliases.Add(use);
                scalars[use.Start] = use;
                return use;
            case Scalar scalar:
                var place = places.Of(scalar);
                var node = Create(LayoutKind.Scalar, scalar, parent);
                (node.Start, node.End) = (place.Start, place.End);
                node.Text = scalar.Value;
                // An empty text in quotes is no null.
                node.Style = scalar.Style;
                scalars[node.Start] = node;
                return node;
            case SequenceStart sequence:
                return ReadList(sequence, parent, depth);
            case MappingStart mapping:
                return ReadMapping(mapping, parent, depth);
            default:
                throw new InvalidOperationException("a value is missing");
        }
    }

    private LayoutNode ReadList(SequenceStart start, LayoutNode? parent, int depth)
    {
        var list = Create(LayoutKind.List, start, parent);
        list.IsFlow = start.Style == SequenceStyle.Flow;
        Next();
        while (parser.Current is not SequenceEnd)
        {
            var item = ReadNode(list, depth + 1);
            list.Items.Add(item);
            list.End = Math.Max(item.End, list.IsFlow ? 0 : Before(Dashes, item.Begin) + 1);
            Next();
        }

        if (list.IsFlow)
            list.End = (int)parser.Current.Start.Index + 1;
        lists[list.Start] = list;
        return list;
    }

    private LayoutNode ReadMapping(MappingStart start, LayoutNode? parent, int depth)
    {
        var mapping = Create(LayoutKind.Mapping, start, parent);
        mapping.IsFlow = start.Style == MappingStyle.Flow;
        mapping.IsPair = depth > 0 && mapping.IsFlow && start.Start.Index == 0 && (last > 0 || !places.IsAt('{', 0));
        Next();
        while (parser.Current is not MappingEnd)
        {
            var isMerge = parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var key = ReadNode(mapping, depth + 1);
            Next();
            var value = ReadNode(mapping, depth + 1);
            Next();
            var entry = new LayoutEntry(mapping, key, value) { IsMerge = isMerge, Colon = ColonBehind(key) };
            value.Entry = entry;
            mapping.Entries.Add(entry);
            mapping.End = Math.Max(mapping.End, entry.End);
            entries[key.Start] = entry;
        }

        if (mapping.IsPair)
            mapping.Begin = mapping.Start = mapping.Entries[0].Key.Begin;
        else if (mapping.IsFlow)
            mapping.End = (int)parser.Current.Start.Index + 1;
        mappings[mapping.IsPair ? mapping.Entries[0].Key.Start : mapping.Start] = mapping;
        return mapping;
    }

    private int ColonBehind(LayoutNode key)
    {
        var colon = From(colons, key.End);
        for (var i = key.End; i < colon; i++)
        {
            if (!char.IsWhiteSpace(Text[i]))
                return -1;
        }

        return colon;
    }

    private LayoutNode Create(LayoutKind kind, NodeEvent start, LayoutNode? parent)
    {
        var node = new LayoutNode(kind)
        {
            Begin = (int)start.Start.Index,
            Start = places.BeginOf(start),
            Parent = parent,
            Anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value,
            Tag = start.Tag.IsEmpty ? null : start.Tag.Value,
        };
        node.End = node.Start;
        if (node.Anchor is { } name)
            anchors[name] = node;
        return node;
    }
}
