using System.CommandLine;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that select the live tasks and how they are compared.</summary>
/// <param name="use">What is done with saved tasks.</param>
internal sealed class LiveOptions(string use = "Compare with saved tasks")
{
    private readonly Option<string[]> live = OptionKinds.Texts("--live", "file|dir|-",
        use + " instead of the API: JSON files from the REST API or from 'ax tasks … -o json', a folder of such files, or - "
        + "for standard input; may repeat");
    private readonly Option<bool> strict = OptionKinds.Flag("--strict", "Require that fields that are not declared are unset");
    private readonly Option<string[]> since = OptionKinds.Texts("--since", "file|dir",
        "With --strict, report a field that is not declared only if it changed since this snapshot of the live tasks; may repeat");
    private readonly ApiOptions api = new();

    internal void AddTo(Command command) => Add(command, [live, strict, since]);

    /// <summary>Adds the options that select the live tasks, for a command that compares nothing.</summary>
    internal void AddSourceTo(Command command) => Add(command, [live]);

    private void Add(Command command, Option[] options)
    {
        foreach (var option in options)
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
