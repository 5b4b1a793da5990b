namespace Arize.TaskLint.Cli.Tests;

/// <summary>What cannot be seen, or turns what is seen, does not get from files into output for people.</summary>
public sealed class HiddenNamesTests
{
    private static readonly char[] Hidden = ['\u2028', '\u2029', '\u200e', '\u200f', '\u202e', '\u0085'];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_values_and_paths_with_hidden_characters_are_written_out(bool isTerminal)
    {
        foreach (var c in Hidden)
        {
            using var run = ToolRun.Create()
                .File($"a{c}b.arize.yaml", $"name: \"x{c}y\"\ntype: CODE_EVALUATION\nproject_id: P1\nsampling_rate: \"q{c}r\"\n\"u{c}v\": 1\nevaluators: [{{ evaluator_id: E1 }}]\n")
                .File("live.json", $$"""[{"id": "T1", "name": "x{{c}}y", "type": "CODE_EVALUATION", "project_id": "P{{c}}2", "query_filter": "n{{c}} = 1"}]""");
            run.IsTerminal = isTerminal;
            var shown = c < 0x100 ? $"\\x{(int)c:x2}" : $"\\u{(int)c:x4}";

            var lint = await run.RunAsync("lint", ".");
            var check = await run.RunAsync("check", "--live", "live.json", ".");

            Assert.Contains($"a{shown}b.arize.yaml", lint.Output, StringComparison.Ordinal);
            Assert.Contains($"x{shown}y", check.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(c, lint.Output + lint.Error + check.Output + check.Error);
        }
    }
}
