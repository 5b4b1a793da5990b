using System.Text;
using Arize.TaskLint.Cli.Commands;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What a run of the tool came to.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error);

/// <summary>Runs the tool in this process, in a folder and an environment of its own. Nothing in it sleeps.</summary>
public sealed class ToolRun : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private byte[] input = [];

    // What reads C# is run by the dotnet that runs the tests.
    private ToolRun WithPath() => Variable("PATH", Environment.GetEnvironmentVariable("PATH") ?? "");

    private readonly bool isOwnFolder;

    private ToolRun(string folder, bool isOwnFolder)
    {
        Folder = folder;
        this.isOwnFolder = isOwnFolder;
    }

    /// <summary>The folder that the tool runs in.</summary>
    public string Folder { get; }

    /// <summary>Whether a person reads along; else the output is redirected.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>The tool's clock.</summary>
    public TimeProvider Time { get; set; } = new SkippingTime();

    /// <summary>Told of each program that the tool starts.</summary>
    public Action<ProgramCall> OnRun { get; set; } = _ => { };

    /// <summary>Told of each program that the tool started, once it has ended.</summary>
    public Action<ProgramCall> OnRan { get; set; } = _ => { };

    /// <summary>How long the code of a C# input may run.</summary>
    public TimeSpan CodeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How the tool is installed.</summary>
    public Installation Installation { get; set; } = Installation.Unknown;

    /// <summary>Where what reads C# is; null for beside the tests.</summary>
    public string? HostFolder { get; set; }

    /// <summary>Ends the run, as Ctrl-C does.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Takes what the tool writes on standard error, besides the result.</summary>
    public Action<string> OnError { get; set; } = _ => { };

    /// <summary>An empty folder, no variable, no input.</summary>
    public static ToolRun Create() => new ToolRun(Directory.CreateTempSubdirectory("tasklint-run-").FullName, isOwnFolder: true).WithPath();

    /// <summary>A folder that is there and stays, no variable, no input.</summary>
    public static ToolRun In(string folder) => new ToolRun(folder, isOwnFolder: false).WithPath();

    /// <summary>Writes a file of the folder.</summary>
    public ToolRun File(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Sets an environment variable.</summary>
    public ToolRun Variable(string name, string value)
    {
        variables[name] = value;
        return this;
    }

    /// <summary>Takes an environment variable away.</summary>
    public ToolRun Unset(string name)
    {
        variables.Remove(name);
        return this;
    }

    /// <summary>Gives the tool something on standard input.</summary>
    public ToolRun Input(string text)
    {
        input = Encoding.UTF8.GetBytes(text);
        return this;
    }

    /// <summary>The full path of a file of the folder.</summary>
    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>The text of a file of the folder.</summary>
    public string Read(string path) => System.IO.File.ReadAllText(PathOf(path));

    /// <summary>Runs the tool; as often as wanted.</summary>
    public async Task<ToolResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new TellingWriter(text => OnError(text)) { NewLine = "\n" };
        var host = new Host
        {
            Output = output,
            Error = error,
            Input = () => new MemoryStream(input, writable: false),
            Variable = name => variables.GetValueOrDefault(name),
            WorkingDirectory = Folder,
            Time = Time,
            Run = async (call, cancellation) =>
            {
                OnRun(call);
                var end = await ChildProgram.RunAsync(call with { Variables = Merged(call.Variables) }, cancellation);
                OnRan(call);
                return end;
            },
            CodeLimit = CodeLimit,
            Installation = () => Installation,
            HostFolder = HostFolder,
            InputIsTerminal = IsTerminal,
            OutputIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
        };
        var code = await TaskLintTool.RunAsync(args, host, Cancellation);
        return new ToolResult(code, output.ToString(), error.ToString());
    }

    private Dictionary<string, string?> Merged(IReadOnlyDictionary<string, string?> further)
    {
        var merged = variables.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal);
        foreach (var (name, value) in further)
            merged[name] = value;
        return merged;
    }

    public void Dispose()
    {
        if (isOwnFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private sealed class TellingWriter(Action<string> tell) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            tell(value ?? "");
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            base.Write(buffer);
            tell(buffer.ToString());
        }
    }
}
