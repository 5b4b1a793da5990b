using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Whatever tasks and files are called, each format says it and does nothing else, as those who read the format understand it.</summary>
public sealed partial class HostileFormatTests
{
    private static readonly string[] Names =
    [
        "x%0A::error::y", "</script><img src=x onerror=alert(1)>", "|a|b|", "]]>", "\u001b[31mred", "\u202eevil\u2066", "##vso[task.complete result=Succeeded;]", "a\nb\r\nc",
        "100%0D%25%AZP25%3B", "::stop-commands::x", "[click](https://evil.example)", "<!channel> *b* `c` <https://evil.example|x>", "&amp;&#10;", "\ud83d", "{0} {{x}}",
        "a; b] c, d: e=f", "'\"\\`$(id)`", "\uffff\ufdd0\0\u007f\u009b", "file(1,1): error X: y", "##[error]x", "\n::error::x", "#####", "a\\",
    ];

    public static TheoryData<int> Each() => [.. Enumerable.Range(0, Names.Length)];

    public static TheoryData<string> Machines() => [.. ReportFormats.All.Where(format => format.IsForMachines).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Each))]
    public void GitHub_reads_one_annotation_with_the_name_in_its_title_and_its_message(int which)
    {
        var lines = Lines("github", which);
        var command = RunnerCommand.OfGitHub(Assert.Single(lines));

        Assert.Equal("error", command?.Name);
        Assert.Equal(["col", "endLine", "file", "line", "title"], command!.Properties.Keys.Order());
        Assert.Equal($"ATL2004 {Shown(which)}", command.Properties["title"]);
        Assert.Equal(TerminalText.Escape(FileOf(which)), command.Properties["file"]);
        Assert.Equal(TerminalText.Escape(MessageOf(which)), command.Data);
        Assert.Null(RunnerCommand.OfAzure(lines[0]));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Azure_reads_one_issue_with_the_name_in_its_message(int which)
    {
        var command = RunnerCommand.OfAzure(Assert.Single(Lines("azure", which)));

        Assert.Equal("task.logissue", command?.Name);
        Assert.Equal(["code", "columnnumber", "linenumber", "sourcepath", "type"], command!.Properties.Keys.Order());
        Assert.Equal(TerminalText.Escape(FileOf(which)), command.Properties["sourcepath"]);
        Assert.Equal(TerminalText.Escape(MessageOf(which)), command.Data);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void MSBuild_reads_one_error_of_the_rule_at_the_place(int which)
    {
        var match = MsBuildError().Match(Assert.Single(Lines("msbuild", which)));

        Assert.True(match.Success);
        Assert.Equal("ATL2004", match.Groups["CODE"].Value);
        Assert.EndsWith("(3,1)", match.Groups["ORIGIN"].Value, StringComparison.Ordinal);
        Assert.Equal(TerminalText.Escape(MessageOf(which)), match.Groups["TEXT"].Value.Trim());
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void JUnit_has_one_test_with_the_name(int which)
    {
        var test = Assert.Single(XDocument.Parse(Text("junit", which)).Descendants("testcase"));

        Assert.Equal(Shown(which), test.Attribute("name")?.Value);
        Assert.Equal(TerminalText.Escape(FileOf(which)), test.Attribute("classname")?.Value);
        Assert.Equal(TerminalText.Escape(MessageOf(which)), test.Element("failure")?.Attribute("message")?.Value);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Sarif_names_the_file_by_an_address_that_leads_back_to_it_and_has_no_link_in_its_message(int which)
    {
        using var json = JsonDocument.Parse(Text("sarif", which));
        var result = Assert.Single(json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        var message = result.GetProperty("message").GetProperty("text").GetString()!;

        Assert.Matches("^[-A-Za-z0-9._~%/]+$", uri);
        Assert.Equal(FileOf(which).Replace('\ud83d', '\ufffd'), Uri.UnescapeDataString(uri));
        Assert.DoesNotMatch(@"(?<!\\)\]\(", message);
        Assert.Equal(TerminalText.Escape(MessageOf(which)), message.Replace("\\](", "](", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Slack_gets_no_mention_no_link_and_no_end_of_a_code_span_from_a_name(int which)
    {
        using var json = JsonDocument.Parse(Text("slack", which));
        foreach (var text in json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("text")).Where(text => text.GetProperty("type").GetString() == "mrkdwn"))
        {
            Assert.DoesNotMatch("[<>]|&(?!amp;|lt;|gt;)", text.GetProperty("text").GetString());
            Assert.True(text.GetProperty("verbatim").GetBoolean());
        }
    }

    [Fact]
    public void OpenMetrics_has_each_series_once_and_its_labels_lead_back_to_the_names()
    {
        var lines = Written.As("openmetrics", Samples.All["hostile-names"].Report()).Split('\n');
        var series = lines.Where(line => line.StartsWith("tasklint_", StringComparison.Ordinal)).ToList();

        Assert.Equal(["# EOF", ""], lines[^2..]);
        Assert.All(series, line => Assert.Matches("""^tasklint_[a-z_]+(\{[a-z]+="([^"\\]|\\[\\"n])*"(,[a-z]+="([^"\\]|\\[\\"n])*")*\})? [0-9]+$""", line));
        Assert.Equal(series.Count, series.Select(line => line[..line.LastIndexOf(' ')]).Distinct().Count());
        Assert.Contains("""tasklint_task_not_in_sync{task="'\"`$(id)`",id="T15",""", string.Join('\n', series), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void No_line_is_a_command_that_the_format_does_not_mean(string format)
    {
        foreach (var line in Samples.All.Keys.SelectMany(sample => Written.As(format, Samples.All[sample].Report()).Split('\n')))
        {
            if (format != "github" || RunnerCommand.OfGitHub(line) is not { Name: "error" or "warning" or "notice" })
                Assert.Null(RunnerCommand.OfGitHub(line));
            if (format != "azure" || RunnerCommand.OfAzure(line) is not { Name: "task.logissue" })
                Assert.Null(RunnerCommand.OfAzure(line));
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("msbuild")]
    [InlineData("junit")]
    [InlineData("slack")]
    [InlineData("openmetrics")]
    public void No_character_turns_the_reading_direction_or_hides(string format)
    {
        foreach (var sample in Samples.All.Values)
        {
            Assert.DoesNotContain(Written.As(format, sample.Report()).EnumerateRunes(), rune =>
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }

    private static string MessageOf(int which) => $"'{Names[which]}' is not allowed, {Names[which]}";

    // As a path of the report may be: with '/', and relative.
    private static string FileOf(int which) => $"arize/{Names[which].Replace('/', '-')}.arize.yaml";

    private static string Shown(int which) => TerminalText.Escape(Names[which]);

    private static string Text(string format, int which) => Written.As(format, Written.Of(
    [
        Written.Finding(0, Severity.Error, MessageOf(which)) with { Task = Names[which], Location = new ReportLocation(FileOf(which), 3, 1, 3, 5) },
    ]));

    private static string[] Lines(string format, int which) => Text(format, which).TrimEnd('\n').Split('\n');

    // As MSBuild's sources have it.
    [GeneratedRegex(@"^\s*(((?<ORIGIN>(((\d+>)?[a-zA-Z]?:[^:]*)|([^:]*))):)|())(?<SUBCATEGORY>(()|([^:]*? )))(?<CATEGORY>(error|warning))( \s*(?<CODE>[^: ]*))?\s*:(?<TEXT>.*)$")]
    private static partial Regex MsBuildError();
}
