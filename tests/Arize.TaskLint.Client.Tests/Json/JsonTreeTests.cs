using System.Text;
using System.Text.Json;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Tests.Json;

public sealed class JsonTreeTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("0.10")]
    [InlineData("-1e-3")]
    [InlineData("12345678901234567890.123456789")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void Numbers_truth_values_and_null_keep_their_text(string json)
    {
        var scalar = Assert.IsType<ScalarNode>(Read(json));

        Assert.Equal((json, true), (scalar.Text, scalar.IsPlain));
        Assert.Equal(json == "null", scalar.IsNull);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("\"null\"", "null")]
    [InlineData("\"1\"", "1")]
    [InlineData("\"a\\nb\\u0041\\\"\\\\\\/\"", "a\nbA\"\\/")]
    [InlineData("\"\\ud83d\\ude00 ☂\"", "😀 ☂")]
    [InlineData("\"${HOME}\"", "${HOME}")]
    public void Texts_are_texts_whatever_they_look_like(string json, string text)
    {
        var scalar = Assert.IsType<ScalarNode>(Read(json));

        Assert.Equal((text, false, false), (scalar.Text, scalar.IsPlain, scalar.IsNull));
    }

    [Fact]
    public void Lists_and_mappings_keep_their_order()
    {
        var root = Assert.IsType<MappingNode>(Read("""{ "b": [1, [], {}, "x"], "a": { "b": null } }"""));

        Assert.Equal(["b", "a"], root.Entries.Select(entry => entry.Key.Text));
        Assert.Collection(Assert.IsType<ListNode>(root["b"]).Items,
            item => Assert.Equal("1", item.TextOf()),
            item => Assert.Empty(Assert.IsType<ListNode>(item).Items),
            item => Assert.Empty(Assert.IsType<MappingNode>(item).Entries),
            item => Assert.Equal("x", item.TextOf()));
        Assert.Null(Assert.IsType<MappingNode>(root["a"])["b"].TextOf());
    }

    [Fact]
    public void A_key_that_comes_twice_is_kept_apart()
    {
        var root = Assert.IsType<MappingNode>(Read("""{ "a": 1, "b": 2, "a": 3 }"""));

        Assert.Equal(["a", "b"], root.Entries.Select(entry => entry.Key.Text));
        Assert.Single(root.Repeated);
    }

    [Fact]
    public void Nothing_has_a_place_in_a_file()
    {
        Assert.False(Read("""{ "a": 1 }""").Place.IsKnown);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        Assert.Equal("1", Assert.Single(JsonTree.ReadAll([0xEF, 0xBB, 0xBF, (byte)'1'])).TextOf());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\t ", 0)]
    [InlineData("{}", 1)]
    [InlineData("{} \n {} [1]", 3)]
    [InlineData("1 2", 2)]
    public void Several_values_may_stand_behind_each_other(string json, int count)
    {
        Assert.Equal(count, JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)).Count);
    }

    [Theory]
    [InlineData("{", 0, 1)]
    [InlineData("{\n  \"a\": oops\n}", 1, 7)]
    [InlineData("[1,]", 0, 3)]
    [InlineData("{\"a\" 1}", 0, 5)]
    [InlineData("{'a': 1}", 0, 1)]
    [InlineData("[1] // comment", 0, 4)]
    [InlineData("name: yaml", 0, 1)]
    [InlineData("]", 0, 0)]
    [InlineData("{\"tasks\": [{\"id\": \"cu", 0, 21)]
    public void What_is_no_JSON_is_told_with_its_place(string json, int line, int column)
    {
        var broken = Assert.ThrowsAny<JsonException>(() => Read(json));

        Assert.Equal((line, column), ((int)broken.LineNumber!, (int)broken.BytePositionInLine!));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\": 1}")]
    public void Half_a_character_is_no_text(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    [Fact]
    public void What_is_no_UTF_8_is_no_text()
    {
        Assert.ThrowsAny<JsonException>(() => JsonTree.ReadAll([(byte)'"', 0xC3, 0x28, (byte)'"']));
        Assert.ThrowsAny<JsonException>(() => JsonTree.ReadAll([0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0]));
    }

    [Fact]
    public void A_text_that_is_nested_deeper_than_any_task_is_refused()
    {
        Assert.NotNull(Read(new string('[', 128) + new string(']', 128)));
        Assert.ThrowsAny<JsonException>(() => Read(new string('[', 100_000)));
    }

    private static Node Read(string json) => Assert.Single(JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)));
}
