using System.Diagnostics;
using System.Globalization;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Benchmarks;

/// <summary>The reader of spans and the evaluator of filters alone, for a profiler.</summary>
internal static class SpanFilters
{
    internal const string Filter = "attributes.openinference.span.kind = 'LLM' AND latency_ms > 10000";

    /// <summary>Prints how many spans of a file the filter selects, and the time.</summary>
    internal static int Run(string file)
    {
        var columns = new AskedColumns();
        var tally = new FilterTally(FilterEvaluator.Compile(FilterText.Parse(Filter), columns));
        var (input, output) = (columns.Ask("attributes.input.value"), columns.Ask("attributes.output.value"));
        var (inputs, outputs) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        using (var stream = File.OpenRead(file))
        {
            new SampleReader(columns, new SeenColumns(), row =>
            {
                if (tally.Add(row).Plain != RowVerdict.Selected)
                    return;
                inputs += row.Value(input).Kind == SpanValueKind.Missing ? 0 : 1;
                outputs += row.Value(output).Kind == SpanValueKind.Missing ? 0 : 1;
            }).Read(stream);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Whole.Plain} of {tally.Rows}, {inputs} {outputs}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, {GC.GetTotalAllocatedBytes() / 1e6:0} MB allocated"));
        return 0;
    }
}
