using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spelling;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>The fix that writes a text anew.</summary>
internal static class Rewriting
{
    // Each fix reads the whole text again, and no line that people write has more.
    private const int Longest = 4096;

    /// <summary>
    /// Replaces a text. Null if more might change with it: a variable that was filled in, a text that is written elsewhere and may be shared by other
    /// tasks, lines that are folded or laid out by hand.
    /// </summary>
    internal static Fix? Of(ScalarNode value, string text) =>
        value is { Unknown: null, WrittenAt: null } && IsOneLine(value.Text) && IsOneLine(text)
            && !WrittenText.RunsOverLines(value) && WrittenText.Of(value).IsExact
            ? new ReplaceScalar($"Write {Excerpt.Of(text)}", value, text, IsText: true)
            : null;

    private static bool IsOneLine(string text) => text.Length <= Longest && text.IndexOfAny(['\r', '\n']) < 0;
}
