using System.Diagnostics.CodeAnalysis;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine;

/// <summary>What a run reads: files, texts that are handed in, variables, the clock, and the programs that it may start.</summary>
public sealed record Workspace
{
    internal const string KeyVariable = "ARIZE_API_KEY";

    private PatternRun? patterns;

    /// <summary>The folder that paths are relative to; null where it does not exist any more.</summary>
    /// <exception cref="UsageException">It does not exist any more.</exception>
    [AllowNull]
    public required string WorkingDirectory
    {
        get => field ?? throw new UsageException("the working folder does not exist any more, or may not be read; change to another");
        init;
    }

    /// <summary>Texts that count in place of the files of these full paths, such as those that an editor has not saved.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Opens standard input.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>The value of an environment variable, or null.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Receives what the run says while it works.</summary>
    public RunLog Log { get; init; } = RunLog.None;

    /// <summary>Runs another program: what reads C#.</summary>
    public Func<ProgramCall, CancellationToken, Task<ProgramEnd>> Run { get; init; } = ChildProgram.RunAsync;

    /// <summary>How long the code of one input in C# may run.</summary>
    public TimeSpan CodeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Finds out how the tool was installed.</summary>
    public Func<Installation> Installation { get; init; } = () => Engine.Installation.Unknown;

    /// <summary>The folder with the program that reads C#; it is there only where it was installed as well.</summary>
    public string HostFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "csharp-host");

    /// <summary>The process's own folder, variables and clock.</summary>
    /// <param name="folder">The folder that paths are relative to; null for the current one.</param>
    public static Workspace OfProcess(string? folder = null)
    {
        var workspace = new Workspace { WorkingDirectory = Path.GetFullPath(folder ?? Environment.CurrentDirectory) };
        return workspace with { Secret = Secret.Of(workspace.Key) };
    }

    /// <summary>The patterns of a run, which share the time that all of them may take.</summary>
    internal PatternRun Patterns => patterns ??= new PatternRun(() => Time.GetElapsedTime(0));

    /// <summary>The day, in UTC.</summary>
    internal DateTime Today => Time.GetUtcNow().UtcDateTime.Date;

    /// <summary>The files that the run reads and writes.</summary>
    internal RunFiles Files { get; init; } = new();

    /// <summary>The writer of a path that names a stream of the process, such as <c>/dev/stdout</c>; null where it names a file.</summary>
    internal Func<string, TextWriter?> StreamOf { get; init; } = _ => null;

    /// <summary>The API key, whether or not it can be one; null where there is none.</summary>
    internal string? Key => Variable(KeyVariable)?.Trim() is { Length: > 0 } key ? key : null;

    /// <summary>What no output may show of the key; null where there is none that could be told from other text.</summary>
    internal Secret? Secret
    {
        get => Secrets.Known;
        init => Secrets = new RunSecret(value);
    }

    /// <summary>Holds <see cref="Secret"/>, which grows where the key is that of a profile.</summary>
    internal RunSecret Secrets { get; init; } = new();

    /// <summary>
    /// The value of a variable as files are filled with it. Nothing that a file declares is the key, and struck out here it cannot get into
    /// an output in part, as where a text is cut.
    /// </summary>
    internal string? FillIn(string name) => name == KeyVariable && Key is not null ? Secret.Mark
        : Variable(name) is { } value ? Shown(value)
        : null;

    /// <summary>A text as it may be shown: without the key.</summary>
    internal string Shown(string text) => Secret is { } secret ? secret.StrikeOut(text) : text;

    /// <summary>How results call a file: relative to the working directory, with <c>/</c>.</summary>
    internal string Call(string full) => InputFiles.DisplayPath(full, WorkingDirectory);

    /// <summary>The bytes of a file; null where it is larger than is read.</summary>
    /// <param name="full">The full path.</param>
    /// <param name="most">How many bytes are read at most.</param>
    internal byte[]? BytesOf(string full, int most) => Texts.TryGetValue(full, out var text)
        ? System.Text.Encoding.UTF8.GetBytes(text)
        : FileBytes.Read(() => File.OpenRead(full), most);
}
