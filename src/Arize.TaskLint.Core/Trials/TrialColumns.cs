using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>
/// What the tasks of a run ask of rows. Tasks that ask for the same have it found out once for a row, and each task takes a batch of rows at a time.
/// </summary>
/// <param name="asked">The columns that are asked for.</param>
internal sealed class TrialColumns(AskedColumns asked)
{
    // Rows with long texts are tried sooner.
    private const int MostCharacters = 1 << 20;

    private readonly Dictionary<string, PathProbe> probes = new(StringComparer.Ordinal);
    private readonly List<IBatchPart> parts = [];
    private readonly RowShapes shapes = new();
    private readonly BatchRow[] rows = [.. Enumerable.Range(0, SharedTerms.MostRows).Select(i => new BatchRow { Index = i })];
    private int count;
    private long characters;

    internal AskedColumns Asked => asked;

    /// <summary>The terms of all filters.</summary>
    internal SharedTerms Terms { get; } = new();

    /// <summary>Whether the batch is to be tried before a row is added.</summary>
    internal bool IsFull => count == rows.Length || characters >= MostCharacters;

    /// <summary>What looks a path up.</summary>
    /// <param name="names">The columns of which each may be meant.</param>
    internal PathProbe Probe(params string[] names)
    {
        var key = string.Join("\0", names);
        if (!probes.TryGetValue(key, out var probe))
            probes.Add(key, probe = With(new PathProbe([.. names.Select(one => (asked.Ask(one), one))], asked.AreOfSpans)));
        return probe;
    }

    /// <summary>Adds what looks at each batch.</summary>
    internal T With<T>(T part)
        where T : IBatchPart
    {
        parts.Add(part);
        return part;
    }

    /// <summary>Adds a row to the batch.</summary>
    internal BatchRow Add(ISampleRow row, DateTimeOffset? time)
    {
        var shape = shapes.Of(row.Present);
        IReadOnlyList<int> present = shape >= 0 ? shapes[shape] : [.. row.Present];
        characters += rows[count].Fill(row, asked.Names.Count, time?.UtcTicks, present, shape);
        return rows[count++];
    }

    /// <summary>Has tasks take the rows of the batch, which is empty afterwards.</summary>
    internal void Try(List<TaskTrial> trials)
    {
        var batch = new ArraySegment<BatchRow>(rows, 0, count);
        (count, characters) = (0, 0);
        if (batch.Count == 0 || trials.Count == 0)
            return;
        Terms.Prepare(batch);
        foreach (var part in parts)
            part.Prepare(batch);
        foreach (var trial in trials)
        {
            for (var i = 0; i < batch.Count; i++)
                trial.Take(rows[i]);
        }
    }
}
