using System.Xml;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>Finds, in a solution, the projects that declare tasks.</summary>
internal static class SolutionFile
{
    private const string Package = "Arize.TaskLint";

    private static readonly string[] Extensions = [".sln", ".slnx"];
    private static readonly string[] ProjectExtensions = [".csproj", ".vbproj", ".fsproj"];

    /// <summary>Whether a file is a solution.</summary>
    internal static bool Is(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file is a project, in one of the languages of .NET.</summary>
    internal static bool IsProject(string path) => ProjectExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a project refers to the builders, so that it may declare tasks.</summary>
    /// <param name="project">The project's full path.</param>
    internal static bool RefersToBuilders(string project)
    {
        using var reader = XmlReader.Create(project, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, IgnoreComments = true });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("PackageReference" or "ProjectReference" or "Reference"))
                continue;
            var name = reader.GetAttribute("Include") ?? "";
            if (reader.LocalName == "ProjectReference")
                name = Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
            if (name.Split(',')[0].Trim().Equals(Package, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The projects of a solution that refer to the builders, in its order.</summary>
    /// <param name="solution">The solution's full path.</param>
    /// <param name="missing">The projects that the solution names and that do not exist.</param>
    internal static IReadOnlyList<string> CatalogProjects(string solution, out IReadOnlyList<string> missing)
    {
        var folder = Path.GetDirectoryName(solution)!;
        var named = Path.GetExtension(solution).Equals(".slnx", StringComparison.OrdinalIgnoreCase) ? OfXml(solution) : OfText(solution);
        var projects = named
            .Select(path => Path.GetFullPath(path.Replace('\\', '/'), folder))
            .Where(IsProject)
            .Distinct(StringComparer.Ordinal)
            .ToLookup(File.Exists);
        missing = [.. projects[false]];
        return [.. projects[true].Where(RefersToBuilders)];
    }

    private static List<string> OfXml(string solution)
    {
        List<string> paths = [];
        using var reader = XmlReader.Create(solution, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Project" } && reader.GetAttribute("Path") is { } path)
                paths.Add(path);
        }

        return paths;
    }

    // Project("{type}") = "Name", "path\Name.csproj", "{id}"
    private static IEnumerable<string> OfText(string solution) => File.ReadLines(solution)
        .Where(line => line.StartsWith("Project(", StringComparison.Ordinal))
        .Select(line => line.Split('"'))
        .Where(parts => parts.Length > 5)
        .Select(parts => parts[5]);
}
