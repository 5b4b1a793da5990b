using System.Text;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Files that no one should write: each gets a finding at its place, and the other files are still checked.</summary>
public sealed class BadInputTests
{
    private const string Good = "name: Weekly Toxicity\ntype: CODE_EVALUATION\nproject_id: P1\nsampling_rate: 7\nevaluators: [{ evaluator_id: E1 }]\n";

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "broken", Text("tasks:\n  - name: \"Weekly\n"), ":2:11: error ATL1001: not valid YAML" },
        { "never closed", Text("a: [1\nb: 2"), "error ATL1001: not valid YAML" },
        { "bomb", Text(Bomb()), "error ATL1001: the aliases up to here expand to more than 250,000 values" },
        { "deep", Text("tasks: " + new string('[', 10_000) + new string(']', 10_000)), ":1:107: error ATL1001: values are nested more than 100 deep" },
        { "NUL", Text("tasks:\n  - name: a\0b\n"), ":2:12: error ATL1001: the file has a NUL character" },
        { "not UTF-8", [.. Text("tasks:\n  - name: a"), 0xFF, .. Text("b\n")], ":2:12: error ATL1001: the file is not valid UTF-8: the byte 0xFF" },
        { "empty", [], ":1:1: error ATL1001: the file declares nothing" },
        { "comments", Text("# nothing\n"), ":1:1: error ATL1001: the file declares nothing" },
        { "scalars", Text("- a\n- b\n"), ":1:1: error ATL1001: not a task document" },
        { "mappings as keys", Text("? {a: 1}\n: b\ntasks: []\n"), ":1:3: error ATL1001: a key must be a text, but is a mapping" },
        { "too large", new byte[65 * 1024 * 1024], ":1:1: error ATL1001: the file is larger than 64 MiB" },
    };

    [Theory]
    // One of the files is so large that its content must not become part of a test's name.
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_file_is_one_finding_and_the_others_are_still_checked(string name, byte[] content, string expected)
    {
        using var run = ToolRun.Create().File("good.arize.yaml", Good);
        await File.WriteAllBytesAsync(run.PathOf("bad.arize.yaml"), content);

        var result = await run.RunAsync("lint", ".");

        Assert.True(result.ExitCode == 1, name);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Contains("good.arize.yaml:4:16: error ATL2004", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_exit_2_and_said()
    {
        // A folder under the name of a file: reading it fails for everybody, root included.
        using var run = ToolRun.Create().File("good.arize.yaml", Good);
        File.CreateSymbolicLink(run.PathOf("dangling.arize.yaml"), run.PathOf("nowhere"));

        var result = await run.RunAsync("lint", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("tasklint: 'dangling.arize.yaml' cannot be read", result.Error, StringComparison.Ordinal);
        Assert.Contains("good.arize.yaml:4:16: error ATL2004", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_cannot_steer_the_terminal()
    {
        using var run = ToolRun.Create()
            .File("a.arize.yaml", "name: \"a\\nb\\e[31mred\\a\"\ntype: CODE_EVALUATION\nproject_id: P1\nsampling_rate: 0.5\nevaluators: [{ evaluator_id: E1 }]\n")
            .File("live.json", """[{"id": "T1", "name": "x\u001b[2J", "type": "CODE_EVALUATION"}]""");

        var result = await run.RunAsync("check", "--live", "live.json", "a.arize.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a\\nb\\x1b[31mred\\x07", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output + result.Error, c => char.IsControl(c) && c != '\n');
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Bomb()
    {
        var text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c <= 'j'; c++)
            text.Append($"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 10))}]\n");
        return text.Append("tasks: *j\n").ToString();
    }
}
