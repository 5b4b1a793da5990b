using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The part of the text report that compares declared and live values.</summary>
internal sealed class DriftSection
{
    private const int MostNameColumns = 44;
    private const int SharedColumns = 32;
    private const int StatusColumns = 14;
    private const int PathIndent = 4;
    private const int PathColumns = 40;
    private const int TermColumns = 10;
    private const int ShortValue = 32;
    private const int LongestValue = 160;

    private readonly Report report;
    private readonly Palette palette;
    private readonly int columns;
    private readonly WaysSection ways;
    private readonly List<ReportTask> shown;
    private readonly HashSet<int> positions;

    /// <param name="columns">The columns into which a change has to fit; null for any number.</param>
    internal DriftSection(Report report, Palette palette, int? columns = null)
    {
        (this.report, this.palette, this.columns, ways) = (report, palette, columns ?? int.MaxValue, new WaysSection(report, palette));
        shown = [.. report.Tasks.Where(task => IsShown(task) && !IsAccepted(task))];
        positions = [.. shown.SelectMany(task => task.Changes.Select(change => change.Finding).Append(task.Finding)).OfType<int>()];
    }

    internal bool HasContent => shown.Count > 0;

    /// <summary>The tasks that are shown, those with the same drift together.</summary>
    internal IReadOnlyList<DriftGroup> Groups => DriftGroup.Of(shown, report.Findings);

    /// <summary>Writes how the drift of a group ends.</summary>
    internal void WriteWays(DriftGroup group, TextWriter output) => ways.Write(group, output);

    /// <summary>Whether a finding is shown here, by its position.</summary>
    internal bool Has(int finding) => positions.Contains(finding);

    /// <summary>Writes the section.</summary>
    /// <param name="showsWays">Whether to say how the drift ends.</param>
    internal void Write(TextWriter output, bool showsWays)
    {
        var nameColumns = Math.Min(MostNameColumns, shown.Max(task => TerminalText.Width(NameOf(task))));
        foreach (var group in Groups)
        {
            var task = group.Tasks[0];
            WriteHead(task, group.IsShared ? SharedName(group) : NameOf(task), nameColumns, group.IsShared ? [] : FactsOf(task), output);
            foreach (var change in task.Changes)
                WriteChange(change, group.IsShared ? null : task, output);
            if (task is { Reason: { } reason, SharedReason: not true })
                output.Write($"    {TerminalText.Escape(reason)}\n");
            if (group.IsShared)
                WriteMembers(group, nameColumns, output);
            if (showsWays)
                ways.Write(group, output);
        }
    }

    private static string SharedName(DriftGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Tasks.Count} tasks, the same in each");

    private void WriteMembers(DriftGroup group, int columns, TextWriter output)
    {
        foreach (var task in group.Tasks)
        {
            var name = TerminalText.Pad(TerminalText.Shorten(NameOf(task), columns), columns);
            output.Write($"      {name}  {palette.Faint(string.Join("  ", FactsOf(task)))}\n");
        }
    }

    // Tasks in sync need no line, and reasons that all tasks share are reported once, above.
    private static bool IsShown(ReportTask task) =>
        task.Changes.Count > 0 || (task.Status != SyncStatus.InSync && task.SharedReason != true);

    // Nothing is to be done about a live task that the team leaves undeclared.
    private bool IsAccepted(ReportTask task) =>
        task is { Status: SyncStatus.Unmanaged, Finding: { } position } && report.Findings[position].Suppressed;

    private static string NameOf(ReportTask task) => TerminalText.Escape(task.Name ?? task.Id ?? "(no name)");

    private void WriteHead(ReportTask task, string name, int columns, IEnumerable<string> facts, TextWriter output)
    {
        var status = TerminalText.Pad(Words.Of(task.Status).Replace('_', ' '), StatusColumns);
        var head = $"{SignOf(task.Status)} {TerminalText.Pad(TerminalText.Shorten(name, Math.Max(columns, SharedColumns)), columns)}  ";
        var painted = task.Status switch
        {
            SyncStatus.Drifted or SyncStatus.Missing or SyncStatus.Conflict => palette.Red(status),
            SyncStatus.InSync or SyncStatus.Pending => palette.Green(status),
            _ => palette.Yellow(status),
        };
        var shownFacts = string.Join("  ", facts);
        output.Write($"{palette.Bold(head)}{(shownFacts.Length > 0 ? $"{painted}{palette.Faint(shownFacts)}" : painted.TrimEnd())}\n");
    }

    private IEnumerable<string> FactsOf(ReportTask task)
    {
        if (task.Location is { } location)
            yield return PlaceText.Of(location);
        if (task.Name is not null && task.Id is { } id)
            yield return TerminalText.Escape(id);
        if (task.Finding is { } position)
            yield return TerminalText.Escape(report.Findings[position].Rule);
        if (Instants.Shown(task.UpdatedAt) is { } updated && task.Status is SyncStatus.Drifted or SyncStatus.Conflict)
            yield return TerminalText.Escape($"last changed {updated}");
    }

