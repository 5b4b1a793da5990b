using System.CommandLine;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that name a sample of spans or runs.</summary>
internal sealed class SampleOptions
{
    private readonly Option<string[]> spans = OptionKinds.Texts("--spans", "file|-",
        "Spans to try the tasks on: the output of 'ax spans export PROJECT --stdout', JSON lines or OTLP JSON, plain or packed with gzip, or - for "
        + "standard input; NAME=FILE says which project they are of; may repeat");
    private readonly Option<string[]> runs = OptionKinds.Texts("--runs", "file|-",
        "Runs or examples to try tasks on datasets on: the output of 'ax experiments export' or 'ax datasets export'; may repeat");
    private readonly Option<string?> project = OptionKinds.Text("--project", "project",
        "The project, by name or ID, that the spans are of; tasks on other projects are not tried");
    private readonly Option<bool> filtered = OptionKinds.Flag("--filtered",
        "The spans were exported with a filter, so that findings of the trial are warnings at most");

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { spans, runs, project, filtered })
            command.Options.Add(option);
    }

    internal SampleRequest Request(ParseResult parsed) => new()
    {
        Spans = parsed.GetValue(spans) ?? [],
        Runs = parsed.GetValue(runs) ?? [],
        Project = parsed.GetValue(project),
        IsFiltered = parsed.GetValue(filtered),
    };
}
