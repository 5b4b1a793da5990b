namespace Arize.TaskLint.Engine.Inputs;

/// <summary>Reads files that may be larger than they should be.</summary>
internal static class FileBytes
{
    /// <summary>The content of a stream, or null where it is larger than allowed; no more than that is read then.</summary>
    internal static byte[]? Read(Func<Stream> open, int most)
    {
        using var stream = open();
        if (stream.CanSeek && stream.Length > most)
            return null;
        if (stream.CanSeek)
        {
            var bytes = new byte[stream.Length - stream.Position];
            stream.ReadExactly(bytes);
            return bytes;
        }

        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (content.Length + read > most)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
