using Arize.TaskLint.Core.Evaluators;

namespace Arize.TaskLint.Core.Tests.Evaluators;

public sealed class TemplateVariablesTests
{
    [Theory]
    [InlineData("Does {output} follow from {input}?", "output input")]
    [InlineData("{a}{b}{a}", "a b")]
    [InlineData("{_x1} {größe}", "_x1 größe")]
    [InlineData("{{{x}}}", "x")]
    [InlineData("{ {x} }", "x")]
    [InlineData("{{x}}", "")]
    [InlineData("{{{{x}}}}", "")]
    [InlineData("{x", "")]
    [InlineData("x}", "")]
    [InlineData("{", "")]
    [InlineData("{}", "")]
    [InlineData("", "")]
    [InlineData("{1x} {a-b} {a.b} { a } {a b} {a!r} {a:>10}", "")]
    [InlineData("Answer as {\"label\": \"good\", \"score\": 1} and judge {output}", "output")]
    [InlineData("{{\"label\": \"{label}\", \"more\": {{\"a\": 1}}}}", "label")]
    [InlineData("{\n  \"label\": \"good\"\n}", "")]
    public void Only_a_name_in_single_braces_is_a_variable(string template, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TemplateVariables.Of(template, out _));

    [Theory]
    [InlineData("{{x}} and {y}", "x")]
    [InlineData("{{ x }} { z } {a.b} {#each items} {c!r}", "x z a a.b each c")]
    [InlineData("{attributes.input.value} and {a-b}", "attributes attributes.input.value a a-b")]
    [InlineData("{{x}} {x}", "")]
    [InlineData("{\"label\": 1} {x}", "")]
    public void Names_that_an_author_may_have_meant_are_told_apart(string template, string expected)
    {
        TemplateVariables.Of(template, out var possible);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), possible);
    }

    [Fact]
    public void No_text_is_too_odd_or_too_long()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => "{}{}ab_1 .\n\"#"[random.Next(13)])]);
            Assert.All(TemplateVariables.Of(text, out var possible), variable => Assert.Contains($"{{{variable}}}", text, StringComparison.Ordinal));
            Assert.All(possible, name => Assert.Contains(name, text, StringComparison.Ordinal));
        }

        Assert.Empty(TemplateVariables.Of(new string('{', 1_000_001), out _));
        Assert.Equal(["x"], TemplateVariables.Of(string.Concat(Enumerable.Repeat("{x}", 300_000)), out _));
    }
}
