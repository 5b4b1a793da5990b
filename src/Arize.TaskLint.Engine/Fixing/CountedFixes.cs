using System.Runtime.CompilerServices;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Engine.Fixing;

/// <summary>Fixes of the findings that count in a run: what is switched off or suppressed is not fixed.</summary>
internal static class CountedFixes
{
    internal static FixRounds Of(Workspace workspace, FindingSeverities severities)
    {
        var suppressions = new ConditionalWeakTable<TaskDocument, SuppressionIndex>();
        return new FixRounds((document, finding) =>
        {
            var index = suppressions.GetValue(document, read => new SuppressionIndex(read.Suppressions.Where(one => one.IsInForce(workspace.Today))));
            return severities.Of(finding, index);
        });
    }
}
