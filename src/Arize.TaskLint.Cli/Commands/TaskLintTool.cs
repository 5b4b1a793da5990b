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
    /// <summary>Runs the tool.</summary>
    /// <param name="args">What was typed behind its name.</param>
    /// <param name="machine">What it meets of the machine.</param>
    /// <param name="cancellation">Ends it, besides Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Host machine, CancellationToken cancellation = default)
    {
        var secret = Secret.Of(machine.Key);
        var host = machine with { Secret = secret, Output = RedactingWriter.Around(machine.Output, secret), Error = RedactingWriter.Around(machine.Error, secret) };
        var root = CreateRoot(host);
        var parsed = root.Parse(args);
        try
        {
            return await RunAsync(root, parsed, host, cancellation).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            return Fail(parsed, host, ExitCodes.Usage, [.. wrong.Messages]);
        }
        catch (OperationCanceledException)
        {
            return Fail(parsed, host, ExitCodes.Interrupted, "interrupted");
        }
        catch (IOException) when (!host.OutputIsTerminal)
        {
            // Whoever read the output has stopped, as `head` does; nobody is left to tell.
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // The last resort: a person gets a sentence and the right exit code, never a stack trace.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return Fail(parsed, host, ExitCodes.Undetermined, $"internal error, please report it: {unexpected.GetType().Name}: {unexpected.Message}");
        }
        finally
        {
            Flush(host.Error);
            Flush(host.Output);
        }
    }

    private static async Task<int> RunAsync(RootCommand root, ParseResult parsed, Host host, CancellationToken cancellation)
    {
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            var error = command.Subcommands.Count > 0 ? CommandNeeded(parsed, command) : string.Join("; ", parsed.Errors.Select(one => one.Message.TrimEnd('.')));
            var name = NameOf(parsed.CommandResult);
            var code = Fail(parsed, host, ExitCodes.Usage, error);
            await host.Error.WriteAsync($"run 'tasklint {name}--help' for what there is\n").ConfigureAwait(false);
            return code;
        }

        var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
    }

    private static RootCommand CreateRoot(Host host)
    {
        var root = new RootCommand("Keeps the evaluation tasks of Arize AX as code: checks declarations, and finds where live tasks drifted from them. It only reads.")
        {
            LintCommand.Create(host),
            CheckCommand.Create(host),
            BaselineCommand.Create(host),
            RulesCommand.Create(host),
            ExplainCommand.Create(host),
            SchemaCommand.Create(host),
        };
        Examples.Add(root,
            ("tasklint lint", "check the declarations below this folder, offline"),
            ("tasklint check", "compare them with the live tasks; ARIZE_API_KEY has the key"),
            ("tasklint explain ATL2003", "what a rule is about"));
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
    private static int Fail(ParseResult parsed, Host host, int code, params string[] messages)
    {
        foreach (var message in messages)
            Say(host, message);
        Output.Reports.WriteFailure(CommonOptions.TargetsOf(parsed), host.Shown(string.Join("; ", messages)), host);
        return code;
    }

    internal static void Say(Host host, string message) => host.Error.Write($"tasklint: {TerminalText.Escape(host.Shown(message))}\n");

    private static void Flush(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
            // The reader is gone.
        }
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
