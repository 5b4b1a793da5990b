namespace Arize.TaskLint.Cli.Tests;

/// <summary>What is written follows no link of the work tree to a file outside of it: a pull request can add one.</summary>
public sealed class OutputLinkTests : IDisposable
{
    private const string Refusal = "is behind a link that leads out of the work tree, which is not followed; remove the link";

    private readonly ToolRun run = ToolRun.Create().File("a.arize.yaml", "tasks: []\n").File("sub/b.arize.yaml", "tasks: []\n");
    private readonly ToolRun elsewhere = ToolRun.Create().File("precious", "theirs");

    public void Dispose()
    {
        run.Dispose();
        elsewhere.Dispose();
    }

    [Theory]
    [InlineData("lint", "--format", "json", "--output", "out.json", "a.arize.yaml")]
    [InlineData("lint", "--format", "json", "--output", "folder/precious", "a.arize.yaml")]
    [InlineData("lint", "--format", "json", "--output", "again.json", "a.arize.yaml")]
    [InlineData("lint", "--format", "json", "--output", "folder/new", "a.arize.yaml")]
    [InlineData("lint", "--format", "json", "--output", "nowhere.json", "a.arize.yaml")]
    [InlineData("schema", "--output", "out.json")]
    [InlineData("baseline", "create", "--output", "nowhere.json", "a.arize.yaml")]
    public async Task A_link_out_of_the_work_tree_is_refused(params string[] arguments)
    {
        Link("out.json", elsewhere.PathOf("precious"));
        Link("again.json", "out.json");
        Link("folder", elsewhere.Folder);
        Link("nowhere.json", elsewhere.PathOf("new"));

        var result = await run.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(Refusal, result.Error, StringComparison.Ordinal);
        Assert.Equal("theirs", elsewhere.Read("precious"));
        Assert.Equal("precious", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(elsewhere.Folder))));
    }

    [Fact]
    public async Task A_link_to_what_git_keeps_for_itself_and_one_above_the_folder_are_refused()
    {
        run.File(".git/hooks/post-checkout", "theirs");
        Link("out.json", ".git/hooks/post-checkout");
        Link("up.json", elsewhere.PathOf("precious"));
        using var below = ToolRun.In(run.PathOf("sub"));

        var hook = await run.RunAsync("lint", "--format", "json", "--output", "out.json", "a.arize.yaml");
        var above = await below.RunAsync("lint", "--format", "json", "--output", "../up.json", "b.arize.yaml");

        Assert.All([hook, above], result => Assert.Equal((2, true), (result.ExitCode, result.Error.Contains(Refusal, StringComparison.Ordinal))));
        Assert.Equal(("theirs", "theirs"), (run.Read(".git/hooks/post-checkout"), elsewhere.Read("precious")));
    }

    [Fact]
    public async Task A_link_within_the_work_tree_a_path_outside_of_it_and_a_device_are_written()
    {
        run.File("sub/kept.json", "before");
        Link("out.json", "sub/kept.json");
        var outside = elsewhere.PathOf("report.json");

        var results = new List<ToolResult>
        {
            await run.RunAsync("lint", "--format", "json", "--output", "out.json", "a.arize.yaml"),
            await run.RunAsync("lint", "--format", "json", "--output", outside, "a.arize.yaml"),
        };
        if (!OperatingSystem.IsWindows())
        {
            Link("null.json", "/dev/null");
            results.Add(await run.RunAsync("lint", "--format", "json", "--output", "null.json", "a.arize.yaml"));
            results.Add(await run.RunAsync("lint", "--format", "json", "--output", "/dev/null", "a.arize.yaml"));
        }

        Assert.All(results, result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
        Assert.Equal("sub/kept.json", new FileInfo(run.PathOf("out.json")).LinkTarget);
        Assert.StartsWith("{", run.Read("sub/kept.json"), StringComparison.Ordinal);
        Assert.StartsWith("{", elsewhere.Read("report.json"), StringComparison.Ordinal);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(run.PathOf(path), target);
}
