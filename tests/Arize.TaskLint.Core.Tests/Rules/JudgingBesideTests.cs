using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Tests.Rules;

/// <summary>Tasks that are judged on a second thread, while their file is read, give the same findings in the same order.</summary>
public sealed class JudgingBesideTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(3_000)]
    public void Findings_are_those_of_one_thread(int count)
    {
        var file = new SourceFile("a.arize.yaml", Text(count));

        Assert.Equal(Found(false, file), Found(true, file));
    }

    [Fact]
    public void Of_a_file_that_breaks_off_nothing_is_kept_but_why()
    {
        var file = new SourceFile("a.arize.yaml", Text(500) + "  ]\n");

        Assert.Equal(["ATL1001"], Found(true, file).SkipLast(1).Select(line => line.Split(' ')[1]));
        Assert.Equal(Found(false, file), Found(true, file));
    }

    [Fact]
    public void A_run_over_several_files_keeps_their_order()
    {
        SourceFile[] files = [new("b.arize.yaml", Text(300)), new("a.arize.yaml", Text(10)), new("c.arize.yaml", Text(200))];

        Assert.Equal(Found(false, files), Found(true, files));
    }

    private static List<string> Found(bool isBeside, params SourceFile[] files)
    {
        var run = new LintRun(new SpaceSettings(), keepsTasks: true) { JudgesBeside = isBeside, Today = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) };
        foreach (var file in files)
            run.Read(new DeclarationReader(_ => null), file);
        return [.. run.Finish().Select(Line), $"{run.TaskCount} {run.Tasks.Count}"];
    }

    private static string Line(Finding finding) => $"{finding.Place.Text} {finding.Rule.Id} {finding.Task} {finding.Path} {finding.Message}";

    // Each task breaks several rules, and some share what an anchor brings.
    private static string Text(int count)
    {
        var text = new StringBuilder("x-shared: &shared { evaluator: Tone, column_mappings: { input: input, output: '' } }\ntasks:\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(i % 7 == 0
                ? $"  - {{ name: T{i % 50}, type: code_evaluation, project: p, sampling_rate: {i}, query_filter: \"a == {i} and b = c\", evaluators: [*shared] }}\n"
                : $"  - {{ name: T{i}, type: code_evaluation, project: p, ignore: [{{ path: nme, reason: x, until: 2026-01-01 }}], evaluators: [*shared, *shared] }}\n");
        }

        return text.ToString();
    }
}
