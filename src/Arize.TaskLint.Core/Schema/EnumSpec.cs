using System.Text;

namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// The words that an enum field may have. The API wrote them in lower case before 2026-07-16 and in upper case since, and client libraries
/// write them in their own ways (<c>JSONParseable</c> for <c>JSON_PARSEABLE</c>), so letter case and separators never count.
/// </summary>
public sealed class EnumSpec
{
    private readonly string[] words;
    private readonly Dictionary<string, string> spellings = new(StringComparer.Ordinal);

    /// <summary>Creates the table of words, in the API's own spelling.</summary>
    public EnumSpec(params string[] words)
    {
        this.words = words;
        foreach (var word in words)
        {
            spellings[word] = word;
            spellings[word.ToLowerInvariant()] = word;
            spellings[Normal(word)] = word;
        }
    }

    /// <summary>The words, in the API's own spelling.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Those of the words that the API still takes, and has better ones for.</summary>
    public IReadOnlyList<string> Deprecated { get; init; } = [];

    /// <summary>Other words that people write, in lower case and without separators, and the word that they mean.</summary>
    public IReadOnlyDictionary<string, string> AlsoCalled { get; init; } = new Dictionary<string, string>();

    /// <summary>The word that is meant by one that the enum does not have, where one is near or people write that for it; else null.</summary>
    internal string? MeantBy(string word) => AlsoCalled.TryGetValue(Normal(word), out var meant) ? meant : NearestName.Of(word, Words);

    /// <summary>Whether a word is another for one of these, or one of these with a slip in it, so that what is meant is certain.</summary>
    internal bool IsCertain(string word, string meant) => AlsoCalled.ContainsKey(Normal(word)) || NearestName.IsSlip(word, meant);

    /// <summary>The position of a word, in any spelling, in <see cref="Words"/>; -1 for another word.</summary>
    public int IndexOf(string word) => Find(word) is { } found ? Array.IndexOf(words, found) : -1;

    /// <summary>One of <see cref="Words"/> in any spelling; null for another word.</summary>
    public string? Find(string word) =>
        spellings.TryGetValue(word, out var found) || spellings.TryGetValue(Normal(word), out found) ? found : null;

    /// <summary>Whether two spellings mean the same word, known or not.</summary>
    public static bool Same(string one, string other) => one == other || Normal(one) == Normal(other);

    /// <summary>A word without what does not count in it.</summary>
    internal static string Normal(string word)
    {
        var normal = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is not ('_' or '-' or ' '))
                normal.Append(char.ToLowerInvariant(c));
        }

        return normal.ToString();
    }
}
