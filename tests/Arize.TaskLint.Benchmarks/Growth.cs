using System.Globalization;
using Tool = Arize.TaskLint.Cli.Program;

namespace Arize.TaskLint.Benchmarks;

/// <summary>
/// Runs the tool on each <see cref="GrowthCases">generated input</see> at one, two and four times a size. An input that is twice as large may
/// take twice as long.
/// </summary>
internal static class Growth
{
    private const int Rounds = 3;

    // Below this, what is measured is the start of the tool.
    private const double LeastMilliseconds = 100;
    private const double MostRatio = 3.2;

    /// <summary>Prints the times; 1 where one of them, or the size of the result, grows faster than its input.</summary>
    /// <param name="word">Runs only the inputs that have this in their names; null for all.</param>
    internal static async Task<int> Run(string? word)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-growth-").FullName;
        var isStraight = true;
        Console.WriteLine("    KB      ms ×1     ×2     ×4   ratio   result KB ×1     ×2     ×4");
        foreach (var (name, write) in GrowthCases.All)
        {
            if (word is not null && !name.Contains(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var (times, inputs, results) = (new double[3], new long[3], new long[3]);
            for (var i = 0; i < times.Length; i++)
                (times[i], inputs[i], results[i]) = await Measure(folder, write(1 << i));
            var ratio = times[2] / Math.Max(times[1], 1);
            var grows = (times[2] > LeastMilliseconds && ratio > MostRatio) || results[2] > MostRatio * results[1];
            isStraight &= !grows;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{inputs[0] / 1000,6} {times[0],10:0} {times[1],6:0} {times[2],6:0} {ratio,7:0.0} {results[0] / 1000,14} {results[1] / 1000,6} {results[2] / 1000,6}   {name}{(grows ? "  <-- grows" : "")}"));
        }

        Directory.Delete(folder, recursive: true);
        return isStraight ? 0 : 1;
    }

    private static async Task<(double Milliseconds, long Input, long Result)> Measure(string folder, GrowthInput input)
    {
        string PathOf(string name) => Path.Combine(folder, name);
        foreach (var old in Directory.EnumerateFiles(folder))
            File.Delete(old);
        await File.WriteAllTextAsync(PathOf("a.arize.yaml"), input.Declarations);
        await File.WriteAllTextAsync(PathOf("tasklint.yaml"), input.Settings);
        List<string> arguments = [input.Live is null ? "lint" : "check", PathOf("a.arize.yaml"), "--fail-on", "never", "--config", PathOf("tasklint.yaml")];
        if (input.Live is { } live)
        {
            await File.WriteAllTextAsync(PathOf("live.json"), live);
            arguments.AddRange(["--live", PathOf("live.json")]);
        }

        arguments.AddRange(["--format", "json", "--output", PathOf("result.json"), "--format", "text", "--output", PathOf("result.txt")]);
        var least = double.MaxValue;
        for (var round = 0; round < Rounds && (round == 0 || least < 1000); round++)
        {
            // The time of the processor: others may be at work on the machine.
            var started = Environment.CpuUsage.TotalTime;
            var code = await Tool.Main([.. arguments]);
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
            if (code is not (0 or 3))
                throw new InvalidOperationException($"exit {code}");
        }

        return (least, input.Declarations.Length + (input.Live?.Length ?? 0) + input.Settings.Length, new FileInfo(PathOf("result.json")).Length + new FileInfo(PathOf("result.txt")).Length);
    }
}

/// <summary>An input of the tool.</summary>
/// <param name="Declarations">The declarations.</param>
/// <param name="Live">The live tasks; null to lint only.</param>
/// <param name="Settings">What <c>tasklint.yaml</c> says.</param>
internal sealed record GrowthInput(string Declarations, string? Live = null, string Settings = "{}");
