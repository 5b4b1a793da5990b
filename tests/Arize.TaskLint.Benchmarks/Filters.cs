using System.Diagnostics;
using System.Globalization;
using Arize.TaskLint.Core.Filters;
using YamlDotNet.Core;

namespace Arize.TaskLint.Benchmarks;

/// <summary>Reads filters, real ones and hostile ones, beside YamlDotNet's bare event parser on the same text between quotes.</summary>
internal static class Filters
{
    private const int Characters = 64 * 1024;

    private static readonly string[] Pieces =
    [
        "attributes.llm.model_name = 'gpt-4o' AND latency_ms > 1000 OR ", "annotations['Toxicity'].label IN ('toxic', 'borderline') AND ", "a = 1 AND ",
        "(", ")", "[", "'", "\"", "NOT ", "NOT (", "x BETWEEN 1 AND ", "a IN (", "f(", "1e+", "‘", "’ ‘ ", "|| ", ".",
    ];

    /// <summary>Prints, for each piece repeated to 64 KiB, the microseconds for a kilobyte and the ratio to the peer.</summary>
    internal static int Run()
    {
        Console.WriteLine("µs/KiB   ratio   repeated");
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));
            var quoted = $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            var (own, peer) = (double.MaxValue, double.MaxValue);
            // In turn, so that a machine that slows down slows both; the least is what the work takes.
            for (var round = 0; round < 15; round++)
            {
                own = Math.Min(own, Time(() => Read(text)));
                peer = Math.Min(peer, Time(() => Parse(quoted)));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{own * 1024 / text.Length,6:0.0} {own / peer,7:0.00}   {piece}"));
        }

        return 0;
    }

    // All that a rule and the comparison ask of a filter.
    private static void Read(string text)
    {
        var filter = FilterText.Parse(text);
        _ = filter.Malformed.Count + filter.Foreign.Count;
        _ = FilterWriter.Write(filter);
    }

    private static void Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
        }
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }
}
