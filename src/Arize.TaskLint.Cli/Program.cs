using System.Text;
using Arize.TaskLint.Cli.Commands;
using Arize.TaskLint.Cli.Machine;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Cli;

/// <summary>The tool <c>tasklint</c>.</summary>
public static class Program
{
    /// <summary>Runs the tool in this process, on its console.</summary>
    public static async Task<int> Main(string[] args)
    {
        var key = KeptVariable.Take(Workspace.KeyVariable);
        using var interruption = new Interruption();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // The run flushes them. They are not disposed, since an interrupted run may still hold one.
        var host = new Host
        {
            Output = new StreamWriter(StandardStream.Output(), utf8, 16 * 1024),
            Error = new StreamWriter(StandardStream.Error(), utf8) { AutoFlush = true },
            Input = StandardStream.Input,
            Variable = name => name == Workspace.KeyVariable ? key : Environment.GetEnvironmentVariable(name),
            WorkingDirectory = WorkingDirectory()!,
            Time = TimeProvider.System,
            Run = ChildProgram.RunAsync,
            Installation = () => Installation.Of(AppContext.BaseDirectory),
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            OutputColumns = Columns,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InterruptedCode = () => interruption.ExitCode,
        };
        return await TaskLintTool.RunAsync(args, host, interruption.Token).ConfigureAwait(false);
    }

    // Elsewhere the console of .NET would write to the terminal before it tells.
    private static int? Columns() => OperatingSystem.IsWindows() ? Console.WindowWidth : LibC.Columns(StandardStream.OutputDescriptor);

    private static string? WorkingDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
