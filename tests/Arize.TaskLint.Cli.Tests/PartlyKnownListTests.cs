namespace Arize.TaskLint.Cli.Tests;

/// <summary>A list of which one entry is not known is not known, wherever the entry stands: nothing may be concluded from the others.</summary>
public sealed class PartlyKnownListTests
{
    private const string Live = """
        [{ "id": "T1", "name": "A", "type": "TEMPLATE_EVALUATION", "dataset_id": "D", "experiment_ids": ["X1", "X9"], "evaluators": [{ "evaluator_id": "E1", "evaluator_name": "T" }] }]
        """;

    [Theory]
    [InlineData("[\"${UNSET}\", X1]")]
    [InlineData("[X1, \"${UNSET}\"]")]
    [InlineData("[X1, \"${UNSET}\", X2]")]
    [InlineData("[\"${UNSET}\", \"${UNSET}\", X1]")]
    public async Task A_list_with_an_unset_variable_is_not_compared(string ids)
    {
        using var run = ToolRun.Create().File("live.json", Live)
            .File("a.arize.yaml", $"name: A\ntype: template_evaluation\ndataset_id: D\nexperiment_ids: {ids}\nevaluators: [{{ evaluator_id: E1 }}]\n");

        var result = await run.RunAsync("check", "--live", "live.json", "a.arize.yaml");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("UNSET", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ATL7001", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("X9", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[X1, X2]")]
    [InlineData("[X9]")]
    public async Task A_list_that_is_known_is_compared(string ids)
    {
        using var run = ToolRun.Create().File("live.json", Live)
            .File("a.arize.yaml", $"name: A\ntype: template_evaluation\ndataset_id: D\nexperiment_ids: {ids}\nevaluators: [{{ evaluator_id: E1 }}]\n");

        var result = await run.RunAsync("check", "--live", "live.json", "a.arize.yaml");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 drifted", result.Output, StringComparison.Ordinal);
    }
}
