using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Turns the bytes of a file into text.</summary>
public static class SourceText
{
    /// <summary>The largest file that is read, in bytes: some 180,000 tasks.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>What a file over <see cref="MaximumBytes"/> is told.</summary>
    public const string TooLarge = "the file is larger than 64 MiB; split it into several files";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8 with or without a byte order mark, and UTF-16 with one. Invalid bytes and NUL characters are a problem at their place.
    /// </summary>
    /// <param name="path">How the file is called in results.</param>
    /// <param name="bytes">The file's content.</param>
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
            // The text is decoded again with replacement characters, so that the place can be named.
            var before = encoding is UTF8Encoding
                ? Encoding.UTF8.GetCharCount(bytes, skip, Math.Max(0, invalid.Index - skip))
                : Math.Max(0, invalid.Index - skip) / 2;
            file = new SourceFile(path, new UTF8Encoding(false, false).GetString(bytes, skip, bytes.Length - skip));
            var name = encoding is UTF8Encoding ? "UTF-8" : "UTF-16";
            var bad = string.Concat((invalid.BytesUnknown ?? []).Take(4).Select(b => $" 0x{b:X2}"));
            problem = new Unreadable(new Place(file, before, before + 1), $"the file is not valid {name}: the byte{bad} cannot stand here");
            return file;
        }

        var nul = file.Text.IndexOf('\0');
        if (nul >= 0)
        {
            problem = new Unreadable(
                new Place(file, nul, nul + 1),
                "the file has a NUL character; if it is UTF-16, save it with a byte order mark, or as UTF-8");
        }

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
