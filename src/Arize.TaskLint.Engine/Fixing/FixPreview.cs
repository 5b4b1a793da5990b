using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Engine.Fixing;

/// <summary>Says of the findings in YAML files which of them <c>lint --fix</c> ends, and how.</summary>
internal static class FixPreview
{
    // To say what is fixed, the file is read and judged again. Where it has more findings than somebody reads, that time is better saved.
    private const int MostFindings = 1_000;

    /// <summary>The result, with the fixes of those findings.</summary>
    internal static RunResult Mark(Workspace workspace, FindingSeverities severities, RunResult result)
    {
        FixRounds? rounds = null;
        var fixable = new Dictionary<(string File, string Rule, int Start, string? Path), ProposedFix>();
        foreach (var inFile in result.Findings.GroupBy(finding => finding.Place.File).Where(inFile => inFile.Count() <= MostFindings))
        {
            if (inFile.Key is not { } file || !IsFixed(file) || !inFile.Any(HasFix))
                continue;
            rounds ??= CountedFixes.Of(workspace, severities);
            foreach (var finding in rounds.FixableIn(file))
            {
                // Of two findings that look the same, it is not known whose fix is whose.
                var key = KeyOf(finding);
                fixable[key] = fixable.ContainsKey(key) ? new ProposedFix(finding.Proposed!.Title, () => null) : finding.Proposed!;
            }
        }

        return fixable.Count == 0 ? result : result with
        {
            Findings = [.. result.Findings.Select(finding =>
                HasFix(finding) && fixable.TryGetValue(KeyOf(finding), out var fix) ? finding with { Proposed = fix } : finding)],
        };
    }

    private static bool HasFix(Finding finding) => finding.HadFix && !finding.IsSuppressed;

    // Standard input has no file, and C# is fixed by the editor.
    private static bool IsFixed(SourceFile file) => !file.Path.StartsWith('<') && !file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static (string, string, int, string?) KeyOf(Finding finding) =>
        (finding.Place.File!.Path, finding.Rule.Id, finding.Place.Start, finding.Path?.ToString());
}
