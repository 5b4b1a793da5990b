using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Fuzz;

/// <summary>
/// What a text holds that a fix must keep, as YamlDotNet's scanner and parser tell it: nothing of the tool's own reading is used here.
/// </summary>
internal sealed class YamlFacts
{
    // Aliases of aliases may multiply.
    private const int MostOfAlias = 200;

    private YamlFacts(List<string> comments, List<Fact> values) => (Comments, Values) = (comments, values);

    /// <summary>A scalar: the key that it is the value of, or stands below, and where it and that key stand.</summary>
    /// <param name="Key">The nearest key around it, or an empty text.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Places">Where it begins, and all keys around it; lines and columns from 1. A tag or an anchor before it is a part of it.</param>
    /// <param name="End">Where it ends.</param>
    internal sealed record Fact(string Key, string Text, IReadOnlyList<(long Line, long Column)> Places, (long Line, long Column) End)
    {
        /// <summary>The keys around the aliases that stand for it, as it is a part of what they hold.</summary>
        internal HashSet<(long Line, long Column)> Uses { get; init; } = [];

        internal bool IsNamedBy(HashSet<(long Line, long Column)> places) =>
            Places.Any(places.Contains) || Uses.Overlaps(places) || places.Any(place => place.CompareTo(Places[^1]) >= 0 && place.CompareTo(End) < 0);
    }

    /// <summary>The texts of the comments, sorted.</summary>
    internal List<string> Comments { get; }

    /// <summary>Keys and values.</summary>
    internal List<Fact> Values { get; }

    /// <summary>Reads a text; null where it is not valid YAML.</summary>
    internal static YamlFacts? Of(string text)
    {
        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        // YamlDotNet breaks lines at these, which YAML 1.2 does not.
        text = text.Replace('\u2028', '\uE028').Replace('\u2029', '\uE029').Replace('\u0085', '\uE085');
        try
        {
            var values = new List<Fact>();
            var parser = new Parser(new WholeScanner(new Scanner(new StringReader(text))));
            var at = new List<(long, long)>();
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart)
                {
                    parser.MoveNext();
                    Read(parser, values, at, "", new Dictionary<string, (int, int, string)>());
                }
            }

            return new YamlFacts(CommentsOf(text), values);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static List<string> CommentsOf(string text)
    {
        var comments = new List<string>();
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is YamlDotNet.Core.Tokens.Comment comment)
                comments.Add(comment.Value.Trim());
        }

        comments.Sort(StringComparer.Ordinal);
        return comments;
    }

    private static void Read(Parser parser, List<Fact> values, List<(long, long)> at, string key, Dictionary<string, (int First, int Count, string Key)> anchors)
    {
        var (first, anchor) = (values.Count, (parser.Current as NodeEvent)?.Anchor);
        ReadValue(parser, values, at, key, anchors);
        if (anchor is { IsEmpty: false } name)
            anchors[name.Value] = (first, values.Count - first, key);
    }

    private static void ReadValue(Parser parser, List<Fact> values, List<(long, long)> at, string key, Dictionary<string, (int First, int Count, string Key)> anchors)
    {
        switch (parser.Current)
        {
            case Scalar scalar:
                // A null that is not written is nothing that somebody wrote.
                if (scalar.Value.Length > 0 || scalar.Style != ScalarStyle.Plain)
                    values.Add(new Fact(key, scalar.Value, [.. at, PlaceOf(scalar)], (scalar.End.Line, scalar.End.Column)));
                break;
            case AnchorAlias alias:
                // What it stands for is said here once more.
                var (begun, count, own) = anchors.GetValueOrDefault(alias.Value.Value);
                foreach (var fact in values.GetRange(begun, Math.Min(count, MostOfAlias)))
                {
                    fact.Uses.UnionWith(at);
                    values.Add(new Fact(fact.Key == own ? key : fact.Key, fact.Text, [.. fact.Places, .. at, PlaceOf(alias)], (alias.End.Line, alias.End.Column)) { Uses = fact.Uses });
                }

                break;
            case SequenceStart:
                while (Moved(parser) is not SequenceEnd)
                    Read(parser, values, at, key, anchors);
                break;
            case MappingStart:
                while (Moved(parser) is not MappingEnd)
                {
                    var depth = at.Count;
                    var name = parser.Current is Scalar text ? text.Value : "";
                    at.Add(PlaceOf(parser.Current!));
                    if (parser.Current is Scalar { End: var end } itself)
                    {
                        // Behind a tag or an anchor, the key itself is what findings point at.
                        if (!itself.Tag.IsEmpty || !itself.Anchor.IsEmpty)
                            at.Add(TextPlaceOf(itself));
                        values.Add(new Fact(key, name + ":", [.. at], (end.Line, end.Column)));
                    }
                    else
                        Read(parser, values, at, key, anchors);
                    Moved(parser);
                    Read(parser, values, at, name, anchors);
                    at.RemoveRange(depth, at.Count - depth);
                }

                break;
        }
    }

    private static ParsingEvent Moved(Parser parser) => parser.MoveNext() ? parser.Current! : throw new InvalidOperationException("the text ends within a value");

    private static (long, long) PlaceOf(ParsingEvent one) => (one.Start.Line, one.Start.Column);

    // Of a key on one line, without escapes.
    private static (long, long) TextPlaceOf(Scalar key) => (key.End.Line, key.End.Column - key.Value.Length - (key.Style == ScalarStyle.Plain ? 0 : 2));

    // Behind an anchored scalar in a flow mapping, YamlDotNet 18.1.0 takes a token twice and loses the comma: { a: &x 1, b: 2 } would not be valid.
    private sealed class WholeScanner(Scanner inner) : IScanner
    {
        public Mark CurrentPosition => inner.CurrentPosition;

        public YamlDotNet.Core.Tokens.Token? Current => inner.Current;

        public bool MoveNext() => inner.MoveNext();

        public bool MoveNextWithoutConsuming() => inner.Current is not (null or YamlDotNet.Core.Tokens.StreamEnd) || inner.MoveNextWithoutConsuming();

        public void ConsumeCurrent() => inner.ConsumeCurrent();
    }
}
