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

    /// <summary>The folder that paths are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether a person reads the results as they come.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the messages as they come.</summary>
    public bool ErrorIsTerminal { get; init; }
}
