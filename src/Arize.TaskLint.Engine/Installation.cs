namespace Arize.TaskLint.Engine;

/// <summary>
/// How the tool was installed. Each package writes one word into a file <see cref="FileName"/>, which is beside the program or, where programs
/// of many packages share a folder, in <c>../share/tasklint</c>. Nothing else decides it.
/// </summary>
/// <param name="Kind">The word; null where there is no such file, or its word is not known.</param>
public sealed record Installation(string? Kind)
{
    /// <summary>The name of the file with the word.</summary>
    public const string FileName = "tasklint.install";

    // More is not read: the file has one short word.
    private const int MostBytes = 64;

    private static readonly Dictionary<string, string> Updates = new(StringComparer.Ordinal)
    {
        ["wheel"] = "'pip install --upgrade tasklint' installs the latest",
        ["npm"] = "'npm install @arize-tasklint/cli@latest' installs the latest",
        ["container"] = "use the image of a later version",
        ["archive"] = "unpack the archive of a later version over it",
        ["homebrew"] = "'brew upgrade tasklint' installs the latest",
        ["dotnet-tool"] = "'dotnet tool update --global Arize.TaskLint.Cli' installs the latest",
    };

    /// <summary>An installation of which nothing is known, such as a build from source.</summary>
    public static Installation Unknown { get; } = new((string?)null);

    /// <summary>The words that are known.</summary>
    public static IReadOnlyCollection<string> Kinds => Updates.Keys;

    /// <summary>What updates the tool, as the end of a sentence.</summary>
    public string Update => Kind is not null && Updates.TryGetValue(Kind, out var update) ? update : "install a later version";

    /// <summary>Reads how the program of a folder was installed.</summary>
    /// <param name="folder">The folder of the program.</param>
    public static Installation Of(string folder)
    {
        foreach (var place in new[] { folder, Path.Combine(folder, "..", "share", "tasklint") })
        {
            if (WordOf(Path.Combine(place, FileName)) is { } word)
                return Updates.ContainsKey(word) ? new Installation(word) : Unknown;
        }

        return Unknown;
    }

    private static string? WordOf(string file)
    {
        try
        {
            if (!File.Exists(file))
                return null;
            using var stream = File.OpenRead(file);
            var bytes = new byte[MostBytes];
            return System.Text.Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false)).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
