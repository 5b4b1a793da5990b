using System.Globalization;
using System.Text;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Each character of Unicode that breaks lines, steers a terminal or turns the reading direction is written out.</summary>
public sealed class HiddenCharacterTests
{
    [Theory]
    [InlineData('\u2028', "\\u2028")]
    [InlineData('\u2029', "\\u2029")]
    [InlineData('\u200e', "\\u200e")]
    [InlineData('\u200f', "\\u200f")]
    [InlineData('\u061c', "\\u061c")]
    [InlineData('\u0085', "\\x85")]
    public void A_line_separator_or_direction_mark_is_written_out(char c, string expected) => Assert.Equal($"a{expected}b", TerminalText.Escape($"a{c}b"));

    [Fact]
    public void No_control_format_or_separator_character_stays_in_a_text()
    {
        var kept = new List<string>();
        for (var code = 0; code <= 0x10ffff; code++)
        {
            if (!Rune.IsValid(code) || Rune.GetUnicodeCategory(new Rune(code))
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                continue;
            }

            var text = new Rune(code).ToString();
            if (TerminalText.Escape($"a{text}b").Contains(text, StringComparison.Ordinal))
                kept.Add(code.ToString("x4", CultureInfo.InvariantCulture));
        }

        Assert.Empty(kept);
    }
}
