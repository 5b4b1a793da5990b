using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class PathTests
{
    [Theory]
    [InlineData("input", "evaluators[E].column_mappings.input")]
    [InlineData("input-2_a", "evaluators[E].column_mappings.input-2_a")]
    [InlineData("1", "evaluators[E].column_mappings.1")]
    [InlineData("ключ", "evaluators[E].column_mappings.ключ")]
    [InlineData("a.b", "evaluators[E].column_mappings['a.b']")]
    [InlineData("two words", "evaluators[E].column_mappings['two words']")]
    [InlineData("it's", @"evaluators[E].column_mappings['it\'s']")]
    [InlineData(@"back\slash", @"evaluators[E].column_mappings['back\\slash']")]
    [InlineData("[0]", "evaluators[E].column_mappings['[0]']")]
    [InlineData("", "evaluators[E].column_mappings['']")]
    public void A_key_that_is_no_word_is_quoted(string key, string path)
    {
        var declared = new JsonObject { ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = "E", ["column_mappings"] = new JsonObject { [key] = "a" } }) };
        var live = new JsonObject { ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = "E", ["column_mappings"] = new JsonObject { [key] = "b" } }) };

        var (changes, _) = DeclaredTask.Compare(DeclaredTask.Read(declared.ToJsonString()), live);

        Assert.Equal(path, Assert.Single(changes).Path);
    }

    [Theory]
    [InlineData("{ run_configuration: { messages: [{ role: user, content: a }] } }",
        """{ "run_configuration": { "messages": [{ "role": "USER", "content": "b" }] } }""", "run_configuration.messages[0].content")]
    [InlineData("{ run_configuration: { messages: [{ role: assistant, tool_calls: [{ type: function, function: { name: a, arguments: '{}' } }] }] } }",
        """{ "run_configuration": { "messages": [{ "role": "ASSISTANT", "tool_calls": [{ "type": "FUNCTION", "function": { "name": "b", "arguments": "{}" } }] }] } }""",
        "run_configuration.messages[0].tool_calls[0].function.name")]
    [InlineData("{ query_filters: { filters: [{ id: A, filter: x }] } }", """{ "query_filters": { "filters": [{ "id": "A", "filter": "y" }] } }""", "query_filters.filters[A].filter")]
    [InlineData("{ evaluators: [{ evaluator_id: E, query_mappings: [{ variable_name: input, attribute_path: a }] }] }",
        """{ "evaluators": [{ "evaluator_id": "E", "query_mappings": [{ "variable_name": "input", "attribute_path": "b" }] }] }""",
        "evaluators[E].query_mappings[input].attribute_path")]
    [InlineData("{ run_configuration: { provider_parameters: { a: [[1], [2]] } } }", """{ "run_configuration": { "provider_parameters": { "a": [[1], [3]] } } }""",
        "run_configuration.provider_parameters.a[1][0]")]
    public void Entries_of_lists_are_named_by_their_key_or_their_position(string declared, string live, string path)
    {
        var (changes, _) = DeclaredTask.Compare(DeclaredTask.Read(declared), JsonNode.Parse(live)!.AsObject());

        Assert.Equal(path, Assert.Single(changes).Path);
    }

    [Fact]
    public void A_path_goes_back_as_it_came()
    {
        var path = new FieldPath();
        path.Enter("evaluators");
        path.EnterItem("E1", "Tone");
        path.Enter("a.b");

        Assert.Equal(("evaluators[E1]['a.b']", "evaluators[Tone]['a.b']", "evaluators[E1]['a.b'].c"), (path.ToString(), path.ToDisplay(), path.To("c")));
        path.Leave();
        path.Leave();
        Assert.Equal("evaluators", path.ToString());
    }
}
