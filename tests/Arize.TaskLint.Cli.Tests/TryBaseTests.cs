namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>try --base</c> in a real repository: what the tasks selected as a commit declares them.</summary>
public sealed class TryBaseTests
{
    private const string AtBase = "at the base";

    [Theory]
    [InlineData("status_code = 'OK'", "name = 'a'", "selects 10, was 5 at the base")]
    [InlineData("status_code = 'OK'", "status_code = 'OK' OR f(x)", "selects 5 to 10, was 5 at the base")]
    [InlineData("f(x)", "status_code = 'OK'", null)]
    [InlineData("status_code = 'OK' OR f(x)", "status_code = 'OK'", null)]
    [InlineData("f(x)", "f(x)", null)]
    [InlineData("name CONTAINS 'A'", "name = 'a'", null)]
    [InlineData("status_code = 'OK'", "status_code = 'OK'", null)]
    public async Task Of_the_base_a_count_is_told_only_where_it_is_known(string atBase, string now, string? told)
    {
        using var run = await GitRun.CreateAsync();
        run.Tool.File("a.arize.yaml", Yaml(atBase)).File("spans.jsonl", Spans());
        await run.CommitAsync();
        run.Tool.File("a.arize.yaml", Yaml(now));

        var text = await run.Tool.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--base", "HEAD");
        var markdown = await run.Tool.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--base", "HEAD", "--format", "markdown");

        Assert.Contains("of 10", text.Output, StringComparison.Ordinal);
        if (told is not null)
        {
            Assert.Contains(told, text.Output, StringComparison.Ordinal);
            return;
        }

        Assert.DoesNotContain(AtBase, text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(", was ", markdown.Output, StringComparison.Ordinal);
    }

    private static string Yaml(string filter) => $$"""
        space: production
        tasks:
          - name: Check
            type: template_evaluation
            project: bot
            query_filter: {{filter}}
            evaluators: [{ evaluator: Judge, column_mappings: { input: attributes.input.value } }]

        """;

    private static string Spans() => string.Concat(Enumerable.Range(0, 10).Select(i => $$$"""
        {"name": "a", "context": {"trace_id": "t", "span_id": "{{{i}}}"}, "status_code": "{{{(i < 5 ? "OK" : "ERROR")}}}", "attributes": {"input.value": "q"}}

        """));
}
