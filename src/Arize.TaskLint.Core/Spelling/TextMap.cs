using System.Text;

namespace Arize.TaskLint.Core.Spelling;

/// <summary>A text, and for each of its characters the part of the source that it comes from.</summary>
internal sealed class TextMap
{
    private readonly StringBuilder text = new();
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    /// <summary>The number of characters of the text.</summary>
    internal int Length => text.Length;

    /// <summary>Adds a character.</summary>
    /// <param name="start">The beginning in the source.</param>
    internal void Add(char c, int start, int end)
    {
        text.Append(c);
        starts.Add(start);
        ends.Add(end);
    }

    /// <summary>Adds a code point, of one character or two.</summary>
    internal void AddCodePoint(int code, int start, int end)
    {
        if (code is >= 0xD800 and < 0xE000 or < 0 or > 0x10FFFF)
        {
            Add((char)code, start, end);
            return;
        }

        foreach (var c in char.ConvertFromUtf32(code))
            Add(c, start, end);
    }

    /// <summary>Takes characters off the end.</summary>
    internal void Cut(int length)
    {
        text.Length = length;
        starts.RemoveRange(length, starts.Count - length);
        ends.RemoveRange(length, ends.Count - length);
    }

    /// <summary>The character at an offset.</summary>
    internal char this[int offset] => text[offset];

    /// <summary>Whether this equals a text, except for the number of line breaks at its end, which a block may change.</summary>
    internal bool Fits(string other)
    {
        var length = other.Length;
        while (length > 0 && other[length - 1] == '\n')
            length--;
        var own = text.Length;
        while (own > 0 && text[own - 1] == '\n')
            own--;
        return own == length && string.CompareOrdinal(text.ToString(0, own), 0, other, 0, length) == 0;
    }

    /// <summary>The beginning of the character at an offset in the source.</summary>
    internal int StartOf(int offset) => offset < starts.Count ? starts[offset] : ends[ends.Count - 1];

    /// <summary>The end of the characters of a part in the source.</summary>
    internal int EndOf(int start, int end) => end > start ? ends[Math.Min(end, ends.Count) - 1] : StartOf(start);
}
