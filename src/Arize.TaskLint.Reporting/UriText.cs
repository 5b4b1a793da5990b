namespace Arize.TaskLint.Reporting;

/// <summary>Files of the report as URIs.</summary>
internal static class UriText
{
    /// <summary>Whether a file is not relative to the working directory.</summary>
    internal static bool IsRooted(string file) => file.StartsWith('/') || HasDrive(file);

    /// <summary>A relative reference, or an absolute URI; everything that is no plain character is percent-encoded.</summary>
    internal static string Of(string file)
    {
        var segments = file.Split('/');
        if (HasDrive(file))
            return $"file:///{segments[0]}/{Escaped(segments.Skip(1))}";
        return file.StartsWith('/') ? $"file://{Escaped(segments)}" : Escaped(segments);
    }

    internal static bool HasDrive(string file) => file.Length > 2 && char.IsAsciiLetter(file[0]) && file[1] == ':' && file[2] == '/';

    private static string Escaped(IEnumerable<string> segments) => string.Join('/', segments.Select(Uri.EscapeDataString));
}
