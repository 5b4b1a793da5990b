using System.CommandLine;
using System.CommandLine.Parsing;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Cli.Settings;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that every command with findings has.</summary>
internal sealed class CommonOptions
{
    private const string FormatName = "--format";
    private const string OutputName = "--output";
    private const string PathName = "path";

    // Options whose values are files to be read.
    private static readonly string[] InputOptions = ["--live", "--config", "--baseline"];

    private readonly Argument<string[]> paths = new(PathName)
    {
        Description = "Files, folders, globs, C# inputs (.cs, .csproj, .dll; their code is run), or - for standard input; default: the declarations in tasklint.yaml, or this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> formats = new(FormatName)
    {
        Description = $"Output format: {string.Join(", ", ReportFormats.All.Select(format => $"{format.Name} ({format.Summary})"))}; may repeat",
        HelpName = "format",
    };

    private readonly Option<string[]> outputs = new(OutputName, "-o") { Description = "Write the report to this file; may repeat: the first file is for the first format, and so on", HelpName = "file" };

    private readonly Option<string> failOn = new("--fail-on") { Description = "The lowest severity that fails the run: error, warning, suggestion or never", HelpName = "severity", DefaultValueFactory = _ => "error" };

    private readonly Option<string?> minSeverity = new("--min-severity") { Description = "The lowest severity to show: error, warning, suggestion (the default) or silent; findings that fail the run are always shown", HelpName = "severity" };

    private readonly Option<string[]> only = new("--only") { Description = "Run only these rules: IDs, or ranges such as ATL2xxx; may repeat, or list several separated by commas", HelpName = "rule" };

    private readonly Option<string[]> skip = new("--skip") { Description = "Do not run these rules", HelpName = "rule" };

    private readonly Option<string?> config = new("--config") { Description = "The settings file; default: tasklint.yaml in the folder of the first path or in a parent folder", HelpName = "file" };

    private readonly Option<string?> space = new("--space") { Description = "The space, by name or ID; overrides ARIZE_SPACE and the space of a file", HelpName = "space" };

    private readonly Option<string?> baseline = new("--baseline") { Description = "The file of accepted findings, written by 'tasklint baseline create'; overrides tasklint.yaml", HelpName = "file" };

    private readonly Option<bool> noRun = new("--no-run") { Description = "Refuse C# inputs, because reading them runs their code" };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print only findings and drift" };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Print each file that is read and each request to standard error" };

    private readonly Option<bool> colour = new("--color") { Description = "Always use colors" };

    private readonly Option<bool> noColour = new("--no-color") { Description = "Never use colors" };

    internal CommonOptions()
    {
        Accept(failOn, [.. SettingsFields.FailOnWords.Words]);
        Accept(minSeverity, [.. SettingsFields.MinSeverityWords.Words]);
        Accept(formats, [.. ReportFormats.All.Select(format => format.Name)]);
    }

