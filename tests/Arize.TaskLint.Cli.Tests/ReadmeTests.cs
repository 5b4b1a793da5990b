using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>
/// README.md, the user pages in src/docs and the page of the examples: every command runs, every output is what the tool prints, every example is valid.
/// <c>TASKLINT_UPDATE_GOLDEN=1</c> writes the outputs and the table of rules anew.
/// </summary>
public sealed partial class ReadmeTests
{
    private const string FromSource = "dotnet run --project src/Arize.TaskLint.Cli -- ";
    private const string TestCommand = "dotnet test";
    private const int MaximumWords = 1500;

    private static readonly string Rules = Path.Combine("src", "docs", "rules.md");

    // A file that declares a task, and the saved live tasks, which the commands in sh blocks find in their folder.
    private static readonly string Quickstart = Repository.PathOf("examples", "quickstart");

    public static TheoryData<string> UserPages() => [.. UserPagePaths];

    public static TheoryData<string> LinkedPages() =>
    [
        .. UserPagePaths,
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "src/README.md",
        "src/Arize.TaskLint/README.md",
        "src/Arize.TaskLint.Analyzers/README.md",
        "src/Arize.TaskLint.Cli/README.md",
        "src/Arize.TaskLint.Core/Schema/fields.md",
    ];

    private static IEnumerable<string> UserPagePaths =>
        Directory.EnumerateFiles(Repository.PathOf("src", "docs"), "*.md").Select(page => $"src/docs/{Path.GetFileName(page)}").Order(StringComparer.Ordinal)
            .Prepend("README.md").Append("examples/rules/README.md");

    [Theory]
    [MemberData(nameof(UserPages))]
    public async Task Console_blocks_show_what_the_commands_print_and_the_table_of_rules_is_the_catalogue(string page)
    {
        var actual = new StringBuilder();
        var state = State.Text;
        foreach (var line in await LinesAsync(page))
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

        Golden.Matches(Repository.PathOf(page), actual.ToString());
    }

    [Theory]
    [MemberData(nameof(UserPages))]
    public async Task Shell_blocks_have_commands_that_the_tool_accepts_and_paths_that_exist(string page)
    {
        foreach (var command in await ShellCommandsAsync(page))
        {
            if (command.StartsWith("tasklint ", StringComparison.Ordinal))
            {
                var result = await RunInFolderAsync(command["tasklint ".Length..]);
                Assert.True(result.ExitCode is not 2, $"{page}: {command}\n{result.Error}{result.Output}");
                continue;
            }

            foreach (Match path in RepositoryPath().Matches(command))
                Assert.True(Path.Exists(Repository.PathOf(path.Value)), $"{page}: {command}: {path.Value} does not exist");
        }
    }

    [Theory]
    [MemberData(nameof(UserPages))]
    public async Task Yaml_csharp_and_ini_blocks_are_accepted_by_the_tool(string page)
    {
        foreach (var (language, text) in await BlocksAsync(page))
        {
            if (language is not ("yaml" or "csharp" or "ini") || IsPipelineStep(text))
                continue;
            using var run = ToolRun.Create();
            run.File("task.arize.yaml", await File.ReadAllTextAsync(Path.Combine(Quickstart, "support-bot.arize.yaml")));
            string[] command = ["lint", "task.arize.yaml"];
            if (language == "csharp")
                command = ["lint", run.File("Tasks.cs", text).PathOf("Tasks.cs")];
            else if (language == "ini")
                run.File(".editorconfig", text);
            else if (IsDeclaration(text))
                run.File("task.arize.yaml", text);
            else
                run.File("tasklint.yaml", text).File("baseline.json", await File.ReadAllTextAsync(Repository.PathOf("examples", "baseline", "tasklint-baseline.json")));

            // Severities may turn a suggestion on the declaration into an error; unknown rules and keys are ATL9003.
            var result = await run.RunAsync(language == "ini" ? [.. command, "--only", "ATL9003"] : command);
            Assert.True(result.ExitCode == 0, $"{page}:\n{text}\n{result.Error}{result.Output}");
        }
    }

