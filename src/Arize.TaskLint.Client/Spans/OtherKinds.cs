namespace Arize.TaskLint.Client.Spans;

/// <summary>Tells what a file is that is no sample.</summary>
internal static class OtherKinds
{
    private static readonly string[] SpanIds = ["context.span_id", "span_id", "context.trace_id"];

    private const string Needed = "; needed is JSON, as 'ax spans export PROJECT --stdout' prints it";

    /// <summary>What rows are that are not of the kind that they are given as, and what is needed; null if they are.</summary>
    /// <param name="columns">The columns of the first object.</param>
    /// <param name="areOfSpans">Whether they are given as spans.</param>
    /// <param name="hasSpans">Whether a row has a column that only spans have.</param>
    internal static string? OfRows(IReadOnlyList<string> columns, bool areOfSpans, bool hasSpans)
    {
        const int Most = 4;
        var roots = columns.Select(column => column.Split('.')[0]).Distinct().ToList();
        var isOfDataset = roots.Contains("example_id") || roots.Contains("experiment_id");
        var isSpan = SpanIds.Any(columns.Contains);
        // Examples that were made of spans have their columns, and an ID of their own.
        if (!areOfSpans)
            return isSpan && !isOfDataset && !roots.Contains("id") ? "of spans, and not of runs or examples; give it with --spans" : null;
        if (isOfDataset && !isSpan)
            return "of runs of an experiment, and not of spans; give it with --runs";
        if (hasSpans)
            return null;
        var shown = roots.Count == 0 ? "nothing" : string.Join(", ", roots.Take(Most).Select(root => $"'{Short(root)}'"));
        shown += roots.Count > Most ? " …" : "";
        var elsewhere = roots.Contains("id") ? "; give examples of a dataset with --runs" : "";
        return $"JSON without spans: its first object has {shown}{Needed}{elsewhere}";
    }

    private static string Short(string name) => name.Length > 40 ? name[..39] + "…" : name;

    /// <summary>What it is, and what is needed; null if it may be JSON.</summary>
    internal static string? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PAR1"u8))
            return "a Parquet file" + Needed;
        if (head.StartsWith("ARROW1"u8))
            return "an Arrow file" + Needed;
        if (head.StartsWith("PK"u8))
            return "a ZIP archive" + Needed + ", or packed with gzip";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]))
            return "packed with zstd" + Needed + ", or packed with gzip";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return "UTF-16 text" + Needed + ", in UTF-8";
        if (head.StartsWith(System.Text.Encoding.UTF8.Preamble))
            head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty)
            return "empty" + Needed;
        if (head[0] is (byte)'{' or (byte)'[')
            return null;
        if (head.Contains((byte)0))
            return "a binary file" + Needed;
        if (head[0] == (byte)'<')
            return "HTML or XML" + Needed;
        var line = head.IndexOf((byte)'\n') is >= 0 and var end ? head[..end] : head;
        return (line.Contains((byte)',') || line.Contains((byte)'\t') ? "a table (CSV)" : "no JSON") + Needed;
    }
}
