using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Reads YAML text into trees of nodes, in one pass over the parser's events. Aliases share the nodes of their anchors.</summary>
public sealed class YamlTreeReader
{
    /// <summary>How deep a value may be nested: tasks need 10, a JSON Schema in a response format some more.</summary>
    public const int MaximumDepth = 100;

    // A shorter text is parsed before another thread begins with it.
    private const int LongText = 64 * 1024;

    private readonly EventPlaces places;
    private readonly List<Problem> problems;
    private readonly YamlAnchors anchors = new();
    private readonly YamlScalarReader scalars;
    private readonly IParser parser;
    // Collections of entries are reused, one for each depth.
    private readonly List<MappingBuilder> mappings = [];
    private readonly List<List<Node>> lists = [];
    private readonly Action<Node> takeRoot;
    private readonly Action<Node>? takeTask;
    private int last;

    private YamlTreeReader(
        SourceFile file,
        Func<string, string?> variables,
        Secret? secret,
        List<Problem> problems,
        Action<Node> takeRoot,
        Action<Node>? takeTask,
        bool parsesAhead)
    {
        this.takeRoot = takeRoot;
        this.takeTask = takeTask;
        this.problems = problems;
        places = new EventPlaces(file);
        var hasSeparators = LineSeparators.AreIn(file.Text);
        var events = new Parser(new SteadyScanner(new StringReader(hasSeparators ? LineSeparators.Hide(file.Text) : file.Text)));
        parser = parsesAhead && file.Text.Length >= LongText ? new ParserAhead(events) : events;
        scalars = new YamlScalarReader(places, hasSeparators, variables, secret, problems);
    }

    /// <summary>Reads the documents of a text; null if the text is not valid YAML, which is then among the problems.</summary>
    public static IReadOnlyList<Node>? Read(SourceFile file, Func<string, string?> variables, List<Problem> problems, Secret? secret = null)
    {
        var roots = new List<Node>();
        return Read(file, variables, secret, problems, roots.Add, null) ? roots : null;
    }

    /// <summary>
    /// Reads the documents of a text, and passes on each as soon as it has been read. False if the text is not valid YAML: everything that was passed
    /// on is then to be discarded.
    /// </summary>
    /// <param name="variables">The value of an environment variable, or null.</param>
    /// <param name="secret">A text that is removed from all values; null if there is none.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <param name="takeRoot">Takes the root of each document.</param>
    /// <param name="takeTask">
    /// Takes each entry of a list of tasks, at the root or under <c>tasks</c>, before its document is complete; the list itself is empty
    /// then. Null to leave such lists whole.
    /// </param>
    /// <param name="parsesAhead">Whether a long text is parsed on a second thread; what is read is the same.</param>
    internal static bool Read(
        SourceFile file,
        Func<string, string?> variables,
        Secret? secret,
        List<Problem> problems,
        Action<Node> takeRoot,
        Action<Node>? takeTask,
        bool parsesAhead = false)
    {
        var reader = new YamlTreeReader(file, variables, secret, problems, takeRoot, takeTask, parsesAhead);
        try
        {
            reader.ReadDocuments();
            return true;
        }
        catch (StopReadingException stop)
        {
            problems.Add(new Unreadable(stop.Place, stop.Message));
        }
        catch (YamlException invalid)
        {
            problems.Add(new ParseErrors(file, secret).Describe(invalid, reader.last));
        }
        catch (Exception other)
            when (other is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // The parser meets some broken texts, such as a flow list that is never closed, with exceptions of other kinds.
            problems.Add(new ParseErrors(file, secret).DescribeUnknown(reader.last));
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
            anchors.EndDocument();
            var (root, _) = parser.Current is SequenceStart { Anchor.IsEmpty: true } list ? ReadSequence(list, 0, takeTask) : ReadNode(0);
            takeRoot(root);
        }
    }

    private void Next()
    {
        // A parser at the end of its events does not move.
        if (!parser.MoveNext())
            throw new StopReadingException(At(last, last), "not valid YAML: the text ends within a value");
        last = Math.Max(last, (int)parser.Current!.Start.Index);
    }

