using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Tests.Templates;

public sealed class PlaceholderReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("no braces", "")]
    [InlineData("{question}", "question@0+10")]
    [InlineData("a {b} c {_d1} {e.f-g}", "b@2+3 _d1@8+5 e.f-g@14+7")]
    [InlineData("{été} {質問}", "été@0+5 質問@6+4")]
    [InlineData("{{literal}}", "")]
    [InlineData("{{{x}}}", "x@2+3")]
    [InlineData("{x}}", "x@0+3")]
    [InlineData("{{x}", "")]
    [InlineData("{ x } {1} {a b} {} {\"a\": 1} {a: 1} {x", "")]
    [InlineData("{a{b}", "b@2+3")]
    [InlineData("{\"a\": {\"b\": \"{c}\"}}", "c@13+3")]
    public void Single_braces(string text, string placeholders) => Assert.Equal(placeholders, Show(text, PlaceholderStyle.SingleBraces));

    [Theory]
    [InlineData("", "")]
    [InlineData("{single}", "")]
    [InlineData("{{question}}", "question@0+12")]
    [InlineData("a {{ b }}, {{\tdataset.c\t}}", "b@2+7 dataset.c@11+15")]
    [InlineData("{{{raw}}}", "raw@1+7")]
    [InlineData("{{#each}} {{/each}} {{1}} {{a b}} {{}} {{\"a\": 1}} {{x} {x}} {{x", "")]
    [InlineData("{{a\n}}", "")]
    [InlineData("{\"a\": {\"b\": {{c}}}}", "c@12+5")]
    [InlineData("{{\"a\": {{b}}}}", "b@7+5")]
    public void Double_braces(string text, string placeholders) => Assert.Equal(placeholders, Show(text, PlaceholderStyle.DoubleBraces));

    [Fact]
    public void Tags_are_all_that_may_name_a_variable() =>
        Assert.Equal(["a b", "each", "each", "raw", "x", ""], PlaceholderReader.Tags("{{ a b }} {{#each}} {{/ each }} {{{raw}}} {{& x}} {{}} {y}"));

    [Theory]
    [InlineData("{{\"q\": \"{x}\"}}", PlaceholderStyle.SingleBraces, true, "{\"q\": \"0\"}")]
    [InlineData("{\"q\": {x}}", PlaceholderStyle.SingleBraces, false, "{\"q\": 0}")]
    [InlineData("{\"q\": {{ x }}}", PlaceholderStyle.DoubleBraces, false, "{\"q\": 0}")]
    [InlineData("nothing", PlaceholderStyle.DoubleBraces, false, "nothing")]
    public void Fill(string text, PlaceholderStyle style, bool unescapes, string filled) =>
        Assert.Equal(filled, PlaceholderReader.Fill(text, style, "0", unescapes));

    [Theory]
    [InlineData('{')]
    [InlineData('}')]
    public void A_million_braces_are_read_in_no_time(char brace)
    {
        var text = new string(brace, 1_000_000);
        Assert.Empty(PlaceholderReader.Read(text, PlaceholderStyle.SingleBraces));
        Assert.Empty(PlaceholderReader.Read(text, PlaceholderStyle.DoubleBraces));
    }

    private static string Show(string text, PlaceholderStyle style) =>
        string.Join(' ', PlaceholderReader.Read(text, style).Select(placeholder => $"{placeholder.Name}@{placeholder.Start}+{placeholder.Length}"));
}
