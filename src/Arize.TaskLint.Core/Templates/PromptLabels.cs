namespace Arize.TaskLint.Core.Templates;

/// <summary>A label that a prompt does not contain in the same spelling.</summary>
/// <param name="Written">How the prompt writes it, in another letter case; null if it does not name it at all.</param>
internal sealed record LabelMisfit(string Label, string? Written);

/// <summary>Which labels a judge's prompt names.</summary>
internal static class PromptLabels
{
    // A prompt that takes longer to compare was not written by a person.
    private const long MostWork = 20_000_000;

    // Placeholders of such names are filled with the labels.
    private static readonly string[] NamesOfLabels = ["label", "choice", "rail", "option", "class", "categor"];

    /// <summary>The labels that a prompt does not name, or names in another letter case.</summary>
    /// <param name="style">How its placeholders are written.</param>
    internal static IReadOnlyList<LabelMisfit> Misfits(string prompt, PlaceholderStyle style, IReadOnlyList<string> labels)
    {
        if ((long)prompt.Length * labels.Count > MostWork || MayBeHandedLabels(prompt, style))
            return [];
        var text = OnOneLine(prompt);
        var misfits = new List<LabelMisfit>();
        foreach (var label in labels)
        {
            var words = OnOneLine(label);
            if (words.Length > 0 && IndexOf(text, words, StringComparison.Ordinal) < 0)
            {
                var at = IndexOf(text, words, StringComparison.OrdinalIgnoreCase);
                misfits.Add(new LabelMisfit(label, at >= 0 ? text.Substring(at, words.Length) : null));
            }
        }

        return misfits;
    }

    // By a placeholder of such a name, or with the whole prompt.
    private static bool MayBeHandedLabels(string prompt, PlaceholderStyle style) =>
        !PlaceholderReader.Fill(prompt, style, "").Any(char.IsLetter)
        || PlaceholderReader.Read(prompt, style)
            .Any(placeholder => Array.Exists(NamesOfLabels, name => placeholder.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0));

    // As a whole word: "relevant" is not named by "irrelevant".
    private static int IndexOf(string text, string words, StringComparison comparison)
    {
        for (var at = text.IndexOf(words, comparison); at >= 0; at = text.IndexOf(words, at + 1, comparison))
        {
            var end = at + words.Length;
            if (!(at > 0 && AreOfOneWord(text[at - 1], text[at])) && !(end < text.Length && AreOfOneWord(text[end - 1], text[end])))
                return at;
        }

        return -1;
    }

    // Scripts after these write words without blanks between them.
    private static bool AreOfOneWord(char one, char other) => IsOfWord(one) && IsOfWord(other);

    private static bool IsOfWord(char c) => c < '\u0590' && char.IsLetterOrDigit(c);

    private static string OnOneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
