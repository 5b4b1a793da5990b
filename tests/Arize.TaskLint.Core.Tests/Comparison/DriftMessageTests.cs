namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class DriftMessageTests
{
    [Theory]
    [InlineData("sampling_rate: 0.1", """ "sampling_rate": 1 """, "sampling_rate is declared as '0.1', but is '1' in the live task")]
    [InlineData("query_filter: x", "", "query_filter is declared as 'x', but not set in the live task")]
    [InlineData("query_filter: null", """ "query_filter": "x" """, "query_filter is 'x' in the live task, but not declared")]
    [InlineData("query_filter: ''", """ "query_filter": "x" """, "query_filter is declared as '', but is 'x' in the live task")]
    [InlineData("query_filter: \"a\\nb\"", """ "query_filter": "a\nc" """, "query_filter is declared as 'a\\nb', but is 'a\\nc' in the live task")]
    [InlineData("evaluators: [{ evaluator_id: E }]", "", "evaluators is declared as a list, but not set in the live task")]
    [InlineData("evaluators: [{ evaluator_id: E }]", """ "evaluators": [] """, "evaluators[E] is declared as a mapping, but not set in the live task")]
    [InlineData("run_configuration: { invocation_parameters: { stop: [a, b] } }", """ "run_configuration": { "invocation_parameters": { "stop": ["a"] } } """,
        "run_configuration.invocation_parameters.stop is declared as ['a', 'b'], but is ['a'] in the live task")]
    [InlineData("run_configuration: { provider_parameters: { a: '1' } }", """ "run_configuration": { "provider_parameters": { "a": 1 } } """,
        "run_configuration.provider_parameters.a is declared as '1' (text), but is 1 in the live task")]
    [InlineData("run_configuration: { provider_parameters: { a: true } }", """ "run_configuration": { "provider_parameters": { "a": "true" } } """,
        "run_configuration.provider_parameters.a is declared as true, but is 'true' (text) in the live task")]
    [InlineData("run_configuration: { provider_parameters: { a: [1, null] } }", """ "run_configuration": { "provider_parameters": { "a": [1] } } """,
        "run_configuration.provider_parameters.a is declared as [1, null], but is [1] in the live task")]
    [InlineData("run_configuration: { provider_parameters: { a: { b: c } } }", """ "run_configuration": { "provider_parameters": { "a": [{}] } } """,
        "run_configuration.provider_parameters.a is declared as a mapping, but is a list in the live task")]
    public void A_message_shows_both_values(string declared, string live, string message) => Assert.Equal(message, Message(declared, live));

    [Fact]
    public void Long_texts_are_shown_from_where_they_begin_to_differ()
    {
        var start = string.Concat(Enumerable.Repeat("the same words again and again ", 10));

        var message = Message($"query_filter: {start}x{start}", $$""" "query_filter": "{{start}}y{{start}}" """);

        Assert.Equal(
            "query_filter is declared as '…gain and again xthe same words again and again the same word…', "
            + "but is '…gain and again ythe same words again and again the same word…' in the live task",
            message);
    }

    [Fact]
    public void A_long_text_beside_a_short_one_is_cut()
    {
        var message = Message($"query_filter: {new string('a', 500)}", """ "query_filter": "b" """);

        Assert.Equal($"query_filter is declared as '{new string('a', 60)}…', but is 'b' in the live task", message);
    }

    [Fact]
    public void A_text_that_goes_on_where_the_other_ends_is_shown_to_go_on()
    {
        var text = new string('a', 100);

        var message = Message($"query_filter: {text}", $$""" "query_filter": "{{text}}{{text}}" """);

        var shown = message.Split("but is ");
        Assert.DoesNotContain(shown[0].Split("declared as ")[1].TrimEnd(' ', ','), shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("🙂", 60));

        foreach (var lead in new[] { "", "a", "ab", "abc" })
        {
            var message = Message($"query_filter: {lead}{text}x", $$""" "query_filter": "{{lead}}{{text}}y" """);
            Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
        }
    }

    private static string Message(string declared, string live) =>
        Assert.Single(Checked.One($"name: Check\npartial: true\n{declared}\n", $$"""{ "name": "Check"{{(live.Length > 0 ? "," + live : "")}} }""").Findings).Message;
}
