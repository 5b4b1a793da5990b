using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What a sample is, and what it only seems to be, decides what may be claimed of the tasks.</summary>
public sealed class TrySampleTests
{
    [Theory]
    [InlineData("status_code > 5", 40)]
    [InlineData("attributes.flag = 1", 20)]
    [InlineData("Status_Code = 'OK'", 40)]
    [InlineData("attributes.LLM.model_name = 'm'", 40)]
    public async Task A_task_is_undetermined_where_it_is_not_known_how_the_server_compares(string filter, int inDoubt)
    {
        using var run = Run(filter).File("spans.jsonl", Lines(Rows()));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

        var task = JsonNode.Parse(result.Output)!["try"]!["tasks"]![0]!;
        Assert.Equal((3, "undetermined", 0, inDoubt), (result.ExitCode, (string?)task["status"], (int)task["selected"]!, (int)task["inDoubt"]!));
        Assert.DoesNotContain("ATL7010", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_in_two_forms_count_once_and_the_report_says_how_many()
    {
        using var run = Run("status_code = 'OK'").File("nested.jsonl", Lines(Rows())).File("flat.jsonl", Lines(Rows(isFlat: true)) + Lines(Rows(from: 40, isFlat: true)));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "nested.jsonl", "--spans", "flat.jsonl");

        Assert.Contains("sample: flat.jsonl, 80 spans; 40 spans given twice are counted once", result.Output, StringComparison.Ordinal);
        Assert.Contains("80 of 80, 80 judged", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Spans_of_two_projects_may_have_the_same_IDs()
    {
        using var run = Run("status_code = 'OK'").File("a.jsonl", Lines(Rows())).File("b.jsonl", Lines(Rows()));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "other=b.jsonl", "--spans", "bot=a.jsonl");

        Assert.Contains("40 of 40, 40 judged", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("given twice", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2262-04-11T23:47:16Z")]
    [InlineData("2014-12-31T23:59:59Z")]
    public async Task A_time_that_is_none_does_not_spoil_the_estimate(string time)
    {
        var rows = Rows();
        rows[7] = rows[7].Replace("2026-11-23T10:28:00Z", time, StringComparison.Ordinal);
        Assert.Contains(time, rows[7], StringComparison.Ordinal);
        using var run = Run("status_code = 'OK'", "sampling_rate: 1").File("spans.jsonl", Lines(rows));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Contains(
            "spans.jsonl, 40 spans of 2026-11-23 10:00 to 12:36 UTC; without the time of 1 span, before 2015 or in the future",
            result.Output, StringComparison.Ordinal);
        Assert.Contains("40 of 40, 40 judged; about 40 at sampling_rate 1, and 360 judge calls a day, by 40 spans of", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_a_day_are_those_of_the_spans_that_have_a_time()
    {
        var rows = Rows().Select((row, i) => i % 2 == 0 ? row
            : System.Text.RegularExpressions.Regex.Replace(row, "2026-11-23T[0-9:]+Z", "1970-01-01T00:00:00Z")).ToArray();
        using var run = Run("status_code = 'OK'", "sampling_rate: 1").File("spans.jsonl", Lines(rows));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        // 20 spans in 152 minutes.
        Assert.Contains("40 of 40, 40 judged; about 40 at sampling_rate 1, and 190 judge calls a day", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_declared_rate_no_calls_are_told()
    {
        using var run = Run("status_code = 'OK'").File("spans.jsonl", Lines(Rows()));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Contains("40 of 40, 40 judged; sampling_rate is not declared", result.Output, StringComparison.Ordinal);
        Assert.Contains("the number of judge calls is not known", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_that_says_that_there_are_more_spans_is_cut_short()
    {
        using var run = Run("status_code = 'OK'").File("more.json", $$$"""{"spans":[{{{string.Join(',', Rows())}}}],"pagination":{"has_more":true}}""");

        var (shown, json) = (await run.RunAsync("try", "a.arize.yaml", "--spans", "more.json"),
            await run.RunAsync("try", "a.arize.yaml", "--spans", "more.json", "--format", "json"));

        Assert.Contains("which says that there are more (has_more): the sample is cut short", shown.Output, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(json.Output)!["try"]!["samples"]![0]!["hasMore"]!);
    }

    [Fact]
    public async Task Spans_behind_a_damaged_part_of_a_packed_file_are_counted_and_the_result_is_not_whole()
    {
        var second = Packed(Rows(from: 40));
        second[0] = 0;
        using var run = Run("status_code = 'OK'");
        await File.WriteAllBytesAsync(Path.Combine(run.Folder, "spans.gz"), [.. Packed(Rows()), .. second, .. Packed(Rows(from: 80))]);

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.gz");

        Assert.Contains("of the packed file: what follows is not packed with gzip", result.Output, StringComparison.Ordinal);
        Assert.Contains("80 of 80, 80 judged", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData("--runs", """[{"context":{"trace_id":"a","span_id":"b"},"name":"x"}]""", "is of spans, and not of runs or examples; give it with --spans")]
    [InlineData("--spans", """[{"example_id":"a","output":"b","latency_ms":3}]""", "is of runs of an experiment, and not of spans; give it with --runs")]
    [InlineData("--spans", """{"name":{"0":"a"},"status_code":{"0":"OK"}}""", "is a data frame by columns, as df.to_json() writes it; write its rows: df.to_json(")]
    [InlineData("--runs", """{"columns":["name"],"index":[0],"data":[["a"]]}""", "is a data frame in parts (orient='split'); write its rows: df.to_json(")]
    public async Task A_file_of_another_kind_is_refused_with_what_to_do(string option, string text, string message)
    {
        using var run = Run("status_code = 'OK'").File("given.json", text);

        var result = await run.RunAsync("try", "a.arize.yaml", option, "given.json");

        Assert.Contains($"{option} 'given.json' {message}", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("\"\"", 0)]
    [InlineData("\"  \"", 0)]
    [InlineData("[]", 0)]
    [InlineData("{}", 0)]
    [InlineData("0", 40)]
    [InlineData("false", 40)]
    public async Task What_is_empty_is_neither_there_nor_missing(string value, int judged)
    {
        var rows = Rows().Select(row => row.Replace("\"q\"", value, StringComparison.Ordinal)).ToList();
        using var run = Run("status_code = 'OK'").File("spans.jsonl", Lines(rows));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

        var one = JsonNode.Parse(result.Output)!["try"]!["tasks"]![0]!["evaluators"]![0]!;
        Assert.Equal((judged, judged == 0 ? 40 : null), ((int)one["judged"]!, (int?)one["judgedInDoubt"]));
        Assert.Equal(judged == 0 ? 3 : 0, result.ExitCode);
        Assert.Equal(judged == 0, ((string?)one["reason"])?.Contains("which is empty on 40 spans", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("ATL7011", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_values_of_a_column_are_told_once_for_all_entries_of_a_list()
    {
        using var run = Run("status_code IN ('A', 'B', 'C')").File("spans.jsonl", Lines(Rows()));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Equal(2, result.Output.Split("status_code is 'OK' (40)").Length);
    }

    private static ToolRun Run(string filter, string more = "partial: false") => ToolRun.Create().File("a.arize.yaml", $$"""
        space: production
        tasks:
          - name: Check
            type: template_evaluation
            project: bot
            is_continuous: true
            {{more}}
            query_filter: {{filter}}
            evaluators: [{ evaluator: Judge, column_mappings: { input: attributes.input.value } }]

        """);

    private static string Lines(IEnumerable<string> rows) => string.Concat(rows.Select(row => row + "\n"));

    private static byte[] Packed(IEnumerable<string> rows)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Lines(rows)));
        return packed.ToArray();
    }

    // A span every four minutes, half of them with a flag.
    private static List<string> Rows(int from = 0, bool isFlat = false)
    {
        var start = new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);
        return
        [
            .. Enumerable.Range(from, 40).Select(i =>
            {
                var own = string.Create(CultureInfo.InvariantCulture,
                    $"\"name\":\"x\",\"status_code\":\"OK\",\"start_time\":\"{start.AddMinutes(4 * (i - from)):yyyy-MM-ddTHH:mm:ssZ}\"");
                var flag = i % 2 == 0 ? "true" : "false";
                return isFlat
                    ? $$"""{{{own}},"context.trace_id":"{{i / 4:X32}}","context.span_id":"{{i:x16}}","attributes.input.value":"q","attributes.llm.model_name":"m"}"""
                    : $$$"""{ {{{own}}},"context":{"trace_id":"{{{i / 4:x32}}}","span_id":"{{{i:x16}}}"},"attributes":{"flag":{{{flag}}},"input.value":"q","llm.model_name":"m"} }""";
            }),
        ];
    }
}
