using System.Globalization;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>A line of the report for a finding: one place may declare several tasks, and a finding that all of them have is one line.</summary>
/// <param name="Finding">The first of the findings.</param>
/// <param name="Tasks">The tasks that they are about, in their order; null for one without a name.</param>
internal sealed record FindingLine(ReportFinding Finding, IReadOnlyList<string?> Tasks)
{
    private const int MostNames = 3;
    private const int LongestName = 60;

    /// <summary>The lines of findings, each in the position of its first finding.</summary>
    internal static IEnumerable<FindingLine> Of(IReadOnlyCollection<ReportFinding> findings)
    {
        var positions = new Dictionary<ReportFinding, int>(findings.Count, SameLine.Instance);
        var lines = new List<(ReportFinding First, List<string?>? Tasks)>(findings.Count);
        foreach (var finding in findings)
        {
            if (positions.TryAdd(finding, lines.Count))
            {
                lines.Add((finding, null));
                continue;
            }

            var (first, tasks) = lines[positions[finding]];
            tasks ??= [first.Task];
            tasks.Add(finding.Task);
            lines[positions[finding]] = (first, tasks);
        }

        return lines.Select(line => new FindingLine(line.First, line.Tasks is { } tasks ? [.. tasks.Distinct()] : [line.First.Task]));
    }

    /// <summary>The tasks that are meant if the place does not show them; otherwise empty.</summary>
    internal string Suffix
    {
        get
        {
            if (Tasks.Count == 1)
                return Finding.SharedPlace == true && Tasks[0] is { } only ? $" (task '{TerminalText.Escape(Short(only))}')" : "";
            var names = Tasks.OfType<string>().Take(MostNames).Select(name => $"'{TerminalText.Escape(Short(name))}'").ToList();
            var rest = Tasks.Count - names.Count;
            var list = names.Count == 0 ? ""
                : rest > 0 ? $": {string.Join(", ", names)} and {rest.ToString(CultureInfo.InvariantCulture)} more"
                : $": {string.Join(", ", names)}";
            return $" ({Tasks.Count.ToString(CultureInfo.InvariantCulture)} tasks{list})";
        }
    }

    private static string Short(string name) =>
        name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…";

    // Whether two findings differ in their tasks only.
    private sealed class SameLine : IEqualityComparer<ReportFinding>
    {
        internal static readonly SameLine Instance = new();

        public bool Equals(ReportFinding? one, ReportFinding? other) =>
            one!.Rule == other!.Rule && one.Location == other.Location && one.Message == other.Message
            && (one.Severity, one.Suppressed) == (other.Severity, other.Suppressed) && one.Suppression?.Reason == other.Suppression?.Reason;

        public int GetHashCode(ReportFinding finding) =>
            HashCode.Combine(finding.Location?.StartLine, finding.Location?.StartColumn, finding.Message);
    }
}