    /// <summary>The sign of a status, for those who see no colours.</summary>
    internal static char SignOf(SyncStatus status) => status switch
    {
        SyncStatus.InSync => '=',
        SyncStatus.Drifted => '~',
        SyncStatus.Pending => '>',
        SyncStatus.Conflict => '!',
        SyncStatus.Missing => '-',
        SyncStatus.Unmanaged => '+',
        _ => '?',
    };

    private void WriteChange(ReportChange change, ReportTask? task, TextWriter output)
    {
        var path = TerminalText.Escape(change.DisplayPath ?? change.Path);
        var (declared, live) = (TerminalText.Escape(change.DeclaredText), TerminalText.Escape(change.LiveText));
        var notes = string.Join("; ", NotesOn(change, task));
        var notesBehind = notes.Length > 0 ? "     " + palette.Faint(notes) : "";
        if (TerminalText.Width(declared) <= ShortValue && TerminalText.Width(live) <= ShortValue && TerminalText.Width(path) < PathColumns
            && PathIndent + PathColumns + TerminalText.Width($"{declared} → {live}") <= columns)
        {
            // A change that is still to be made goes the other way.
            var (from, to) = change.Status == ChangeStatus.Pending
                ? (palette.Red(live), palette.Green(declared))
                : (palette.Green(declared), palette.Red(live));
            output.Write($"    {TerminalText.Pad(path, PathColumns)}{from} → {to}{notesBehind}\n");
        }
        else
        {
            output.Write($"    {path}{notesBehind}\n");
            output.Write($"        declared  {palette.Green(declared)}\n");
            output.Write($"        live      {palette.Red(live)}\n");
        }

        foreach (var term in change.Terms ?? [])
            WriteTerm(term, output);
    }

    private void WriteTerm(ReportTerm term, TextWriter output)
    {
        string Shown(string text) => TerminalText.Shorten(TerminalText.Escape(text), LongestValue);
        var text = term switch
        {
            { Declared: { } declared, Live: { } live } when ValueText.Distinct(declared, live) is var (own, other) =>
                $"{palette.Green(TerminalText.Escape(own))} → {palette.Red(TerminalText.Escape(other))}",
            { Declared: { } declared } => palette.Green(Shown(declared)),
            _ => palette.Red(Shown(term.Live ?? "")),
        };
        output.Write($"        {TerminalText.Pad(Words.Of(term.Kind), TermColumns)}{text}\n");
    }

    // Of several tasks, there is no one place.
    private IEnumerable<string> NotesOn(ReportChange change, ReportTask? task)
    {
        var finding = change.Finding is { } position ? report.Findings[position] : null;
        if (change.Status is { } status)
            yield return StatusOf(change, status);
        if (change.Ignored)
            yield return Ignored(change.IgnoredBy);
        else if (finding is { Suppressed: true, Suppression.Kind: not AcceptanceKind.Existing })
            yield return finding.Suppression?.Reason is { } why ? $"suppressed: {TerminalText.Escape(why)}" : "suppressed";
        if (change.Explanation is { } explanation)
            yield return TerminalText.Escape(explanation);
        if (change.Consequence is { } consequence)
            yield return TerminalText.Escape(consequence);
        if (change.RequiresRecreate)
            yield return "the task must be recreated";
        if (finding is not null)
        {
            var at = change.Location is { } location && task is not null ? $" at {Short(location, task)}" : "";
            yield return Severity(finding) + TerminalText.Escape(finding.Rule) + at;
        }
    }

    // Drift is an error, where nobody says otherwise.
    private static string Severity(ReportFinding finding) =>
        finding.Suppressed || finding.Severity == Core.Rules.Severity.Error ? "" : Words.Of(finding.Severity) + " ";

    private static string StatusOf(ReportChange change, ChangeStatus status) => (change.BaseText, status) switch
    {
        ({ } value, ChangeStatus.Conflict) => $"conflict; at the base {TerminalText.Shorten(TerminalText.Escape(value), ShortValue)}",
        _ => Words.Of(status),
    };

    // Within the task's own file, its name would only repeat the head.
    internal static string Short(ReportLocation location, ReportTask task) => Short(location, task.Location);

    /// <summary>A place beside that of its task.</summary>
    internal static string Short(ReportLocation location, ReportLocation? task) => location.File == task?.File
        ? string.Create(CultureInfo.InvariantCulture, $"{location.StartLine}:{location.StartColumn}")
        : PlaceText.Of(location);

    private static string Ignored(ReportIgnore? entry)
    {
        var until = entry?.Until is { } last ? $" until {TerminalText.Escape(last)}" : "";
        var reason = entry?.Reason is { } why ? $": {TerminalText.Escape(why)}" : "";
        var owner = entry?.Owner is { } who ? $" ({TerminalText.Escape(who)})" : "";
        return $"ignored{until}{reason}{owner}";
    }
}