    private (Node Node, long Size) ReadNode(int depth)
    {
        anchors.CountWritten();
        switch (parser.Current)
        {
            case AnchorAlias alias:
                return anchors.Resolve(alias, At((int)alias.Start.Index, (int)alias.End.Index));
            case Scalar scalar:
                return (Close(anchors.Open(scalar), scalars.ReadValue(scalar), 1), 1);
            case SequenceStart sequence:
                CheckDepth(sequence, depth);
                return ReadSequence(sequence, depth);
            case MappingStart mapping:
                CheckDepth(mapping, depth);
                return ReadMapping(mapping, depth);
            default:
                throw new StopReadingException(At(last, last), "not valid YAML: a value is missing here");
        }
    }

    private (Node Node, long Size) ReadKey(int depth)
    {
        if (parser.Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true } scalar)
            return ReadNode(depth);
        anchors.CountWritten();
        return (scalars.ReadKey(scalar), 1);
    }

    private static T AtDepth<T>(List<T> pool, int depth)
        where T : new()
    {
        while (pool.Count <= depth)
            pool.Add(new T());
        return pool[depth];
    }

    private (Node Node, long Size) ReadSequence(SequenceStart start, int depth, Action<Node>? take = null)
    {
        var begin = places.BeginOf(start);
        scalars.CheckTag(start, At(begin, begin + 1));
        var anchor = anchors.Open(start);
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
            end = (int)parser.Current.Start.Index + 1;
        return (Close(anchor, new ListNode(At(begin, end), items.ToArray()), size), size);
    }

    private (Node Node, long Size) ReadMapping(MappingStart start, int depth)
    {
        var begin = places.BeginOf(start);
        scalars.CheckTag(start, At(begin, begin + 1));
        var anchor = anchors.Open(start);
        var builder = AtDepth(mappings, depth);
        // The pair in [key: value] is a mapping of its own, whose event has no place but the text's beginning.
        var isPair = depth > 0 && start.Style == MappingStyle.Flow && start.Start.Index == 0 && (last > 0 || !places.IsAt('{', 0));
        var first = -1;
        var size = 1L;
        var end = isPair ? 0 : begin;
        Next();
        while (parser.Current is not MappingEnd)
        {
            var (key, keySize) = ReadKey(depth + 1);
            // A key is literal: an alias may refer to a value in which variables were filled in.
            key = VariableText.Unfilled(key);
            var isMerge = parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            Next();
            var isTasks = depth == 0 && takeTask is not null && key is ScalarNode { Text: "tasks" };
            var (value, valueSize) = isTasks && parser.Current is SequenceStart { Anchor.IsEmpty: true } list
                ? ReadSequence(list, depth + 1, takeTask)
                : ReadNode(depth + 1);
            Next();
            size += keySize + valueSize;
            first = first < 0 ? key.Place.Start : first;
            end = Math.Max(end, Math.Max(key.Place.End, value.Place.End));
            if (key is not ScalarNode name)
                problems.Add(UnusableKey(key));
            else if (isMerge)
                size += Merge(builder, name, value);
            else
                builder.Add(new Entry(name, value));
        }

        if (isPair)
            begin = first;
        else if (start.Style == MappingStyle.Flow)
            end = (int)parser.Current.Start.Index + 1;
        return (Close(anchor, builder.Build(At(begin, end)), size), size);
    }

    private Unreadable UnusableKey(Node key)
    {
        // A placeholder without quotes: YAML reads {{question}} as a mapping within a mapping.
        var isBrace = places.IsAt('{', key.Place.Start);
        return new Unreadable(key.Place,
            $"a key must be a text, but is {key.Describe()}" + (isBrace ? "; a text that begins with { needs quotes" : ""));
    }

    private long Merge(MappingBuilder builder, ScalarNode key, Node value)
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
                var place = source.Place.End > source.Place.Start ? source.Place : key.Place;
                problems.Add(new Unreadable(place, $"'<<' merges mappings, but this is {source.Describe()}"));
            }
        }

        anchors.Charge(added, value.Place);
        return added;
    }

    private void CheckDepth(NodeEvent node, int depth)
    {
        if (depth >= MaximumDepth)
            throw new StopReadingException(At((int)node.Start.Index, (int)node.Start.Index + 1), $"values are nested more than {MaximumDepth} deep");
    }

    private static T Close<T>(YamlAnchors.Anchored? anchor, T node, long size)
        where T : Node
    {
        anchor?.Close(node, size);
        return node;
    }

    private Place At(int start, int end) => places.At(start, end);
}
