namespace Arize.TaskLint.Testing;

/// <summary>The files that rules are tested with: <c>err/RULE</c>, <c>quiet/RULE</c> and <c>ok</c>.</summary>
public static class RuleCorpus
{
    /// <summary>The folder.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Corpus");

    /// <summary>The environment that the files are read in.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["RATE"] = "0.1",
        ["EMPTY"] = "",
        ["PROJECT"] = "support-bot",
        ["SPACE"] = "production",
        ["YES"] = "yes",
    };

    /// <summary>The settings that a file is to be judged by: what stands behind <c># tasklint.yaml</c> in the comments at its head; null where nothing does.</summary>
    public static string? SettingsOf(IEnumerable<string> lines)
    {
        const string Mark = "# tasklint.yaml ";
        var settings = lines.TakeWhile(line => line.StartsWith('#')).Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..]).ToList();
        return settings.Count > 0 ? string.Join('\n', settings) : null;
    }

    /// <summary>The files of a folder, by their paths from <see cref="Folder"/>.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(Folder, folder);
        return !Directory.Exists(path)
            ? []
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal);
    }
}
