using System.Globalization;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>A finding as people read it: one place may declare several tasks, and what is the same for all of them is one line.</summary>
/// <param name="Finding">The first of the findings.</param>
/// <param name="Tasks">The tasks that they are about, in their order; null for one without a name.</param>
internal sealed record FindingLine(ReportFinding Finding, IReadOnlyList<string?> Tasks)
{
    private const int MostNames = 3;
    private const int LongestName = 60;

    /// <summary>The lines of findings, each where its first finding is.</summary>
    internal static IEnumerable<FindingLine> Of(IEnumerable<ReportFinding> findings) => findings
        .GroupBy(finding => (finding.Rule, finding.Location, finding.Message, finding.Severity, finding.Suppressed, finding.Suppression?.Reason))
        .Select(same => new FindingLine(same.First(), [.. same.Select(finding => finding.Task).Distinct()]));

    /// <summary>Which tasks are meant, where the place does not tell; else nothing.</summary>
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
}