    [Fact]
    public async Task Readme_has_fewer_than_1500_words()
    {
        var words = (await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.True(words < MaximumWords, $"README.md has {words} words; move details to a page in src/docs");
    }

    [Fact]
    public async Task Readme_links_to_every_user_page()
    {
        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));

        foreach (var page in UserPagePaths.Where(page => page.StartsWith("src/docs/", StringComparison.Ordinal)))
            Assert.Contains($"]({page})", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_of_rules_is_on_its_page() =>
        Assert.Contains("<!-- rules -->", await File.ReadAllTextAsync(Repository.PathOf(Rules)), StringComparison.Ordinal);

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/docs/results.md")]
    public async Task Exit_codes_are_those_of_the_tool(string page)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf(page));

        foreach (var (code, meaning) in ExitCodes.All)
            Assert.Contains($"| {code} | {meaning} |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_command_of_the_readme_is_what_ci_runs() =>
        Assert.Contains($"step {TestCommand}", await File.ReadAllTextAsync(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(LinkedPages))]
    public async Task Links_within_the_repository_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        foreach (Match link in Link().Matches(await File.ReadAllTextAsync(Repository.PathOf(page))))
        {
            var target = link.Groups[1].Value.Length > 0 ? Path.Combine(folder, link.Groups[1].Value) : Repository.PathOf(page);
            Assert.True(Path.Exists(target), $"{page} links to {link.Value}");
            if (link.Groups[2].Value is { Length: > 0 } anchor)
                Assert.Contains(anchor, (await File.ReadAllLinesAsync(target)).Where(line => line.StartsWith('#')).Select(AnchorOf));
        }
    }

    [Fact]
    public async Task Names_in_the_way_of_a_value_exist()
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

    [Fact]
    public async Task Paths_and_commands_in_contributing_exist()
    {
        const string Page = "CONTRIBUTING.md";

        foreach (Match path in RepositoryPath().Matches(await File.ReadAllTextAsync(Repository.PathOf(Page))))
            Assert.True(Path.Exists(Repository.PathOf(path.Value)), $"{Page} names {path.Value}");
    }

    private static void AppendRules(StringBuilder text)
    {
        foreach (var rule in RuleCatalogue.All)
        {
            text.Append($"| [{rule.Id}](../Arize.TaskLint.Core/Rules/pages/{rule.Id}.md){(rule.Traits.NeedsLive ? " ○" : "")}");
            text.Append($" | {Words.Of(rule.DefaultSeverity)} | {rule.Title} |\n");
        }
    }

    private static async Task<string> RunAsync(string command)
    {
        if (command == TestCommand)
            return "";
        var arguments = command.StartsWith(FromSource, StringComparison.Ordinal) ? command[FromSource.Length..] : command["tasklint ".Length..];
        using var run = arguments.Contains("--base", StringComparison.Ordinal) ? await PullRequestAsync() : ToolRun.In(Repository.Root);
        var result = await run.RunAsync(CommandLine.Split(arguments));
        return result.Error + result.Output;
    }

