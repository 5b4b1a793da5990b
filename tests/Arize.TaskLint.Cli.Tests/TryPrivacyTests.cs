using System.Text;
using System.Text.Json;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Spans hold what people wrote: it is in no output.</summary>
public sealed class TryPrivacyTests
{
    private const string Marker = "MARKER";

    // What these hold names a few things, and may be shown: a status, a kind, a name of a span, a model, an environment.
    private static readonly string[] Naming = ["name", "status_code", "openinference.span.kind", "llm.model_name", "tool.name"];

    // Each attribute that OpenInference has, and those of teams.
    private static readonly string[] Attributes =
    [
        "openinference.span.kind", "llm.model_name", "tool.name", "input.value", "output.value", "input.mime_extra", "llm.input_messages.0.message.content",
        "llm.output_messages.0.message.content", "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", "llm.prompts", "llm.invocation_parameters",
        "llm.prompt_template.template", "llm.prompt_template.variables", "retrieval.documents.0.document.content", "retrieval.documents.0.document.id",
        "retrieval.documents.0.document.metadata", "reranker.query", "embedding.text", "tool.parameters", "tool.description", "user.id", "session.id", "tag.tags",
        "exception.message", "metadata.customer", "metadata.note", "error.text", "url", "custom", "llm.input_messages.1.message.tool_calls.0.tool_call.id",
        "llm.input_messages.0.message.contents.0.message_content.text", "llm.output_messages.0.message.name", "llm.tools.0.tool.json_schema",
        "reranker.output_documents.0.document.content", "reranker.input_documents.0.document.metadata", "retrieval.documents.1.document.score",
    ];

    // The results of annotations and evaluations, which are columns of their own. A label may be a sentence.
    private static readonly string[] Results =
    [
        .. from root in new[] { "annotation.quality", "eval.tone", "trace_eval.tone", "session_eval.tone" }
           from member in new[] { "label", "explanation", "text", "score", "metadata", "metadata.reason", "updated_by" }
           select $"{root}.{member}",
    ];

