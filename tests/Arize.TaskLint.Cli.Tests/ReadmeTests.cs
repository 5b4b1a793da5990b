using System.Text;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The README is true: its commands print what it shows, its tables are the catalogue's and the tool's.</summary>
public sealed class ReadmeTests
{
    private const string FromSource = "dotnet run --project src/Arize.TaskLint.Cli -- ";
    private const string TestCommand = "dotnet test";

    private static readonly string ReadmePath = Repository.PathOf("README.md");

    [Fact]
    public async Task Its_commands_print_what_it_shows_and_its_table_of_rules_is_the_catalogue()
    {
        var actual = new StringBuilder();
        var state = State.Text;
        foreach (var line in (await File.ReadAllTextAsync(ReadmePath)).TrimEnd('\n').Split('\n'))
        {
            if (state == State.Console && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                actual.Append(line).Append('\n').Append(await RunAsync(line[2..]));
                continue;
            }

            if ((state == State.Console && line != "```") || (state == State.Rules && line != "<!-- /rules -->"))
                continue;
            state = line switch
            {
                "```console" => State.Console,
                "<!-- rules -->" => State.Rules,
                _ => State.Text,
            };
            actual.Append(line).Append('\n');
            if (state == State.Rules)
                AppendRules(actual);
        }

        Golden.Matches(ReadmePath, actual.ToString());
    }

    [Fact]
    public async Task Its_exit_codes_are_the_tool_s()
    {
        var readme = await File.ReadAllTextAsync(ReadmePath);

        foreach (var (code, meaning) in ExitCodes.All)
            Assert.Contains($"| {code} | {meaning} |", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_test_command_is_what_ci_runs() =>
        Assert.Contains($"step {TestCommand}", await File.ReadAllTextAsync(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/README.md")]
    [InlineData("examples/rules/README.md")]
    [InlineData("src/Arize.TaskLint.Core/Schema/fields.md")]
    public async Task Links_within_the_repository_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var text = await File.ReadAllTextAsync(Repository.PathOf(page));
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\(([^)#:]+)\)"))
            Assert.True(Path.Exists(Path.Combine(folder, link.Groups[1].Value)), $"{page} links to {link.Groups[1].Value}");
    }

    [Fact]
    public async Task What_the_way_of_a_value_names_is_there()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("src", "README.md"));
        var way = page.Split("```")[1];
        foreach (var name in way.Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.Contains('/', StringComparison.Ordinal)))
        {
            var parts = name.Split('/');
            var folder = Repository.PathOf(["src", "Arize.TaskLint." + parts[0], .. parts[1..^1]]);
            Assert.True(Directory.EnumerateFiles(folder, parts[^1].Replace("…", "*", StringComparison.Ordinal) + ".cs").Any(), $"src/README.md names {name}");
        }
    }

    private static void AppendRules(StringBuilder text)
    {
        foreach (var rule in RuleCatalogue.All)
            text.Append($"| [{rule.Id}](src/Arize.TaskLint.Core/Rules/pages/{rule.Id}.md){(rule.NeedsLive ? " ○" : "")} | {Words.Of(rule.DefaultSeverity)} | {rule.Title} |\n");
    }

    private static async Task<string> RunAsync(string command)
    {
        if (command == TestCommand)
            return "";
        var arguments = command.StartsWith(FromSource, StringComparison.Ordinal) ? command[FromSource.Length..] : command["tasklint ".Length..];
        using var run = ToolRun.In(Repository.Root);
        var result = await run.RunAsync(CommandLine.Split(arguments));
        return result.Error + result.Output;
    }

    private enum State
    {
        Text,
        Console,
        Rules,
    }
}
