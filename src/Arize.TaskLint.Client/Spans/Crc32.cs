namespace Arize.TaskLint.Client.Spans;

/// <summary>The checksum of gzip (CRC-32 of IEEE 802.3), eight bytes at a time.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = Made();

    /// <summary>The checksum of more bytes.</summary>
    /// <param name="before">The checksum of the bytes before them; 0 for none.</param>
    internal static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var crc = ~before;
        while (bytes.Length >= 8)
        {
            var low = BitConverter.ToUInt32(bytes) ^ crc;
            var high = BitConverter.ToUInt32(bytes[4..]);
            crc = Tables[7][low & 0xff] ^ Tables[6][(low >> 8) & 0xff] ^ Tables[5][(low >> 16) & 0xff] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xff] ^ Tables[2][(high >> 8) & 0xff] ^ Tables[1][(high >> 16) & 0xff] ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
            crc = Tables[0][(crc ^ one) & 0xff] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] Made()
    {
        var tables = new uint[8][];
        for (var i = 0; i < tables.Length; i++)
            tables[i] = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
            tables[0][i] = crc;
        }

        for (var table = 1; table < tables.Length; table++)
        {
            for (var i = 0; i < 256; i++)
                tables[table][i] = (tables[table - 1][i] >> 8) ^ tables[0][tables[table - 1][i] & 0xff];
        }

        return tables;
    }
}
