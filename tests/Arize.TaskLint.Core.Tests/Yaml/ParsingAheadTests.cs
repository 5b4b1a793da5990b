using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>A long text that is parsed on a second thread gives the same tasks and the same problems.</summary>
public sealed class ParsingAheadTests
{
    // Long enough for a second thread, and for several batches of events.
    private const int Tasks = 1_500;

    [Fact]
    public void A_long_text_declares_the_same()
    {
        var text = Text();

        Assert.Contains(Read(text, isAhead: true), line => line.Contains($" T{Tasks - 1} latency_ms > {Tasks - 1} ", StringComparison.Ordinal));
        Assert.Equal(Read(text, isAhead: false), Read(text, isAhead: true));
    }

    [Theory]
    [InlineData("]")]
    [InlineData("name: [1, 2")]
    [InlineData("  - { name: T, type: code_evaluation, project: p, evaluators: [*nothing] }")]
    [InlineData("\t- x")]
    [InlineData("'")]
    [InlineData("---\nname: T\n---\n")]
    [InlineData("...\n... - ?")]
    public void A_long_text_with_another_end_has_the_same_problems(string end)
    {
        var text = Text() + end;

        Assert.Equal(Read(text, isAhead: false), Read(text, isAhead: true));
    }

    [Fact]
    public void A_long_text_that_is_cut_anywhere_has_the_same_problems()
    {
        var text = Text();
        for (var i = 0; i < 40; i++)
        {
            var cut = text[..(text.Length - (i * 37))];

            Assert.Equal(Read(cut, isAhead: false), Read(cut, isAhead: true));
        }
    }

    [Fact]
    public void A_text_that_is_not_read_to_its_end_has_the_same_problem()
    {
        var deep = new string('[', 200) + "\n" + Text();

        Assert.Equal(Read(deep, isAhead: false), Read(deep, isAhead: true));
    }

    private static List<string> Read(string text, bool isAhead)
    {
        var document = new DeclarationReader(_ => null) { ParsesAhead = isAhead }.Read(new SourceFile("t.yaml", text));
        return
        [
            .. document.Tasks.Select(task => $"{task.Place.Start}-{task.Place.End} {task.Name} {task.QueryFilter.Text} {task.QueryFilter.Node?.Place.Text}"),
            .. Trees.Lines(document),
            $"{document.Problems.Count} problems",
        ];
    }

    private static string Text()
    {
        var text = new StringBuilder("x-shared: &shared { evaluator: Tone }\ntasks:\n");
        for (var i = 0; i < Tasks; i++)
            text.Append($"  - {{ name: T{i}, type: code_evaluation, project: p, query_filter: \"latency_ms > {i}\", evaluators: [*shared] }}\n");
        return text.ToString();
    }
}
