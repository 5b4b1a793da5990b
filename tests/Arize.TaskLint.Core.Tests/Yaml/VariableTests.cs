using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary><c>${VAR}</c> and <c>${VAR:default}</c> in values.</summary>
public sealed class VariableTests
{
    private static string? Variables(string name) => name switch
    {
        "A" => "one",
        "B_2" => "two",
        "_c" => "three",
        "EMPTY" => "",
        "NUMBER" => "0.5",
        "NULL" => "null",
        "TRUE" => "true",
        "NESTED" => "${A}",
        _ => null,
    };

    [Theory]
    [InlineData("${A}", "one", null)]
    [InlineData("${B_2}", "two", null)]
    [InlineData("${_c}", "three", null)]
    [InlineData("x ${A} y ${B_2}z", "x one y twoz", null)]
    [InlineData("${A}${A}", "oneone", null)]
    [InlineData("${EMPTY}", "", null)]
    [InlineData("${EMPTY:default}", "", null)]
    [InlineData("${A:default}", "one", null)]
    [InlineData("${X:default}", "default", null)]
    [InlineData("${X:}", "", null)]
    [InlineData("${X: a b }", " a b ", null)]
    [InlineData("${X:http://a:80/?b}", "http://a:80/?b", null)]
    [InlineData("${X:$5 {y}", "$5 {y", null)]
    [InlineData("${X:a}b}", "ab}", null)]
    [InlineData("${X:${A}}", "${A}", null)]
    [InlineData("${NESTED}", "${A}", null)]
    [InlineData("${X}", "${X}", "X")]
    [InlineData("${X} ${Y}", "${X} ${Y}", "X")]
    [InlineData("${A} ${X}", "one ${X}", "X")]
    [InlineData("${a}", "${a}", "a")]
    [InlineData("$${A}", "${A}", null)]
    [InlineData("$${A} ${A}", "${A} one", null)]
    [InlineData("$${X:y}", "${X:y}", null)]
    [InlineData("cost: $$5", "cost: $$5", null)]
    [InlineData("${a.b}", "${a.b}", null)]
    [InlineData("${}", "${}", null)]
    [InlineData("${1A}", "${1A}", null)]
    [InlineData("${A-B}", "${A-B}", null)]
    [InlineData("${ A }", "${ A }", null)]
    [InlineData("${A", "${A", null)]
    [InlineData("${A:", "${A:", null)]
    [InlineData("${A:b", "${A:b", null)]
    [InlineData("${é}", "${é}", null)]
    [InlineData("$A {A} $(A) %A%", "$A {A} $(A) %A%", null)]
    [InlineData("${", "${", null)]
    [InlineData("${${A}}", "${one}", null)]
    [InlineData("a } ${A} }", "a } one }", null)]
    public void Filling(string text, string expected, string? unset)
    {
        var filled = EnvironmentText.Fill(text, Variables);
        Assert.Equal((expected, unset), (filled.Text, filled.Unset));
        var scalar = Assert.IsType<ScalarNode>(Trees.At(Trees.ReadOne($"a: '{text}'\n", Variables), "a"));
        Assert.Equal(expected, scalar.Text);
        Assert.Equal(unset, scalar.Unknown?.Variable);
    }

    [Theory]
    [InlineData("${X:-a}", "${X:-a}", "-a")]
    [InlineData("${X:=a}", "${X:=a}", "=a")]
    [InlineData("${X:?a}", "${X:?a}", "?a")]
    [InlineData("${X:+a}", "${X:+a}", "+a")]
    [InlineData("${A:-a}", "${A:-a}", "one")]
    [InlineData("x ${X:a-b} ${X:-c} ${X:=d}", "${X:-c}", "x a-b -c =d")]
    [InlineData("${X:a}", null, "a")]
    [InlineData("${A}", null, "one")]
    public void Default_in_the_form_of_the_shell_is_told_as_it_is_written(string text, string? form, string filled)
    {
        var result = EnvironmentText.Fill(text, Variables);

        Assert.Equal((form, filled), (result.ShellForm, result.Text));
    }

    [Theory]
    [InlineData("${A09_Zz}")]
    [InlineData("${z90aA}")]
    [InlineData("${_0}")]
    public void Name_of_a_variable_has_letters_digits_and_underscores(string text) =>
        Assert.Equal(text[2..^1], EnvironmentText.Fill(text, Variables).Unset);

    [Theory]
    [InlineData("${NUMBER}", "a number")]
    [InlineData("'${NUMBER}'", "a number")]
    [InlineData("\"${X:1}\"", "a number")]
    [InlineData("'1${EMPTY}'", "a number")]
    [InlineData("'${NULL}'", "null")]
    [InlineData("${EMPTY}", "null")]
    [InlineData("\"${X:}\"", "null")]
    [InlineData("'${TRUE}'", "a truth value")]
    [InlineData("'$${NUMBER}'", "text")]
    [InlineData("${A}", "text")]
    [InlineData("'${X}'", "a value that is not known")]
    public void What_is_filled_in_counts_as_if_it_stood_there_without_quotes(string written, string expected) =>
        Assert.Equal(expected, Trees.At(Trees.ReadOne($"a: {written}\n", Variables), "a").Describe());

    [Fact]
    public void Keys_comments_anchors_and_tags_are_not_filled()
    {
        var root = Trees.ReadOne("# ${X}\n${A}: &A 1\nb: *A\n'${X}': 2\n", Variables);
        Assert.Equal("{${A}:1,b:1,${X}:2}", Trees.Outline(root));
    }

    [Fact]
    public void Blocks_and_flow_are_filled()
    {
        var root = Trees.ReadOne("a: |\n  x ${A}\n  y ${B_2}\nb: [\"${A}\", '${NUMBER}']\nc: {d: \"${A}\"}\n", Variables);
        Assert.Equal("x one\ny two\n", Trees.TextAt(root, "a"));
        Assert.Equal("one", Trees.TextAt(root, "b.0"));
        Assert.Equal("a number", Trees.At(root, "b.1").Describe());
        Assert.Equal("one", Trees.TextAt(root, "c.d"));
    }

    [Fact]
    public void A_variable_is_asked_for_once_for_each_use()
    {
        var asked = new List<string>();
        Trees.Read("a: ${A} ${X} $${Y} ${Z:d}\nb: &n ${A}\nc: *n\n", name =>
        {
            asked.Add(name);
            return Variables(name);
        });
        Assert.Equal(["A", "X", "Z", "A"], asked);
    }

    [Fact]
    public void Many_openings_without_an_end_take_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("${A:", 500_000));
        Assert.Equal(new FilledText(text), EnvironmentText.Fill(text, Variables));
    }
}
