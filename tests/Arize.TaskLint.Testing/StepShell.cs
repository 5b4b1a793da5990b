using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Arize.TaskLint.Testing;

/// <summary>Runs the scripts of CI files as their platforms do: until the first command that fails, with programs of the test on the path.</summary>
/// <param name="folder">The folder that a script runs in. Programs are written into its folder <c>tools</c>.</param>
public sealed partial class StepShell(string folder)
{
    /// <summary>The tool as it is built, beside its libraries.</summary>
    public static string BuiltTool { get; } = Repository.PathOf(
        "src", "Arize.TaskLint.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!), "net10.0",
        "tasklint.dll");

    /// <summary>The folder of the programs.</summary>
    public string Tools { get; } = Path.Combine(folder, "tools", "bin");

    /// <summary>Whether the programs of the test are all that a script can start, besides what the shell has in itself.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Puts <c>tasklint</c> on the path, as it is built.</summary>
    public StepShell WithTool() => With("tasklint", $"exec dotnet '{BuiltTool}' \"$@\"");

    /// <summary>Puts a program on the path.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">What it does, for sh.</param>
    public StepShell With(string name, string script)
    {
        Directory.CreateDirectory(Tools);
        var file = Path.Combine(Tools, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Puts programs of the machine on the path, for a script that is alone.</summary>
    /// <param name="names">Their names.</param>
    public StepShell WithMachines(params string[] names)
    {
        Directory.CreateDirectory(Tools);
        foreach (var name in names)
        {
            var file = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(one => Path.Combine(one, name)).FirstOrDefault(File.Exists);
            if (file is not null && !File.Exists(Path.Combine(Tools, name)))
                File.CreateSymbolicLink(Path.Combine(Tools, name), file);
        }

        return this;
    }

    /// <summary>Runs a script.</summary>
    /// <param name="shell"><c>bash</c>, as GitHub and Azure start it, or <c>sh</c>, as GitLab may.</param>
    /// <param name="script">The script.</param>
    /// <param name="variables">What is set besides; nothing of another platform or of the key is.</param>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(string shell, string script, params (string Name, string Value)[] variables)
    {
        string[] options = shell == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail", "-c"] : ["-e", "-c"];
        // The machine's shell, whatever the script can start.
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(one => Path.Combine(one, shell)).FirstOrDefault(File.Exists);
        var start = new ProcessStartInfo(program ?? shell, [.. options, script])
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => Platforms().IsMatch(name)).ToList())
            start.Environment.Remove(name);
        start.Environment["PATH"] = IsAlone ? Tools : $"{Tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    [GeneratedRegex("^(GITHUB_|GITLAB_|CI_|CI$|TF_BUILD|ARIZE_|MSBUILD|TASKLINT_)")]
    private static partial Regex Platforms();
}
