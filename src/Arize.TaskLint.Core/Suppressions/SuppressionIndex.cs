using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Suppressions by file, rule and line, so that a file full of them costs no more than its length.</summary>
public sealed class SuppressionIndex
{
    private const string AllRules = "";

    private readonly Dictionary<(string File, string Rule), Group> groups = [];
    private readonly Dictionary<(string File, string? Rule, string Message), List<Suppression>> findings = [];

    /// <summary>Sorts suppressions.</summary>
    public SuppressionIndex(IEnumerable<Suppression> suppressions)
    {
        foreach (var suppression in suppressions)
        {
            if (suppression.Message is { } message)
            {
                if (!findings.TryGetValue((suppression.File, suppression.RuleId, message), out var same))
                    findings.Add((suppression.File, suppression.RuleId, message), same = []);
                same.Add(suppression);
                continue;
            }

            var key = (suppression.File, suppression.RuleId ?? AllRules);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new Group());
            group.Add(suppression);
        }

        foreach (var group in groups.Values)
            group.Sort();
    }

    /// <summary>The suppressions that apply to a finding, by its rule and the line that it begins on, or by its message.</summary>
    public IEnumerable<Suppression> Covering(Finding finding)
    {
        if (finding.Place.File is not { } file)
            return [];
        var onLine = groups.Count == 0 ? [] : CoveringOn(finding.Rule, file.Path, finding.Place.StartPosition.Line);
        return findings.Count > 0 && findings.TryGetValue((file.Path, finding.Rule.Id, finding.Message), out var same)
            ? onLine.Concat(same.Where(one => one.Task is null || one.Task == finding.Task))
            : onLine;
    }

    private IEnumerable<Suppression> CoveringOn(Rule rule, string path, int line)
    {
        foreach (var id in new[] { rule.Id, AllRules })
        {
            if (!groups.TryGetValue((path, id), out var group))
                continue;
            foreach (var suppression in group.On(line))
            {
                if (Means(suppression, rule, line))
                    yield return suppression;
            }
        }
    }

    private static bool Means(Suppression suppression, Rule rule, int line)
    {
        if (line < suppression.FirstLine || line > suppression.LastLine || rule.Traits.IsAlwaysTold)
            return false;
        if (suppression.RuleId is not null)
            return suppression.RuleId == rule.Id;
        return !RuleCategory.IsOfSuppressions(rule)
            && !(suppression.EnabledFrom is not null && suppression.EnabledFrom.TryGetValue(rule.Id, out var enabled) && line >= enabled);
    }

    private sealed class Group
    {
        private readonly Dictionary<int, List<Suppression>> lines = [];
        private List<Suppression> ranges = [];

        // The last line that the ranges up to each one reach.
        private int[] reach = [];

        internal void Add(Suppression suppression)
        {
            if (suppression.FirstLine != suppression.LastLine)
            {
                ranges.Add(suppression);
                return;
            }

            if (!lines.TryGetValue(suppression.FirstLine, out var here))
                lines.Add(suppression.FirstLine, here = []);
            here.Add(suppression);
        }

        internal void Sort()
        {
            ranges = [.. ranges.OrderBy(range => range.FirstLine)];
            reach = new int[ranges.Count];
            for (var i = 0; i < reach.Length; i++)
                reach[i] = Math.Max(ranges[i].LastLine, i > 0 ? reach[i - 1] : 0);
        }

        internal IEnumerable<Suppression> On(int line)
        {
            var (first, end) = RangesOn(line);
            for (var i = first; i < end; i++)
                yield return ranges[i];
            if (!lines.TryGetValue(line, out var here))
                yield break;
            foreach (var one in here)
                yield return one;
        }

        // Few ranges of a rule overlap, so those that may contain a line are adjacent.
        private (int First, int End) RangesOn(int line)
        {
            var (end, above) = (0, ranges.Count);
            while (end < above)
            {
                var middle = (end + above) / 2;
                if (ranges[middle].FirstLine <= line)
                    end = middle + 1;
                else
                    above = middle;
            }

            var first = end;
            while (first > 0 && reach[first - 1] >= line)
                first--;
            return (first, end);
        }
    }
}
