using System.Text;
using System.Text.Json;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

public sealed class GoldenReportTests
{
    public static TheoryData<string, string> FormatsAndSamples()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in ReportFormats.All)
        {
            foreach (var sample in Samples.All.Keys)
                data.Add(format.Name, sample);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FormatsAndSamples))]
    public void Each_format_writes_each_sample_as_its_golden_file_has_it(string format, string sample) =>
        Golden.Matches(PathOf(format, sample), Write(format, sample, new RenderOptions()));

    [Theory]
    [InlineData("drift")]
    [InlineData("findings")]
    [InlineData("hostile")]
    public void On_a_terminal_the_text_is_coloured_and_shows_the_source(string sample) =>
        Golden.Matches(PathOf("text", $"{sample}.terminal"), Write("text", sample, new RenderOptions { IsColoured = true, ShowsSource = true }));

    [Fact]
    public void Quiet_text_has_no_summary() =>
        Golden.Matches(PathOf("text", "findings.quiet"), Write("text", "findings", new RenderOptions { IsQuiet = true }));

    [Fact]
    public void With_a_public_address_findings_link_to_their_rule_s_page() =>
        Golden.Matches(PathOf("json", "findings.linked"), Write("json", "findings", new RenderOptions(), "https://example.com/tasklint"));

    [Theory]
    [MemberData(nameof(FormatsAndSamples))]
    public void No_format_lets_a_control_character_through(string format, string sample)
    {
        var text = Write(format, sample, new RenderOptions());

        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void A_failure_is_json_too_and_says_that_nothing_is_complete()
    {
        var output = new StringWriter();
        new JsonReport().Write(Report.Failure("'nope' does not exist", exitCode: 2), new RenderOptions(), output);

        using var json = JsonDocument.Parse(output.ToString());
        Assert.False(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal("'nope' does not exist", json.RootElement.GetProperty("error").GetString());
    }

    [Theory]
    [MemberData(nameof(Rendered))]
    public void A_report_that_was_read_back_is_written_as_the_first_one_byte_for_byte(string format, string sample, bool isTerminal)
    {
        var options = new RenderOptions { IsColoured = isTerminal, ShowsSource = isTerminal, ShowsSuppressed = isTerminal };
        var read = JsonReport.Read(Encoding.UTF8.GetBytes(Write("json", sample, new RenderOptions())));
        var output = new StringWriter();
        ReportFormats.Find(format)!.Write(read, options, output);

        Assert.Equal(Write(format, sample, options), output.ToString());
    }

    public static TheoryData<string, string, bool> Rendered()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var (format, sample, isTerminal) in ReportFormats.All.SelectMany(format => Samples.All.Keys.SelectMany(sample => new[] { (format.Name, sample, true), (format.Name, sample, false) })))
            data.Add(format, sample, isTerminal);
        return data;
    }

    [Theory]
    [InlineData(".5", "0.5")]
    [InlineData("+1", "1")]
    [InlineData("5.", "5")]
    [InlineData("1.0", "1.0")]
    [InlineData("007", "7")]
    [InlineData("5e-1", "5e-1")]
    [InlineData("-0.25", "-0.25")]
    public void Numbers_are_json_numbers_however_they_are_written(string declared, string expected)
    {
        var result = Results.Check(
            $"[{{ name: a, type: CODE_EVALUATION, project_id: P1, sampling_rate: {declared}, evaluators: [{{ evaluator_id: E1 }}] }}]",
            """{ "id": "T", "name": "a", "type": "CODE_EVALUATION", "project_id": "P1", "sampling_rate": 0.125, "evaluators": [{ "evaluator_id": "E1" }] }""");
        var output = new StringWriter();
        new JsonReport().Write(ReportBuilder.Build(result, exitCode: 1, secret: null, publicAddress: null), new RenderOptions(), output);

        using var json = JsonDocument.Parse(output.ToString());
        Assert.Equal(expected, json.RootElement.GetProperty("tasks")[0].GetProperty("changes")[0].GetProperty("declared").GetRawText());
    }

    private static string Write(string format, string sample, RenderOptions options, string? publicAddress = null)
    {
        var output = new StringWriter();
        ReportFormats.Find(format)!.Write(Samples.All[sample].Report(publicAddress), options, output);
        return output.ToString();
    }

    private static string PathOf(string format, string name)
    {
        var extension = format switch
        {
            "json" or "gitlab" or "slack" => "json",
            "sarif" => "sarif",
            "junit" => "xml",
            "html" => "html",
            "markdown" => "md",
            _ => "txt",
        };
        return Repository.PathOf("tests", "Arize.TaskLint.Reporting.Tests", "golden", format, $"{name}.{extension}");
    }
}
