using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>No report is longer than its platform takes, and each says what it leaves out.</summary>
public sealed class FormatLimitTests
{
    [Fact]
    public void GitHub_gets_the_most_severe_annotations_of_each_kind_and_the_count_of_the_rest()
    {
        var lines = Written.As("github", Written.Of(Mixed(100))).TrimEnd('\n').Split('\n');

        foreach (var kind in new[] { "error", "warning", "notice" })
            Assert.Equal(GitHubReport.MostOfAKind, lines.Count(line => line.StartsWith($"::{kind} ", StringComparison.Ordinal)));
        Assert.True(lines.Length - 1 <= GitHubReport.MostInAJob);
        Assert.StartsWith("::error file=arize/a.arize.yaml,line=1,endLine=1,col=1,title=ATL2004 Task 0::", lines[0], StringComparison.Ordinal);
        Assert.Equal("tasklint: 15 errors, 15 warnings and 40 suggestions more; GitHub shows 10 annotations of a kind", lines[^1]);
    }

    [Fact]
    public void GitHub_counts_failures_as_errors()
    {
        var report = Written.Of(Mixed(40)) with { Unreadable = [.. Enumerable.Range(0, 12).Select(i => $"file {i} cannot be read")], ExitCode = 2 };
        var lines = Written.As("github", report).TrimEnd('\n').Split('\n');

        Assert.Equal(10, lines.Count(line => line.StartsWith("::error title=tasklint::file ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("::error file", StringComparison.Ordinal));
        Assert.StartsWith("tasklint: 12 errors", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, "x")]
    [InlineData(2_500, "日")]
    public void Azure_gets_at_most_so_many_bytes_and_issues_of_a_kind(int length, string sign)
    {
        var text = Written.As("azure", Written.Of([.. Mixed(100).Select(finding => finding with { Message = finding.Message + string.Concat(Enumerable.Repeat(sign, length)) })]));
        var lines = text.TrimEnd('\n').Split('\n');

        Assert.True(Encoding.UTF8.GetByteCount(text) <= AzureReport.MostBytes);
        foreach (var type in new[] { "error", "warning" })
            Assert.InRange(lines.Count(line => line.StartsWith($"##vso[task.logissue type={type};", StringComparison.Ordinal)), 1, AzureReport.MostOfAKind);
        Assert.EndsWith(" more; Azure Pipelines shows 10 issues of a kind", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_000, "message")]
    [InlineData(6_000, "## so ## many ## signs ## that ## JSON ## writes ## longer ##")]
    [InlineData(6_000, "日本語😀 \u001b")]
    public void GitLab_gets_at_most_a_megabyte_of_whole_entries_the_most_severe_first(int count, string message)
    {
        var text = Written.As("gitlab", Written.Of([.. Mixed(count).Select(finding => finding with { Message = message })]));
        using var json = JsonDocument.Parse(text);
        var entries = json.RootElement.EnumerateArray().ToList();
        var severities = entries.SkipLast(1).Select(entry => entry.GetProperty("severity").GetString()).ToList();

        Assert.InRange(Encoding.UTF8.GetByteCount(text), GitLabReport.MostBytes * 9 / 10, GitLabReport.MostBytes);
        Assert.Equal(severities.OrderBy(severity => severity switch { "major" => 0, "minor" => 1, _ => 2 }), severities);
        Assert.StartsWith($"{count - entries.Count + 1} findings more", entries[^1].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_at_most_as_many_results_as_code_scanning_takes_and_says_how_many_are_left_out()
    {
        using var json = JsonDocument.Parse(Written.As("sarif", Written.Of(Mixed(SarifReport.MostResults + 3))));
        var run = json.RootElement.GetProperty("runs")[0];

        Assert.Equal(SarifReport.MostResults, run.GetProperty("results").GetArrayLength());
        Assert.Equal(6_251, run.GetProperty("results").EnumerateArray().Count(result => result.GetProperty("level").GetString() == "error"));
        Assert.StartsWith("3 results more", run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("&&&&&<<<<<>>>>>")]
    [InlineData("😀😀😀")]
    public void Slack_gets_at_most_so_many_blocks_and_no_text_that_is_too_long(string name)
    {
        var longName = string.Concat(Enumerable.Repeat(name, 60));
        var tasks = Enumerable.Range(0, 120).Select(i => new ReportTask
        {
            Name = $"{i} {longName}",
            Status = SyncStatus.Drifted,
            Reason = longName,
            Changes = [.. Enumerable.Range(0, 1 + (i % 30)).Select(change => new ReportChange
            {
                Path = $"p{change}.{longName}", DeclaredText = longName, LiveText = $"{i}{longName}", Kind = ChangeKind.Changed, RequiresRecreate = false,
                Ignored = false, Consequence = longName,
            })],
        }).ToList();
        var report = Written.Of([.. Mixed(10).Select(finding => finding with { Message = longName })], tasks) with { Live = new ReportLive { Saved = longName } };
        using var json = JsonDocument.Parse(Written.As("slack", report));
        var blocks = json.RootElement.GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal(SlackReport.MostBlocks, blocks.Count);
        Assert.All(blocks, block =>
        {
            var text = (block.TryGetProperty("text", out var own) ? own : block.GetProperty("elements")[0]).GetProperty("text").GetString()!;
            Assert.InRange(text.Length, 1, block.GetProperty("type").GetString() == "header" ? SlackReport.LongestHeader : SlackReport.LongestText);
        });
        Assert.Matches("^and [0-9]+ more$", blocks[^1].GetProperty("elements")[0].GetProperty("text").GetString());
    }

    // One after the other: an error, a warning, and two of those that weigh less.
    private static List<ReportFinding> Mixed(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Written.Finding(
            i, (i % 4) switch { 0 => Severity.Error, 1 => Severity.Warning, 2 => Severity.Suggestion, _ => Severity.Silent }, $"message {i}")),
    ];
}
