using System.Text.Json;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>--fix</c> would change, in the reports for programs.</summary>
public sealed class FixesInReportsTests
{
    private const string Faulty = """
        tasks:
          - name: Tone
            type: template_evaluation
            project_id: P1
            sampling_rate: 25   # as agreed
            query_filter: "status_code == 'ERROR'"
            evaluators:
              - evaluator_id: E1
              - evaluator_id: E1
          - name: Empty
            type: template_evaluation
            dataset_id: D1
            sampling_rate: 0.5
            experiment_ids: [X1]

        """;

    [Theory]
    [InlineData("\n", "json")]
    [InlineData("\n", "sarif")]
    [InlineData("\r\n", "json")]
    [InlineData("\r\n", "sarif")]
    public async Task Edits_of_findings_that_do_not_touch_give_what_fix_writes(string lineEnd, string format)
    {
        using var run = ToolRun.Create().File("a.arize.yaml", Faulty.ReplaceLineEndings(lineEnd));
        var report = await run.RunAsync("lint", "a.arize.yaml", "--format", format);
        var source = new SourceFile("a.arize.yaml", run.Read("a.arize.yaml"));
        using var json = JsonDocument.Parse(report.Output);
        var edits = format == "json" ? OfJson(json, source) : OfSarif(json, source);

        await run.RunAsync("lint", "a.arize.yaml", "--fix");

        Assert.Equal(5, edits.Count);
        Assert.Equal(run.Read("a.arize.yaml"), TextEdits.Apply(source.Text, edits));
    }

    [Fact]
    public async Task Findings_in_code_and_those_that_somebody_has_to_decide_have_no_edits()
    {
        using var run = ToolRun.Create().File("a.arize.yaml", """
            tasks:
              - { name: Tone, type: template_evaluation, project_id: P1, sampling_rate: 250, evaluators: [{ evaluator_id: E1 }] }

            """);

        var report = await run.RunAsync("lint", "a.arize.yaml", "--format", "json");

        Assert.Equal(1, report.ExitCode);
        Assert.DoesNotContain("newText", report.Output, StringComparison.Ordinal);
    }

    private static List<TextEdit> OfJson(JsonDocument json, SourceFile source) =>
    [
        .. json.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.TryGetProperty("fix", out _))
            .SelectMany(finding => finding.GetProperty("fix").GetProperty("edits").EnumerateArray())
            .Select(edit => new TextEdit(PlaceOf(edit.GetProperty("location"), source), edit.GetProperty("newText").GetString()!)),
    ];

    private static List<TextEdit> OfSarif(JsonDocument json, SourceFile source) =>
    [
        .. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(result => result.TryGetProperty("fixes", out _))
            .SelectMany(result => result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements").EnumerateArray())
            .Select(edit => new TextEdit(
                PlaceOf(edit.GetProperty("deletedRegion"), source), edit.GetProperty("insertedContent").GetProperty("text").GetString()!)),
    ];

    private static Place PlaceOf(JsonElement region, SourceFile source)
    {
        int At(string line, string column) =>
            Enumerable.Range(0, source.Text.Length + 1).First(offset =>
                source.PositionOf(offset).Line == region.GetProperty(line).GetInt32()
                && source.PositionOf(offset).Column == region.GetProperty(column).GetInt32());
        return new Place(source, At("startLine", "startColumn"), At("endLine", "endColumn"));
    }
}
