using System.Text;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>JSON as programs write it to files: PowerShell of Windows redirects in UTF-16.</summary>
internal static class JsonBytes
{
    /// <summary>The text in UTF-8. JSON begins with two characters of ASCII, which tell the encoding even without a byte order mark.</summary>
    /// <exception cref="DecoderFallbackException">It is UTF-16 with half of a surrogate pair.</exception>
    internal static byte[] ToUtf8(byte[] bytes)
    {
        if (bytes is [0xff, 0xfe, ..] or [not 0, 0, ..])
            return Encoding.UTF8.GetBytes(Text(bytes, isBigEndian: false));
        if (bytes is [0xef, 0xbb, 0xbf, ..])
            return bytes[3..];
        return bytes is [0xfe, 0xff, ..] or [0, not 0, ..] ? Encoding.UTF8.GetBytes(Text(bytes, isBigEndian: true)) : bytes;
    }

    private static string Text(byte[] bytes, bool isBigEndian) =>
        new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
}
