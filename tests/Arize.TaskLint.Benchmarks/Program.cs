using System.Diagnostics;
using System.Globalization;
using Arize.TaskLint.Benchmarks;
using YamlDotNet.Core;
using Tool = Arize.TaskLint.Cli.Program;

// Ratios against a named peer, YamlDotNet's bare event parser on the same file in the same program: absolute times differ from machine to
// machine, ratios hardly do. `benchmarks` prints the table; the other words run one part once, for a profiler or `time`.
return args switch
{
    ["generate", var count, var file] => Generate(file, int.Parse(count, CultureInfo.InvariantCulture)),
    ["parse", var file] => Parse(file),
    ["lint", var file] => await Lint(file),
    ["filters"] => Filters.Run(),
    ["spans-file", var count, var file] => GenerateSpans(file, int.Parse(count, CultureInfo.InvariantCulture)),
    ["spans", var tool] => await SpanChecks.Run(tool, 1_000_000),
    ["spans", var tool, var count] => await SpanChecks.Run(tool, int.Parse(count, CultureInfo.InvariantCulture)),
    ["spans-read", var file] => SpanFilters.Run(file),
    ["check", var tool] => await LiveChecks.Run(tool, latency: 0),
    ["check", var tool, var latency] => await LiveChecks.Run(tool, int.Parse(latency, CultureInfo.InvariantCulture)),
    ["sdk", var tool] => await LiveChecks.RunBesideSdk(tool, latency: 0),
    ["sdk", var tool, var latency] => await LiveChecks.RunBesideSdk(tool, int.Parse(latency, CultureInfo.InvariantCulture)),
    ["growth"] => await Growth.Run(null),
    ["growth", var word] => await Growth.Run(word),
    [] => await Table([1_000, 10_000, 100_000]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: benchmarks [generate COUNT FILE | parse FILE | lint FILE | filters | spans TASKLINT [COUNT] | spans-file COUNT FILE | spans-read FILE | check TASKLINT [LATENCY] | sdk TASKLINT [LATENCY] | growth [WORD]]");
    return 2;
}

static int Generate(string file, int count)
{
    using var writer = new StreamWriter(file);
    GeneratedTasks.Write(writer, count);
    return 0;
}

static int GenerateSpans(string file, int count)
{
    using var stream = File.Create(file);
    GeneratedSpans.Write(stream, count);
    return 0;
}

static int Parse(string file)
{
    using var text = new StreamReader(file);
    var parser = new Parser(text);
    var events = 0;
    while (parser.MoveNext())
        events++;
    return events > 0 ? 0 : 1;
}

static Task<int> Lint(string file) => Tool.Main(["lint", "--quiet", "--fail-on", "never", file]);

static async Task<int> Table(int[] counts)
{
    Console.WriteLine("tasks      MB  parse ms   lint ms   ratio   lint µs/task");
    foreach (var count in counts)
    {
        var file = Path.Combine(Path.GetTempPath(), $"tasklint-benchmark-{count}.arize.yaml");
        Generate(file, count);
        var (parse, lint) = (new List<double>(), new List<double>());
        // In turn, so that a machine that slows down slows both.
        for (var round = 0; round < 7; round++)
        {
            parse.Add(Time(() => Parse(file)));
            var started = Stopwatch.GetTimestamp();
            await Lint(file);
            lint.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var (parseTime, lintTime) = (Median(parse), Median(lint));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count,7} {new FileInfo(file).Length / 1e6,6:0.0} {parseTime,9:0.0} {lintTime,9:0.0} {lintTime / parseTime,7:0.00} {lintTime * 1000 / count,14:0.0}"));
        File.Delete(file);
    }

    return 0;
}

static double Time(Func<int> run)
{
    var started = Stopwatch.GetTimestamp();
    run();
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