    private static void Accept(Option option, params string[] words) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value)))
            result.AddError($"{option.Name} '{token.Value}' is not one of {string.Join(", ", words)}");
    });

    internal void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { formats, outputs, failOn, minSeverity, only, skip, config, baseline, space, noRun, quiet, verbose, colour, noColour })
            command.Options.Add(option);
    }

    /// <summary>Adds what says which declarations to read, for commands that have no report.</summary>
    internal void AddInputsTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { config, space, noRun, quiet, verbose })
            command.Options.Add(option);
    }

    internal void AddBaselineTo(Command command) => command.Options.Add(baseline);

    internal string? Baseline(ParseResult parsed) => parsed.GetValue(baseline);

    internal IReadOnlyList<string> Paths(ParseResult parsed) => parsed.GetValue(paths) ?? [];

    /// <summary>The rules that are wanted.</summary>
    /// <exception cref="UsageException">A rule is named that does not exist.</exception>
    internal RuleChoice Rules(ParseResult parsed) => new(parsed.GetValue(only) ?? [], parsed.GetValue(skip) ?? []);

    internal string? Config(ParseResult parsed) => parsed.GetValue(config);

    internal string? Space(ParseResult parsed, Host host) =>
        parsed.GetValue(space) ?? (host.Variable("ARIZE_SPACE") is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null);

    internal bool MayRun(ParseResult parsed) => !parsed.GetValue(noRun);

    internal bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);

    internal bool IsVerbose(ParseResult parsed) => parsed.GetValue(verbose);

    /// <summary>The formats that were asked for and their files, as far as the command line can be read.</summary>
    internal static IEnumerable<(string Format, string? File)> TargetsOf(ParseResult parsed)
    {
        var files = Words(parsed, OutputName);
        return Words(parsed, FormatName).Select((format, i) => (format, i < files.Count ? files[i] : null));
    }

    private static List<string> Words(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == name) is { } option && parsed.GetResult(option) is { } result
            ? [.. result.Tokens.Select(token => token.Value)]
            : [];

    /// <summary>The files that the command line names to be read, by their full paths; the folders and globs among them are not files.</summary>
    internal static IEnumerable<string> InputsOf(ParseResult parsed, Host host) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().Where(argument => argument.Argument.Name == PathName).SelectMany(argument => argument.Tokens)
            .Concat(parsed.CommandResult.Children.OfType<OptionResult>().Where(option => InputOptions.Contains(option.Option.Name)).SelectMany(option => option.Tokens))
            .Where(token => token.Value is not ("" or InputFiles.StandardInput))
            .Select(token => Path.IsPathFullyQualified(token.Value) ? token.Value : Path.GetFullPath(token.Value, host.WorkingDirectory))
            .Where(File.Exists);

    /// <summary>Whether the command line names a format or a file for a report.</summary>
    internal static bool AsksForReports(ParseResult parsed) => Words(parsed, FormatName).Count + Words(parsed, OutputName).Count > 0;

    /// <summary>Where the reports go; made before any work, so that a wrong call fails at once.</summary>
    internal Reports Reports(ParseResult parsed, Host host) => new(parsed.GetValue(formats) ?? [], parsed.GetValue(outputs) ?? [], host);

    /// <summary>Writes the reports and tells the exit code.</summary>
    internal int Report(ParseResult parsed, Host host, SettingsFile settings, Reports reports, RunResult judged)
    {
        var isFailOnGiven = parsed.GetResult(failOn) is { Implicit: false };
        var thresholds = Thresholds.Of(isFailOnGiven ? parsed.GetValue(failOn) : null, parsed.GetValue(minSeverity), Rules(parsed), settings);
        var result = judged with { Findings = thresholds.Shown(judged.Findings) };
        var code = ExitCodes.Of(result, thresholds.FailOn);
        foreach (var message in result.Unreadable)
            TaskLintTool.Say(host, message);
        var options = new ReportOptions { ExitCode = code, IsQuiet = IsQuiet(parsed), PublicAddress = BuildInfo.PublicAddress, ShowsSuppressed = IsVerbose(parsed), Secret = host.Secret };
        reports.Write(host, (format, writer, isOutput) => format.Write(
            result,
            options with { IsColoured = isOutput && IsColoured(parsed, host), ShowsSource = isOutput && host.OutputIsTerminal },
            writer));
        return code;
    }

    private bool IsColoured(ParseResult parsed, Host host)
    {
        bool IsSet(string name) => !string.IsNullOrEmpty(host.Variable(name));

        if (parsed.GetValue(noColour))
            return false;
        if (parsed.GetValue(colour))
            return true;
        if (IsSet("NO_COLOR"))
            return false;
        return (IsSet("FORCE_COLOR") && host.Variable("FORCE_COLOR") != "0") || (host.OutputIsTerminal && host.Variable("TERM") != "dumb");
    }
}
