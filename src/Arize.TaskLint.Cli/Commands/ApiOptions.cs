using System.CommandLine;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>The options that say how the API is reached.</summary>
internal sealed class ApiOptions
{
    private readonly Option<string?> apiUrl = OptionKinds.Text("--api-url", "url",
        "The address of the API; overrides ARIZE_BASE_URL and the other variables");
    private readonly Option<string?> region = OptionKinds.Text("--region", "region",
        "The region of the API, for example eu-west-1a, or US, EU or CA; overrides ARIZE_REGION");
    private readonly Option<string?> profile = OptionKinds.Text("--profile", "name",
        "A profile of the Arize CLI (ax), for the key and the address that the environment does not set; default: the active profile");
    private readonly Option<int> concurrency = OptionKinds.Number("--concurrency", "n", 4, "The maximum number of concurrent requests, 1 to 32");
    private readonly Option<int> timeout = OptionKinds.Number("--timeout", "s", 300,
        "The time limit for all requests together, in seconds, including retries");

    internal void AddTo(Command command)
    {
        concurrency.AcceptFrom(1, 32, "");
        timeout.AcceptFrom(1, 86400, " seconds");
        foreach (var option in new Option[] { apiUrl, region, profile, concurrency, timeout })
            command.Options.Add(option);
    }

    internal LiveRequest Request(ParseResult parsed) => new()
    {
        ApiUrl = parsed.GetValue(apiUrl),
        Region = parsed.GetValue(region),
        Profile = parsed.GetValue(profile),
        Concurrency = parsed.GetValue(concurrency),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
    };
}
