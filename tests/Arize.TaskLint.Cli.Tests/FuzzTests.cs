using Arize.TaskLint.Fuzz;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>A part of what <c>tests/Arize.TaskLint.Fuzz</c> runs by the hundred thousand: the same inputs on every machine.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("lint", 1000)]
    [InlineData("fix", 600)]
    [InlineData("check", 400)]
    [InlineData("settings", 200)]
    public async Task Mutated_inputs_are_taken_as_they_should(string kind, int count)
    {
        using var faults = new StringWriter();
        var summary = await FuzzRun.RunAsync(kind, 0, count, faults);
        Assert.True(summary.Faults == 0, faults.ToString());
    }
}
