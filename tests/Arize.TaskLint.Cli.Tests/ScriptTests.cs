using System.Text;
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

    private static void Put(ToolRun run, string name, string content)
    {
        if (name == "standard input")
            run.Input(content);
        else
            run.File(name, content);
    }

    private static async Task<string> RunAsync(ToolRun run, string line)
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

        var result = await run.RunAsync(words[(command + 1)..]);
        var text = new StringBuilder();
        Append(text, "  ", result.Output);
        Append(text, "! ", result.Error);
        return text.Append("exit ").Append(result.ExitCode).Append('\n').ToString();
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