    public static TheoryData<string> Formats() => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_output_has_a_value_of_an_attribute(string format)
    {
        using var run = ToolRun.Create();
        run.File("a.arize.yaml", Declarations()).File("spans.jsonl", Spans());

        foreach (var command in new string[][] { ["try"], ["try", "-v"], ["try", "--filtered"] })
        {
            var result = await run.RunAsync([.. command, "a.arize.yaml", "--spans", "spans.jsonl", "--format", format, "--min-severity", "silent"]);

            Assert.Equal(3, result.ExitCode);
            Assert.DoesNotContain(Marker, result.Output + result.Error, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("MODEL-1", format == "json" ? result.Output : "MODEL-1", StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_output_has_a_key_of_JSON_that_is_in_the_text_of_an_attribute(string format)
    {
        foreach (var isText in new[] { true, false })
        {
            using var run = ToolRun.Create();
            run.File("a.arize.yaml", Declarations("", ".0.b", ".Marke", ".marker a", ".b.c", ".x")).File("spans.jsonl", SpansOf(isText));

            var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", format, "--min-severity", "silent", "-v");

            // What a declaration names itself is in its report.
            Assert.InRange(result.ExitCode, 1, 3);
            Assert.NotEqual(2, result.ExitCode);
            Assert.DoesNotContain(Marker, result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_of_another_kind_is_told_without_its_content()
    {
        using var run = ToolRun.Create();
        run.File("a.arize.yaml", Declarations());
        foreach (var text in new[] { $"a,b\n{Marker},1\n", $"{{\"a\": \"{Marker}\"}}", Marker, $"<p>{Marker}</p>", $"[{{\"name\": {Marker}}}]", $"[\"{Marker}\"]", $"{{\"{Marker}" })
        {
            var result = await run.File("other", text).RunAsync("try", "a.arize.yaml", "--spans", "other", "-v");

            Assert.NotEqual(0, result.ExitCode);
            Assert.DoesNotContain(Marker, result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_value_of_a_variable_in_a_filter_is_not_shown_nor_is_what_explains_it()
    {
        using var run = ToolRun.Create();
        run.Variable("STATUS", "SECRET").File("spans.jsonl", Spans()).File("a.arize.yaml", """
            tasks:
              - name: a
                type: template_evaluation
                project: p
                query_filter: status_code = '${STATUS}' AND name = 'x'
                evaluators: [{ evaluator: e, column_mappings: { input: attributes.input.value } }]
            """);
        foreach (var format in Formats().Select(row => row.Data))
        {
            var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", format);

            Assert.Equal(3, result.ExitCode);
            Assert.DoesNotContain("SECRET", result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    // A task for each attribute, whose filter asks for a value that does not occur, in each way that there is.
    private static string Declarations(params string[] ends)
    {
        if (ends.Length > 0)
            return DeclarationsBelow(ends);
        var text = new StringBuilder("space: production\ntasks:\n");
        foreach (var (i, column) in Attributes.Append("missing").Select(attribute => $"attributes.{attribute}").Concat(Results).Index())
        {
            foreach (var (j, filter) in new[] { $"{column} = 'other'", $"{column} IN ('a', 'b')", $"{column} CONTAINS 'zzz' AND name = 'x'", $"{column} > 'mark' AND {column} < 'a'", $"lower({column}) = 'a'", $"{column} IS NOT NULL" }.Index())
            {
                text.Append($$"""
                      - name: "{{i}} {{j}}"
                        type: template_evaluation
                        project: support-bot
                        sampling_rate: 1
                        is_continuous: true
                        query_filter: "{{filter}}"
                        evaluators:
                          - evaluator: Judge
                            query_filter: "{{column}} != 'a'"
                            column_mappings: { v: "{{column}}", w: "{{column}}x", u: "{{column}}.0.a" }

                    """);
            }
        }

        return text.ToString();
    }

    private static string Spans()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 30; i++)
        {
            var attributes = Attributes.Select(attribute => Naming.Contains(attribute) ? $"\"{attribute}\": \"MODEL-{i % 3}\"" : $"\"{attribute}\": \"{Marker}-{i % 3}\"");
            var results = Results.Select(column => $"\"{column}\": \"{Marker} wrote that it is wrong, of {i % 3}\",");
            text.Append($$"""
                { "name": "answer", "context": { "trace_id": "{{Marker}}{{i}}" }, "status_code": "OK", "status_message": "{{Marker}}", {{string.Join(" ", results)}} "attributes": { {{string.Join(", ", attributes)}} } }

                """);
        }

        // Rows that cannot be read.
        return text.Append($"{{\"name\": {Marker}}}\n{{\"attributes\": {{\"input.value\": \"{Marker}}}\n{Marker}\n{{\"attributes\": {{\"input.value\": \"{Marker}\", \"input\": {{\"value\": \"{Marker}2\"}}}}}}\n").ToString();
    }

    // Columns within the values of each attribute: what a person wrote there is near to them.
    private static string DeclarationsBelow(string[] ends)
    {
        var text = new StringBuilder("space: production\ntasks:\n");
        foreach (var (i, column) in Contents.SelectMany(attribute => ends.Select(end => $"attributes.{attribute}{end}")).Index())
        {
            text.Append($$"""
                  - name: "{{i}}"
                    type: template_evaluation
                    project: support-bot
                    query_filter: "\"{{column}}\" = 'other' OR status_code = 'OK'"
                    evaluators: [{ evaluator: Judge, column_mappings: { v: "{{column}}", input: "attributes.nothing", output: "{{column}}.m" } }]
                  - name: "{{i}} alone"
                    type: template_evaluation
                    project: support-bot
                    query_filter: "\"{{column}}\" = 'other'"
                    evaluators: [{ evaluator: Judge, column_mappings: { v: "{{column}}" } }]

                """);
        }

        return text.ToString();
    }

    // Own attributes may be objects, whose keys are names of columns.
    private static readonly string[] Own = ["input.mime_extra", "error.text", "url", "custom"];

    // Metadata of spans, of which the keys are shown, is no content.
    private static string[] Contents => [.. Attributes.Where(attribute => !Naming.Contains(attribute) && !attribute.StartsWith("metadata.", StringComparison.Ordinal)), "llm.input_messages", "retrieval.documents", "llm.prompts"];

    private static string SpansOf(bool isText) => string.Concat(
        new[] { $"{{\"{Marker} a\":1}}", $"{{\"{Marker}\":{{\"{Marker}b\":\"c\"}}}}", $"[{{\"{Marker}.x\":\"y\"}}]", $"{{\"{Marker}\":\"{{\\\"{Marker}2\\\":1}}\"}}" }
            .Select(json => SpansOf(isText ? JsonSerializer.Serialize(json) : json, isText)));

    private static string SpansOf(string value, bool isText)
    {
        var columns = Contents.Where(attribute => attribute != "llm.input_messages" && attribute != "retrieval.documents" && attribute != "llm.prompts" && (isText || !Own.Contains(attribute)));
        var flat = string.Join(", ", columns.Select(attribute => $"\"attributes.{attribute}\": {value}"));
        var lists = string.Join(", ", new[] { "llm.input_messages", "retrieval.documents", "llm.prompts" }.Select(attribute => $"\"attributes.{attribute}\": {value}"));
        return string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"{{ \"name\": \"answer\", \"status_code\": \"OK\", {(i % 2 == 0 ? flat : lists)} }}\n"));
    }
}
