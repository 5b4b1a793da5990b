using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Model;

public sealed class LetterExpressionTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("((A))", "A")]
    [InlineData("B and A", "A AND B")]
    [InlineData("(C OR A) or B", "A OR B OR C")]
    [InlineData("C AND (B OR A)", "(A OR B) AND C")]
    [InlineData("(A AND B) AND (C OR D)", "(C OR D) AND A AND B")]
    [InlineData("A AND B OR C", "A AND B OR C")]
    [InlineData("E OR (A AND B OR C)", "(A AND B OR C) OR E")]
    [InlineData(" A\tAND\nA ", "A AND A")]
    public void Normal(string text, string normal)
    {
        Assert.Null(LetterExpression.Parse(text).Error);
        Assert.Equal(normal, LetterExpression.Parse(text).Normal);
        Assert.Equal(normal, LetterExpression.Parse(normal).Normal);
    }

    [Theory]
    [InlineData("A B")]
    [InlineData("A AND")]
    [InlineData("AND")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData("(A OR)")]
    [InlineData("NOT A")]
    [InlineData("A & B")]
    [InlineData("A, B")]
    [InlineData("A (B)")]
    public void Malformed(string text)
    {
        var expression = LetterExpression.Parse(text);
        Assert.NotNull(expression.Error);
        Assert.Null(expression.Normal);
    }

    [Fact]
    public void Names_are_told_in_their_order() => Assert.Equal(["B", "a", "B", "F1"], LetterExpression.Parse("B AND (a OR B) AND F1").Names);

    [Theory]
    [InlineData("(", "A", ")")]
    [InlineData("A AND (B OR (", "C", "))")]
    [InlineData("(", "", "")]
    public void Depth_is_no_danger(string before, string middle, string after)
    {
        string Many(string text) => string.Concat(Enumerable.Repeat(text, 100_000));
        Assert.Null(LetterExpression.Parse(Many(before) + middle + Many(after)).Normal);
    }
}
