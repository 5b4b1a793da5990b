using DiffPlex;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>Cuts texts for a comparison: into words, blanks and single signs, or into lines.</summary>
internal sealed class Chunks : IChunker
{
    private readonly Func<char, int> kindOf;

    private Chunks(Func<char, int> kindOf) => this.kindOf = kindOf;

    /// <summary>Words, runs of blanks, and each other character alone.</summary>
    internal static Chunks Words { get; } = new(c => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c) ? 1 : c == ' ' ? 2 : 0);

    /// <summary>Lines, and the breaks between them.</summary>
    internal static Chunks Lines { get; } = new(c => c == '\n' ? 0 : 1);

    /// <inheritdoc/>
    public IReadOnlyList<string> Chunk(string text)
    {
        var chunks = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            var kind = kindOf(text[start]);
            while (kind > 0 && end < text.Length && kindOf(text[end]) == kind)
                end++;
            chunks.Add(text[start..end]);
        }

        return chunks;
    }
}
