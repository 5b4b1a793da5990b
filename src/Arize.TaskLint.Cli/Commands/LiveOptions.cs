using System.CommandLine;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that say which live tasks are compared, and how.</summary>
internal sealed class LiveOptions
{
    private readonly Option<string[]> live = new("--live")
    {
        Description = "Compare with saved tasks instead of the API: JSON files from the REST API or from 'ax tasks … -o json', a folder of such files, or - for standard input; may repeat",
        HelpName = "file|dir|-",
    };

    private readonly Option<bool> strict = new("--strict") { Description = "Require that fields that are not declared are unset" };

    private readonly Option<string?> apiUrl = new("--api-url") { Description = "The address of the API; overrides ARIZE_BASE_URL and the other variables", HelpName = "url" };

    private readonly Option<string?> region = new("--region") { Description = "The region of the API, for example eu-west-1a; overrides ARIZE_REGION", HelpName = "region" };

    private readonly Option<int> concurrency = new("--concurrency") { Description = "The maximum number of concurrent requests, 1 to 32", HelpName = "n", DefaultValueFactory = _ => 4 };

    private readonly Option<int> timeout = new("--timeout") { Description = "The time limit for all requests together, in seconds, including retries", HelpName = "s", DefaultValueFactory = _ => 300 };

    internal void AddTo(Command command)
    {
        concurrency.AcceptFrom(1, 32, "");
        timeout.AcceptFrom(1, 86400, " seconds");
        foreach (var option in new Option[] { live, strict, apiUrl, region, concurrency, timeout })
            command.Options.Add(option);
    }

    internal LiveRequest Request(ParseResult parsed) => new()
    {
        Saved = parsed.GetValue(live) ?? [],
        IsStrict = parsed.GetValue(strict),
        ApiUrl = parsed.GetValue(apiUrl),
        Region = parsed.GetValue(region),
        Concurrency = parsed.GetValue(concurrency),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
    };
}
