using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>What the tasks of a run ask of rows, so that tasks which ask for the same have it found out once for a row.</summary>
/// <param name="asked">The columns that are asked for.</param>
internal sealed class TrialColumns(AskedColumns asked)
{
    private readonly Dictionary<string, PathProbe> probes = new(StringComparer.Ordinal);
    private readonly RowShapes shapes = new();
    private long position;

    internal AskedColumns Asked => asked;

    /// <summary>The terms of all filters.</summary>
    internal SharedTerms Terms { get; } = new();

    /// <summary>What looks a path up.</summary>
    /// <param name="names">The columns of which each may be meant.</param>
    internal PathProbe Probe(params string[] names)
    {
        var key = string.Join("\0", names);
        if (!probes.TryGetValue(key, out var probe))
            probes.Add(key, probe = new PathProbe([.. names.Select(one => (asked.Ask(one), one))], asked.AreOfSpans));
        return probe;
    }

    /// <summary>Goes on to the next row of the sample.</summary>
    internal TrialRow Next(ISampleRow row, DateTimeOffset? time)
    {
        Terms.Row = ++position;
        return new TrialRow(row, position, time?.UtcTicks, shapes, shapes.Of(row.Present));
    }
}
