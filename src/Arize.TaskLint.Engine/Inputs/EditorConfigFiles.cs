using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>
/// The files <c>.editorconfig</c> of the folders above declarations, and the files <c>.globalconfig</c> of the folders above
/// their project; each read once.
/// </summary>
internal sealed class EditorConfigFiles(Workspace workspace)
{
    internal const string Name = ".editorconfig";
    internal const string GlobalName = ".globalconfig";

    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, EditorConfig?> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditorConfigOptions> byFile = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditorConfig?> globalByFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> projectByFolder = new(StringComparer.Ordinal);
    private readonly List<(EditorConfig Config, bool IsGlobal)> all = [];

    /// <summary>All that were read so far, in the order in which they were, and which of them are global.</summary>
    internal IReadOnlyList<(EditorConfig Config, bool IsGlobal)> All => all;

    /// <summary>What is set for a file.</summary>
    /// <param name="file">The file's full path; it need not exist.</param>
    /// <exception cref="UsageException">A file <c>.editorconfig</c> cannot be read.</exception>
    internal EditorConfigOptions For(string file)
    {
        if (!byFile.TryGetValue(file, out var options))
            byFile.Add(file, options = new EditorConfigOptions(WithSlashes(file), Above(file), Globals(file)));
        return options;
    }

    private List<(string Folder, EditorConfig Config)> Above(string file)
    {
        var above = new List<(string, EditorConfig)>();
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!byFolder.TryGetValue(folder, out var config))
                byFolder.Add(folder, config = Read(Path.Combine(folder, Name), isGlobal: false));
            if (config is not null)
                above.Add((WithSlashes(folder), config));
            if (config is { IsRoot: true })
                break;
        }

        return above;
    }

    // A build takes those of the project's folder and of the folders above it.
    private List<EditorConfig> Globals(string file)
    {
        var found = new List<EditorConfig>();
        var isInProject = false;
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            isInProject = isInProject || HasProject(folder);
            if (!isInProject)
                continue;
            if (!globalByFolder.TryGetValue(folder, out var config))
                globalByFolder.Add(folder, config = Read(Path.Combine(folder, GlobalName), isGlobal: true));
            if (config is not null)
                found.Add(config);
        }

        return found;
    }

    private bool HasProject(string folder)
    {
        if (!projectByFolder.TryGetValue(folder, out var has))
        {
            try
            {
                has = Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.??proj").Any(SolutionFile.IsProject);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                // Where the folder cannot be listed, no build can find a project in it.
            }

            projectByFolder.Add(folder, has);
        }

        return has;
    }

    private EditorConfig? Read(string path, bool isGlobal)
    {
        if (!File.Exists(path))
            return null;
        var shown = InputFiles.DisplayPath(path, workspace.WorkingDirectory);
        workspace.Files.Read(path);
        if (FolderTree.Refusal(path) is { } refusal)
            throw new UsageException($"'{shown}' {refusal}");
        try
        {
            var bytes = FileBytes.Read(() => File.OpenRead(path), MostBytes) ?? throw new UsageException($"'{shown}' is too large for settings");
            var file = SourceText.Decode(shown, bytes, out var problem);
            // Comments may be in any encoding, and the compiler does not mind either.
            var config = EditorConfig.Read(problem is null ? file : new SourceFile(shown, Encoding.Latin1.GetString(bytes)));
            all.Add((config, isGlobal));
            return config;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{shown}' cannot be read: {unreadable.Message}");
        }
    }

    private static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
