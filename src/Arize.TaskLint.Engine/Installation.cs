using System.Text;
using Arize.TaskLint.Core;

namespace Arize.TaskLint.Engine;

/// <summary>
/// How the tool was installed. Each package writes a word, and the version that it is of, into a file <see cref="FileName"/>, which is beside the
/// program or, where programs of many packages share a folder, in <c>../share/tasklint</c>. The word counts where the file is of this version, and
/// the folder is one that such a package is installed into: elsewhere, the kind is not known. An archive can be unpacked anywhere.
/// </summary>
/// <param name="Kind">The word; null where it is not known.</param>
public sealed record Installation(string? Kind)
{
    /// <summary>The name of the file with the word.</summary>
    public const string FileName = "tasklint.install";

    // A longer file is none that a package writes, and is not read.
    private const int MostBytes = 64;

    private const string Archive = "archive";

    private static readonly Dictionary<string, string> Updates = new(StringComparer.Ordinal)
    {
        ["wheel"] = "'pip install --upgrade tasklint' installs the latest",
        ["npm"] = "'npm install @arize-tasklint/cli@latest' installs the latest",
        ["container"] = "use the image of a later version",
        [Archive] = "unpack the archive of a later version over it",
        ["homebrew"] = "'brew upgrade tasklint' installs the latest",
        ["scoop"] = "'scoop update tasklint' installs the latest",
        ["winget"] = "'winget upgrade Arize.TaskLint' installs the latest",
        ["dotnet-tool"] = "'dotnet tool update --global Arize.TaskLint.Cli' installs the latest",
    };

    /// <summary>An installation of which nothing is known, such as a build from source.</summary>
    public static Installation Unknown { get; } = new((string?)null) { Doubt = $"there is no {FileName} beside the program" };

    /// <summary>The words that are known.</summary>
    public static IReadOnlyCollection<string> Kinds => Updates.Keys;

    /// <summary>Why the kind is not known, as the end of a sentence; null where it is.</summary>
    public string? Doubt { get; private init; }

    /// <summary>What updates the tool, as the end of a sentence.</summary>
    public string Update => Kind is not null && Updates.TryGetValue(Kind, out var update) ? update : "install a later version";

    /// <summary>Reads how the program of a folder was installed. Never waits, whatever the file is.</summary>
    /// <param name="folder">The folder of the program.</param>
    public static Installation Of(string folder)
    {
        var full = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var found = new List<Installation>();
        foreach (var (place, isShared) in new[] { (full, false), (Path.Combine(full, "..", "share", "tasklint"), true) })
        {
            if (!TryRead(Path.Combine(place, FileName), out var text))
                found.Add(Doubtful($"{FileName} beside the program cannot be read"));
            else if (text is not null)
                found.Add(Judge(text, full, isShared));
        }

        var known = found.Where(one => one.Kind is not null).Select(one => one.Kind!).Distinct().ToList();
        return known.Count switch
        {
            1 => new Installation(known[0]),
            0 => found.FirstOrDefault() ?? Unknown,
            _ => Doubtful($"two files {FileName} say '{known[0]}' and '{known[1]}'"),
        };
    }

    private static Installation Doubtful(string doubt) => new((string?)null) { Doubt = doubt };

    private static Installation Judge(string text, string folder, bool isShared)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var folders = folder.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (words.Length is 0 or > 2 || !Updates.ContainsKey(words[0]))
            return Doubtful($"{FileName} beside the program is none that a package writes");
        // The folder of a .NET tool says the version.
        var version = words.Length == 2 ? words[1] : words[0] == "dotnet-tool" ? VersionOfTool(folders) : null;
        if (version != BuildInfo.Version)
            return Doubtful($"{FileName} is not of version {BuildInfo.Version}: the program or the file was moved");
        if (!IsPlaceOf(words[0], folders, isShared))
            return Doubtful($"{FileName} says '{words[0]}', and the folder is none that such a package is installed into");
        return new Installation(words[0] == Archive ? ManagerOf(folder, folders) ?? Archive : words[0]);
    }

    private static bool IsPlaceOf(string kind, string[] folders, bool isShared) => kind switch
    {
        "wheel" or "container" => isShared,
        "homebrew" => isShared && folders.Contains("Cellar", StringComparer.Ordinal),
        "npm" => !isShared && folders is [.., "node_modules", "@arize-tasklint", var package, "bin"]
            && package.StartsWith("cli-", StringComparison.Ordinal),
        _ => !isShared,
    };

    // .../arize.tasklint.cli.linux-x64/0.1.0/tools/any/linux-x64, in the store of tools and in the folder of packages.
    private static string? VersionOfTool(string[] folders)
    {
        var package = Array.FindLastIndex(folders, one => one.StartsWith("arize.tasklint.cli", StringComparison.OrdinalIgnoreCase));
        return package >= 0 && package + 2 < folders.Length && folders[package + 2] == "tools" ? folders[package + 1] : null;
    }

    // These unpack the archive, and have folders of their own.
    private static string? ManagerOf(string folder, string[] folders)
    {
        if (folders is [.., var apps, var name, _] && Is(apps, "apps") && Is(name, "tasklint")
            && File.Exists(Path.Combine(folder, "install.json")) && File.Exists(Path.Combine(folder, "manifest.json")))
        {
            return "scoop";
        }

        var packages = Array.FindLastIndex(folders, one => Is(one, "Packages"));
        return packages > 0 && Is(folders[packages - 1], "WinGet") && packages + 1 < folders.Length
            && folders[packages + 1].StartsWith("Arize.TaskLint_", StringComparison.OrdinalIgnoreCase) ? "winget" : null;
    }

    private static bool Is(string one, string name) => string.Equals(one, name, StringComparison.OrdinalIgnoreCase);

    // Null where there is none; empty where it is none that a package writes. A pipe or a device has no length, and is not opened: that could wait.
    private static string? TextOf(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            return Directory.Exists(file) || info.LinkTarget is not null ? "" : null;
        if (info.LinkTarget is not null)
            info = (FileInfo)info.ResolveLinkTarget(returnFinalTarget: true)!;
        if (info.Length is 0 or > MostBytes)
            return "";
        using var stream = info.OpenRead();
        var bytes = new byte[MostBytes];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false));
    }

    private static bool TryRead(string file, out string? text)
    {
        try
        {
            text = TextOf(file);
            return true;
        }
        catch (IOException)
        {
            // Such as links in a circle.
            text = "";
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            text = null;
            return false;
        }
    }
}
