using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Characters that are invisible, or that change how others are displayed.</summary>
internal static class Invisible
{
    private const int EmojiStyle = 0xfe0f;
    private const int Joiner = 0x200d;

    /// <summary>Whether the character at a position of a text is invisible there. Joiners within an emoji sequence are not.</summary>
    internal static bool Is(Rune rune, string text, int i) => rune.Value switch
    {
        EmojiStyle => !IsPicture(Before(text, i)) && !IsKey(Before(text, i)),
        Joiner => !IsPicture(Before(text, i)) || !IsPicture(After(text, i + 1)),
        _ => Is(rune),
    };

    private static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        // Ranges that Unicode reserves for them, and noncharacters.
        UnicodeCategory.OtherNotAssigned =>
            rune.Value is 0x2065 or (>= 0xfdd0 and <= 0xfdef) or (>= 0xfff0 and <= 0xfff8) or (>= 0xe0000 and <= 0xe0fff)
                || (rune.Value & 0xfffe) == 0xfffe,
        // Letters and marks that have no shape: fillers, joiners and selectors of variants.
        _ => rune.Value is 0x034f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or (>= 0x180b and <= 0x180f) or 0x2800 or 0x3164 or 0xffa0
            or (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0100 and <= 0xe01ef),
    };

    private static bool IsPicture(Rune? rune) => rune is { } one
        && (one.Value is EmojiStyle or 0x203c or 0x2049 or 0x3030 or (>= 0x1f3fb and <= 0x1f3ff)
            || (one.Value >= 0x80 && Rune.GetUnicodeCategory(one) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol));

    // A digit, or a sign, that may be drawn as a key.
    private static bool IsKey(Rune? rune) => rune is { Value: '#' or '*' or (>= '0' and <= '9') };

    private static Rune? Before(string text, int i) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, i), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    private static Rune? After(string text, int i) =>
        Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
}
