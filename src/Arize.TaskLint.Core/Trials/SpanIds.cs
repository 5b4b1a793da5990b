using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// Tells spans that a sample has twice, in two files or two forms, by the IDs of their trace and their own. About 20 to 40 bytes are kept for each
/// span.
/// </summary>
/// <param name="asked">The columns that are asked for, to which those of the IDs are added.</param>
internal sealed class SpanIds(AskedColumns asked)
{
    /// <summary>How many spans are told apart. Those beyond take no more memory, and are all counted.</summary>
    internal const int Most = 2_000_000;

    // The second name is that of exports which have no context.
    private readonly (int Trace, int Span)[] columns =
        [(asked.Ask("context.trace_id"), asked.Ask("context.span_id")), (asked.Ask("trace_id"), asked.Ask("span_id"))];

    private readonly IdSet known = new();

    /// <summary>How many spans were there before.</summary>
    internal long Repeated { get; private set; }

    /// <summary>Whether a span was there before; one without both IDs never was.</summary>
    /// <param name="project">The project that its file was said to be of, which may have the spans of another again; null if none was said.</param>
    internal bool IsRepeated(ISpanRow row, string? project)
    {
        foreach (var (trace, span) in columns)
        {
            if (row.Value(trace) is not { Kind: SpanValueKind.Text, Text: { Length: > 0 } outer }
                || row.Value(span) is not { Kind: SpanValueKind.Text, Text: { Length: > 0 } inner })
            {
                continue;
            }

            var key = IdBits.Of(outer, inner);
            if (project is not null)
                key.High ^= IdBits.Of(project).High;
            if (known.Count < Most ? known.Add(key) : !known.Contains(key))
                return false;
            Repeated++;
            return true;
        }

        return false;
    }
}
