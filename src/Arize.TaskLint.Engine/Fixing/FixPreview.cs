using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Engine.Fixing;

/// <summary>Says of the findings in YAML files which of them <c>lint --fix</c> ends.</summary>
internal static class FixPreview
{
    // To say what is fixed, the file is read and judged again. Where it has more findings than somebody reads, that time is better saved.
    private const int MostFindings = 1_000;

    /// <summary>The result, with those findings marked.</summary>
    internal static RunResult Mark(Workspace workspace, FindingSeverities severities, RunResult result)
    {
        FixRounds? rounds = null;
        var fixable = new HashSet<(string File, string Rule, int Start)>();
        foreach (var inFile in result.Findings.GroupBy(finding => finding.Place.File).Where(inFile => inFile.Count() <= MostFindings))
        {
            if (inFile.Key is not { } file || !IsFixed(file) || !inFile.Any(HasFix))
                continue;
            rounds ??= CountedFixes.Of(workspace, severities);
            fixable.UnionWith(rounds.FixableIn(file).Select(finding => KeyOf(finding)));
        }

        return fixable.Count == 0 ? result : result with
        {
            Findings = [.. result.Findings.Select(finding =>
                HasFix(finding) && fixable.Contains(KeyOf(finding)) ? finding with { IsFixable = true } : finding)],
        };
    }

    private static bool HasFix(Finding finding) => finding.HadFix && !finding.IsSuppressed;

    // Standard input has no file, and C# is fixed by the editor.
    private static bool IsFixed(SourceFile file) => !file.Path.StartsWith('<') && !file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static (string, string, int) KeyOf(Finding finding) => (finding.Place.File!.Path, finding.Rule.Id, finding.Place.Start);
}
