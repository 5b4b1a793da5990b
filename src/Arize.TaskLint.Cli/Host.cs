using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Cli;

/// <summary>What the tool meets of the machine: tests hand in their own.</summary>
public sealed record Host
{
    internal const string KeyVariable = "ARIZE_API_KEY";

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

    /// <summary>The day, in UTC.</summary>
    internal DateTime Today => Time.GetUtcNow().UtcDateTime.Date;

    /// <summary>Whether a person reads the results as they come.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the messages as they come.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Runs another program: what reads C#.</summary>
    public required Func<ProgramCall, CancellationToken, Task<ProgramEnd>> Run { get; init; }

    /// <summary>How long the code of one input in C# may run.</summary>
    public TimeSpan CodeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The API key, whether or not it can be one; null where there is none.</summary>
    internal string? Key => Variable(KeyVariable)?.Trim() is { Length: > 0 } key ? key : null;

    /// <summary>What no output may show of the key; null where there is none that could be told from other text.</summary>
    internal Secret? Secret { get; init; }

    /// <summary>
    /// The value of a variable as files are filled with it. Nothing that a file declares is the key, and struck out here it cannot get into
    /// an output in part, as where a text is cut.
    /// </summary>
    internal string? FillIn(string name) => name == KeyVariable && Key is not null ? Secret.Mark
        : Variable(name) is { } value ? Shown(value)
        : null;

    /// <summary>A text as it may be shown: without the key.</summary>
    internal string Shown(string text) => Secret is null ? text : Secret.StrikeOut(text);
}
