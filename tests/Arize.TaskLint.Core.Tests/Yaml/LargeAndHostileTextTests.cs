using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>
/// Small texts that would grow, deep texts and large texts: each is read or refused in a time that is far below the limits here, which only
/// tell a text that takes for ever from one that takes a while on a busy machine.
/// </summary>
public sealed class LargeAndHostileTextTests
{
    private const string Budget = "ATL1001 the aliases up to here expand to more than 250,000 values";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LargeLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public void Lists_of_aliases_of_lists_of_aliases_are_refused()
    {
        var text = new StringBuilder("x-a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
        foreach (var (before, name) in "abcdefgh".Zip("bcdefghi"))
            text.Append($"x-{name}: &{name} [{string.Join(",", Enumerable.Repeat("*" + before, 9))}]\n");
        Assert.Equal([$"6,16-6,18 {Budget}"], Within(text + "tasks: []\n"));
    }

    [Fact]
    public void Mappings_merged_of_merged_mappings_are_refused()
    {
        var text = new StringBuilder("x-a: &a {" + string.Join(", ", Enumerable.Range(0, 9).Select(i => $"k{i}: 1")) + "}\n");
        foreach (var (before, name) in "abcdefgh".Zip("bcdefghi"))
            text.Append($"x-{name}: &{name} {{<<: [{string.Join(", ", Enumerable.Repeat("*" + before, 9))}]}}\n");
        Assert.EndsWith(Budget, Assert.Single(Within(text + "tasks: []\n")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- *a\n", 500)]
    [InlineData("- <<: *a\n", 500)]
    [InlineData("- { name: x, evaluators: [*a, *a, *a] }\n", 200)]
    [InlineData("- { name: x, evaluators: [{ column_mappings: *a }] }\n", 500)]
    public void A_large_anchor_that_is_used_often_is_refused(string use, int times)
    {
        var text = "x-a: &a {" + string.Join(", ", Enumerable.Range(0, 999).Select(i => $"unknown_field_{i}: 1, unknown_field_{i}: 2"))
            + "}\ntasks:\n" + string.Concat(Enumerable.Repeat(use, times));
        Assert.Contains(Within(text), line => line.EndsWith(Budget, StringComparison.Ordinal));
    }

    [Fact]
    public void Defaults_that_many_tasks_share_are_read()
    {
        var text = "x-a: &a {" + string.Join(", ", Enumerable.Range(0, 40).Select(i => $"x-{i}: [{i}]"))
            + ", type: code_evaluation, project: p, evaluators: &e [{ evaluator: E }] }\ntasks:\n"
            + string.Concat(Enumerable.Range(0, 1000).Select(i => $"- {{ <<: *a, name: Task {i}, sampling_rate: 0.5, query_filter: a = {i}, evaluators: *e, is_continuous: true }}\n"));
        Assert.Empty(Within(text));
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("{\"a\":", "")]
    [InlineData("- ", "x")]
    [InlineData("? ", "x")]
    [InlineData("[{a: ", "")]
    public void Deep_nesting_on_one_line_is_refused(string opening, string inner)
    {
        foreach (var depth in new[] { 10_000, 1_000_000 })
            Assert.EndsWith("ATL1001 values are nested more than 100 deep", Assert.Single(Within(string.Concat(Enumerable.Repeat(opening, depth)) + inner)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_over_lines_is_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => new string(' ', i) + "a:\n"));
        Assert.EndsWith("ATL1001 values are nested more than 100 deep", Assert.Single(Within(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_of_ninety_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("{a: [", 44)) + "1" + string.Concat(Enumerable.Repeat("]}", 44));
        Assert.Empty(Within($"name: A\npartial: true\nx-deep: {deep}\n"));
        Assert.Single(Within($"name: A\npartial: true\nx-deep: {{b: {{a: {deep.Replace("[", "[[[").Replace("]", "]]]")}}}}}\n"));
    }

    [Fact]
    public void A_block_of_60_MiB_is_read()
    {
        var text = new StringBuilder("name: A\npartial: true\nquery_filter: |\n", 61 << 20);
        while (text.Length < 60 << 20)
            text.Append("  attributes.input.value LIKE '%refund%' OR attributes.input.value LIKE '%money%'\n");
        Assert.Empty(WithinBytes(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\n")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("${A:")]
    [InlineData("😀")]
    public void One_piece_of_60_MiB_is_read_or_refused(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (60 << 20) / Encoding.UTF8.GetByteCount(piece)));
        Assert.All(WithinBytes(Encoding.UTF8.GetBytes("name: " + text)), line => Assert.True(line.Length < 500, line[..Math.Min(500, line.Length)]));
    }

    [Theory]
    [InlineData("sampling_rate: 0.", "1")]
    [InlineData("sampling_rate: ", "9")]
    [InlineData("type: ", "a")]
    [InlineData("project_id: ", "a")]
    [InlineData("query_filter: {matches: '", "(")]
    [InlineData("nme: ", "a")]
    public void A_value_of_a_million_characters_is_read_and_quoted_short(string before, string piece)
    {
        var text = "name: A\npartial: true\n" + before + string.Concat(Enumerable.Repeat(piece, 1_000_000)) + (before.Contains('{') ? "'}" : "") + "\n";
        Assert.All(Within(text), line => Assert.True(line.Length < 500, line[..Math.Min(500, line.Length)]));
    }

    [Fact]
    public void Many_repeated_keys_are_told_apart()
    {
        var text = new StringBuilder("name: A\npartial: true\nevaluators:\n- evaluator: E\n  column_mappings:\n");
        for (var i = 0; i < 50_000; i++)
            text.Append($"    k{i}: a\n");
        for (var i = 0; i < 50_000; i++)
            text.Append("    k49999: a\n");
        Assert.Equal(50_000, Within(text.ToString()).Count);
    }

    [Fact]
    public void Many_unknown_fields_are_told()
    {
        var text = "name: A\npartial: true\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"an_unknown_field_of_a_task_{i}: 1\n"));
        Assert.Equal(50_000, Within(text).Count);
    }

    [Fact]
    public void Many_documents_anchors_and_comments_are_read()
    {
        Assert.Single(Within(string.Concat(Enumerable.Repeat("--- # c\n", 50_000))));
        Assert.Empty(Within("name: A\npartial: true\nx-a:\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"- &a{i} b # c\n- *a{i}\n"))));
    }

    private static IReadOnlyList<string> Within(string text) => Within(Limit, () => Check(new DeclarationReader(_ => null).Read(new SourceFile("t.yaml", text))));

    private static IReadOnlyList<string> WithinBytes(byte[] bytes) => Within(LargeLimit, () => Check(new DeclarationReader(_ => null).Read("t.yaml", bytes)));

    private static IReadOnlyList<string> Check(TaskDocument document) =>
        [.. Linter.Check([document], new SpaceSettings()).Where(finding => finding.Severity > Severity.Silent).Select(finding => $"{Trees.PlaceText(finding.Place)} {finding.Rule.Id} {finding.Message}")];

    // On a thread of its own: what hangs fails, and does not hang the run.
    private static IReadOnlyList<string> Within(TimeSpan limit, Func<IReadOnlyList<string>> read)
    {
        var reading = Task.Run(read);
        Assert.True(Task.WaitAny([reading], limit) == 0, $"takes longer than {limit}");
        return reading.GetAwaiter().GetResult();
    }
}
