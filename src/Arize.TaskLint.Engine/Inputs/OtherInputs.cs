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
        var files = new FolderTree(full, followsLinks: false, (_, _) => { }).Files(name => SolutionFile.IsProject(name) || HasExtension(name, ".cs", ".json", ".yaml", ".yml")).Take(MostLooked).ToList();
        string Shown(string file) => given == "." ? InputFiles.DisplayPath(file, full) : Path.Combine(given, InputFiles.DisplayPath(file, full)).Replace('\\', '/');
        var projects = files.Where(file => SolutionFile.IsProject(file) && IsCatalogProject(file)).ToList();
        if (projects.Count > 0)
            return $"{message}; {Each(projects, Shown, "declares", "declare")} tasks in C#: give {(projects.Count == 1 ? "it" : "them")} by name, 'tasklint lint {Quoted(Shown(projects[0]))}', which builds and runs {(projects.Count == 1 ? "it" : "the first")}";
        var catalogs = files.Where(file => HasExtension(file, ".cs") && IsCatalog(file)).ToList();
        if (catalogs.Count > 0)
            return $"{message}; {Each(catalogs, Shown, "declares", "declare")} tasks in C#: give {(catalogs.Count == 1 ? "it" : "them")} by name, 'tasklint lint {Quoted(Shown(catalogs[0]))}', which runs {(catalogs.Count == 1 ? "it" : "the first")}";
        foreach (var (extensions, what) in new[] { ((string[])[".json"], "answers of the API are read where they are given by name"), ([".yaml", ".yml"], "declarations of other names are read where they are given by name") })
        {
            if (files.Find(file => HasExtension(file, extensions) && !IsSettings(file)) is not { } first)
                continue;
            var glob = Path.GetDirectoryName(Shown(first)) is { Length: > 0 } folder ? $"{folder.Replace('\\', '/')}/*{Path.GetExtension(first)}" : $"*{Path.GetExtension(first)}";
            return $"{message}; {what}: 'tasklint lint {Quoted(Shown(first))}', or all with '{glob}'";
        }

        return message;
    }

    private static bool IsSettings(string file) => Path.GetFileName(file) is "tasklint.yaml" or "tasklint.yml" or "global.json" or "package.json" or "appsettings.json";

    private static string Each(List<string> files, Func<string, string> shown, string one, string several) =>
        $"{string.Join(", ", files.Take(MostNamed).Select(file => $"'{shown(file)}'"))}{(files.Count > MostNamed ? " …" : "")} {(files.Count == 1 ? one : several)}";

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

    private static bool HasExtension(string name, params string[] extensions) => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

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
