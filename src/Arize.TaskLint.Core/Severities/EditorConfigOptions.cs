using System.Globalization;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Severities;

/// <summary>
/// The settings of the files <c>.editorconfig</c> and <c>.globalconfig</c> for one file, as the C# compiler determines them: of the settings whose
/// section matches, the one in the nearest folder counts, and within one file the last; global ones count if no section sets the same.
/// </summary>
public sealed class EditorConfigOptions
{
    // The default level of a .globalconfig.
    private const int UsualLevel = 100;

    private readonly Dictionary<string, EditorConfigEntry> settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditorConfigEntry> globals;

    /// <summary>Determines the options of a file.</summary>
    /// <param name="path">The file's path, with <c>/</c>.</param>
    /// <param name="configs">Files <c>.editorconfig</c> with their folders, with <c>/</c>, in any order; those of other folders do not count.</param>
    /// <param name="globalConfigs">The files <c>.globalconfig</c> that count for the project of the file.</param>
    public EditorConfigOptions(
        string path, IEnumerable<(string Folder, EditorConfig Config)> configs, IEnumerable<EditorConfig>? globalConfigs = null)
    {
        globals = GlobalsOf(globalConfigs ?? []);
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

    /// <summary>The configured severity of a rule; null if there is none.</summary>
    /// <param name="isYaml">
    /// Whether the file is one in YAML, where <c>tasklint.ID.severity</c> counts before all else; C# is left to the compiler's own keys.
    /// </param>
    public SetSeverity? SeverityOf(Rule rule, bool isYaml)
    {
        var (own, specific) = (SeverityKey.Own(rule.Id), SeverityKey.Diagnostic(rule.Id));
        // The compiler knows no sections for files that are not C#, so that a global setting is its last word on them.
        if (isYaml && (Find(globals, specific) ?? Find(settings, own) ?? Find(globals, own)) is { } first)
            return first;
        if ((Find(settings, specific) ?? Find(globals, specific)) is { } set)
            return set;
        // In the compiler, a setting for many rules does not turn on those that are off by default.
        return rule.DefaultSeverity == Severity.None
            ? null
            : FindForMany(SeverityKey.Category(rule.Category), isYaml) ?? FindForMany(SeverityKey.All, isYaml);
    }

    // If several files have a setting, the highest level counts; within the same level, the compiler ignores all of them.
    private static Dictionary<string, EditorConfigEntry> GlobalsOf(IEnumerable<EditorConfig> configs)
    {
        var found = new Dictionary<string, (int Level, EditorConfigEntry? Entry)>(StringComparer.Ordinal);
        foreach (var config in configs)
        {
            var last = new Dictionary<string, EditorConfigEntry>(StringComparer.Ordinal);
            foreach (var entry in config.Preamble)
                last[entry.Key] = entry;
            var level = last.TryGetValue("global_level", out var given)
                && int.TryParse(given.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : UsualLevel;
            foreach (var entry in last.Values)
            {
                if (!found.TryGetValue(entry.Key, out var other) || level > other.Level)
                    found[entry.Key] = (level, entry);
                else if (level == other.Level)
                    found[entry.Key] = (level, null);
            }
        }

        return found.Where(one => one.Value.Entry is not null).ToDictionary(one => one.Key, one => one.Value.Entry!, StringComparer.Ordinal);
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

    private SetSeverity? FindForMany(string key, bool isYaml) => Find(settings, key) ?? (isYaml ? null : Find(globals, key));

    private static SetSeverity? Find(Dictionary<string, EditorConfigEntry> entries, string key) =>
        entries.TryGetValue(key, out var entry) && SeverityWord.TryRead(entry.Value, out var severity)
            ? new SetSeverity(severity, entry.KeyPlace)
            : null;
}
