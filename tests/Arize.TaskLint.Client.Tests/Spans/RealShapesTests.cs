using System.Text.RegularExpressions;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Client.Tests.Spans;

/// <summary>Spans that the instrumentations of OpenInference made, in the shapes of the collector and of Arize's command line tool.</summary>
public sealed partial class RealShapesTests
{
    private const int All = 14;

    public static TheoryData<string> Shapes => ["otlp.json", "export.json"];

    [Fact]
    public async Task The_files_are_what_the_instrumentations_write_today()
    {
        if (NodePackages.MissingForSpans is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail(missing);
        }

        var folder = Directory.CreateTempSubdirectory("tasklint-spans-");
        try
        {
            var (code, _, error) = await Programs.RunAsync(NodePackages.Spans, "node", "make.mjs", folder.FullName);

            Assert.True(code == 0, error);
            foreach (var shape in Shapes)
                Assert.Equal(await File.ReadAllTextAsync(PathOf(shape.Data)), await File.ReadAllTextAsync(Path.Combine(folder.FullName, shape.Data)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("name", All)]
    [InlineData("parent_id", 9)]
    [InlineData("latency_ms", All)]
    [InlineData("context.trace_id", All)]
    [InlineData("status_message", 1)]
    [InlineData("event.attributes", 1)]
    [InlineData("span_kind", All)]
    [InlineData("attributes.input.value", All)]
    [InlineData("attributes.output.value", All - 1)]
    [InlineData("attributes.session.id", All - 1)]
    [InlineData("metadata.environment", 4)]
    [InlineData("attributes.metadata.experiment", 4)]
    [InlineData("attributes.llm.token_count.total", 5)]
    [InlineData("attributes.llm.input_messages.1.message.content", 1)]
    [InlineData("attributes.llm.output_messages.0.message.content", 4)]
    [InlineData("attributes.llm.output_messages.0.message.tool_calls.0.tool_call.function.name", 1)]
    [InlineData("attributes.llm.input_messages.1.message.tool_calls.0.tool_call.function.arguments", 1)]
    [InlineData("attributes.retrieval.documents.1.document.content", 1)]
    [InlineData("attributes.retrieval.documents.contents", 1)]
    [InlineData("attributes.tool.name", 1)]
    [InlineData("attributes.llm.tools.0.tool.json_schema", 2)]
    [InlineData("attributes.llm.no_such_name", 0)]
    public void A_column_has_the_same_values_in_either_shape(string column, int count)
    {
        var columns = new AskedColumns();
        var number = columns.Ask(column);
        var values = Shapes.Select(shape => Read(shape.Data, columns, row => $"{row.Value(number).Kind}: {row.Value(number).Text}")).ToList();

        Assert.Equal(All, values[0].Count);
        Assert.Equal(count, values[0].Count(value => value != "Missing: "));
        Assert.Equal(values[0], values[1]);
    }

    // OTLP has no lists of messages, but a column for each of their parts.
    [Theory]
    [InlineData("attributes.llm.input_messages", 6)]
    [InlineData("attributes.llm.output_messages", 5)]
    [InlineData("attributes.retrieval.documents", 1)]
    [InlineData("attributes.llm.tools", 2)]
    public void A_list_as_a_whole_is_on_the_same_spans_in_either_shape(string column, int count)
    {
        var columns = new AskedColumns();
        var number = columns.Ask(column);
        var kinds = Shapes.Select(shape => Read(shape.Data, columns, row => row.Value(number).Kind)).ToList();

        Assert.Equal(count, kinds[0].Count(kind => kind == SpanValueKind.Structure));
        Assert.Equal(kinds[0], kinds[1]);
    }

    [Theory]
    [InlineData("attributes.openinference.span.kind = 'LLM'", 6)]
    [InlineData("span_kind IN ('CHAIN', 'PROMPT') AND parent_id IS NOT NULL", 4)]
    [InlineData("status_code = 'ERROR' AND status_message CONTAINS 'does not exist'", 1)]
    [InlineData("metadata.environment = 'staging' AND metadata.experiment = 3", 4)]
    [InlineData("attributes.llm.output_messages.0.message.content LIKE '%30 days%'", 3)]
    [InlineData("attributes.llm.output_messages[0].message.tool_calls[0].tool_call.function.name = 'order_status'", 1)]
    [InlineData("attributes.retrieval.documents.0.document.content CONTAINS 'returned'", 1)]
    [InlineData("attributes.tool.name = 'order_status' OR attributes.llm.token_count.total BETWEEN 30 AND 40", 6)]
    [InlineData("latency_ms > 1000 AND start_time >= '2025-11-24T16:00:00Z'", 9)]
    [InlineData("attributes.session.id = 's-2' AND attributes.output.value != ''", 3)]
    [InlineData("event.attributes CONTAINS 'does not exist'", 1)]
    public void A_filter_selects_the_same_spans_in_either_shape(string filter, int count)
    {
        var columns = new AskedColumns();
        var evaluator = FilterEvaluator.Compile(FilterText.Parse(filter), columns);
        var outcomes = Shapes.Select(shape => Read(shape.Data, columns, row => evaluator.Evaluate(row))).ToList();

        Assert.Empty(evaluator.Undetermined);
        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.Equal(count, outcomes[0].Count(outcome => outcome.Plain == RowVerdict.Selected));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_mappings_of_the_examples_have_values_on_them(string shape)
    {
        var paths = Directory.GetFiles(Repository.PathOf("examples"), "*.arize.yaml", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}rules{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Mapping().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        var columns = new AskedColumns();
        paths.ForEach(path => columns.Ask(path));
        var counts = new int[paths.Count];
        Read(shape, columns, row => counts = [.. counts.Select((count, i) => count + (row.Value(i).Kind == SpanValueKind.Missing ? 0 : 1))]);

        Assert.True(paths.Count >= 2, string.Join(' ', paths));
        Assert.All(counts, count => Assert.True(count > 0, $"{string.Join(' ', paths)}: {string.Join(' ', counts)}"));
    }

    // In the order of the spans' IDs: the collector has them by the instrumentation that made them.
    private static List<T> Read<T>(string shape, AskedColumns columns, Func<ISpanRow, T> select)
    {
        var id = columns.Ask("context.span_id");
        var found = new SortedList<string, T>(StringComparer.Ordinal);
        using var stream = File.OpenRead(PathOf(shape));
        var result = new SampleReader(columns, new SeenColumns(), row => found.Add(row.Value(id).Text, select(row))).Read(stream);
        Assert.Empty(result.Problems);
        return [.. found.Values];
    }

    private static string PathOf(string shape) => Path.Combine(NodePackages.Spans, shape);

    [GeneratedRegex(@"^ +\w+: (attributes\.[\w.]+)$", RegexOptions.Multiline)]
    private static partial Regex Mapping();
}
