using System.Text;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>
/// Runs the scripts in Scripts/: files that a folder has, variables, then commands with their output, messages and exit code. Adding a
/// script adds a test; <c>TASKLINT_UPDATE_GOLDEN=1</c> writes what the commands print anew.
/// </summary>
public sealed class ScriptTests
{
    private static readonly string Scripts = Repository.PathOf("tests", "Arize.TaskLint.Cli.Tests", "Scripts");

    public static TheoryData<string> All()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Scripts, "*.txt").Order(StringComparer.Ordinal))
            data.Add(Path.GetFileName(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Commands_print_and_exit_as_the_script_says(string script)
    {
        var path = Path.Combine(Scripts, script);
        using var run = ToolRun.Create();
        var actual = new StringBuilder();
        string? file = null;
        var hasRun = false;
        var content = new StringBuilder();
        foreach (var line in (await File.ReadAllTextAsync(path)).TrimEnd('\n').Split('\n'))
        {
            if (file is not null && line != "---")
            {
                content.Append(line).Append('\n');
                actual.Append(line).Append('\n');
                continue;
            }

            if (file is not null)
            {
                Put(run, file, content.ToString());
                file = null;
                content.Clear();
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                file = line[4..];
            }
            else if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                actual.Append(line).Append('\n');
                actual.Append(await RunAsync(run, line[2..]));
                hasRun = true;
                continue;
            }
            else if (hasRun || (!line.StartsWith('#') && line.Length > 0))
            {
                // What a command printed is written anew.
                continue;
            }

            actual.Append(line).Append('\n');
        }

        Golden.Matches(path, actual.ToString().TrimEnd('\n') + "\n");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Rendering_a_saved_result_prints_what_each_command_of_the_script_prints(string script)
    {
        using var run = ToolRun.Create();
        using var aside = ToolRun.Create();
        string? file = null;
        var content = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Scripts, script)))
        {
            if (file is not null && line != "---")
            {
                content.Append(line).Append('\n');
            }
            else if (file is not null)
            {
                Put(run, file, content.ToString());
                file = null;
                content.Clear();
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                file = line[4..];
            }
            else if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                await RenderAsync(run, line[2..], aside.PathOf("result.json"));
            }
        }
    }

    // Runs a command, with its result saved beside its text, and compares the text with the rendered one.
    private static async Task RenderAsync(ToolRun run, string line, string saved)
    {
        if (line.StartsWith("cat ", StringComparison.Ordinal))
            return;
        var words = Assign(run, line);
        var hasReport = words is ["lint" or "check", ..] && !words.Intersect(["--format", "--output", "-o", "--dry-run", "--help", "--"]).Any();
        if (!hasReport)
        {
            await run.RunAsync(words);
            return;
        }

        string[] others = [.. ReportFormats.All.Select(format => format.Name).Except(["text", "json"])];
        IEnumerable<string> Others(string side) => others.SelectMany(name => new[] { "--format", name, "--output", $"{saved}.{side}.{name}" });
        foreach (var name in others)
            File.Delete($"{saved}.direct.{name}");
        File.Delete(saved);
        var direct = await run.RunAsync([.. words, "--format", "json", "--output", saved, .. Others("direct"), "--format", "text"]);
        // A wrong call has no result.
        if (!File.Exists(saved) || direct.Output.Length == 0)
            return;
        var json = await File.ReadAllTextAsync(saved);
        string[] shown = [.. words.Intersect(["-q", "--quiet", "-v", "--verbose", "--color", "--no-color"])];
        var rendered = await run.RunAsync(["render", saved, .. shown]);
        var again = await run.RunAsync(["render", saved, .. Others("rendered"), "--format", "json", .. shown.Intersect(["-q", "--quiet", "-v", "--verbose"])]);

        Assert.Equal((0, direct.Output), (rendered.ExitCode, rendered.Output));
        Assert.Equal((0, json), (again.ExitCode, again.Output));
        foreach (var name in others)
            Assert.Equal(await File.ReadAllBytesAsync($"{saved}.direct.{name}"), await File.ReadAllBytesAsync($"{saved}.rendered.{name}"));
    }

    private static void Put(ToolRun run, string name, string content)
    {
        if (name == "standard input")
            run.Input(content);
        else
            run.File(name, content);
    }

    private static async Task<string> RunAsync(ToolRun run, string line)
    {
        var text = new StringBuilder();
        if (line.StartsWith("cat ", StringComparison.Ordinal))
        {
            Append(text, "  ", await File.ReadAllTextAsync(run.PathOf(line["cat ".Length..])));
            return text.ToString();
        }

        var result = await run.RunAsync(Assign(run, line));
        Append(text, "  ", result.Output);
        Append(text, "! ", result.Error);
        return text.Append("exit ").Append(result.ExitCode).Append('\n').ToString();
    }

    // Sets the variables that the line begins with, and gives the arguments.
    private static string[] Assign(ToolRun run, string line)
    {
        var words = CommandLine.Split(line);
        var command = Array.IndexOf(words, "tasklint");
        foreach (var assignment in words[..command])
        {
            var (name, value) = assignment.Split('=', 2) switch { [var n, var v] => (n, v), _ => throw new FormatException(line) };
            if (name == "TERMINAL")
                run.IsTerminal = value == "1";
            else
                run.Variable(name, value);
        }

        return words[(command + 1)..];
    }

    private static void Append(StringBuilder text, string mark, string output)
    {
        foreach (var line in output.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0 || output.Length > 1)
                text.Append((mark + line.Replace("\x1b", "<ESC>", StringComparison.Ordinal)).TrimEnd()).Append('\n');
        }
    }
}
