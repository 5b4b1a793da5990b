using System.Diagnostics;
using System.Globalization;
using Arize.TaskLint.Fuzz;

// Mutated inputs through the tool. The input of a number is the same on every machine, so that a fault can be repeated: `fuzz fix --first 4711
// --count 1 --keep .` runs that one and leaves its files.
if (args is not [var kind, .. var options] || !Kinds.All.TryGetValue(kind, out var judge) || !TryRead(options, out var count, out var first, out var keep))
{
    Console.Error.WriteLine($"usage: fuzz {string.Join('|', Kinds.All.Keys)} [--count N] [--first N] [--keep FOLDER]");
    return 2;
}

var started = Stopwatch.GetTimestamp();
var summary = await FuzzRun.RunAsync(kind, judge, first, count, keep, Console.Out);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{kind}: {count} inputs, {summary.Faults} faults, {summary.Notes}, longest {summary.Longest.TotalMilliseconds:0} ms, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
return summary.Faults == 0 ? 0 : 1;

static bool TryRead(string[] options, out int count, out int first, out string? keep)
{
    (count, first, keep) = (1000, 0, null);
    for (var i = 0; i < options.Length; i += 2)
    {
        if (i + 1 == options.Length)
            return false;
        switch (options[i])
        {
            case "--count" when int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out count):
            case "--first" when int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out first):
                break;
            case "--keep":
                keep = options[i + 1];
                break;
            default:
                return false;
        }
    }

    return true;
}
