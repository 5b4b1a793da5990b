using System.Globalization;
using Arize.TaskLint.Cli.Machine;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Names that paths have for the streams of the process itself, such as <c>/dev/stdout</c>.</summary>
internal static class StandardFile
{
    private const int MostLinks = 40;

    /// <summary>The writer that a path names, or null if it names a file.</summary>
    /// <param name="path">The full path.</param>
    internal static TextWriter? Of(string path, TextWriter output, TextWriter error) => DescriptorOf(path) switch
    {
        StandardStream.OutputDescriptor => RedactingWriter.Under(output),
        StandardStream.ErrorDescriptor => RedactingWriter.Under(error),
        _ => null,
    };

    /// <summary>Whether a path names standard output, or the file that standard output is redirected to.</summary>
    internal static bool IsOutput(string path)
    {
        if (DescriptorOf(path) == StandardStream.OutputDescriptor)
            return true;
        var facts = FileFacts.Of(path);
        return facts.IsRegular && StandardStream.IsOpen(StandardStream.OutputDescriptor)
            && FileFacts.Of("/dev/fd/1") is { IsRegular: true } output && output.Identity == facts.Identity;
    }

    private static int? DescriptorOf(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var own = string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/");
        for (var links = 0; links < MostLinks; links++)
        {
            switch (path.Replace(own, "/dev/fd/", StringComparison.Ordinal).Replace("/proc/self/fd/", "/dev/fd/", StringComparison.Ordinal))
            {
                case "/dev/stdout" or "/dev/fd/1":
                    return StandardStream.OutputDescriptor;
                case "/dev/stderr" or "/dev/fd/2":
                    return StandardStream.ErrorDescriptor;
            }

            if (new FileInfo(path).LinkTarget is not { } target)
                return null;
            path = Path.GetFullPath(target, Path.GetDirectoryName(path)!);
        }

        return null;
    }
}
