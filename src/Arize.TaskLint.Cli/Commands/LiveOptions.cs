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
    private readonly Option<string?> apiUrl = OptionKinds.Text("--api-url", "url",
        "The address of the API; overrides ARIZE_BASE_URL and the other variables");
    private readonly Option<string?> region = OptionKinds.Text("--region", "region",
        "The region of the API, for example eu-west-1a, or US, EU or CA; overrides ARIZE_REGION");
    private readonly Option<string?> profile = OptionKinds.Text("--profile", "name",
        "A profile of the Arize CLI (ax), for the key and the address that the environment does not set; default: the active profile");
    private readonly Option<int> concurrency = OptionKinds.Number("--concurrency", "n", 4, "The maximum number of concurrent requests, 1 to 32");
    private readonly Option<int> timeout = OptionKinds.Number("--timeout", "s", 300,
        "The time limit for all requests together, in seconds, including retries");

    internal void AddTo(Command command) => Add(command, [live, strict, since, apiUrl, region, profile, concurrency, timeout]);

    /// <summary>Adds the options that select the live tasks, for a command that compares nothing.</summary>
    internal void AddSourceTo(Command command) => Add(command, [live, apiUrl, region, profile, concurrency, timeout]);

    private void Add(Command command, Option[] options)
    {
        concurrency.AcceptFrom(1, 32, "");
        timeout.AcceptFrom(1, 86400, " seconds");
        foreach (var option in options)
            command.Options.Add(option);
    }

    internal LiveRequest Request(ParseResult parsed) => new()
    {
        Saved = parsed.GetValue(live) ?? [],
        IsStrict = parsed.GetValue(strict),
        Since = parsed.GetValue(since) ?? [],
        ApiUrl = parsed.GetValue(apiUrl),
        Region = parsed.GetValue(region),
        Profile = parsed.GetValue(profile),
        Concurrency = parsed.GetValue(concurrency),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
    };
}
