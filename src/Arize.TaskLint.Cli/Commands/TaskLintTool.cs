using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The command line of the tool.</summary>
public static class TaskLintTool
{
    private const string Interrupted = "interrupted";

    /// <summary>Runs the tool.</summary>
    /// <param name="args">What was typed behind its name.</param>
    /// <param name="machine">What it meets of the machine.</param>
    /// <param name="cancellation">Ends it, besides Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Host machine, CancellationToken cancellation = default)
    {
        var secret = Secret.Of(machine.Key);
        var files = new RunFiles();
        var (output, error) = (new StreamGate(machine.Output, mustArrive: true), new StreamGate(machine.Error, mustArrive: false));
        var host = machine with
        {
            Secret = secret,
            Files = files,
            Output = RedactingWriter.Around(output, secret),
            Error = RedactingWriter.Around(error, secret),
            Run = (call, token) => Interruptible.RunHeldAsync(machine, files, call, token),
        };
        var root = CreateRoot(host);
        // A path that begins with @ is a path, whoever named the file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var run = Task.Run(() => RunAsync(root, parsed, host, output, cancellation), CancellationToken.None);
        if (await Interruptible.EndsAsync(run, files, cancellation).ConfigureAwait(false))
            return await run.ConfigureAwait(false);

        var isOutputFree = output.Shut();
        var isErrorFree = error.Shut();
        files.EndAll();
        var last = host with { Files = RunFiles.After(files), Output = LastOf(machine.Output, isOutputFree, secret), Error = LastOf(machine.Error, isErrorFree, secret) };
        return Fail(parsed, last, !isOutputFree || output.HasWritten, machine.InterruptedCode(), Interrupted);
    }

    private static TextWriter LastOf(TextWriter writer, bool isFree, Secret? secret) =>
        isFree ? RedactingWriter.Around(new StreamGate(writer, mustArrive: false), secret) : TextWriter.Null;

    private static async Task<int> RunAsync(RootCommand root, ParseResult parsed, Host host, StreamGate output, CancellationToken cancellation)
    {
        try
        {
            host.Files.Read(CommonOptions.InputsOf(parsed, host));
            var code = await InvokeAsync(root, parsed, host, cancellation).ConfigureAwait(false);
            await host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OutputLostException lost)
        {
            Say(host, lost.Message);
            return ExitCodes.Usage;
        }
        catch (UsageException wrong)
        {
            return Fail(parsed, host, output.HasWritten, ExitCodes.Usage, [.. wrong.Messages]);
        }
        catch (OperationCanceledException)
        {
            return Fail(parsed, host, output.HasWritten, host.InterruptedCode(), Interrupted);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Fail(parsed, host, output.HasWritten, ExitCodes.Usage, $"a file cannot be read or written: {failed.Message}");
        }
#pragma warning disable CA1031 // The last resort: a person gets a sentence and the right exit code, never a stack trace.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return Fail(parsed, host, output.HasWritten, ExitCodes.Undetermined, $"internal error, please report it: {unexpected.GetType().Name}: {unexpected.Message}");
        }
        finally
        {
            await host.Error.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<int> InvokeAsync(RootCommand root, ParseResult parsed, Host host, CancellationToken cancellation)
    {
        // Who asks for help gets it, however the rest of the line is.
        var errors = parsed.Action is HelpWithExamples ? [] : CommandLineChecks.ErrorsOf(parsed);
        if (errors.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            var isEmpty = parsed.Tokens.Any(token => token.Value.Length == 0);
            var error = command.Subcommands.Count > 0 && !isEmpty ? CommandNeeded(parsed, command) : string.Join("; ", errors);
            var code = Fail(parsed, host, hasOutput: false, ExitCodes.Usage, error);
            await host.Error.WriteAsync($"run 'tasklint {NameOf(parsed.CommandResult)}--help' for what there is\n").ConfigureAwait(false);
            return code;
        }

        var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
    }

    private static RootCommand CreateRoot(Host host)
    {
        var root = new RootCommand("Manages the evaluation tasks of Arize AX as code: checks declarations, and reports live tasks that differ from them. It never changes a live task.")
        {
            LintCommand.Create(host),
            CheckCommand.Create(host),
            BaselineCommand.Create(host),
            RulesCommand.Create(host),
            ExplainCommand.Create(host),
            SchemaCommand.Create(host),
        };
        Examples.Add(root,
            ("tasklint lint", "check the declarations in this folder and below, offline"),
            ("tasklint check", "compare them with the live tasks; reads the API key from ARIZE_API_KEY"),
            ("tasklint explain ATL2003", "describe a rule"));
        foreach (var option in root.Options)
        {
            if (option is VersionOption version)
                version.Action = new Printing(_ => host.Output.Write($"tasklint {BuildInfo.Version}\n"));
            else if (option is HelpOption help)
                help.Action = new HelpWithExamples((HelpAction)help.Action!, host.Output);
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

    /// <summary>What a word that looks like an option, and is none, is told.</summary>
    internal static string UnknownOption(string word, SymbolResult result)
    {
        var command = result;
        while (command is not (null or CommandResult))
            command = command.Parent;
        var known = (command as CommandResult)?.Command.Options.Select(option => option.Name) ?? [];
        return $"there is no option '{word}'{(NearestName.Of(word, known) is { } nearest ? $"; did you mean '{nearest}'" : "")}";
    }

    // Programs that read the result get one that is whole, and says that it is none.
    private static int Fail(ParseResult parsed, Host host, bool hasOutput, int code, params string[] messages)
    {
        foreach (var message in messages)
            Say(host, message);
        try
        {
            Output.Reports.WriteFailure(CommonOptions.TargetsOf(parsed), host.Shown(string.Join("; ", messages)), hasOutput, host);
            host.Output.Flush();
        }
        catch (OutputLostException lost)
        {
            Say(host, lost.Message);
        }

        host.Error.Flush();
        return code;
    }

    internal static void Say(Host host, string message) => host.Error.Write($"tasklint: {TerminalText.Escape(host.Shown(message))}\n");

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
