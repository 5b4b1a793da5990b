using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Core.Tests.Suppressions;

/// <summary>Which suppressions of a file mean a finding, where they overlap and where they name one finding.</summary>
public sealed class SuppressionIndexTests
{
    private const string File = "b.cs";

    private static readonly SourceFile Code = new(File, new string('\n', 40));

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "outer")]
    [InlineData(5, "outer inner")]
    [InlineData(8, "outer inner line")]
    [InlineData(9, "outer")]
    [InlineData(20, "outer")]
    [InlineData(21, "")]
    [InlineData(30, "later")]
    [InlineData(31, "later")]
    [InlineData(32, "")]
    public void Nested_and_later_regions_mean_their_own_lines_in_whatever_order_they_are_given(int line, string expected)
    {
        Suppression[] all = [Region("outer", 2, 20), Region("inner", 5, 8), Region("line", 8, 8), Region("later", 30, 31)];

        Assert.Equal(Sorted(expected), Sorted(Reasons(all, At(line))));
        Assert.Equal(Sorted(expected), Sorted(Reasons(all.Reverse(), At(line))));
    }

    [Theory]
    [InlineData("'25' is wrong", "A", "any task|task A")]
    [InlineData("'25' is wrong", "B", "any task")]
    [InlineData("'25' is wrong", null, "any task")]
    [InlineData("'30' is wrong", "A", "")]
    public void Suppression_of_one_finding_means_its_message_and_its_task_on_any_line(string message, string? task, string expected)
    {
        Suppression[] all =
        [
            Region("any task", 3, 3) with { Message = "'25' is wrong" },
            Region("task A", 3, 3) with { Message = "'25' is wrong", Task = "A" },
            Region("another rule", 3, 3) with { Message = "'25' is wrong", RuleId = "ATL2011" },
            Region("another file", 3, 3) with { Message = "'25' is wrong", File = "c.cs" },
        ];

        Assert.Equal(expected, Reasons(all, At(7) with { Message = message, Task = task }, '|'));
    }

    [Fact]
    public void Suppression_of_one_finding_stands_beside_those_of_lines()
    {
        Suppression[] all = [Region("line", 7, 7), Region("finding", 3, 3) with { Message = "found" }];

        Assert.Equal("line finding", Reasons(all, At(7)));
        Assert.Equal("finding", Reasons(all, At(3)));
    }

    private static Suppression Region(string name, int first, int last) => new(default, File, first, last, "ATL2004") { IsInCode = true, Reason = name };

    private static Finding At(int line) => Commented.At(Code, line, "ATL2004");

    private static string Reasons(IEnumerable<Suppression> all, Finding finding, char between = ' ') =>
        string.Join(between, new SuppressionIndex(all).Covering(finding).Select(one => one.Reason));

    private static string Sorted(string names) => string.Join(' ', names.Split(' ').Order(StringComparer.Ordinal));
}
