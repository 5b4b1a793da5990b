using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>What scalars say, and as what they count.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("a: |\n  one\n   two\n\n  three\n", "one\n two\n\nthree\n")]
    [InlineData("a: |-\n  one\n  two\n\n\n", "one\ntwo")]
    [InlineData("a: |+\n  one\n\n\n", "one\n\n\n")]
    [InlineData("a: |1\n  one\n", " one\n")]
    [InlineData("a: >\n  one\n  two\n\n  three\n", "one two\nthree\n")]
    [InlineData("a: >-\n  one\n    two\n  three\n", "one\n  two\nthree")]
    [InlineData("a: one\n  two\n\n  three\n", "one two\nthree")]
    [InlineData("a: 'one\n  two'\n", "one two")]
    [InlineData("a: \"one\\\n  two\"\n", "onetwo")]
    [InlineData("a: |\n  {\"b\": [1, {\"c\": null}]} # no comment\n  --- %d & * !\n", "{\"b\": [1, {\"c\": null}]} # no comment\n--- %d & * !\n")]
    [InlineData("a: |\n  one\n  \ttwo\n", "one\n\ttwo\n")]
    public void A_text_over_several_lines_is_the_same_whatever_ends_them(string text, string expected)
    {
        Assert.Equal(expected, Trees.TextAt(Trees.ReadOne(text), "a"));
        Assert.Equal(expected, Trees.TextAt(Trees.ReadOne(text.Replace("\n", "\r\n")), "a"));
        Assert.Equal(expected, Trees.TextAt(Trees.ReadOne(text.Replace('\n', '\r')), "a"));
    }

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\x41\\u00e9\\U0001F600\"", "Aé😀")]
    [InlineData("\"\\ud83d\\ude00 \\u2028\"", "😀 \u2028")]
    [InlineData("\"\\_\\N\\L\\P\"", "\u00a0\u0085\u2028\u2029")]
    [InlineData("\"\\0\"", "\0")]
    [InlineData("'it''s \\n'", "it's \\n")]
    [InlineData("a#b", "a#b")]
    [InlineData("a:b", "a:b")]
    [InlineData("http://a/b?c=[d]", "http://a/b?c=[d]")]
    [InlineData("-a", "-a")]
    [InlineData("?a", "?a")]
    [InlineData(":a", ":a")]
    [InlineData("status_code = 'OK'", "status_code = 'OK'")]
    [InlineData("<<", "<<")]
    public void A_text_in_one_line(string written, string expected) => Assert.Equal(expected, Trees.TextAt(Trees.ReadOne($"a: {written}\n"), "a"));

    [Theory]
    [InlineData("a: |\n  one\u2028two\n  three \u0085 four\n", "one\u2028two\nthree \u0085 four\n")]
    [InlineData("a: plain \u2028 text\n", "plain \u2028 text")]
    [InlineData("a: 'q \u2029 r'\n", "q \u2029 r")]
    [InlineData("{\"a\": \"x \u2028 y\"}", "x \u2028 y")]
    [InlineData("# c \u2028 d\na: x\n", "x")]
    public void Line_separators_of_word_processors_are_characters_like_others(string text, string expected) =>
        Assert.Equal(expected, Trees.TextAt(Trees.ReadOne(text), "a"));

    [Fact]
    public void Line_separators_may_stand_in_keys() => Assert.Equal("{a\u2028b:1}", Trees.Outline(Trees.ReadOne("a\u2028b: 1\n")));

    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("null", "null")]
    [InlineData("Null", "null")]
    [InlineData("NULL", "null")]
    [InlineData("nUll", "text")]
    [InlineData("'null'", "text")]
    [InlineData("!!str null", "text")]
    [InlineData("!!str", "text")]
    [InlineData("! null", "text")]
    [InlineData("!!null 'null'", "null")]
    [InlineData("true", "a truth value")]
    [InlineData("TRUE", "a truth value")]
    [InlineData("tRue", "text")]
    [InlineData("False", "a truth value")]
    [InlineData("\"true\"", "text")]
    [InlineData("yes", "text")]
    [InlineData("on", "text")]
    [InlineData("y", "text")]
    [InlineData("0", "a number")]
    [InlineData("-1.5e+3", "a number")]
    [InlineData(".5", "a number")]
    [InlineData("5.", "a number")]
    [InlineData("+0.25", "a number")]
    [InlineData("007", "a number")]
    [InlineData("!!float '1'", "a number")]
    [InlineData("'1'", "text")]
    [InlineData("|-\n  1", "text")]
    [InlineData("0x1F", "text")]
    [InlineData("0o17", "text")]
    [InlineData("1_000", "text")]
    [InlineData("1,5", "text")]
    [InlineData("1e400", "text")]
    [InlineData(".nan", "text")]
    [InlineData(".inf", "text")]
    [InlineData("NaN", "text")]
    [InlineData("Infinity", "text")]
    [InlineData(".", "text")]
    [InlineData("-", "a list")]
    [InlineData("-.", "text")]
    [InlineData("1e", "text")]
    [InlineData("１", "text")]
    [InlineData("2027-01-31", "text")]
    [InlineData("12:30", "text")]
    [InlineData("[]", "a list")]
    [InlineData("{}", "a mapping")]
    public void What_a_value_counts_as(string written, string expected)
    {
        var root = written == "-" ? Trees.ReadOne("a:\n-\n") : Trees.ReadOne($"a: {written}\n");
        Assert.Equal(expected, Trees.At(root, "a").Describe());
    }

    [Fact]
    public void What_an_alias_stands_for_counts_as_what_it_is()
    {
        var root = Trees.ReadOne("x: &n 1\ny: &q '1'\na: *n\nb: *q\n");
        Assert.Equal("a number", Trees.At(root, "a").Describe());
        Assert.Equal("text", Trees.At(root, "b").Describe());
    }

    [Fact]
    public void A_value_that_is_not_known_says_so()
    {
        var scalar = Assert.IsType<ScalarNode>(Trees.At(Trees.ReadOne("a: ${X}\n"), "a"));
        Assert.Equal("a value that is not known", scalar.Describe());
        Assert.False(scalar.IsNull);
        Assert.Equal("X", scalar.Unknown?.Variable);
        Assert.Equal("1,4-1,8", Trees.PlaceText(scalar.Unknown!.Place));
    }
}
