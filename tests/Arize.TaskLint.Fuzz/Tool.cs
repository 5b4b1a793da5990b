using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Cli;
using Arize.TaskLint.Cli.Commands;

namespace Arize.TaskLint.Fuzz;

/// <summary>What a run of the tool came to.</summary>
internal sealed record Run(int ExitCode, string Output, string Error);

/// <summary>Runs the tool in this process, in a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    /// <summary>How much processor time an input may take.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    /// <summary>The folder.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("tasklint-fuzz-").FullName;

    /// <summary>What was wrong with the runs so far; null while nothing was.</summary>
    internal string? Fault { get; private set; }

    /// <summary>The longest time of a run.</summary>
    internal TimeSpan Longest { get; private set; }

    /// <summary>The full path of a file.</summary>
    internal string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Forgets the fault.</summary>
    internal void Clear() => Fault = null;

    /// <summary>Notes a fault; the first one counts.</summary>
    internal void Blame(string fault) => Fault ??= fault;

    /// <summary>Runs the tool: exit 0 to 3, no stack trace, whole JSON, within the time.</summary>
    internal async Task<Run> RunAsync(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host
        {
            Output = output,
            Error = error,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input), writable: false),
            Variable = _ => null,
            WorkingDirectory = Folder,
            Time = TimeProvider.System,
            Run = (_, _) => throw new InvalidOperationException("nothing here is C#"),
        };
        var before = Environment.CpuUsage.TotalTime;
        var code = await TaskLintTool.RunAsync(args, host, CancellationToken.None);
        var taken = Environment.CpuUsage.TotalTime - before;
        Longest = taken > Longest ? taken : Longest;
        var run = new Run(code, output.ToString(), error.ToString());
        if (code is < 0 or > 3)
            Blame($"exit {code}");
        if (run.Error.Contains("internal error", StringComparison.Ordinal) || run.Error.Contains("   at Arize.", StringComparison.Ordinal))
            Blame(run.Error);
        if (taken > Most && !Debugger.IsAttached)
            Blame($"took {taken.TotalSeconds:0.0} s");
        if (args.Contains("json") && !IsJson(run.Output))
            Blame($"not whole JSON: {run.Output}");
        return run;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("findings", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
