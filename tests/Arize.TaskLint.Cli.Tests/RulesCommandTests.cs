namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>tasklint rules</c> shows the severities in force, and who set them.</summary>
public sealed class RulesCommandTests
{
    private const string Settings = """
        rules:
          ATL2011: error
          ATL2004: default
        locked: ATL2010
        policies:
          - require_query_filter: true
        """;

    private const string EditorConfig = """
        root = true
        [*]
        dotnet_diagnostic.ATL2011.severity = none
        dotnet_diagnostic.ATL2010.severity = none
        dotnet_diagnostic.ATL3004.severity = warning
        [*.cs]
        dotnet_diagnostic.ATL3004.severity = error
        """;

    [Fact]
    public async Task A_severity_that_somebody_set_says_where() => Assert.Equal(
        [
            "ATL2004  error       sampling_rate outside 0 to 1 · set by tasklint.yaml:3",
            "ATL2011  error       Continuous at full sampling without a filter · set by tasklint.yaml:2, by default suggestion",
            "ATL3004  warning     A continuous task runs an evaluator that is not pinned to a version · set by .editorconfig:5, by default silent",
            "ATL8003  error       A continuous task without a query_filter where the policy wants one · set by tasklint.yaml:6, by default none",
        ],
        await SetByAsync());

    [Fact]
    public async Task A_file_may_have_others_than_its_folder() =>
        Assert.Contains("ATL3004  error       A continuous task runs an evaluator that is not pinned to a version · set by .editorconfig:7, by default silent", await SetByAsync("Tasks.cs"));

    [Fact]
    public async Task Without_settings_each_rule_has_its_own()
    {
        using var run = ToolRun.Create().File(".editorconfig", "root = true");
        var result = await run.RunAsync("rules");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("set by", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_does_not_exist_is_told()
    {
        using var run = ToolRun.Create().File(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.ATL20004.severity = none\n");
        Assert.Equal("tasklint: .editorconfig:3:1: ATL9003: there is no rule 'ATL20004'; did you mean ATL2004\n", (await run.RunAsync("rules")).Error);
    }

    private static async Task<List<string>> SetByAsync(params string[] path)
    {
        using var run = ToolRun.Create().File("tasklint.yaml", Settings).File(".editorconfig", EditorConfig);
        var result = await run.RunAsync(["rules", .. path]);
        Assert.Equal("", result.Error);
        return [.. result.Output.Split('\n').Where(line => line.Contains("set by", StringComparison.Ordinal))];
    }
}
