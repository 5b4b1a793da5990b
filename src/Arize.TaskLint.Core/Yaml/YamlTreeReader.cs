using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Reads YAML text into trees of nodes, in one pass over the parser's events. Aliases share the nodes that they stand for, and what
/// they expand to is bounded, so that a small file cannot become a large tree.
/// </summary>
public sealed class YamlTreeReader
{
    /// <summary>How deep a value may be nested: tasks need 10, a JSON Schema in a response format some more.</summary>
    public const int MaximumDepth = 100;

    // What aliases may add: a tenfold of what is written, or a million values in a short file.
    private const long LeastAliasBudget = 1_000_000;
    private const long AliasFactor = 10;

    private readonly SourceFile file;
    private readonly Func<string, string?> variables;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, Anchored> anchors = new(StringComparer.Ordinal);
    private readonly Parser parser;
    // Few words make up most keys; each is kept once. So is what collects entries, once for each depth.
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly List<MappingBuilder> mappings = [];
    private readonly List<List<Node>> lists = [];
    private readonly Action<Node> takeRoot;
    private readonly Action<Node>? takeTask;
    private long written;
    private long aliased;
    private int last;

    private YamlTreeReader(SourceFile file, Func<string, string?> variables, List<Problem> problems, Action<Node> takeRoot, Action<Node>? takeTask)
    {
        this.takeRoot = takeRoot;
        this.takeTask = takeTask;
        this.file = file;
        this.variables = variables;
        this.problems = problems;
        parser = new Parser(new StringReader(file.Text));
    }

    /// <summary>Reads the documents of a text; null where the text is not valid YAML, which is then among the problems.</summary>
    public static IReadOnlyList<Node>? Read(SourceFile file, Func<string, string?> variables, List<Problem> problems)
    {
        var roots = new List<Node>();
        return Read(file, variables, problems, roots.Add, null) ? roots : null;
    }

    /// <summary>Reads the documents of a text, and hands on each as soon as it has been read.</summary>
    /// <param name="file">The text.</param>
    /// <param name="variables">The value of an environment variable, or null.</param>
    /// <param name="problems">What is found is added here.</param>
    /// <param name="takeRoot">Takes the root of each document.</param>
    /// <param name="takeTask">
    /// Takes each entry of a list of tasks, at the root or under <c>tasks</c>, before its document is complete; the list itself is empty
    /// then. Null to leave such lists whole.
    /// </param>
    /// <returns>False where the text is not valid YAML: what was handed on then counts for nothing.</returns>
    internal static bool Read(SourceFile file, Func<string, string?> variables, List<Problem> problems, Action<Node> takeRoot, Action<Node>? takeTask)
    {
        var reader = new YamlTreeReader(file, variables, problems, takeRoot, takeTask);
        try
        {
            reader.ReadDocuments();
            return true;
        }
        catch (StopReading stop)
        {
            problems.Add(new Unreadable(stop.Place, stop.Message));
        }
        catch (YamlException invalid)
        {
            problems.Add(new Unreadable(reader.PlaceOf(invalid), $"not valid YAML: {Reason(invalid.Message)}"));
        }
        catch (Exception other) when (other is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // The parser meets some broken texts, such as a flow list that is never closed, with exceptions of other kinds.
            problems.Add(new Unreadable(
                reader.At(reader.last, reader.last),
                "not valid YAML: the text behind this cannot be read; is a bracket, brace or quote not closed"));
        }

        return false;
    }

    private void ReadDocuments()
    {
        while (parser.MoveNext())
        {
            if (parser.Current is not DocumentStart)
                continue;
            Next();
            anchors.Clear();
            var (root, _) = parser.Current is SequenceStart { Anchor.IsEmpty: true } list ? ReadSequence(list, 0, takeTask) : ReadNode(0);
            takeRoot(root);
        }
    }

    private void Next()
    {
        parser.MoveNext();
        last = Math.Max(last, (int)parser.Current!.Start.Index);
    }

