using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>A key and its value, as they are written.</summary>
internal sealed class LayoutEntry(LayoutNode mapping, LayoutNode key, LayoutNode value)
{
    internal LayoutNode Mapping { get; } = mapping;

    internal LayoutNode Key { get; } = key;

    internal LayoutNode Value { get; } = value;

    internal bool IsMerge { get; set; }

    /// <summary>The position of the colon; -1 if there is none.</summary>
    internal int Colon { get; set; }

    /// <summary>Where it ends.</summary>
    internal int End => Math.Max(Math.Max(Key.End, Value.End), Colon + 1);

    /// <summary>Whether the key is the author's own: a home for anchors.</summary>
    internal bool IsOwn => ObjectSpec.IsOwnKey(Key.Text);
}
