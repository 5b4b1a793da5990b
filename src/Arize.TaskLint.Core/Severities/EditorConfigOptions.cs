using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Severities;

/// <summary>
/// What the files <c>.editorconfig</c> set for one file, as the C# compiler works it out: of the settings whose section fits, the one in the nearest
/// folder counts, and in one file the last.
/// </summary>
public sealed class EditorConfigOptions
{
    private readonly Dictionary<string, EditorConfigEntry> settings = new(StringComparer.Ordinal);

    /// <summary>Works out what is set for a file.</summary>
    /// <param name="path">The file's path, with <c>/</c>.</param>
    /// <param name="configs">Files <c>.editorconfig</c> with their folders, with <c>/</c>, in any order; those of other folders do not count.</param>
    public EditorConfigOptions(string path, IEnumerable<(string Folder, EditorConfig Config)> configs)
    {
        var above = configs
            .Select(config => (Folder: config.Folder.TrimEnd('/'), config.Config))
            .Where(config => IsBelow(path, config.Folder))
            .OrderBy(config => config.Folder.Length);
        foreach (var (folder, config) in above)
        {
            if (config.IsRoot)
                settings.Clear();
            var way = path.Length > folder.Length && path[folder.Length] == '/' ? path.Substring(folder.Length) : "/" + path;
            foreach (var section in config.Sections.Where(section => section.Fits(way)))
                Add(section);
        }
    }

    /// <summary>The severity that is set for a rule; null where none is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isYaml">
    /// Whether the file is one in YAML, where <c>tasklint.ID.severity</c> counts before all else; C# is left to the compiler's own keys.
    /// </param>
    public SetSeverity? SeverityOf(Rule rule, bool isYaml)
    {
        if (isYaml && Find(SeverityKey.Own(rule.Id)) is { } own)
            return own;
        if (Find(SeverityKey.Diagnostic(rule.Id)) is { } specific)
            return specific;
        // The compiler does not let a setting for many rules turn on those that are off by default.
        return rule.DefaultSeverity == Severity.None ? null : Find(SeverityKey.Category(rule.Category)) ?? Find(SeverityKey.All);
    }

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));

    private void Add(EditorConfigSection section)
    {
        var last = new Dictionary<string, EditorConfigEntry>(StringComparer.Ordinal);
        foreach (var entry in section.Entries)
            last[entry.Key] = entry;
        foreach (var entry in last.Values)
        {
            // The compiler passes over a severity of a rule that it cannot read, and over nothing else.
            if (!SeverityKey.IsDiagnostic(entry.Key) || SeverityWord.TryRead(entry.Value, out _))
                settings[entry.Key] = entry;
        }
    }

    private SetSeverity? Find(string key) =>
        settings.TryGetValue(key, out var entry) && SeverityWord.TryRead(entry.Value, out var severity) ? new SetSeverity(severity, entry.KeyPlace) : null;
}
