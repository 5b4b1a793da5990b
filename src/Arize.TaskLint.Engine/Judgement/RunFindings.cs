using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>
/// How much each finding of a run weighs: <c>--only</c> and <c>--skip</c> over <c>tasklint.yaml</c> over <c>.editorconfig</c> over the rule's own
/// severity.
/// </summary>
/// <param name="workspace">What the run reads and writes.</param>
/// <param name="settings">What <c>tasklint.yaml</c> says.</param>
/// <param name="choice">What the command line says.</param>
internal sealed class RunFindings(Workspace workspace, SettingsFile settings, RuleChoice choice)
{
    /// <summary>What a declaration from standard input counts as where <c>.editorconfig</c> asks for names.</summary>
    private const string StandardInputFile = "stdin.arize.yaml";

    internal RuleChoice Choice => choice;

    private readonly EditorConfigFiles editorConfigs = new(workspace);
    private readonly Dictionary<string, string> fullPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<(Rule Rule, string File), SetSeverity?> setInFiles = [];

    /// <summary>Whether anything may come of a rule's findings; if not, it need not be run.</summary>
    internal bool IsWanted(Rule rule) =>
        choice.Includes(rule) && !(settings.Rules.TryGetValue(rule, out var set) && set.Severity == Severity.None);

    /// <summary>Whether nobody may suppress a rule.</summary>
    internal bool IsLocked(Rule rule) => settings.LockedRules.Contains(rule.Id);

    /// <summary>
    /// The findings with their severities. What is off stays among them, with <see cref="Severity.None"/>: a suppression of it is not idle.
    /// </summary>
    internal IReadOnlyList<Finding> Weigh(IReadOnlyList<Finding> findings)
    {
        var weighed = new Finding[findings.Count];
        for (var i = 0; i < weighed.Length; i++)
        {
            var severity = SeverityOf(findings[i]);
            weighed[i] = severity == findings[i].Severity ? findings[i] : findings[i] with { Severity = severity };
        }

        return weighed;
    }

    /// <summary>What is wrong with the settings in the files <c>.editorconfig</c> above some files.</summary>
    /// <param name="files">Full paths, or <c>-</c>.</param>
    internal IEnumerable<Finding> CheckEditorConfigs(IEnumerable<string> files)
    {
        foreach (var file in files)
            _ = editorConfigs.For(FullPath(file));
        return editorConfigs.All.SelectMany(one => EditorConfigCheck.Check(one.Config, one.IsGlobal));
    }

    /// <summary>The severity that a rule has for a file, and where it was set; <see cref="Place.None"/> where it is the rule's own.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="file">The file's full path; it need not exist.</param>
    internal (Severity Severity, Place Place) SeverityOf(Rule rule, string file)
    {
        var turnedOn = settings.Policies.TurnsOn(rule);
        var own = turnedOn is null ? rule.DefaultSeverity : PolicyRule.SeverityWhenSet;
        return SetFor(rule, file) is { } set ? (set.Severity ?? own, set.Place) : (own, turnedOn ?? Place.None);
    }

    private Severity SeverityOf(Finding finding)
    {
        // What could not be determined is told whatever anybody wants to hear.
        if (finding.Rule.Traits.IsAlwaysTold)
            return finding.Severity;
        if (!choice.Includes(finding.Rule))
            return Severity.None;
        if (finding.Breaks is { } broken && (choice.Skips(broken) || SetFor(broken, FileOf(finding))?.Severity == Severity.None))
            return Severity.None;
        if (finding.Change is { } change && settings.DriftSeverities.Of(change) is { } ofPath)
            return ofPath;
        return SetFor(finding.Rule, FileOf(finding))?.Severity ?? finding.Severity;
    }

    private static string? FileOf(Finding finding) => finding.Place.File?.Path;

    private SetSeverity? SetFor(Rule rule, string? file)
    {
        if (rule.Traits.IsAlwaysTold)
            return null;
        if (settings.Rules.TryGetValue(rule, out var set))
            return set;
        if (file is null || settings.LockedRules.Contains(rule.Id))
            return null;
        // A file may have thousands of findings of one rule.
        if (!setInFiles.TryGetValue((rule, file), out var inFile))
        {
            inFile = editorConfigs.For(FullPath(file)).SeverityOf(rule, isYaml: !file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));
            setInFiles.Add((rule, file), inFile);
        }

        return inFile;
    }

    private string FullPath(string file)
    {
        if (!fullPaths.TryGetValue(file, out var full))
        {
            var named = file is InputFiles.StandardInput or InputFiles.ShownStandardInput ? StandardInputFile : file;
            fullPaths.Add(file, full = Path.GetFullPath(named, workspace.WorkingDirectory));
        }

        return full;
    }
}
