using System.Globalization;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting.Remedies;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>
/// The ways to end the drift of a task, or of several with the same drift: take the live value, restore the declared one, or accept the drift.
/// </summary>
internal sealed class WaysSection(Report report, Palette palette)
{
    private const int LabelColumns = 9;
    private const int MostEdits = 5;
    private const int LongestEdit = 200;
    // A longer command is no help on a terminal; the JSON report has it.
    private const int LongestCommand = 4000;

    private const string Elsewhere = "too long to show here; --format json has it as 'update'";

    internal void Write(DriftGroup group, TextWriter output)
    {
        var task = group.Tasks[0];
        var open = task.Changes.Where(change => change.Edit is not null && !Verdict.IsAccepted(report, change)).ToList();
        if (open.Count == 0 && task.Status != SyncStatus.Pending)
            return;
        WriteLines("take", [.. open.Take(MostEdits).Select(change => EditOf(change, task, group.IsShared)), .. More(open.Count)], output);
        if (task.Update is { } update)
            WriteLines(task.Status == SyncStatus.Pending ? "apply" : "restore", [.. Commands(update, group)], output);
        WriteLines("accept", [.. Entries([.. open.Take(MostEdits).Select(change => change.Accept!)]), .. More(open.Count)], output);
    }

    private static IEnumerable<string> More(int count) =>
        count > MostEdits ? [$"and {(count - MostEdits).ToString(CultureInfo.InvariantCulture)} more, in --format json"] : [];

    private static string EditOf(ReportChange change, ReportTask task, bool isShared)
    {
        var place = change.Location is { } location && !isShared ? DriftSection.Short(location, task) + "  " : "";
        return place + Short(change.Edit!);
    }

    // The entries of YAML are those of one list.
    private static IEnumerable<string> Entries(IReadOnlyList<string> entries) =>
        entries.Count > 0 && entries[0].StartsWith('{')
            ? [$"ignore: [{string.Join(", ", entries.Select(TerminalText.Escape))}]"]
            : entries.Select(Short);

    private static string Short(string text) => TerminalText.Shorten(TerminalText.Escape(text), LongestEdit);

    private static IEnumerable<string> Commands(ReportUpdate update, DriftGroup group)
    {
        if (group.IsShared)
        {
            yield return Together(group) ?? "each task with an update of its own; --format json has them as 'update'";
        }
        else if (update.Curl is { } curl)
        {
            if (update.Ax is { Length: <= LongestCommand } ax)
                yield return TerminalText.Escape(ax);
            yield return curl.Length <= LongestCommand ? TerminalText.Escape(curl) : Elsewhere;
        }

        foreach (var note in (update.Unrestorable ?? []).Concat(update.Notes ?? []))
            yield return "! " + TerminalText.Escape(note);
    }

    /// <summary>One command for all tasks of a group; null if each needs its own.</summary>
    internal static string? Together(DriftGroup group)
    {
        string? rest = null;
        var ids = new List<string>();
        foreach (var task in group.Tasks)
        {
            if (task is not { Id: { } id, Update.Ax: { } ax })
                return null;
            var quoted = ShellText.Quote(id);
            var start = UpdateCommands.AxUpdate + quoted;
            if (!ax.StartsWith(start, StringComparison.Ordinal) || (rest is not null && ax[start.Length..] != rest))
                return null;
            rest = ax[start.Length..];
            ids.Add(quoted);
        }

        var loop = $"for id in {string.Join(" ", ids)}; do {UpdateCommands.AxUpdate}\"$id\"{rest}; done";
        return loop.Length <= LongestCommand ? TerminalText.Escape(loop) : null;
    }

    private void WriteLines(string label, IReadOnlyList<string> lines, TextWriter output)
    {
        for (var i = 0; i < lines.Count; i++)
            output.Write($"    {palette.Faint(TerminalText.Pad(i == 0 ? label : "", LabelColumns))}{lines[i]}\n");
    }
}
