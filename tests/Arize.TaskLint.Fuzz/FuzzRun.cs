using System.Globalization;

namespace Arize.TaskLint.Fuzz;

/// <summary>What a run came to.</summary>
/// <param name="Faults">How many inputs were not taken as they should.</param>
/// <param name="Longest">The longest time of one run of the tool.</param>
/// <param name="Notes">What else is worth saying.</param>
public sealed record FuzzSummary(int Faults, TimeSpan Longest, string Notes);

/// <summary>Runs inputs of one kind, one after the other.</summary>
public static class FuzzRun
{
    /// <summary>An input that is not done by then never will be.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>Runs inputs.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="first">The number of the first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="output">Takes each fault.</param>
    public static Task<FuzzSummary> RunAsync(string kind, int first, int count, TextWriter output) => RunAsync(kind, Kinds.All[kind], first, count, null, output);

    internal static async Task<FuzzSummary> RunAsync(string kind, Func<Tool, Random, Task<string?>> judge, int first, int count, string? keep, TextWriter output)
    {
        using var tool = new Tool();
        var (faults, notes) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        var number = first;
        using var watch = new Timer(_ => End(kind, number), null, Hang, Timeout.InfiniteTimeSpan);
        for (; number < first + count; number++)
        {
            watch.Change(Hang, Timeout.InfiniteTimeSpan);
            tool.Clear();
            var note = await judge(tool, new Random(HashOf(kind, number)));
            if (note is not null)
                notes[note] = notes.GetValueOrDefault(note) + 1;
            if (tool.Fault is { } fault)
            {
                faults++;
                await output.WriteLineAsync($"{kind} {number}: {Excerpt(fault)}");
                await output.FlushAsync();
            }
        }

        if (keep is not null)
        {
            Directory.CreateDirectory(keep);
            foreach (var file in Directory.EnumerateFiles(tool.Folder))
                File.Copy(file, Path.Combine(keep, Path.GetFileName(file)), overwrite: true);
        }

        return new FuzzSummary(faults, tool.Longest, string.Join(", ", notes.Select(one => $"{one.Value} {one.Key}")));
    }

    // What hangs cannot be ended from within.
    private static void End(string kind, int number)
    {
        Console.WriteLine($"{kind} {number}: no end in {Hang.TotalSeconds} s");
        Environment.Exit(1);
    }

    private static string Excerpt(string fault) => fault.Length > 300 ? fault[..300].ReplaceLineEndings(" ") + "…" : fault.ReplaceLineEndings(" ");

    // Not string.GetHashCode, which differs from run to run.
    private static int HashOf(string kind, int number)
    {
        var hash = 17u;
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"{kind} {number}"))
            hash = (hash * 16777619) ^ c;
        return (int)hash;
    }
}
