using System.Text;
using Arize.TaskLint.Cli.Commands;
using Arize.TaskLint.Cli.Machine;

namespace Arize.TaskLint.Cli;

/// <summary>The tool <c>tasklint</c>.</summary>
public static class Program
{
    /// <summary>Runs the tool in this process, on its console.</summary>
    public static async Task<int> Main(string[] args)
    {
        var key = KeptVariable.Take(Host.KeyVariable);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024);
        await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        var host = new Host
        {
            Output = output,
            Error = error,
            Input = Console.OpenStandardInput,
            Variable = name => name == Host.KeyVariable ? key : Environment.GetEnvironmentVariable(name),
            WorkingDirectory = Environment.CurrentDirectory,
            Time = TimeProvider.System,
            Run = ChildProgram.RunAsync,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
        return await TaskLintTool.RunAsync(args, host).ConfigureAwait(false);
    }
}
