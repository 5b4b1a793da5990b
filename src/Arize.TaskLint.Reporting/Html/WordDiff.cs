using DiffPlex;
using DiffPlex.Model;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The words in which two texts differ.</summary>
internal static class WordDiff
{
    // The time grows with the square of what differs: longer texts are compared by lines, and the longest not at all.
    private const int MostChunks = 4000;
    private const int LongestBridge = 2;

    /// <summary>The pieces of both texts: those that they share, and between them those of one alone.</summary>
    internal static (IReadOnlyList<DiffPiece> Declared, IReadOnlyList<DiffPiece> Live) Of(string declared, string live)
    {
        // Of two single words, all differs.
        if (!declared.AsSpan().ContainsAny(' ', '\n') || !live.AsSpan().ContainsAny(' ', '\n'))
            return ([new DiffPiece(declared, Differs: false)], [new DiffPiece(live, Differs: false)]);
        var chunks = IsShort(declared, live, Chunks.Words) ? Chunks.Words : Chunks.Lines;
        if (!IsShort(declared, live, chunks))
            return ([new DiffPiece(declared, Differs: true)], [new DiffPiece(live, Differs: true)]);
        var diff = Differ.Instance.CreateDiffs(declared, live, ignoreWhiteSpace: false, ignoreCase: false, chunks);
        var blocks = Joined(diff.DiffBlocks, diff.PiecesOld);
        return (
            Pieces(diff.PiecesOld, blocks.Select(block => (block.DeleteStartA, block.DeleteCountA))),
            Pieces(diff.PiecesNew, blocks.Select(block => (block.InsertStartB, block.InsertCountB))));
    }

    private static bool IsShort(string declared, string live, Chunks chunks) =>
        chunks.Chunk(declared).Count <= MostChunks && chunks.Chunk(live).Count <= MostChunks;

    // A blank or a comma between two words that differ is no help to the eye.
    private static List<DiffBlock> Joined(IEnumerable<DiffBlock> blocks, IReadOnlyList<string> declared)
    {
        var joined = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (joined.Count > 0 && joined[^1] is var last && IsBridge(declared, last.DeleteStartA + last.DeleteCountA, block.DeleteStartA))
            {
                joined[^1] = new DiffBlock(
                    last.DeleteStartA,
                    block.DeleteStartA + block.DeleteCountA - last.DeleteStartA,
                    last.InsertStartB,
                    block.InsertStartB + block.InsertCountB - last.InsertStartB);
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private static bool IsBridge(IReadOnlyList<string> declared, int from, int to)
    {
        var text = string.Concat(declared.Skip(from).Take(to - from));
        return text.Length <= LongestBridge && !text.Contains('\n') && !text.Any(char.IsLetterOrDigit);
    }

    private static List<DiffPiece> Pieces(IReadOnlyList<string> chunks, IEnumerable<(int Start, int Count)> differing)
    {
        var pieces = new List<DiffPiece>();
        var at = 0;
        void Add(int end, bool differs)
        {
            if (end > at)
                pieces.Add(new DiffPiece(string.Concat(chunks.Skip(at).Take(end - at)), differs));
            at = end;
        }

        foreach (var (start, count) in differing)
        {
            Add(start, differs: false);
            Add(start + count, differs: true);
        }

        Add(chunks.Count, differs: false);
        return pieces;
    }
}