    private (Node Node, long Size) ReadNode(int depth)
    {
        written++;
        switch (parser.Current)
        {
            case AnchorAlias alias:
                return ReadAlias(alias);
            case Scalar scalar:
                return (Remember(scalar, ReadScalar(scalar), 1), 1);
            case SequenceStart sequence:
                CheckDepth(sequence, depth);
                return ReadSequence(sequence, depth);
            case MappingStart mapping:
                CheckDepth(mapping, depth);
                return ReadMapping(mapping, depth);
            default:
                throw new StopReading(At(last, last), "not valid YAML: a value is missing here");
        }
    }

    private (Node Node, long Size) ReadKey(int depth)
    {
        if (parser.Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true } scalar)
            return ReadNode(depth);
        written++;
        if (!keys.TryGetValue(scalar.Value, out var text))
            keys.Add(scalar.Value, text = scalar.Value);
        return (new ScalarNode(PlaceOf(scalar), text, scalar.Style == ScalarStyle.Plain), 1);
    }

    private static T AtDepth<T>(List<T> pool, int depth)
        where T : new()
    {
        while (pool.Count <= depth)
            pool.Add(new T());
        return pool[depth];
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var place = PlaceOf(scalar);
        var plain = IsPlain(scalar, place);
        var text = scalar.Value;
        if (!EnvironmentText.Concerns(text))
            return new ScalarNode(place, text, plain);
        text = EnvironmentText.Fill(text, variables, out var filled, out var unset);
        return new ScalarNode(place, text, plain || filled, unset is null ? null : new UnknownReason(unset, place));
    }

    private bool IsPlain(Scalar scalar, Place place)
    {
        if (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific)
            return scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit && !scalar.Tag.IsNonSpecific;
        switch (scalar.Tag.Value)
        {
            case "tag:yaml.org,2002:str":
                return false;
            case "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null":
                return true;
            default:
                CheckTag(scalar, place);
                return false;
        }
    }

    private void CheckTag(NodeEvent node, Place place)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
            return;
        problems.Add(new Unreadable(place, $"the tag '{node.Tag.Value}' means nothing in a task document"));
    }

    private (Node Node, long Size) ReadSequence(SequenceStart start, int depth, Action<Node>? take = null)
    {
        var begin = SkipProperties(start);
        CheckTag(start, At(begin, begin + 1));
        var anchor = Open(start);
        var items = AtDepth(lists, depth);
        items.Clear();
        var size = 1L;
        var end = begin;
        Next();
        while (parser.Current is not SequenceEnd)
        {
            var (item, itemSize) = ReadNode(depth + 1);
            if (take is null)
                items.Add(item);
            else
                take(item);
            size += itemSize;
            end = item.Place.End;
            Next();
        }

        if (start.Style == SequenceStyle.Flow)
            end = (int)parser.Current.End.Index;
        return (Close(anchor, new ListNode(At(begin, end), items.ToArray()), size), size);
    }

    private (Node Node, long Size) ReadMapping(MappingStart start, int depth)
    {
        var begin = SkipProperties(start);
        CheckTag(start, At(begin, begin + 1));
        var anchor = Open(start);
        var builder = AtDepth(mappings, depth);
        var size = 1L;
        var end = begin;
        Next();
        while (parser.Current is not MappingEnd)
        {
            var (key, keySize) = ReadKey(depth + 1);
            var isMerge = parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            Next();
            var isTasks = depth == 0 && takeTask is not null && key is ScalarNode { Text: "tasks" };
            var (value, valueSize) = isTasks && parser.Current is SequenceStart { Anchor.IsEmpty: true } list
                ? ReadSequence(list, depth + 1, takeTask)
                : ReadNode(depth + 1);
            Next();
            size += keySize + valueSize;
            end = Math.Max(end, Math.Max(key.Place.End, value.Place.End));
            if (key is not ScalarNode name)
                problems.Add(new Unreadable(key.Place, $"a key must be a text, but is {key.Describe()}"));
            else if (isMerge)
                size += Merge(builder, value);
            else
                builder.Add(new Entry(name, value));
        }

        if (start.Style == MappingStyle.Flow)
            end = (int)parser.Current.Start.Index + 1;
        return (Close(anchor, builder.Build(At(begin, end)), size), size);
    }

    private long Merge(MappingBuilder builder, Node value)
    {
        var added = 0L;
        foreach (var source in value is ListNode list ? list.Items : [value])
        {
            if (source is MappingNode mapping)
            {
                added += mapping.Entries.Count;
                builder.Merge(mapping);
            }
            else
            {
                problems.Add(new Unreadable(source.Place, $"'<<' merges mappings, but this is {source.Describe()}"));
            }
        }

        Charge(added, value.Place);
        return added;
    }

    private (Node Node, long Size) ReadAlias(AnchorAlias alias)
    {
        var place = At((int)alias.Start.Index, (int)alias.End.Index);
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var anchored))
            throw new StopReading(place, $"not valid YAML: the alias '*{name}' has no anchor '&{name}' before it");
        if (anchored.Node is null)
            throw new StopReading(place, $"the alias '*{name}' stands inside of its own anchor, so its value would never end");
        Charge(anchored.Size, place);
        return (anchored.Node.At(place), anchored.Size);
    }

    private void Charge(long size, Place place)
    {
        aliased += size;
        if (aliased > Math.Max(LeastAliasBudget, AliasFactor * written))
            throw new StopReading(place, $"the aliases up to here expand to more than {LeastAliasBudget:#,0} values");
    }

    private void CheckDepth(NodeEvent node, int depth)
    {
        if (depth >= MaximumDepth)
            throw new StopReading(At((int)node.Start.Index, (int)node.Start.Index + 1), $"values are nested more than {MaximumDepth} deep");
    }

    private Anchored? Open(NodeEvent node)
    {
        if (node.Anchor.IsEmpty)
            return null;
        return anchors[node.Anchor.Value] = new Anchored();
    }

    private static T Close<T>(Anchored? anchor, T node, long size)
        where T : Node
    {
        if (anchor is not null)
            (anchor.Node, anchor.Size) = (node, size);
        return node;
    }

    private ScalarNode Remember(Scalar scalar, ScalarNode node, long size) => Close(Open(scalar), node, size);

    private Place At(int start, int end) => new(file, start, end);

    private Place PlaceOf(Scalar scalar)
    {
        var start = SkipProperties(scalar);
        var end = Math.Max(start, (int)scalar.End.Index);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The parser ends a block at the next token; people see it end with its last line.
            while (end > start && file.Text[end - 1] is ' ' or '\n' or '\r' or '\t')
                end--;
        }

        return At(start, end);
    }

    private Place PlaceOf(YamlException invalid)
    {
        var start = (int)invalid.Start.Index;
        if (invalid.Message.Contains("tab as indentation"))
        {
            // The parser names the mapping that the tab stands in, not the tab.
            var tab = file.Text.IndexOf("\t", last, StringComparison.Ordinal);
            start = tab >= 0 ? tab : start;
        }

        start = Math.Min(start, file.Text.Length);
        return At(start, Math.Min(Math.Max(start + 1, (int)invalid.End.Index), file.Text.Length));
    }

    // An event begins at its anchor or tag; the value begins behind them.
    private int SkipProperties(NodeEvent node)
    {
        var i = (int)node.Start.Index;
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
            return i;
        var text = file.Text;
        while (i < text.Length)
        {
            if (text[i] is ' ' or '\t' or '\r' or '\n')
                i++;
            else if (text[i] is '&' or '!')
                i = EndOfWord(text, i);
            else if (text[i] == '#')
                i = EndOfLine(text, i);
            else
                break;
        }

        // A null with an anchor has no text of its own: it stands at the anchor's end.
        return node is Scalar { Value: "", Style: ScalarStyle.Plain } ? (int)node.End.Index : i;
    }

    private static int EndOfWord(string text, int i)
    {
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

    private static string Reason(string message)
    {
        var text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    private sealed class Anchored
    {
        public Node? Node { get; set; }

        public long Size { get; set; }
    }

    private sealed class StopReading(Place place, string message) : Exception(message)
    {
        public Place Place { get; } = place;
    }
}
