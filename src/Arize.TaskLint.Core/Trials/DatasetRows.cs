using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// The rows of a dataset: runs of experiments, and examples. An evaluator sees both at once, so that a run is put together with its example. They
/// come from two exports, in any order, and are kept until all are read; a dataset is small.
/// </summary>
/// <param name="asked">The columns that are asked for.</param>
internal sealed class DatasetRows(AskedColumns asked)
{
    private readonly int id = asked.Ask("id");
    private readonly int exampleId = asked.Ask("example_id");
    private readonly List<Row> rows = [];

    /// <summary>How many runs there are.</summary>
    internal long Runs { get; private set; }

    /// <summary>How many examples there are.</summary>
    internal long Examples => rows.Count - Runs;

    /// <summary>How many runs are without their example, though there are examples.</summary>
    internal long Alone { get; private set; }

    /// <summary>Keeps a row.</summary>
    internal void Add(ISampleRow row)
    {
        var (values, others) = (new SpanValue[asked.Names.Count], (SpanValue[]?)null);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.Value(i);
            if (row.ValueInOtherCase(i) is { Kind: not SpanValueKind.Missing } other)
                (others ??= new SpanValue[values.Length])[i] = other;
        }

        rows.Add(new Row(values, others, [.. row.Present], row.Project));
        Runs += values[exampleId].Kind == SpanValueKind.Missing ? 0 : 1;
    }

    /// <summary>The rows: the runs with what their examples have, or what there is of one kind.</summary>
    internal IEnumerable<ISampleRow> Joined()
    {
        if (Runs == 0 || Examples == 0)
            return rows;
        var examples = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Value(exampleId).Kind == SpanValueKind.Missing && row.Value(id) is { Kind: not SpanValueKind.Missing, Text: var key })
                examples[key] = row;
        }

        var joined = new List<ISampleRow>();
        Alone = 0;
        foreach (var run in rows)
        {
            if (run.Value(exampleId) is not { Kind: not SpanValueKind.Missing, Text: var key })
                continue;
            var hasExample = examples.TryGetValue(key, out var example);
            Alone += hasExample ? 0 : 1;
            joined.Add(hasExample ? run.With(example!) : run);
        }

        return joined;
    }

    private sealed class Row(SpanValue[] values, SpanValue[]? others, int[] present, string? project) : ISampleRow
    {
        public string? Project => project;

        public IReadOnlyList<int> Present => present;

        public SpanValue Value(int column) => values[column];

        public SpanValue ValueInOtherCase(int column) => others is null ? default : others[column];

        private bool HasOthers => others is not null;

        // What the run has itself goes first.
        internal Row With(Row example)
        {
            var all = new SpanValue[values.Length];
            var allOthers = others is null && !example.HasOthers ? null : new SpanValue[values.Length];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = values[i].Kind != SpanValueKind.Missing ? values[i] : example.Value(i);
                if (allOthers is not null)
                    allOthers[i] = ValueInOtherCase(i).Kind != SpanValueKind.Missing ? ValueInOtherCase(i) : example.ValueInOtherCase(i);
            }

            return new Row(all, allOthers, [.. present.Union(example.Present)], project);
        }
    }
}
