using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The part of the text report that holds declared and live values against each other.</summary>
internal sealed class DriftSection(Palette palette)
{
    private const int MostNameColumns = 44;
    private const int StatusColumns = 14;
    private const int PathColumns = 40;
    private const int TermColumns = 10;
    private const int ShortValue = 32;
    private const int LongestValue = 160;

    // Why, by where; null where nobody says.
    private readonly Dictionary<(Place, string?), string?> suppressed = [];

    internal static bool Concerns(RunResult result) => result.Tasks.Any(IsShown);

    internal void Write(RunResult result, TextWriter output)
    {
        var shown = result.Tasks.Where(IsShown).ToList();
        foreach (var finding in result.Findings.Where(finding => finding.IsSuppressed && finding.Rule == Drift.Rule))
            suppressed[(finding.Place, finding.Path)] = finding.Justification;
        var columns = Math.Min(MostNameColumns, shown.Max(task => TerminalText.Width(NameOf(task))));
        foreach (var task in shown)
        {
            WriteHead(task, columns, output);
            foreach (var change in task.Changes)
                WriteChange(change, output);
            if (task is { Reason: { } reason, IsReasonShared: false })
                output.Write($"    {TerminalText.Escape(reason)}\n");
        }
    }

    // What is in sync needs no line, and what all tasks share is told once, above.
    private static bool IsShown(TaskResult task) =>
        task.Changes.Count > 0 || (task.Status != SyncStatus.InSync && !task.IsReasonShared);

    private static string NameOf(TaskResult task) => TerminalText.Escape(task.Task.Label ?? "(no name)");

    private void WriteHead(TaskResult task, int columns, TextWriter output)
    {
        var status = TerminalText.Pad(Words.Of(task.Status).Replace('_', ' '), StatusColumns);
        var head = $"{SignOf(task.Status)} {TerminalText.Pad(TerminalText.Shorten(NameOf(task), columns), columns)}  ";
        var painted = task.Status switch
        {
            SyncStatus.Drifted or SyncStatus.Missing or SyncStatus.Conflict => palette.Red(status),
            SyncStatus.InSync or SyncStatus.Pending => palette.Green(status),
            _ => palette.Yellow(status),
        };
        output.Write($"{palette.Bold(head)}{painted}{palette.Faint(PlaceOf(task.Task.Place))}\n");
    }

    private static string PlaceOf(Place place) =>
        place.IsKnown ? $"{TerminalText.Escape(place.File!.Path)}:{place.StartPosition.Line.ToString(CultureInfo.InvariantCulture)}" : "";

    private static char SignOf(SyncStatus status) => status switch
    {
        SyncStatus.InSync => '=',
        SyncStatus.Drifted => '~',
        SyncStatus.Pending => '>',
        SyncStatus.Conflict => '!',
        SyncStatus.Missing => '-',
        SyncStatus.Unmanaged => '+',
        _ => '?',
    };

    private void WriteChange(Change change, TextWriter output)
    {
        var path = TerminalText.Escape(change.DisplayPath);
        var (declared, live) = ValueText.Both(change);
        var notes = string.Join("; ", NotesOn(change));
        var notesBehind = notes.Length > 0 ? "     " + palette.Faint(notes) : "";
        if (TerminalText.Width(declared) <= ShortValue && TerminalText.Width(live) <= ShortValue && TerminalText.Width(path) < PathColumns)
        {
            output.Write($"    {TerminalText.Pad(path, PathColumns)}{palette.Green(declared)} → {palette.Red(live)}{notesBehind}\n");
        }
        else
        {
            output.Write($"    {path}{notesBehind}\n");
            output.Write($"        declared  {palette.Green(declared)}\n");
            output.Write($"        live      {palette.Red(live)}\n");
        }

        foreach (var term in change.Terms)
            WriteTerm(term, output);
    }

    private void WriteTerm(TermChange term, TextWriter output)
    {
        string Shown(string text) => TerminalText.Shorten(TerminalText.Escape(text), LongestValue);
        var text = term switch
        {
            { Declared: { } declared, Live: { } live } when ValueText.Distinct(declared, live) is var (own, other) => $"{palette.Green(own)} → {palette.Red(other)}",
            { Declared: { } declared } => palette.Green(Shown(declared)),
            _ => palette.Red(Shown(term.Live ?? "")),
        };
        output.Write($"        {TerminalText.Pad(Words.Of(term.Kind), TermColumns)}{text}\n");
    }

    private IEnumerable<string> NotesOn(Change change)
    {
        if (change.IgnoredBy is { } entry)
            yield return Ignored(entry);
        else if (suppressed.TryGetValue((change.Place, change.Path), out var why))
            yield return why is null ? "suppressed" : $"suppressed: {TerminalText.Escape(why)}";
        if (change.Explanation is { } explanation)
            yield return explanation;
        if (Consequence.Of(change) is { } consequence)
            yield return consequence;
        if (change.NeedsRecreate)
            yield return "the task must be recreated";
    }

    private static string Ignored(IgnoreEntry entry)
    {
        var until = entry.ShownUntil is { } last ? $" until {TerminalText.Escape(last)}" : "";
        var reason = entry.Reason is { } why ? $": {TerminalText.Escape(why)}" : "";
        var owner = entry.Owner is { } who ? $" ({TerminalText.Escape(who)})" : "";
        return $"ignored{until}{reason}{owner}";
    }
}
