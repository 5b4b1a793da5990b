namespace Arize.TaskLint.Cli.Tests;

/// <summary>By which factor a drifted sampling rate changes the judge calls.</summary>
public sealed class ConsequenceTests
{
    [Theory]
    [InlineData("1", "0.004", "0.004×")]
    [InlineData("1", "0.00456", "0.0046×")]
    [InlineData("1", "0.05", "0.05×")]
    [InlineData("1", "0.0999", "0.1×")]
    [InlineData("1", "0.00000123", "0.0000012×")]
    [InlineData("0.3", "0.1", "0.33×")]
    [InlineData("0.1", "1", "10×")]
    [InlineData("0.001", "1", "1000×")]
    public async Task A_small_factor_is_shown_with_the_digits_that_count_and_never_as_0(string declared, string live, string factor)
    {
        using var run = ToolRun.Create()
            .File("a.arize.yaml", $"tasks:\n  - {{ name: Tone, partial: true, type: template_evaluation, sampling_rate: {declared} }}\n")
            .File("live.json", $$"""
                { "tasks": [{ "id": "T1", "name": "Tone", "type": "template_evaluation", "sampling_rate": {{live}} }],
                  "pagination": { "has_more": false } }
                """);

        var result = await run.RunAsync("check", "--live", "live.json");

        Assert.Contains($" {factor} the judge calls", result.Output, StringComparison.Ordinal);
    }
}
