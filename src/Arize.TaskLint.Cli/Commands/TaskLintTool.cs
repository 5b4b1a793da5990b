using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The command line of the tool.</summary>
public static class TaskLintTool
{
    private const string Interrupted = "interrupted";

    /// <summary>Runs the tool.</summary>
    /// <param name="args">The arguments of the command line.</param>
    /// <param name="machine">The parts of the machine that it uses.</param>
    /// <param name="cancellation">Ends it, in addition to Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Host machine, CancellationToken cancellation = default)
    {
        var files = new RunFiles();
        var (output, error) = (new StreamGate(machine.Output, mustArrive: true), new StreamGate(machine.Error, mustArrive: false));
        var workspace = new Workspace
        {
            WorkingDirectory = machine.WorkingDirectory,
            Input = machine.Input,
            Variable = machine.Variable,
            Time = machine.Time,
            CodeLimit = machine.CodeLimit,
            Installation = machine.Installation,
            Files = files,
            Run = (call, token) => Interruptible.RunHeldAsync(machine, files, call, token),
        };
        var secret = new RunSecret(Secret.Of(workspace.Key));
        var (cleanOutput, cleanError) = (new RedactingWriter(output, secret), new RedactingWriter(error, secret));
        workspace = workspace with { Secrets = secret, StreamOf = path => StandardFile.Of(path, cleanOutput, cleanError) };
        if (machine.HostFolder is { } host)
            workspace = workspace with { HostFolder = host };
        var terminal = new Terminal(workspace, cleanOutput, cleanError, machine.OutputIsTerminal, machine.ErrorIsTerminal)
        { CanAsk = machine is { InputIsTerminal: true, ErrorIsTerminal: true }, Columns = machine.OutputColumns };
        var root = CreateRoot(terminal);
        // No response files: an argument that begins with @ is a path.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var run = Task.Run(() => RunAsync(root, parsed, terminal, output, machine.InterruptedCode, cancellation), CancellationToken.None);
        if (await Interruptible.EndsAsync(run, files, cancellation).ConfigureAwait(false))
            return await run.ConfigureAwait(false);

        var isOutputFree = output.Shut();
        var isErrorFree = error.Shut();
        files.EndAll();
        var (lastOutput, lastError) = (LastOf(machine.Output, isOutputFree, secret), LastOf(machine.Error, isErrorFree, secret));
        var last = terminal with
        {
            Output = lastOutput,
            Error = lastError,
            Workspace = workspace with { Files = RunFiles.After(files), StreamOf = path => StandardFile.Of(path, lastOutput, lastError) },
        };
        return Fail(parsed, last, !isOutputFree || output.HasWritten, machine.InterruptedCode(), Interrupted);
    }

    private static TextWriter LastOf(TextWriter writer, bool isFree, RunSecret secret) =>
        isFree ? new RedactingWriter(new StreamGate(writer, mustArrive: false), secret) : TextWriter.Null;

