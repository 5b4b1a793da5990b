using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Runs the rules and the policies that a live task can break.</summary>
internal static class LiveTaskCheck
{
    /// <summary>The findings on a live task, except those that its declaration has as well.</summary>
    internal static IEnumerable<Finding> Check(TaskDeclaration declared, TaskDeclaration live, PolicySet policies)
    {
        var broken = Linter.CheckLive(live).Concat(policies.CheckLive(declared, live)).ToList();
        if (broken.Count == 0)
            yield break;
        var paths = new LivePaths(declared, live);
        var told = new HashSet<(string, FieldPath?)>(
            Linter.CheckLive(declared).Concat(policies.Check(declared)).Select(finding => (finding.Rule.Id, paths.Of(finding.Path))));
        foreach (var finding in broken)
        {
            if (!told.Contains((finding.Rule.Id, finding.Path)))
                yield return LiveTaskKeepsRules.Rule.Report(declared, finding);
        }
    }
}
