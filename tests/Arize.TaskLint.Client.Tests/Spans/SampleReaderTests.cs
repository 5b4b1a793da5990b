using System.Globalization;
using System.IO.Compression;
using System.Text;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Tests.Spans;

public sealed class SampleReaderTests
{
    private const string Kind = "attributes.openinference.span.kind", Output = "attributes.llm.output_messages.0.message.content";

    private static readonly string[] Columns =
        ["name", "context.trace_id", "parent_id", "latency_ms", "status_code", Kind, "attributes.input.value", Output, "attributes.metadata.environment"];

    private const string Expected = "ChatCompletion|5b8aa5a2d2c872e8321cf37308d69df2|-|1500|OK|LLM|Where is my order?|On its way.|production";

    public static TheoryData<string, string> Shapes()
    {
        const string Head = """
            "name": "ChatCompletion", "parent_id": null, "start_time": "2026-11-24T10:00:00Z", "latency_ms": 1500, "status_code": "OK"
            """;
        const string Context = """
            "context": { "trace_id": "5b8aa5a2d2c872e8321cf37308d69df2", "span_id": "051581bf3cb55c13" }
            """;
        const string Dotted = """
            "attributes": { "openinference.span.kind": "LLM", "input.value": "Where is my order?", "metadata": "{\"environment\": \"production\"}",
              "llm.output_messages": [{ "message.role": "assistant", "message.content": "On its way." }] }
            """;
        var span = $"{{ {Head}, {Context}, {Dotted} }}";
        var line = span.ReplaceLineEndings(" ");
        return new()
        {
            { "a list", $"[{span}, {span}]" },
            { "lines", $"{line}\n{line}\n" },
            { "lines of Windows, without an end", $"{line}\r\n{line}" },
            { "with a byte order mark", $"\uFEFF[{span}]" },
            { "values behind each other", $"{span}\n{span}" },
            { "an object with spans", $"{{ \"spans\": [{span}] }}" },
            { "an object with spans behind other members", $"{{ \"project\": \"a\", \"spans\": [{span}] }}" },
            { "traces", $"[{{ \"trace_id\": \"t\", \"spans\": [{span}, {span}] }}]" },
            { "an object with traces", $"{{ \"traces\": [{{ \"spans\": [{span}] }}] }}" },
            { "nested attributes", $$"""
                [{ {{Head}}, {{Context}}, "attributes": { "openinference": { "span": { "kind": "LLM" } }, "input": { "value": "Where is my order?" },
                   "metadata": { "environment": "production" }, "llm": { "output_messages": [{ "message": { "content": "On its way." } }] } } }]
                """ },
            { "flat columns", $$"""
                [{ {{Head}}, "context.trace_id": "5b8aa5a2d2c872e8321cf37308d69df2", "attributes.openinference.span.kind": "LLM",
                   "attributes.input.value": "Where is my order?", "attributes.metadata": { "environment": "production" },
                   "attributes.llm.output_messages": "[{\"message.content\": \"On its way.\"}]" }]
                """ },
            { "the columns of data frames", $$"""
                [{ {{Head}}, "context.trace_id": "5b8aa5a2d2c872e8321cf37308d69df2", "span_kind": "LLM",
                   "attributes.input.value": "Where is my order?", "metadata.environment": "production",
                   "attributes.llm.output_messages.contents": ["On its way."] }]
                """ },
            { "keys with escapes", $"[{span.Replace("input.value", "input\\u002evalue", StringComparison.Ordinal)}]" },
            { "OTLP", Otlp(pretty: true) },
            { "OTLP on a line", $"{Otlp(pretty: false)}\n{Otlp(pretty: false)}\n" },
        };
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_span_has_the_same_columns_in_every_shape(string shape, string text)
    {
        var (rows, result) = Read(text);

        Assert.True(result.IsWhole, $"{shape}: {string.Join("; ", result.Problems)} {result.OtherKind}");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(Expected, row));
        Assert.Equal(rows.Count, result.Rows);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_file_is_read_the_same_in_the_smallest_pieces_and_packed(string shape, string text)
    {
        var (rows, result) = Read(new Trickle(Encoding.UTF8.GetBytes(text)));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        var (unpacked, whole) = Read(new MemoryStream(packed.ToArray()));

        Assert.True(result.IsWhole && whole.IsWhole, shape);
        Assert.All(rows, row => Assert.Equal(Expected, row));
        Assert.Equal(rows, unpacked);
    }

    [Theory]
    [InlineData("{\"name\": \"a\", \"status_code\": \"OK\"", "line 2, byte 34: the value does not end on its line")]
    [InlineData("{\"name\": \"a", "line 2, byte 34: a text is not closed on its line")]
    [InlineData("{\"name\": NaN, \"status_code\": \"OK\"}", "line 2, byte 34: NaN and Infinity are not JSON; write null")]
    [InlineData("{\"name\": -Infinity, \"status_code\": \"OK\"}", "line 2, byte 34: NaN and Infinity are not JSON; write null")]
    [InlineData("{\"name\": secret, \"status_code\": \"OK\"}", "line 2, byte 34: it is not JSON")]
    [InlineData("{\"name\": \"a\",}", "line 2, byte 34: it is not JSON")]
    [InlineData("{\"name\": \"a\", \"name\": \"b\"}", "line 2, byte 34: the column 'name' is given twice, with different values")]
    [InlineData("{\"attributes\": {\"input\": {\"value\": \"a\"}, \"input.value\": \"b\"}}", "line 2, byte 34: the column 'attributes.input.value' is given twice, with different values")]
    [InlineData("not JSON", "line 2, byte 34: no JSON object begins here")]
    [InlineData("{\"name\": \"\\ud800\", \"status_code\": \"OK\"}", "line 2, byte 34: a text of it is not valid UTF-8, or has half a character")]
    public void A_broken_line_is_named_and_the_others_are_read(string line, string problem)
    {
        const string Good = "{\"name\":\"a\", \"status_code\":\"OK\"}";
        Assert.Equal(33, Good.Length + 1);

        var (rows, result) = Read($"{Good} \n{line}\n{Good}\n{Good}\n");

        Assert.Equal(problem, Assert.Single(result.Problems));
        Assert.Equal((3, 1, true, false), (rows.Count, result.Unread, result.IsToEnd, result.IsWhole));
    }

    [Fact]
    public void A_column_that_is_given_twice_with_the_same_value_is_fine()
    {
        var (rows, result) = Read("[{\"name\": \"a\", \"status_code\": \"OK\", \"name\": \"a\"}]");

        Assert.True(result.IsWhole);
        Assert.StartsWith("a|", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_nested_too_deep_is_passed_over()
    {
        var deep = $"{{\"attributes\": {string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}1{new string('}', 100_001)}";

        var (rows, result) = Read($"[{{\"status_code\": \"OK\"}}, {deep}, {{\"status_code\": \"OK\"}}]");

        Assert.Equal(2, rows.Count);
        Assert.Contains("nested deeper", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_too_large_is_passed_over_without_being_held_in_memory()
    {
        var huge = new Repeated("{\"status_code\": \"OK\", \"attributes\": {\"input.value\": \"", 64 * 1024 * 1024, "\"}}\n{\"status_code\": \"OK\"}\n");

        var (rows, result) = Read(huge);

        Assert.Single(rows);
        Assert.Equal("line 1, byte 0: a value of more than 16 MiB is not read", Assert.Single(result.Problems));
        Assert.True(result.IsToEnd);
    }

    [Fact]
    public void A_file_that_ends_within_a_row_is_not_read_to_its_end()
    {
        var (rows, result) = Read("[{\"status_code\": \"OK\"}, {\"status_code\": \"O");

        Assert.Single(rows);
        Assert.False(result.IsToEnd);
    }

    [Fact]
    public void Rows_behind_a_broken_one_are_read_where_each_begins_on_a_line_of_its_own()
    {
        var (rows, result) = Read("[\n  {\n    \"status_code\": \"OK\"\n  },\n  {\n    \"name: \"x\"\n  },\n  {\n    \"status_code\": \"OK\"\n  }\n]");

        Assert.Equal(2, rows.Count);
        Assert.Equal(1, result.Unread);
    }

    [Theory]
    [InlineData("", "empty; needed is JSON")]
    [InlineData("  \n", "empty; needed is JSON")]
    [InlineData("PAR1\0\0\0", "a Parquet file; needed is JSON")]
    [InlineData("name,status_code\na,OK\n", "a table (CSV); needed is JSON")]
    [InlineData("<!DOCTYPE html>", "HTML or XML; needed is JSON")]
    [InlineData("tasks:\n  - name: a\n", "no JSON; needed is JSON")]
    [InlineData("{\"tasks\": [{\"name\": \"a\"}]}", "JSON without spans: its first object has 'tasks'; needed is JSON")]
    [InlineData("[{\"example_id\": \"a\", \"output\": \"b\"}]", "of runs of an experiment, and not of spans; give it with --runs")]
    public void A_file_of_another_kind_is_told_from_a_sample(string text, string kind) =>
        Assert.StartsWith(kind, Read(text).Result.OtherKind, StringComparison.Ordinal);

    [Fact]
    public void Columns_of_lists_are_known_by_the_index_of_their_first_entries_and_numbers_of_vectors_are_none()
    {
        var seen = new SeenColumns();
        var reader = new SampleReader(new AskedColumns(), seen, _ => { });
        reader.Read(Stream("[{\"attributes\": {\"a\": [{\"b\": 1}, {\"b\": 2}], \"vector\": [0.1, 0.2]}}]"));

        Assert.Equal(
            ["attributes.a", "attributes.a.0.b", "attributes.a.1.b", "attributes.vector"],
            Enumerable.Range(0, seen.Count).Select(seen.NameAt).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keys_that_no_two_rows_share_do_not_take_the_memory_of_the_machine()
    {
        var seen = new SeenColumns();
        var rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => FormattableString.Invariant($"{{\"attributes\": {{\"k{i}\": 1, \"last\": 2}}}}\n")));
        var asked = new AskedColumns();
        var last = asked.Ask("attributes.k29999");
        var found = 0;
        new SampleReader(asked, seen, row => found += row.Value(last).Kind == SpanValueKind.Number ? 1 : 0).Read(Stream(rows));

        Assert.Equal(SeenColumns.Most, seen.Count);
        Assert.True(seen.IsCut);
        Assert.Equal(1, found);
    }

    [Fact]
    public void Rows_of_OTLP_know_the_project_of_their_resource()
    {
        string? project = null;
        new SampleReader(new AskedColumns(), new SeenColumns(), row => project = row.Project).Read(Stream(Otlp(pretty: true)));

        Assert.Equal("support-bot", project);
    }

    private static string Otlp(bool pretty)
    {
        const string Text = """
            {
              "resourceSpans": [
                {
                  "resource": { "attributes": [{ "key": "openinference.project.name", "value": { "stringValue": "support-bot" } }] },
                  "scopeSpans": [
                    {
                      "scope": { "name": "@arizeai/openinference-instrumentation-openai" },
                      "spans": [
                        {
                          "traceId": "5b8aa5a2d2c872e8321cf37308d69df2", "spanId": "051581bf3cb55c13", "parentSpanId": "", "name": "ChatCompletion", "kind": 1,
                          "startTimeUnixNano": "1795514400000000000", "endTimeUnixNano": "1795514401500000000",
                          "attributes": [
                            { "key": "openinference.span.kind", "value": { "stringValue": "LLM" } },
                            { "key": "input.value", "value": { "stringValue": "Where is my order?" } },
                            { "key": "metadata", "value": { "stringValue": "{\"environment\": \"production\"}" } },
                            { "key": "llm.token_count.total", "value": { "intValue": "12" } },
                            { "key": "llm.output_messages.0.message.content", "value": { "stringValue": "On its way." } }
                          ],
                          "status": { "code": 1 }
                        }
                      ]
                    }
                  ]
                }
              ]
            }
            """;
        return pretty ? Text : Text.ReplaceLineEndings("");
    }

    private static (List<string> Rows, SampleResult Result) Read(string text) => Read(Stream(text));

    private static (List<string> Rows, SampleResult Result) Read(Stream stream)
    {
        var asked = new AskedColumns();
        var numbers = Columns.Select(asked.Ask).ToList();
        var rows = new List<string>();
        var reader = new SampleReader(asked, new SeenColumns(), row => rows.Add(string.Join('|', numbers.Select(number => ShownOf(row.Value(number))))));
        return (rows, reader.Read(stream));
    }

    private static string ShownOf(SpanValue value) => value.Kind switch
    {
        SpanValueKind.Missing => "-",
        SpanValueKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        _ => value.Text,
    };

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    // One byte at a time, as a slow pipe may give them.
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }

    // A text with so many letters in it.
    private sealed class Repeated(string before, long count, string behind) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && at < before.Length + Count + behind.Length; at++)
                buffer[offset + read++] = (byte)(at < before.Length ? before[(int)at] : at < before.Length + Count ? 'x' : behind[(int)(at - before.Length - Count)]);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private long Count { get; } = count;
    }
}
