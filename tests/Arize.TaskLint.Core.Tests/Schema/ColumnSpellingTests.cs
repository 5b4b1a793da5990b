using System.Diagnostics;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class ColumnSpellingTests
{
    [Theory]
    [InlineData("attributes.input.value", null, null)]
    [InlineData("metadata.topic", null, null)]
    [InlineData("my.own.column", null, null)]
    [InlineData("content", null, null)]
    [InlineData("{\"a\": 1}", null, null)]
    [InlineData("No.", null, null)]
    [InlineData("attributes.meta.x", null, null)]
    [InlineData("json_extract(output.value, 'a')", null, null)]
    [InlineData("attributes.input.value\n", null, null)]
    [InlineData("attributes.input.value\t", nameof(ColumnFault.Blanks), "attributes.input.value")]
    [InlineData("\uFEFFattributes.input.value", nameof(ColumnFault.Blanks), "attributes.input.value")]
    [InlineData(" attribute.inptu.value", nameof(ColumnFault.Blanks), "attributes.input.value")]
    [InlineData("{ attributes.input.value }", nameof(ColumnFault.Braces), "attributes.input.value")]
    [InlineData("${question}", nameof(ColumnFault.Braces), "question")]
    [InlineData("{{{input}}}", nameof(ColumnFault.Braces), "attributes.input.value")]
    [InlineData("$.llm.output_messages[0].message.content", nameof(ColumnFault.JsonPath), "attributes.llm.output_messages.0.message.content")]
    [InlineData("$..input", nameof(ColumnFault.JsonPath), null)]
    [InlineData("$[*].a", nameof(ColumnFault.JsonPath), null)]
    [InlineData(".attributes.input.value", nameof(ColumnFault.EmptyPart), "attributes.input.value")]
    [InlineData("metadata..topic", nameof(ColumnFault.EmptyPart), "metadata.topic")]
    [InlineData("attributes..", nameof(ColumnFault.EmptyPart), null)]
    [InlineData("input.value", nameof(ColumnFault.Root), "attributes.input.value")]
    [InlineData("atributes.metdata.topic", nameof(ColumnFault.Root), "attributes.metadata.topic")]
    [InlineData("attributes.metdata.topic", nameof(ColumnFault.Attribute), "attributes.metadata.topic")]
    [InlineData("attributes.reranker.output_documents.0.score", nameof(ColumnFault.Attribute), "attributes.reranker.output_documents.0.document.score")]
    public void A_name_of_a_span_column(string column, string? fault, string? meant)
    {
        var slip = ColumnSpelling.Of(column, isOfSpan: true, needsRoot: true);
        Assert.Equal(fault, slip?.Fault.ToString());
        Assert.Equal(meant, slip?.Meant);
    }

    [Theory]
    [InlineData("input.value", null)]
    [InlineData("attribute.color", null)]
    [InlineData("a..b", null)]
    [InlineData("{output}", "output")]
    [InlineData("output ", "output")]
    public void A_column_of_a_dataset_may_have_any_name(string column, string? meant) =>
        Assert.Equal(meant, ColumnSpelling.Of(column, isOfSpan: false, needsRoot: false)?.Meant);

    [Theory]
    [InlineData("attributes", ".x", "")]
    [InlineData("", "a.", "a")]
    [InlineData("", "{", "x")]
    [InlineData("x", "}", "")]
    [InlineData("$", ".a", "")]
    [InlineData("$", "[", "")]
    [InlineData("a", " ", "")]
    [InlineData("llm", ".0", "")]
    public void A_name_of_a_million_characters_takes_no_time(string start, string piece, string end)
    {
        var column = start + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + end;
        var watch = Stopwatch.StartNew();
        _ = ColumnSpelling.Of(column, isOfSpan: true, needsRoot: true);
        _ = SpanAttributes.IsKnown(column);
        _ = SpanAttributes.NearestTo(column);
        // A look at each character takes milliseconds; at each part for each other one, an hour.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
