using System.Diagnostics;
using System.Globalization;

namespace Arize.TaskLint.Benchmarks;

/// <summary>
/// <c>try</c> on a file of spans, beside two peers that count what the same filter selects in the same file: <c>jq</c>, and DuckDB, which
/// <c>npm ci --prefix tests/Arize.TaskLint.Benchmarks/spans</c> installs.
/// </summary>
internal static class SpanChecks
{
    private const int Rounds = 3;
    private const string Script = "tests/Arize.TaskLint.Benchmarks/spans/duckdb.mjs";
    private const string Jq = """select(.attributes["openinference.span.kind"] == "LLM" and .latency_ms > 10000) | [1, .attributes["input.value"] != null]""";

    private static readonly string Declaration = $$"""
        name: Slow answers
        type: TEMPLATE_EVALUATION
        project: support-bot
        sampling_rate: 0.1
        is_continuous: true
        query_filter: {{SpanFilters.Filter}}
        evaluators:
          - evaluator: Helpfulness
            column_mappings:
              input: attributes.input.value
              output: attributes.output.value

        """;

    /// <summary>Runs in the root of the repository, and prints a line for a quarter of the spans, a half and all: processor time and memory.</summary>
    internal static async Task<int> Run(string tool, int count)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-benchmark-").FullName;
        try
        {
            var (declaration, file) = (Path.Combine(folder, "a.arize.yaml"), Path.Combine(folder, "spans.jsonl"));
            await File.WriteAllTextAsync(declaration, Declaration);
            Console.WriteLine("    spans    MB    jq s  duckdb s   try s   try/jq  try/duckdb   duckdb MB  try MB");
            foreach (var spans in new[] { count / 4, count / 2, count })
            {
                await using (var stream = File.Create(file))
                    GeneratedSpans.Write(stream, spans);
                var (jq, duck, own) = (Result.Worst, Result.Worst, Result.Worst);
                // In turn, so that a machine that slows down slows all; the least is what the work takes. The file is in the memory of the system.
                for (var round = 0; round < Rounds; round++)
                {
                    duck = duck.Or(await RunAsync("node", Script, file));
                    own = own.Or(await RunAsync(tool, "try", declaration, "--spans", file, "--fail-on", "never"));
                    jq = jq.Or(await RunAsync("jq", "-c", Jq, file));
                }

                var selected = duck.Output.Split(' ')[0];
                if (jq.Output.Count(c => c == '\n').ToString(CultureInfo.InvariantCulture) != selected || !Selects(own.Output, selected))
                    throw new InvalidOperationException($"DuckDB counts {selected}, and the others do not:\n{own.Output}");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{spans,9} {new FileInfo(file).Length / 1e6,5:0} {jq.Seconds,7:0.0} {duck.Seconds,9:0.0} {own.Seconds,7:0.0} {own.Seconds / jq.Seconds,8:0.00} "
                        + $"{own.Seconds / duck.Seconds,11:0.00} {duck.Megabytes,11:0} {own.Megabytes,7:0}"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Selects(string output, string count)
    {
        var number = int.Parse(count, CultureInfo.InvariantCulture);
        return output.Contains($"{count} of ", StringComparison.Ordinal) || output.Contains($"{number.ToString("N0", CultureInfo.InvariantCulture)} of ", StringComparison.Ordinal);
    }

    // The processor time of all threads: other programs of the machine do not lengthen it.
    private static double ProcessorTime(int process)
    {
        try
        {
            // The fields behind the name, which is in parentheses; a tick is a hundredth of a second.
            var fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat")).Split(')')[^1].Split(' ');
            return (double.Parse(fields[12], CultureInfo.InvariantCulture) + double.Parse(fields[13], CultureInfo.InvariantCulture)) / 100;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task<Result> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (kilobytes, seconds) = (0.0, 0.0);
        await LiveChecks.WatchAsync(process, () =>
        {
            kilobytes = Math.Max(kilobytes, LiveChecks.MostMemory(process.Id));
            seconds = Math.Max(seconds, ProcessorTime(process.Id));
        });
        return process.ExitCode == 0
            ? new Result(seconds, kilobytes / 1024, await output)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await output}");
    }

    private readonly record struct Result(double Seconds, double Megabytes, string Output)
    {
        internal static readonly Result Worst = new(double.MaxValue, 0, "");

        internal Result Or(Result other) =>
            new(Math.Min(Seconds, other.Seconds), Math.Max(Megabytes, other.Megabytes), other.Output);
    }
}
