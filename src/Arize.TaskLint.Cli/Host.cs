using System.Diagnostics.CodeAnalysis;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli;

/// <summary>The parts of the machine that the tool uses. Tests pass their own.</summary>
public sealed record Host
{
    /// <summary>The output for results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The output for all other messages.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder that paths are relative to; null if it does not exist any more.</summary>
    [MaybeNull]
    public required string WorkingDirectory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether standard input is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>The columns of the terminal that standard output is; null if they are not known. COLUMNS goes before it.</summary>
    public Func<int?> OutputColumns { get; init; } = () => null;

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Runs another program: what reads C#.</summary>
    public required Func<ProgramCall, CancellationToken, Task<ProgramEnd>> Run { get; init; }

    /// <summary>How long the code of one input in C# may run.</summary>
    public TimeSpan CodeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Finds out how the tool was installed.</summary>
    public Func<Installation> Installation { get; init; } = () => Engine.Installation.Unknown;

    /// <summary>The folder with the program that reads C#; null for the one beside the tool.</summary>
    public string? HostFolder { get; init; }

    /// <summary>The exit code of a run that was interrupted.</summary>
    public Func<int> InterruptedCode { get; init; } = () => ExitCodes.Interrupted;
}
