using System.Xml;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>Says, of a folder without declarations in YAML, what in it can be given by name.</summary>
internal static class OtherInputs
{
    private const int MostNamed = 3;
    private const int MostLooked = 2000;

    /// <summary>The message.</summary>
    /// <param name="given">The folder as it was given.</param>
    /// <param name="full">Its full path.</param>
    internal static string In(string given, string full)
    {
        var message = $"the folder '{given}' has no *.arize.yaml or *.arize.yml in it";
        bool IsOther(string name) => SolutionFile.IsProject(name) || HasExtension(name, ".cs", ".json", ".yaml", ".yml");
        var files = new FolderTree(full, followsLinks: false, (_, _) => { }).Files(IsOther).Take(MostLooked).ToList();
        string Shown(string file)
        {
            var inFolder = InputFiles.DisplayPath(file, full);
            return given == "." ? inFolder : Path.Combine(given, inFolder).Replace('\\', '/');
        }

        string InCSharp(List<string> found, string does) =>
            $"{message}; {Each(found, Shown, "declares", "declare")} tasks in C#: give {(found.Count == 1 ? "it" : "them")} by name, "
                + $"'tasklint lint {Quoted(Shown(found[0]))}', which {does} {(found.Count == 1 ? "it" : "the first")}";
        var projects = files.Where(file => SolutionFile.IsProject(file) && IsCatalogProject(file)).ToList();
        if (projects.Count > 0)
            return InCSharp(projects, "builds and runs");
        var catalogs = files.Where(file => HasExtension(file, ".cs") && IsCatalog(file)).ToList();
        if (catalogs.Count > 0)
            return InCSharp(catalogs, "runs");
        (string[] Extensions, string What)[] others =
        [
            ([".json"], "answers of the API are read where they are given by name"),
            ([".yaml", ".yml"], "declarations of other names are read where they are given by name"),
        ];
        foreach (var (extensions, what) in others)
        {
            if (files.Find(file => HasExtension(file, extensions) && !IsSettings(file)) is not { } first)
                continue;
            var every = $"*{Path.GetExtension(first)}";
            var glob = Path.GetDirectoryName(Shown(first)) is { Length: > 0 } folder ? $"{folder.Replace('\\', '/')}/{every}" : every;
            return $"{message}; {what}: 'tasklint lint {Quoted(Shown(first))}', or all with '{glob}'";
        }

        return message;
    }

    private static bool IsSettings(string file) =>
        Path.GetFileName(file) is "tasklint.yaml" or "tasklint.yml" or "global.json" or "package.json" or "appsettings.json";

    private static string Each(List<string> files, Func<string, string> shown, string one, string several)
    {
        var named = string.Join(", ", files.Take(MostNamed).Select(file => $"'{shown(file)}'"));
        return $"{named}{(files.Count > MostNamed ? " …" : "")} {(files.Count == 1 ? one : several)}";
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

    private static bool HasExtension(string name, params string[] extensions) =>
        extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsCatalogProject(string file)
    {
        try
        {
            return SolutionFile.RefersToBuilders(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or XmlException)
        {
            return false;
        }
    }

    private static bool IsCatalog(string file)
    {
        try
        {
            return File.ReadLines(file).Take(MostLooked).Any(line => line.Contains("TaskCatalog", StringComparison.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
