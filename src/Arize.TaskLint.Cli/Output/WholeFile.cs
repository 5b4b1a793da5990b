using System.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Writes files that appear whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="called">How a message calls the file.</param>
    /// <param name="write">Writes its text.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    internal static void Write(string path, string called, Action<TextWriter> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            using (var stream = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Where the folder is missing, so is the file, and to delete it would fail again.
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            throw new UsageException($"{called} cannot be written: {failed.Message}");
        }
    }
}
