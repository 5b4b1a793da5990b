using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Tests;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain text, ünïcödé 日本 😀", "plain text, ünïcödé 日本 😀")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("\u001b[31m", "\\x1b[31m")]
    [InlineData("\u009b31m", "\\x9b31m")]
    [InlineData("a\u202eb\u2066", "a\\u202eb\\u2066")]
    [InlineData("\u0000\u007f", "\\x00\\x7f")]
    public void What_could_steer_a_terminal_is_written_out(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Escape(text));

    [Fact]
    public void Half_a_surrogate_pair_is_written_out() =>
        Assert.Equal("a\\ud83d!", TerminalText.Escape("a\ud83d!"));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("😀", 2)]
    [InlineData("e\u0301", 1)]
    public void Width_counts_columns(string text, int expected) => Assert.Equal(expected, TerminalText.Width(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("日本語", 4, "日…")]
    public void Long_text_is_shortened_to_columns(string text, int columns, string expected) =>
        Assert.Equal(expected, TerminalText.Shorten(text, columns));
}
