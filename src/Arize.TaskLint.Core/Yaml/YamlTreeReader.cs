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

    // What aliases may add: a tenfold of what is written, or a quarter of a million values in a short file.
    private const long LeastAliasBudget = 250_000;
    private const long AliasFactor = 10;

    private readonly EventPlaces places;
    private readonly Func<string, string?> variables;
    private readonly Secret? secret;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, Anchored> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> endedAnchors = new(StringComparer.Ordinal);
    private readonly Parser parser;
    private readonly bool hasSeparators;
    // Few words make up most keys; each is kept once. So is what collects entries, once for each depth.
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly List<MappingBuilder> mappings = [];
    private readonly List<List<Node>> lists = [];
    private readonly Action<Node> takeRoot;
    private readonly Action<Node>? takeTask;
    private long written;
    private long aliased;
    private int last;

    private YamlTreeReader(
        SourceFile file, Func<string, string?> variables, Secret? secret, List<Problem> problems, Action<Node> takeRoot, Action<Node>? takeTask)
    {
        this.secret = secret;
        this.takeRoot = takeRoot;
        this.takeTask = takeTask;
        this.variables = variables;
        this.problems = problems;
        places = new EventPlaces(file);
        hasSeparators = LineSeparators.AreIn(file.Text);
        parser = new Parser(new SteadyScanner(new StringReader(hasSeparators ? LineSeparators.Hide(file.Text) : file.Text)));
    }

    /// <summary>Reads the documents of a text; null where the text is not valid YAML, which is then among the problems.</summary>
    public static IReadOnlyList<Node>? Read(SourceFile file, Func<string, string?> variables, List<Problem> problems, Secret? secret = null)
    {
        var roots = new List<Node>();
        return Read(file, variables, secret, problems, roots.Add, null) ? roots : null;
    }

    /// <summary>Reads the documents of a text, and hands on each as soon as it has been read.</summary>
    /// <param name="file">The text.</param>
    /// <param name="variables">The value of an environment variable, or null.</param>
    /// <param name="secret">What no value may hold; null for nothing.</param>
    /// <param name="problems">What is found is added here.</param>
    /// <param name="takeRoot">Takes the root of each document.</param>
    /// <param name="takeTask">
    /// Takes each entry of a list of tasks, at the root or under <c>tasks</c>, before its document is complete; the list itself is empty
    /// then. Null to leave such lists whole.
    /// </param>
    /// <returns>False where the text is not valid YAML: what was handed on then counts for nothing.</returns>
    internal static bool Read(
        SourceFile file, Func<string, string?> variables, Secret? secret, List<Problem> problems, Action<Node> takeRoot, Action<Node>? takeTask)
    {
        var reader = new YamlTreeReader(file, variables, secret, problems, takeRoot, takeTask);
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
            endedAnchors.UnionWith(anchors.Keys);
            anchors.Clear();
            var (root, _) = parser.Current is SequenceStart { Anchor.IsEmpty: true } list ? ReadSequence(list, 0, takeTask) : ReadNode(0);
            takeRoot(root);
        }
    }

    private void Next()
    {
        // A parser that has nothing more to say stays where it is.
        if (!parser.MoveNext())
            throw new StopReading(At(last, last), "not valid YAML: the text ends within a value");
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
            keys.Add(scalar.Value, text = TextOf(scalar));
        return (new ScalarNode(places.Of(scalar), text, scalar.Style == ScalarStyle.Plain), 1);
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
        var place = places.Of(scalar);
        var plain = IsPlain(scalar, place);
        var text = TextOf(scalar);
        if (!EnvironmentText.Concerns(text))
            return new ScalarNode(place, text, plain);
        var filled = EnvironmentText.Fill(text, variables);
        return new ScalarNode(place, filled.Text, plain || filled.IsFilled, filled.Unset is { } unset ? new UnknownReason(unset, place) : null)
        { Variables = new VariableText(text, plain) { IsFilled = filled.IsFilled, Secrets = filled.Set, ShellForm = filled.ShellForm } };
    }

    private string TextOf(Scalar scalar)
    {
        var text = hasSeparators ? LineSeparators.Restore(scalar.Value) : scalar.Value;
        return secret is null ? text : secret.Clean(text);
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
        var begin = places.BeginOf(start);
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
            end = (int)parser.Current.Start.Index + 1;
        return (Close(anchor, new ListNode(At(begin, end), items.ToArray()), size), size);
    }

    private (Node Node, long Size) ReadMapping(MappingStart start, int depth)
    {
        var begin = places.BeginOf(start);
        CheckTag(start, At(begin, begin + 1));
        var anchor = Open(start);
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
            // A key is what is written: that of an alias may stand for a value with variables.
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

        Charge(added, value.Place);
        return added;
    }

    private (Node Node, long Size) ReadAlias(AnchorAlias alias)
    {
        var place = At((int)alias.Start.Index, (int)alias.End.Index);
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var anchored))
        {
            var advice = endedAnchors.Contains(name) ? "; the one there is belongs to another document, and anchors end at '---'" : "";
            throw new StopReading(place, $"not valid YAML: the alias '*{name}' has no anchor '&{name}' before it{advice}");
        }

        if (anchored.Node is null)
            throw new StopReading(place, $"the alias '*{name}' stands inside of its own anchor, so its value would never end");
        Charge(anchored.Size, place);
        return (anchored.Node.At(place), anchored.Size);
    }

    private void Charge(long size, Place place)
    {
        aliased += size;
        if (aliased > Math.Max(LeastAliasBudget, AliasFactor * written))
            throw new StopReading(place, FormattableString.Invariant($"the aliases up to here expand to more than {LeastAliasBudget:#,0} values"));
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

    private Place At(int start, int end) => places.At(start, end);

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
