using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options of commands with findings: what is read, which findings count, and how they are reported.</summary>
internal sealed class JudgementOptions
{
    private readonly InputOptions inputs = new();
    private readonly ReportOptions reports = new();
    private readonly Option<string> failOn = new("--fail-on")
    {
        Description = "The lowest severity that fails the run: error, warning, suggestion or never",
        HelpName = "severity",
        DefaultValueFactory = _ => "error",
    };
    private readonly Option<string?> minSeverity = OptionKinds.Text("--min-severity", "severity",
        "The lowest severity to show: error, warning, suggestion (the default) or silent; findings that fail the run are always shown");
    private readonly Option<string[]> only = OptionKinds.Texts("--only", "rule",
        "Run only these rules: IDs, or ranges such as ATL2xxx; may repeat, or list several separated by commas");
    private readonly Option<string[]> skip = OptionKinds.Texts("--skip", "rule", "Do not run these rules");
    private readonly Option<string?> baseline = Baseline();

    internal void AddTo(Command command)
    {
        failOn.AcceptOnly([.. SettingsFields.FailOnWords.Words]);
        minSeverity.AcceptOnly([.. SettingsFields.MinSeverityWords.Words]);
        inputs.AddTo(command);
        foreach (var option in new Option[] { failOn, minSeverity, only, skip, baseline })
            command.Options.Add(option);
        reports.AddTo(command);
    }

    /// <summary>The option that names a baseline.</summary>
    internal static Option<string?> Baseline() => OptionKinds.Text("--baseline", "file",
        "The file of accepted findings, written by 'tasklint baseline create'; overrides tasklint.yaml");

    /// <summary>The request with the values of the command line.</summary>
    internal T Fill<T>(ParseResult parsed, T request)
        where T : ReportRequest => inputs.Fill(parsed, request) with
        {
            Only = parsed.GetValue(only) ?? [],
            Skip = parsed.GetValue(skip) ?? [],
            Baseline = parsed.GetValue(baseline),
            FailOn = parsed.GetResult(failOn) is { Implicit: false } ? OptionKinds.SeverityOf(parsed.GetValue(failOn)) : null,
            MinSeverity = OptionKinds.SeverityOf(parsed.GetValue(minSeverity)),
        };

    internal async Task<int> RunAsync(ParseResult parsed, Terminal terminal, Func<Session, Task<Report>> run)
    {
        var targets = reports.Targets(parsed, terminal, addsPlatform: true);
        var report = await run(SessionOf(parsed, terminal)).ConfigureAwait(false);
        foreach (var message in report.Failures)
            terminal.Say(message);
        return reports.Write(parsed, terminal, targets, report, inputs.IsQuiet(parsed), inputs.IsVerbose(parsed));
    }

    internal Session SessionOf(ParseResult parsed, Terminal terminal) => new(inputs.Workspace(parsed, terminal));
}
