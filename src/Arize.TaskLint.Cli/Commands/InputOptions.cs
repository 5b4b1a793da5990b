using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that select the declarations, and the amount of messages.</summary>
internal sealed class InputOptions
{
    internal const string PathName = "path";

    private readonly Argument<string[]> paths = new(PathName)
    {
        Description = "Files, folders, globs, C# inputs (.cs, .csproj, .dll; their code is run), or - for standard input; "
            + "default: the declarations in tasklint.yaml, or this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string?> config = OptionKinds.Text("--config", "file",
        "The settings file; default: tasklint.yaml in the folder of the first path or in a parent folder");
    private readonly Option<string?> space = OptionKinds.Text("--space", "space",
        "The space, by name or ID; overrides ARIZE_SPACE and the space of a file");
    private readonly Option<bool> noRun = OptionKinds.Flag("--no-run", "Refuse C# inputs, because reading them runs their code");
    private readonly Option<bool> quiet = OptionKinds.Flag("--quiet", "Print only findings and drift", "-q");
    private readonly Option<bool> verbose = OptionKinds.Flag("--verbose", "Print each file that is read and each request to standard error", "-v");

    internal void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { config, space, noRun, quiet, verbose })
            command.Options.Add(option);
    }

    internal bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);

    internal bool IsVerbose(ParseResult parsed) => parsed.GetValue(verbose);

    /// <summary>The workspace of the run, whose log goes to standard error.</summary>
    internal Workspace Workspace(ParseResult parsed, Terminal terminal) =>
        terminal.Workspace with { Log = new TerminalLog(terminal, IsQuiet(parsed), IsVerbose(parsed)) };

    /// <summary>The request, with the declarations that the command line names.</summary>
    internal T Fill<T>(ParseResult parsed, T request)
        where T : DeclarationsRequest =>
        request with
        {
            Paths = parsed.GetValue(paths) ?? [],
            Config = parsed.GetValue(config),
            Space = parsed.GetValue(space),
            MayRunCode = !parsed.GetValue(noRun),
        };
}
