using System.CommandLine;
using System.Runtime.CompilerServices;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The examples at the end of a command's help, and the exit codes of the whole tool.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, (string Line, string Meaning)[]> All = [];

    internal static void Add(Command command, params (string Line, string Meaning)[] examples) => All.Add(command, examples);

    internal static void Write(Command command, TextWriter output)
    {
        if (!All.TryGetValue(command, out var examples))
            return;
        output.Write("Examples:\n");
        var width = examples.Max(example => example.Line.Length);
        foreach (var (line, meaning) in examples)
            output.Write($"  {line.PadRight(width)}  {meaning}\n");
        output.Write("\nExit codes:\n");
        foreach (var (code, meaning) in ExitCodes.All)
            output.Write($"  {code}  {meaning}\n");
    }
}
