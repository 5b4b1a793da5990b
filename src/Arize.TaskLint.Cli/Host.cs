using System.Diagnostics.CodeAnalysis;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli;

/// <summary>What the tool meets of the machine: tests hand in their own.</summary>
public sealed record Host
{
    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where all else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The folder that paths are relative to; null where it does not exist any more.</summary>
    [MaybeNull]
    public required string WorkingDirectory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether a person reads the results as they come.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the messages as they come.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Runs another program: what reads C#.</summary>
    public required Func<ProgramCall, CancellationToken, Task<ProgramEnd>> Run { get; init; }

    /// <summary>How long the code of one input in C# may run.</summary>
    public TimeSpan CodeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The exit code of a run that was interrupted.</summary>
    public Func<int> InterruptedCode { get; init; } = () => ExitCodes.Interrupted;
}
