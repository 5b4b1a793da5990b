using System.Text;
using Arize.TaskLint.Engine.Files;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>lint --fix</c> does to files: their encoding, their rights, links, and files that it cannot or must not write.</summary>
public sealed class FixFilesTests
{
    private const string Broken = "name: Täglich\r\ntype: CODE_EVALUATION\r\nproject_id: P1\r\nsampling_rate: 7 # percent\r\nevaluators: [{ evaluator_id: E1 }]\r\n";
    private const string Fixed = "name: Täglich\r\ntype: CODE_EVALUATION\r\nproject_id: P1\r\nsampling_rate: 0.07 # percent\r\nevaluators: [{ evaluator_id: E1 }]\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_file_keeps_its_encoding_its_mark_and_its_line_breaks(string name)
    {
        using var run = ToolRun.Create();
        await File.WriteAllBytesAsync(run.PathOf("a.arize.yaml"), Bytes(name, Broken));

        var result = await run.RunAsync("lint", "--fix", ".");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Bytes(name, Fixed), await File.ReadAllBytesAsync(run.PathOf("a.arize.yaml")));
    }

    [Fact]
    public async Task Dry_run_reports_a_file_that_cannot_be_read_and_shows_the_changes_of_the_others()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Broken);
        File.CreateSymbolicLink(run.PathOf("b.arize.yaml"), "nowhere.yaml");

        var result = await run.RunAsync("lint", "--fix", "--dry-run", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("+sampling_rate: 0.07", result.Output, StringComparison.Ordinal);
        Assert.Contains("'b.arize.yaml' cannot be read", result.Error, StringComparison.Ordinal);
        Assert.Equal(Broken, run.Read("a.arize.yaml"));
    }

    [Theory]
    [InlineData("\n", "\n", "\n")]
    [InlineData("\r\n", "\r\n", "\r\n")]
    [InlineData("\r\n", "\n", "\r\n")]
    [InlineData("\n", "\r\n", "\n")]
    [InlineData("\n", "\n", "")]
    [InlineData("\r\n", "\r\n", "")]
    [InlineData("\r\n", "\n", "\r")]
    public async Task Git_takes_the_patch_of_a_dry_run_and_makes_the_file_that_fix_writes(string first, string second, string last)
    {
        using var run = await GitRun.CreateAsync();
        var text = $"# the team's{first}name: T\u00e4glich{second}type: CODE_EVALUATION{first}project_id: P1{second}"
            + $"sampling_rate: 7\t# percent{first}evaluators:{second}  - evaluator_id: E1{first}is_continuous: yes{last}";
        foreach (var folder in new[] { "", "arize/", "my tasks/" })
        {
            var file = $"{folder}a.arize.yaml";
            run.Tool.File(file, text);
            var patch = await run.Tool.RunAsync("lint", "--fix", "--dry-run", file);
            await File.WriteAllTextAsync(run.Tool.PathOf("fix.patch"), patch.Output);

            await GitRun.GitInAsync(run.Tool.Folder, "apply", "fix.patch");
            var applied = run.Tool.Read(file);
            run.Tool.File(file, text);
            await run.Tool.RunAsync("lint", "--fix", file);

            Assert.NotEqual(text, applied);
            Assert.Equal(run.Tool.Read(file), applied);
        }
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(1_001, false)]
    public async Task Lint_says_what_can_be_fixed_where_a_file_has_no_more_findings_than_somebody_reads(int findings, bool isSaid)
    {
        var attached = string.Concat(Enumerable.Repeat("  - evaluator_id: E1\n", findings + 1));
        using var run = ToolRun.Create().File("a.arize.yaml", $"name: Nightly\ntype: CODE_EVALUATION\nproject_id: P1\nevaluators:\n{attached}");

        var result = await run.RunAsync("lint", "a.arize.yaml", "--format", "json");

        Assert.Equal(isSaid, result.Output.Contains("\"fixable\": true", StringComparison.Ordinal));
        Assert.Equal(findings, result.Output.Split("\"rule\": \"ATL3003\"").Length - 1);
    }

    [Fact]
    public async Task Behind_a_link_the_file_is_fixed_and_the_link_and_the_rights_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links and rights are other things on Windows");
            return;
        }

        using var run = ToolRun.Create().File("real/a.yaml", Broken);
        File.CreateSymbolicLink(run.PathOf("a.arize.yaml"), "real/a.yaml");
        File.SetUnixFileMode(run.PathOf("real/a.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await run.RunAsync("lint", "--fix", "a.arize.yaml");

        Assert.Equal("real/a.yaml", new FileInfo(run.PathOf("a.arize.yaml")).LinkTarget);
        Assert.Equal(Fixed, run.Read("real/a.yaml"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(run.PathOf("real/a.yaml")));
        Assert.Equal(["a.yaml"], Directory.EnumerateFiles(run.PathOf("real")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_told_and_the_others_are_fixed()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Broken).File("b.arize.yaml", Broken.Replace("glich", "gliche", StringComparison.Ordinal));
        File.SetAttributes(run.PathOf("a.arize.yaml"), FileAttributes.ReadOnly);

        var result = await run.RunAsync("lint", "--fix", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'a.arize.yaml' cannot be fixed: the file is read-only", result.Error, StringComparison.Ordinal);
        Assert.Equal(Broken, run.Read("a.arize.yaml"));
        Assert.Contains("0.07", run.Read("b.arize.yaml"), StringComparison.Ordinal);
        File.SetAttributes(run.PathOf("a.arize.yaml"), FileAttributes.Normal);
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_as_it_is()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", "now");

        var failed = Assert.Throws<IOException>(() => WholeFile.Replace(run.PathOf("a.arize.yaml"), "then"u8.ToArray(), "new"u8.ToArray(), new RunFiles()));

        Assert.Contains("somebody has changed it meanwhile", failed.Message, StringComparison.Ordinal);
        Assert.Equal("now", run.Read("a.arize.yaml"));
        Assert.Single(Directory.EnumerateFiles(run.Folder));
    }

    [Fact]
    public async Task What_a_dry_run_shows_is_a_patch_that_makes_the_same_change()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Broken.Replace("\r", "", StringComparison.Ordinal));

        var result = await run.RunAsync("lint", "--fix", "--dry-run", ".");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("""
            --- a/a.arize.yaml
            +++ b/a.arize.yaml
            @@ -1,5 +1,5 @@
             name: Täglich
             type: CODE_EVALUATION
             project_id: P1
            -sampling_rate: 7 # percent
            +sampling_rate: 0.07 # percent
             evaluators: [{ evaluator_id: E1 }]

            """, result.Output);
        Assert.Contains("sampling_rate: 7 ", run.Read("a.arize.yaml"), StringComparison.Ordinal);
    }

    private static byte[] Bytes(string name, string text)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-mark" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
