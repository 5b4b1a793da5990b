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
    [InlineData("a\u2028b\u2029c\u200ed\u061ce", "a\\u2028b\\u2029c\\u200ed\\u061ce")]
    public void What_could_steer_a_terminal_is_written_out(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Escape(text));

    [Theory]
    [InlineData("a\u200bb\u2060c\u00add\ufeff", "a\\u200bb\\u2060c\\xadd\\ufeff")]
    [InlineData("a\U000e0041\U000e007fb", "a\\U000e0041\\U000e007fb")]
    [InlineData("a\U000e0100b\ufe0fc\ufe00", "a\\U000e0100b\\ufe0fc\\ufe00")]
    [InlineData("\u3164\uffa0\u115f\u1160\u034f\u2800", "\\u3164\\uffa0\\u115f\\u1160\\u034f\\u2800")]
    [InlineData("a\u200db1\u200d2", "a\\u200db1\\u200d2")]
    [InlineData("\uffff\U000e0fff", "\\uffff\\U000e0fff")]
    public void What_nobody_sees_is_written_out(string text, string expected) => Assert.Equal(expected, TerminalText.Escape(text));

    [Theory]
    [InlineData("❤\ufe0f 1\ufe0f\u20e3 👩\u200d🔬 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈")]
    [InlineData("Zürich  e\u0301 नमस्ते العربية עברית 한글 ไทย")]
    public void What_is_seen_stays(string text) => Assert.Equal(text, TerminalText.Escape(text));

    [Theory]
    [InlineData("::error file=a::b", "\\x3a:error file=a::b")]
    [InlineData(" \u3000::add-mask::b", " \u3000\\x3a:add-mask::b")]
    [InlineData("a ##vso[task.setvariable variable=x]y", "a #\\x23vso[task.setvariable variable=x]y")]
    [InlineData("###vso[x]", "##\\x23vso[x]")]
    [InlineData("##[add-matcher]x", "#\\x23[add-matcher]x")]
    [InlineData("##teamcity[blockOpened name='x']", "#\\x23teamcity[blockOpened name='x']")]
    public void What_a_runner_takes_for_a_command_is_written_out(string text, string expected) => Assert.Equal(expected, TerminalText.Escape(text));

    [Theory]
    [InlineData("a::b")]
    [InlineData(": :")]
    [InlineData("## Title [x]")]
    [InlineData("#vso[x] ##")]
    [InlineData("x[0]##")]
    public void What_only_resembles_a_command_stays(string text) => Assert.Equal(text, TerminalText.Escape(text));

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
