namespace Arize.TaskLint.Core.Spans;

/// <summary>IDs as 128 bits, so that a million of them take little memory.</summary>
internal static class IdBits
{
    /// <summary>The bits of an ID: its own if it is that of a trace in hexadecimal digits, of either letter case; else a hash.</summary>
    internal static (ulong High, ulong Low) Of(string id)
    {
        if (id.Length == 32 && HexOf(id, 0) is { } high && HexOf(id, 16) is { } low)
            return (high, low);
        if (id.Length == 16 && HexOf(id, 0) is { } only)
            return (0, only);

        // FNV-1a, and another of its kind.
        ulong one = 14695981039346656037, other = 0x9E3779B97F4A7C15;
        foreach (var c in id)
        {
            one = (one ^ c) * 1099511628211;
            other = ((other << 7) | (other >> 57)) ^ (c * 0xD6E8FEB86659FD93);
        }

        return (one, other * 0xff51afd7ed558ccd);
    }

    /// <summary>The bits of two IDs together.</summary>
    internal static (ulong High, ulong Low) Of(string outer, string inner)
    {
        var ((high, low), (first, second)) = (Of(outer), Of(inner));
        // Numbers that are counted up must not make up for each other.
        return (Mixed(high ^ Mixed(first + 1)) + second, Mixed(low + 0x9E3779B97F4A7C15) ^ Mixed(second));
    }

    // The last steps of SplitMix64.
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }

    private static ulong? HexOf(string text, int from)
    {
        var value = 0UL;
        for (var i = from; i < from + 16; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return null;
            value = (value << 4) | (uint)digit;
        }

        return value;
    }
}
