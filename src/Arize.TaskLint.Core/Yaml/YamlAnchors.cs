using Arize.TaskLint.Core.Model;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// The anchors of a text and the nodes that their aliases share. What the aliases expand to is bounded, so that a small file cannot become a
/// large tree.
/// </summary>
internal sealed class YamlAnchors
{
    // The number of values that aliases may add: ten times those in the text, or a quarter of a million in a short file.
    private const long MinimumAliasBudget = 250_000;
    private const long AliasFactor = 10;

    private readonly Dictionary<string, Anchored> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> endedAnchors = new(StringComparer.Ordinal);
    private long written;
    private long aliased;

    /// <summary>Counts one value that is written in the text, and raises the number of values that aliases may add.</summary>
    internal void CountWritten() => written++;

    /// <summary>Anchors end with their document. Those that ended are remembered for the message about an alias that has no anchor.</summary>
    internal void EndDocument()
    {
        endedAnchors.UnionWith(anchors.Keys);
        anchors.Clear();
    }

    /// <summary>Adds the anchor of a node that is about to be read; null if it has none.</summary>
    internal Anchored? Open(NodeEvent node) => node.Anchor.IsEmpty ? null : anchors[node.Anchor.Value] = new Anchored();

    internal (Node Node, long Size) Resolve(AnchorAlias alias, Place place)
    {
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var anchored))
        {
            var advice = endedAnchors.Contains(name) ? "; the one there is belongs to another document, and anchors end at '---'" : "";
            throw new StopReadingException(place, $"not valid YAML: the alias '*{name}' has no anchor '&{name}' before it{advice}");
        }

        if (anchored.Node is null)
            throw new StopReadingException(place, $"the alias '*{name}' stands inside of its own anchor, so its value would never end");
        Charge(anchored.Size, place);
        return (anchored.Node.At(place), anchored.Size);
    }

    /// <summary>Counts values that an alias or a merge adds, and stops reading when they are too many.</summary>
    internal void Charge(long size, Place place)
    {
        aliased += size;
        if (aliased > Math.Max(MinimumAliasBudget, AliasFactor * written))
        {
            throw new StopReadingException(
                place, FormattableString.Invariant($"the aliases up to here expand to more than {MinimumAliasBudget:#,0} values"));
        }
    }

    /// <summary>An anchor, and its node once that has been read to its end.</summary>
    internal sealed class Anchored
    {
        internal Node? Node { get; private set; }

        /// <summary>How many values the node consists of, with those that its aliases expand to.</summary>
        internal long Size { get; private set; }

        internal void Close(Node node, long size) => (Node, Size) = (node, size);
    }
}
