using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Cli.Inputs;

/// <summary>The files <c>.editorconfig</c> of the folders above declarations, each read once.</summary>
internal sealed class EditorConfigFiles(Host host)
{
    internal const string Name = ".editorconfig";

    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, EditorConfig?> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditorConfigOptions> byFile = new(StringComparer.Ordinal);
    private readonly List<EditorConfig> all = [];

    /// <summary>All that were read so far, in the order in which they were.</summary>
    internal IReadOnlyList<EditorConfig> All => all;

    /// <summary>What is set for a file.</summary>
    /// <param name="file">The file's full path; it need not exist.</param>
    /// <exception cref="UsageException">A file <c>.editorconfig</c> cannot be read.</exception>
    internal EditorConfigOptions For(string file)
    {
        if (!byFile.TryGetValue(file, out var options))
            byFile.Add(file, options = new EditorConfigOptions(WithSlashes(file), Above(file)));
        return options;
    }

    private List<(string Folder, EditorConfig Config)> Above(string file)
    {
        var above = new List<(string, EditorConfig)>();
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!byFolder.TryGetValue(folder, out var config))
                byFolder.Add(folder, config = Read(Path.Combine(folder, Name)));
            if (config is not null)
                above.Add((WithSlashes(folder), config));
            if (config is { IsRoot: true })
                break;
        }

        return above;
    }

    private EditorConfig? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var shown = InputFiles.DisplayPath(path, host.WorkingDirectory);
        host.Files.Read(path);
        if (FolderTree.Refusal(path) is { } refusal)
            throw new UsageException($"'{shown}' {refusal}");
        try
        {
            var bytes = FileBytes.Read(() => File.OpenRead(path), MostBytes) ?? throw new UsageException($"'{shown}' is too large for settings");
            var file = SourceText.Decode(shown, bytes, out var problem);
            // Comments may be in any encoding, and the compiler does not mind either.
            var config = EditorConfig.Read(problem is null ? file : new SourceFile(shown, Encoding.Latin1.GetString(bytes)));
            all.Add(config);
            return config;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{shown}' cannot be read: {unreadable.Message}");
        }
    }

    private static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
