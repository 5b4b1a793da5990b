using System.Text.Json;
using Arize.TaskLint.Cli;
using Arize.TaskLint.Cli.Commands;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Runs the tool in a folder, beside the compiler.</summary>
internal static class LintedFolder
{
    /// <summary>Runs a command that ends with exit code 0, and takes its JSON.</summary>
    internal static async Task<JsonDocument> RunAsync(string folder, IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new Host
        {
            Output = output,
            Error = error,
            Input = () => Stream.Null,
            Variable = name => name == "PATH" ? Environment.GetEnvironmentVariable(name) : null,
            WorkingDirectory = folder,
            Time = TimeProvider.System,
            Run = ChildProgram.RunAsync,
        };
        var code = await TaskLintTool.RunAsync(arguments, host);
        Assert.True(code == 0, error.ToString());
        return JsonDocument.Parse(output.ToString());
    }
}