    // The pull request of the README: the quick start is on main, and its branch changes a temperature.
    private static async Task<ToolRun> PullRequestAsync()
    {
        const string Before = "temperature: 0.2";
        var run = ToolRun.Create();
        foreach (var file in Directory.EnumerateFiles(Quickstart))
            run.File($"examples/quickstart/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        await GitRun.GitInAsync(run.Folder, "init", "--quiet");
        await GitRun.GitInAsync(run.Folder, "add", "--all");
        // The ID of a commit follows from its time too.
        await GitRun.CommitAtAsync(run.Folder, "2026-11-20T12:00:00Z");
        await GitRun.GitInAsync(run.Folder, "update-ref", "refs/remotes/origin/main", "HEAD");
        var declaration = await File.ReadAllTextAsync(run.PathOf("examples/quickstart/support-bot.arize.yaml"));
        Assert.Contains(Before, declaration, StringComparison.Ordinal);
        return run.File("examples/quickstart/support-bot.arize.yaml", declaration.Replace(Before, "temperature: 0.3", StringComparison.Ordinal));
    }

    // Commands write files, so each has a folder of its own.
    private static async Task<ToolResult> RunInFolderAsync(string arguments)
    {
        var declaration = await File.ReadAllTextAsync(Path.Combine(Quickstart, "support-bot.arize.yaml"));
        var live = await File.ReadAllTextAsync(Path.Combine(Quickstart, "live.json"));
        using var run = ToolRun.Create();
        run.File("arize/support-bot.arize.yaml", declaration).File("teams/search/tasks.arize.yaml", declaration.Replace("- name: ", "- name: Search ", StringComparison.Ordinal));
        // What is there already, and is no snapshot of its own, it does not replace.
        if (!arguments.StartsWith("snapshot ", StringComparison.Ordinal))
            run.File("snapshot.json", live);
        run.File("examples/rules/ATL2011.arize.yaml", declaration).Input(declaration);
        run.File("tasklint-baseline.json", await File.ReadAllTextAsync(Repository.PathOf("examples", "baseline", "tasklint-baseline.json")));
        run.File("spans.json", await File.ReadAllTextAsync(Repository.PathOf("examples", "try", "spans.json")));
        run.File("drift.json", await File.ReadAllTextAsync(Repository.PathOf("tests", "Arize.TaskLint.Reporting.Tests", "golden", "json", "drift.json")));
        // A profile that is signed out: nothing is asked of the API.
        run.File("home/.arize/profiles/production.toml", "auth.auth_method = 'oauth'\n");
        run.Variable("HOME", run.PathOf("home")).Variable("USERPROFILE", run.PathOf("home"));
        if (arguments.Contains("--base", StringComparison.Ordinal))
        {
            await GitRun.GitInAsync(run.Folder, "init", "--quiet");
            await GitRun.GitInAsync(run.Folder, "add", "--all");
            await GitRun.GitInAsync(run.Folder, "commit", "--quiet", "--message", "a state");
            await GitRun.GitInAsync(run.Folder, "update-ref", "refs/remotes/origin/main", "HEAD");
        }

        return await run.RunAsync(CommandLine.Split(arguments));
    }

    // The commands of sh blocks, and those that pipeline steps run.
    private static async Task<IReadOnlyList<string>> ShellCommandsAsync(string page)
    {
        var commands = new List<string>();
        foreach (var (language, text) in await BlocksAsync(page))
        {
            if (language == "sh")
                commands.AddRange(text.TrimEnd('\n').Split('\n').Select(OwnPart));
            else if (language == "yaml" && IsPipelineStep(text))
                commands.Add(text.Split('\n')[0]["- run: ".Length..]);
        }

        return commands;
    }

    private static string OwnPart(string line)
    {
        var parts = line.Split("   #")[0].Split(" | ", StringSplitOptions.TrimEntries);
        return parts.FirstOrDefault(part => part.StartsWith("tasklint ", StringComparison.Ordinal)) ?? line;
    }

    private static bool IsPipelineStep(string yaml) => yaml.StartsWith("- run: ", StringComparison.Ordinal);

    private static bool IsDeclaration(string yaml) => yaml.Split('\n').Contains("tasks:");

    private static async Task<IReadOnlyList<(string Language, string Text)>> BlocksAsync(string page)
    {
        var blocks = new List<(string, string)>();
        string? language = null;
        var text = new StringBuilder();
        foreach (var line in await LinesAsync(page))
        {
            if (language is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                language = line[3..];
            }
            else if (language is not null && line == "```")
            {
                blocks.Add((language, text.ToString()));
                language = null;
                text.Clear();
            }
            else if (language is not null)
            {
                text.Append(line).Append('\n');
            }
        }

        Assert.All(blocks, block => Assert.Contains(block.Item1, (string[])["console", "sh", "yaml", "csharp", "ini"]));
        return blocks;
    }

    private static async Task<string[]> LinesAsync(string page) => (await File.ReadAllTextAsync(Repository.PathOf(page))).TrimEnd('\n').Split('\n');

    // As GitHub makes it of a heading.
    private static string AnchorOf(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)#:]*)(?:#([^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"(?<![\w./-])(?:src|tests|examples|\.ci)/[\w./-]*\w")]
    private static partial Regex RepositoryPath();

    private enum State
    {
        Text,
        Console,
        Rules,
    }
}
