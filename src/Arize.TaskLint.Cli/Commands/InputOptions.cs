using System.CommandLine;
using System.CommandLine.Parsing;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that say which declarations are read, and how much is said meanwhile.</summary>
internal sealed class InputOptions
{
    private const string PathName = "path";

    // Options whose values are files to be read.
    private static readonly string[] FileOptions = ["--live", "--config", "--baseline"];

    private readonly Argument<string[]> paths = new(PathName)
    {
        Description = "Files, folders, globs, C# inputs (.cs, .csproj, .dll; their code is run), or - for standard input; default: the declarations in tasklint.yaml, or this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> config = new("--config") { Description = "The settings file; default: tasklint.yaml in the folder of the first path or in a parent folder", HelpName = "file" };

    private readonly Option<string?> space = new("--space") { Description = "The space, by name or ID; overrides ARIZE_SPACE and the space of a file", HelpName = "space" };

    private readonly Option<bool> noRun = new("--no-run") { Description = "Refuse C# inputs, because reading them runs their code" };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print only findings and drift" };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Print each file that is read and each request to standard error" };

    internal void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { config, space, noRun, quiet, verbose })
            command.Options.Add(option);
    }

    internal bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);

    internal bool IsVerbose(ParseResult parsed) => parsed.GetValue(verbose);

    /// <summary>What the run reads, with what it says going to standard error.</summary>
    internal Workspace Workspace(ParseResult parsed, Terminal terminal) =>
        terminal.Workspace with { Log = new TerminalLog(terminal, IsQuiet(parsed), IsVerbose(parsed)) };

    /// <summary>The request, with the declarations that the command line names.</summary>
    internal T Fill<T>(ParseResult parsed, T request)
        where T : DeclarationsRequest =>
        request with { Paths = parsed.GetValue(paths) ?? [], Config = parsed.GetValue(config), Space = parsed.GetValue(space), MayRunCode = !parsed.GetValue(noRun) };

    /// <summary>The files that the command line names to be read, by their full paths; the folders and globs among them are not files.</summary>
    internal static IEnumerable<string> FilesOf(ParseResult parsed, Terminal terminal) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().Where(argument => argument.Argument.Name == PathName).SelectMany(argument => argument.Tokens)
            .Concat(parsed.CommandResult.Children.OfType<OptionResult>().Where(option => FileOptions.Contains(option.Option.Name)).SelectMany(option => option.Tokens))
            .Where(token => token.Value is not ("" or InputFiles.StandardInput))
            .Select(token => Path.IsPathFullyQualified(token.Value) ? token.Value : terminal.FullPath(token.Value))
            .Where(File.Exists);
}
