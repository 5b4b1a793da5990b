namespace Arize.TaskLint.Core.Spans;

/// <summary>What a column holds in one row.</summary>
public enum SpanValueKind
{
    /// <summary>The row has no such column, or it is null.</summary>
    Missing,

    Text,

    Number,

    Boolean,

    /// <summary>A list or an object.</summary>
    Structure,
}
