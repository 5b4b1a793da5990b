namespace Arize.TaskLint.Cli.Tests;

/// <summary>A folder is searched where it is: links in it lead neither out of it nor in a circle. A glob follows links to elsewhere, each folder once.</summary>
public sealed class LinkedFolderTests
{
    private const string Wrong = "name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: T }]\n";

    [Theory]
    [InlineData("tasks")]
    [InlineData("tasks/")]
    [InlineData("tasks/deep/../../tasks")]
    public async Task A_folder_is_searched_without_the_folders_that_links_in_it_lead_to(string path)
    {
        SkipOnWindows();
        using var run = Linked();

        var result = await run.RunAsync("lint", path);

        Assert.Equal(["tasks/deep/own.arize.yaml:4:16"], Places(result));
    }

    [Fact]
    public async Task A_glob_follows_links_to_elsewhere_and_reads_each_file_once()
    {
        SkipOnWindows();
        using var run = Linked();

        var result = await run.RunAsync("lint", "tasks/**/*.arize.yaml");

        var places = Places(result);
        Assert.Equal(2, places.Count);
        Assert.Contains("tasks/deep/own.arize.yaml:4:16", places);
        Assert.Contains(places, place => place.EndsWith("elsewhere.arize.yaml:4:16", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tasks")]
    [InlineData("tasks/**/*.arize.yaml")]
    public async Task A_link_to_a_folder_above_leads_to_nothing_beside_the_folder(string path)
    {
        SkipOnWindows();
        using var run = ToolRun.Create().File("tasks/own.arize.yaml", Wrong).File("beside.arize.yaml", Wrong);
        Directory.CreateSymbolicLink(run.PathOf("tasks/up"), "..");

        Assert.Equal(["tasks/own.arize.yaml:4:16"], Places(await run.RunAsync("lint", path)));
    }

    [Fact]
    public async Task A_link_that_is_named_is_followed()
    {
        SkipOnWindows();
        using var run = Linked();

        Assert.Single(Places(await run.RunAsync("lint", "tasks/out")));
    }

    // tasks/deep/own; tasks/out -> elsewhere, tasks/again -> elsewhere, tasks/deep/round -> tasks.
    private static ToolRun Linked()
    {
        var run = ToolRun.Create().File("tasks/deep/own.arize.yaml", Wrong).File("elsewhere/elsewhere.arize.yaml", Wrong);
        Directory.CreateSymbolicLink(run.PathOf("tasks/out"), run.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(run.PathOf("tasks/again"), "../elsewhere");
        Directory.CreateSymbolicLink(run.PathOf("tasks/deep/round"), "..");
        return run;
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");

    private static List<string> Places(ToolResult result)
    {
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        return [.. result.Output.Split('\n').Where(line => line.Contains(": error ATL2004", StringComparison.Ordinal)).Select(line => line.Split(": ")[0])];
    }
}
