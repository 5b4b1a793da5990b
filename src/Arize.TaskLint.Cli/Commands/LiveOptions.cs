using System.CommandLine;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that select the live tasks and how they are compared.</summary>
internal sealed class LiveOptions
{
    private readonly Option<string[]> live = OptionKinds.Texts("--live", "file|dir|-",
        "Compare with saved tasks instead of the API: JSON files from the REST API or from 'ax tasks … -o json', a folder of such files, or - "
        + "for standard input; may repeat");
    private readonly Option<bool> strict = OptionKinds.Flag("--strict", "Require that fields that are not declared are unset");
    private readonly Option<string[]> since = OptionKinds.Texts("--since", "file|dir",
        "With --strict, report a field that is not declared only if it changed since this snapshot of the live tasks; may repeat");
    private readonly ApiOptions api = new();

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { live, strict, since })
            command.Options.Add(option);
        api.AddTo(command);
    }

    internal LiveRequest Request(ParseResult parsed) => api.Request(parsed) with
    {
        Saved = parsed.GetValue(live) ?? [],
        IsStrict = parsed.GetValue(strict),
        Since = parsed.GetValue(since) ?? [],
    };
}
