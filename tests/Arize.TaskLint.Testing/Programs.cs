using System.Diagnostics;

namespace Arize.TaskLint.Testing;

/// <summary>Runs programs of the machine.</summary>
public static class Programs
{
    /// <summary>The variable with which a machine says that nothing is missing on it, so that no test may skip.</summary>
    public const string NoSkipsVariable = "TASKLINT_NO_SKIPS";

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Whether a test that needs something may skip for want of it.</summary>
    public static bool MaySkip => Environment.GetEnvironmentVariable(NoSkipsVariable) is null or "" or "0";

    /// <summary>Runs a program to its end.</summary>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="file">The program.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test host was told is not for the programs that it runs.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ARIZE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
