using System.Text;
using System.Text.Json;

namespace Arize.TaskLint.Fuzz;

/// <summary>The kinds of inputs: each makes one, runs the tool with it, and blames it for what is wrong.</summary>
internal static class Kinds
{
    private const string Declaration = "a.arize.yaml";

    private static readonly string[] Formats = ["text", "json", "sarif", "github", "gitlab", "azure", "junit", "msbuild", "slack", "openmetrics"];

    internal static IReadOnlyDictionary<string, Func<Tool, Random, Task<string?>>> All { get; } = new Dictionary<string, Func<Tool, Random, Task<string?>>>
    {
        ["lint"] = LintAsync,
        ["fix"] = FixAsync,
        ["check"] = CheckAsync,
        ["settings"] = SettingsAsync,
    };

    private static async Task<string?> LintAsync(Tool tool, Random random)
    {
        var text = new Mutation(random).Of(Seeds.Declarations);
        await File.WriteAllTextAsync(tool.PathOf(Declaration), text);
        var run = await tool.RunAsync(text, "lint", "--format", Formats[random.Next(Formats.Length)], "-");
        return run.ExitCode == 0 ? "clean" : "with findings";
    }

    // Comments stay, and so does every key and value that no finding names; a second run changes nothing; what could be read can be read.
    private static async Task<string?> FixAsync(Tool tool, Random random)
    {
        var text = new Mutation(random).Of(Seeds.Declarations);
        var file = tool.PathOf(Declaration);
        await File.WriteAllTextAsync(file, text);
        await File.WriteAllTextAsync(tool.PathOf("before.txt"), text);
        var before = await ReadAsync(file);
        var lint = await tool.RunAsync("", "lint", "--format", "json", Declaration);
        await tool.RunAsync("", "lint", "--fix", Declaration);
        var after = await ReadAsync(file);
        if (before == after)
            return "left as they were";
        await tool.RunAsync("", "lint", "--fix", Declaration);
        if (after != await ReadAsync(file))
            tool.Blame("a second run changes it again");
        if (YamlFacts.Of(text) is not { } old || YamlFacts.Of(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file))) is not { } now)
        {
            tool.Blame("changed, and not readable");
            return null;
        }

        if (!old.Comments.SequenceEqual(now.Comments))
            tool.Blame($"comments: {string.Join(" | ", old.Comments.Except(now.Comments).Concat(now.Comments.Except(old.Comments)))}");
        if (tool.Fault is null && Lost(old, now, NamedIn(lint.Output)) is { } lost)
            tool.Blame($"lost: {lost.Key}: {lost.Text}");
        return "fixed";
    }

    // Byte by byte: a mark at the beginning counts too.
    private static async Task<string> ReadAsync(string file) => Convert.ToBase64String(await File.ReadAllBytesAsync(file));

    private static YamlFacts.Fact? Lost(YamlFacts old, YamlFacts now, HashSet<(long, long)> named)
    {
        var there = now.Values.Select(value => (value.Key, value.Text)).ToHashSet();
        return old.Values.Find(value => !there.Contains((value.Key, value.Text)) && !value.IsNamedBy(named));
    }

    private static HashSet<(long, long)> NamedIn(string json)
    {
        using var result = JsonDocument.Parse(json);
        return
        [
            .. result.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.TryGetProperty("location", out _))
                .Select(finding => finding.GetProperty("location"))
                .Select(location => (location.GetProperty("startLine").GetInt64(), location.GetProperty("startColumn").GetInt64())),
        ];
    }

    private static async Task<string?> CheckAsync(Tool tool, Random random)
    {
        var mutation = new Mutation(random);
        // Most changes to the text leave no JSON, and nothing is compared.
        var live = random.Next(3) == 0 ? mutation.Of(Seeds.Snapshots) : mutation.OfJson(Seeds.Snapshots);
        // A snapshot declares tasks too, and some of them are in the other one.
        var declared = random.Next(4) switch
        {
            0 => Seeds.Declarations[random.Next(Seeds.Declarations.Count)],
            1 => mutation.Of(Seeds.Declarations),
            2 => mutation.OfJson(Seeds.Snapshots),
            _ => mutation.Of(Seeds.Snapshots),
        };
        await File.WriteAllTextAsync(tool.PathOf("live.json"), live);
        await File.WriteAllTextAsync(tool.PathOf(Declaration), declared);
        string[] further = random.Next(4) switch { 0 => ["--strict"], 1 => ["--unmanaged"], 2 => ["--health"], _ => [] };
        var run = await tool.RunAsync("", ["check", "--live", "live.json", "--format", Formats[random.Next(Formats.Length)], .. further, Declaration]);
        return $"exit {run.ExitCode}";
    }

    private static async Task<string?> SettingsAsync(Tool tool, Random random)
    {
        var mutation = new Mutation(random);
        await File.WriteAllTextAsync(tool.PathOf("tasklint.yaml"), mutation.Of(Seeds.Settings));
        await File.WriteAllTextAsync(tool.PathOf("live.json"), Seeds.Snapshots[random.Next(Seeds.Snapshots.Count)]);
        await File.WriteAllTextAsync(tool.PathOf(Declaration), Seeds.Declarations[random.Next(Seeds.Declarations.Count)]);
        string[] command = random.Next(2) == 0 ? ["lint"] : ["check", "--live", "live.json"];
        var run = await tool.RunAsync("", [.. command, "--config", "tasklint.yaml", "--format", "json", Declaration]);
        return $"exit {run.ExitCode}";
    }
}
