using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Cli.Fixing;

/// <summary>Says of the findings in YAML files which of them <c>lint --fix</c> ends.</summary>
internal static class FixPreview
{
    /// <summary>The result, with those findings marked.</summary>
    internal static RunResult Mark(Host host, RunFindings judge, RunResult result)
    {
        FixRounds? rounds = null;
        var fixable = new HashSet<(string File, string Rule, int Start)>();
        foreach (var file in result.Findings.Where(finding => finding.HadFix && !finding.IsSuppressed).Select(finding => finding.Place.File).OfType<SourceFile>().Distinct().Where(IsFixed))
        {
            rounds ??= CountedFixes.Of(host, judge);
            fixable.UnionWith(rounds.FixableIn(file).Select(finding => KeyOf(finding)));
        }

        return fixable.Count == 0 ? result : result with
        {
            Findings = [.. result.Findings.Select(finding => finding.HadFix && !finding.IsSuppressed && fixable.Contains(KeyOf(finding)) ? finding with { IsFixable = true } : finding)],
        };
    }

    // Standard input has no file, and C# is fixed by the editor.
    private static bool IsFixed(SourceFile file) => !file.Path.StartsWith('<') && !file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static (string, string, int) KeyOf(Finding finding) => (finding.Place.File!.Path, finding.Rule.Id, finding.Place.Start);
}