    private static async Task<int> RunAsync(
        RootCommand root, ParseResult parsed, Terminal terminal, StreamGate output, Func<int> interruptedCode, CancellationToken cancellation)
    {
        try
        {
            terminal.Workspace.Files.Read(CommandLineFiles.ToRead(parsed, terminal));
            var code = await InvokeAsync(root, parsed, terminal, cancellation).ConfigureAwait(false);
            await terminal.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OutputLostException lost)
        {
            terminal.Say(lost.Message);
            return ExitCodes.Usage;
        }
        catch (UsageException wrong)
        {
            return Fail(parsed, terminal, output.HasWritten, wrong.ExitCode, [.. wrong.Messages]);
        }
        catch (OperationCanceledException)
        {
            return Fail(parsed, terminal, output.HasWritten, interruptedCode(), Interrupted);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Fail(parsed, terminal, output.HasWritten, ExitCodes.Usage, $"a file cannot be read or written: {failed.Message}");
        }
#pragma warning disable CA1031 // The last resort: a person gets a sentence and the right exit code, never a stack trace.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            var message = IsOutOfMemory(unexpected)
                ? "memory ran out, so nothing was determined; give the tool more memory, or fewer declarations and spans at a time"
                : $"internal error, please report it: {unexpected.GetType().Name}: {unexpected.Message}";
            return Fail(parsed, terminal, output.HasWritten, ExitCodes.Undetermined, message);
        }
        finally
        {
            await terminal.Error.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    // A thread or a type may be what could not be made.
    private static bool IsOutOfMemory(Exception? failed) => failed is OutOfMemoryException
        || (failed is AggregateException several && several.InnerExceptions.Any(IsOutOfMemory))
        || (failed is not null && IsOutOfMemory(failed.InnerException));

    private static async Task<int> InvokeAsync(RootCommand root, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        // Help is shown whatever the rest of the command line is.
        var errors = parsed.Action is HelpWithExamples ? [] : CommandLineChecks.ErrorsOf(parsed);
        if (errors.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            var isEmpty = parsed.Tokens.Any(token => token.Value.Length == 0);
            var error = command.Subcommands.Count > 0 && !isEmpty ? CommandNeeded(parsed, command) : string.Join("; ", errors);
            var code = Fail(parsed, terminal, hasOutput: false, ExitCodes.Usage, error);
            await terminal.Error.WriteAsync($"run 'tasklint {NameOf(parsed.CommandResult)}--help' for what there is\n").ConfigureAwait(false);
            return code;
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
    }

    private static RootCommand CreateRoot(Terminal terminal)
    {
        const string Purpose = "Manages the evaluation tasks of Arize AX as code: checks declarations, and reports live tasks that differ from them. "
            + "It never changes a live task.";
        var root = new RootCommand(Purpose)
        {
            InitCommand.Create(terminal),
            LintCommand.Create(terminal),
            CheckCommand.Create(terminal),
            TryCommand.Create(terminal),
            PullCommand.Create(terminal),
            SnapshotCommand.Create(terminal),
            BaselineCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            AcceptCommand.Create(terminal),
            RenderCommand.Create(terminal),
            CommentCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        root.Subcommands.Add(SkillCommand.Create(terminal, root));
        Examples.Add(root,
            ("tasklint lint", "check the declarations in this folder and below, offline"),
            ("tasklint check", "compare them with the live tasks; reads the API key from ARIZE_API_KEY"),
            ("tasklint explain ATL2003", "describe a rule"));
        var verbose = VersionText.AddTo(root);
        foreach (var option in root.Options)
        {
            if (option is VersionOption version)
                version.Action = new Printing(parsed => terminal.Output.Write(VersionText.Of(terminal.Workspace, parsed.GetValue(verbose))));
            else if (option is HelpOption help)
                help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal.Output);
        }

        return root;
    }

    private static string NameOf(CommandResult command) => command.Parent is CommandResult above ? $"{NameOf(above)}{command.Command.Name} " : "";

    private static string CommandNeeded(ParseResult parsed, Command command)
    {
        var commands = command.Subcommands.Select(command => command.Name).ToList();
        if (parsed.UnmatchedTokens.Count == 0)
            return $"give a command: {string.Join(", ", commands)}";
        var word = parsed.UnmatchedTokens[0];
        if (word.StartsWith('-'))
            return UnknownOption(word, parsed.CommandResult);
        var advice = NearestName.Of(word, commands) is { } nearest ? $"; did you mean '{nearest}'" : $", only {string.Join(", ", commands)}";
        return $"there is no command '{word}'{advice}";
    }

    /// <summary>The message about a word that looks like an option but is none.</summary>
    internal static string UnknownOption(string word, SymbolResult result)
    {
        var command = result;
        while (command is not (null or CommandResult))
            command = command.Parent;
        var known = (command as CommandResult)?.Command.Options.Select(option => option.Name) ?? [];
        return $"there is no option '{word}'{(NearestName.Of(word, known) is { } nearest ? $"; did you mean '{nearest}'" : "")}";
    }

    // Programs that read the result get a complete document, which reports the failure.
    private static int Fail(ParseResult parsed, Terminal terminal, bool hasOutput, int code, params string[] messages)
    {
        foreach (var message in messages)
            terminal.Say(message);
        try
        {
            var failure = terminal.Workspace.Shown(string.Join("; ", messages));
            Reports.WriteFailure(CommandLineFiles.Reports(parsed), failure, code, hasOutput, terminal);
            if (!hasOutput && CommandLineFiles.HasReport(parsed) && !CommandLineFiles.NamesReport(parsed))
                Reports.WritePlatformFailure(failure, code, terminal);
            terminal.Output.Flush();
        }
        catch (OutputLostException lost)
        {
            terminal.Say(lost.Message);
        }

        terminal.Error.Flush();
        return code;
    }

    private sealed class Printing(Action<ParseResult> print) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            print(parseResult);
            return ExitCodes.Clean;
        }
    }

    private sealed class HelpWithExamples(HelpAction help, TextWriter output) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            help.Invoke(parseResult);
            Examples.Write(parseResult.CommandResult.Command, output);
            return ExitCodes.Clean;
        }
    }
}
