using System.Text.Json;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>Whether the server looks into the text of a column is documented for lists of messages and documents alone.</summary>
public sealed class TryTextDoubtTests
{
    [Theory]
    [InlineData("attributes.input.value.text", "input.value", """{"text":"a"}""", "undetermined")]
    [InlineData("attributes.llm.input_messages.0.message.content.text", "llm.input_messages", """[{"message.content":"{\"text\":\"a\"}"}]""", "undetermined")]
    [InlineData("attributes.llm.input_messages.0.message.content", "llm.input_messages", """[{"message.content":"a"}]""", "judges")]
    [InlineData("attributes.retrieval.documents.0.document.content", "retrieval.documents", """[{"document.content":"a"}]""", "judges")]
    [InlineData("attributes.metadata.text", "metadata", """{"text":"a"}""", "judges")]
    public async Task What_is_within_a_text_is_in_doubt_unless_exports_have_the_column_as_text(string path, string attribute, string json, string status)
    {
        foreach (var filter in new[] { "status_code = 'OK'", $"{path} = 'a'", $"{path} IS NOT NULL" })
        {
            using var run = ToolRun.Create();
            var value = JsonSerializer.Serialize(json);
            run.File("spans.jsonl", string.Concat(Enumerable.Range(0, 30).Select(i => $$"""{ "name": "s{{i}}", "status_code": "OK", "attributes": { "{{attribute}}": {{value}} } }""" + "\n")))
                .File("a.arize.yaml", $$"""
                tasks:
                  - name: a
                    type: template_evaluation
                    project: p
                    query_filter: {{filter}}
                    evaluators: [{ evaluator: e, column_mappings: { input: {{path}} } }]
                """);

            var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

            var task = Assert.Single(JsonDocument.Parse(result.Output).RootElement.GetProperty("try").GetProperty("tasks").EnumerateArray());
            Assert.Equal((status, status == "judges" ? 0 : 3), (task.GetProperty("status").GetString(), result.ExitCode));
            if (status == "undetermined")
                Assert.Contains("whether the server looks into", result.Output, StringComparison.Ordinal);
        }
    }
}
