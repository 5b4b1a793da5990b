using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>The text for coding agents that the repository keeps.</summary>
public sealed class SkillTests
{
    [Fact]
    public async Task The_skill_that_is_kept_is_what_the_tool_prints_and_lists_every_command_and_exit_code()
    {
        using var run = ToolRun.Create();

        var printed = await run.RunAsync("skill");

        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        Golden.Matches(Repository.PathOf("src", "skill", "SKILL.md"), printed.Output);
        Assert.StartsWith("---\nname: arize-tasklint\n", printed.Output, StringComparison.Ordinal);
        Assert.Contains("| `tasklint comment` |", printed.Output, StringComparison.Ordinal);
        Assert.Contains("| 3 | could not determine", printed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", printed.Output, StringComparison.Ordinal);
    }
}
