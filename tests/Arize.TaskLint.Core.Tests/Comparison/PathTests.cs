using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Model;
using CsCheck;

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

        Assert.Equal(path, Assert.Single(changes).Path.ToString());
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

        Assert.Equal(path, Assert.Single(changes).Path.ToString());
    }

    [Fact]
    public void A_cursor_goes_back_as_it_came_and_leaves_the_paths_that_it_gave()
    {
        var cursor = new PathCursor();
        cursor.Enter("evaluators");
        cursor.EnterItem("E1", "Tone");
        cursor.Enter("a.b");
        var path = cursor.Current;
        cursor.Leave();
        cursor.Leave();

        Assert.Equal(("evaluators[E1]['a.b']", "evaluators[Tone]['a.b']", "evaluators"), (path.ToString(), path.ToDisplay(), cursor.Current.ToString()));
        Assert.Same(cursor.Current, path.Parent!.Parent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("evaluators[E1].column_mappings['a.b']")]
    [InlineData("evaluators[Tone [v2]].query_filter")]
    [InlineData("evaluators[].query_filter")]
    [InlineData(@"evaluators[""a]b""].query_filter")]
    [InlineData(@"evaluators[""'a'""].query_filter")]
    [InlineData(@"evaluators[E]['it\'s']")]
    [InlineData("run_configuration.provider_parameters.a[1][0]")]
    public void A_text_that_is_read_is_written_as_it_was(string text) => Assert.Equal(text, FieldPath.Parse(text)!.ToString());

    [Theory]
    [InlineData(".name")]
    [InlineData("name.")]
    [InlineData("name..a")]
    [InlineData("evaluators[E")]
    [InlineData("two words")]
    [InlineData("evaluators[E]query_filter")]
    [InlineData("evaluators]")]
    public void What_is_no_path_is_not_read(string text) => Assert.Null(FieldPath.Parse(text));

    [Fact]
    public void Every_path_is_read_as_it_was_written() =>
        Gen.Select(Gen.Bool, Gen.Char["ab01 ._-[]'\"\\é"].Array[0, 6].Select(chars => new string(chars))).Array[0, 5].Sample(steps =>
        {
            var path = steps.Aggregate(FieldPath.Root, (path, step) => step.Item1 ? path.Field(step.Item2) : path.Item(step.Item2));

            var read = FieldPath.Parse(path.ToString());

            Assert.Equal(path, read);
            Assert.Equal(StepsOf(path), StepsOf(read!));
        });

    private static IEnumerable<(string? Name, string? Key)> StepsOf(FieldPath path) =>
        path.Parent is { } parent ? StepsOf(parent).Append((path.Name, path.Key)) : [];
}
