using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Turns the bytes of a file into text.</summary>
public static class SourceText
{
    /// <summary>The largest file that is read, in bytes: some 180,000 tasks.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The message about a file over <see cref="MaximumBytes"/>.</summary>
    public const string TooLarge = "the file is larger than 64 MiB; split it into several files";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8 with or without a byte order mark, and UTF-16 with one. Invalid bytes and NUL characters are a problem at their place.
    /// </summary>
    /// <param name="path">The name of the file in results.</param>
    /// <param name="problem">Why the text cannot be used, or null.</param>
    public static SourceFile Decode(string path, byte[] bytes, out Unreadable? problem)
    {
        problem = null;
        if (bytes.Length > MaximumBytes)
        {
            var empty = new SourceFile(path, "");
            problem = new Unreadable(new Place(empty, 0, 0), TooLarge);
            return empty;
        }

        var (encoding, skip) = FindEncoding(bytes);
        SourceFile file;
        try
        {
            file = new SourceFile(path, encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException invalid)
        {
            return DecodeInvalid(path, bytes, skip, encoding, invalid, out problem);
        }

        problem = FindNul(file);
        return file;
    }

    /// <summary>The bytes of a text that replaces another: in the same encoding, with or without a byte order mark as the other.</summary>
    /// <param name="text">The new text, without a byte order mark.</param>
    /// <param name="old">The old content, which could be decoded.</param>
    public static byte[] Encode(string text, byte[] old)
    {
        var (encoding, skip) = FindEncoding(old);
        return [.. old.Take(skip), .. encoding.GetBytes(text)];
    }

    /// <summary>The problem of a text with a NUL character, after which YAML's parser would read nothing; null if there is none.</summary>
    internal static Unreadable? FindNul(SourceFile file)
    {
        var nul = file.Text.IndexOf('\0');
        return nul < 0 ? null : new Unreadable(
            new Place(file, nul, nul + 1),
            "the file has a NUL character; if it is UTF-16, save it with a byte order mark, or as UTF-8");
    }

    // The text is decoded again with replacement characters, so that the place can be named.
    private static SourceFile DecodeInvalid(
        string path, byte[] bytes, int skip, Encoding encoding, DecoderFallbackException invalid, out Unreadable problem)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        var file = new SourceFile(path, lenient.GetString(bytes, skip, bytes.Length - skip));

        // UTF-16 without a byte order mark is rarely valid UTF-8, so the message suggests it.
        if (encoding is UTF8Encoding && FindNul(file) is { } nul)
        {
            problem = nul;
            return file;
        }

        // The exception counts from the end of the byte order mark; in UTF-16, half a surrogate pair is noticed one character late.
        var valid = Math.Max(0, Math.Min(invalid.Index, bytes.Length - skip));
        var before = Math.Min(lenient.GetCharCount(bytes, skip, valid), file.Text.Length);
        if (encoding is not UTF8Encoding && before > 0 && file.Text[before - 1] == '\uFFFD')
            before--;
        var bad = (invalid.BytesUnknown ?? []).Take(4).Select(b => $"0x{b:X2}").ToList();
        var name = encoding is UTF8Encoding ? "UTF-8" : "UTF-16";
        problem = new Unreadable(
            new Place(file, before, Math.Min(before + 1, file.Text.Length)),
            $"the file is not valid {name}: the byte{(bad.Count == 1 ? "" : "s")} {string.Join(" ", bad)} cannot stand here");
        return file;
    }

    private static (Encoding Encoding, int Skip) FindEncoding(byte[] bytes)
    {
        bool Begins(params byte[] mark) => bytes.Length >= mark.Length && mark.SequenceEqual(bytes.Take(mark.Length));

        if (Begins(0xEF, 0xBB, 0xBF))
            return (StrictUtf8, 3);
        if (Begins(0xFF, 0xFE))
            return (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2);
        if (Begins(0xFE, 0xFF))
            return (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2);
        return (StrictUtf8, 0);
    }
}
