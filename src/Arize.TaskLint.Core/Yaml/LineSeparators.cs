namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Three characters that end a line in YAML 1.1, as the library reads it, and are plain characters in YAML 1.2 and JSON. Word processors
/// leave them in prompts. Stand-ins of the same length carry them past the parser, so that places stay what they are.
/// </summary>
internal static class LineSeparators
{
    private static readonly char[] Separators = ['\u0085', '\u2028', '\u2029'];

    // Characters that no text may have.
    private static readonly char[] StandIns = ['\uFDD0', '\uFDD1', '\uFDD2'];

    /// <summary>Whether a text has any of them.</summary>
    internal static bool AreIn(string text) => text.IndexOfAny(Separators) >= 0;

    /// <summary>The text with substitutes.</summary>
    internal static string Hide(string text) => Replace(text, Separators, StandIns);

    /// <summary>The text with the characters themselves.</summary>
    internal static string Restore(string text) => Replace(text, StandIns, Separators);

    private static string Replace(string text, char[] olds, char[] news)
    {
        for (var i = 0; i < olds.Length; i++)
            text = text.Replace(olds[i], news[i]);
        return text;
    }
}
