using System.Text;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Engine.Fixing;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>Writes live values into existing declarations.</summary>
/// <param name="workspace">What the run reads and writes.</param>
/// <param name="prompt">Asks what is to become of each difference; null to take all live values.</param>
internal sealed class UpdateRun(Workspace workspace, DriftPrompt? prompt = null)
{
    /// <summary>Writes the live values of all tasks that drifted.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<UpdateResult> RunAsync(UpdateRequest request, CancellationToken cancellation)
    {
        var compared = await LiveComparison.ReadAsync(workspace, request, request.Live, cancellation).ConfigureAwait(false);
        var (lines, left, patch, files, acceptedNow) = (new List<string>(), new List<string>(), new StringBuilder(), 0, 0);
        var edits = new List<(EditedFile File, string Text)>();
        var accepted = Accepted(compared, request);
        bool IsAccepted(TaskDeclaration task, Change change) => accepted.Contains((task, change.Path));
        var mayAccept = !compared.Declared.Severities.IsLocked(Drift.Rule);
        var decisions = prompt is null ? null : DriftDecisions.Ask(prompt, compared.Tasks, IsAccepted, mayAccept);
        foreach (var inFile in Enumerable.Range(0, compared.Cases.Count).GroupBy(i => FileOf(compared.Cases[i].Declared), StringComparer.Ordinal))
        {
            if (inFile.All(i => compared.Tasks[i].Status != SyncStatus.Drifted))
                continue;
            if (CSharpInputs.Has(inFile.Key))
            {
                left.AddRange(inFile.SelectMany(i => InCode(compared.Tasks[i], decisions)));
                continue;
            }

            var file = EditedFile.Read(workspace, inFile.Key);
            var update = new DeclarationUpdate(EditedFile.Reader(workspace), workspace.Today)
            {
                Shared = compared.Declared.Settings.Ignore,
                Patterns = workspace.Patterns,
                Wants = (position, change) => compared.Cases[inFile.ElementAt(position)].Declared is var task && !IsAccepted(task, change)
                    && decisions?.Is(task, change, DriftChoice.Take) != false,
            };
            var result = update.Update(file.Source,
                [.. inFile.Select(i => compared.Tasks[i].Status == SyncStatus.Drifted ? (LiveAnswer.Found)compared.Cases[i].Live : null)]);
            left.AddRange(result.Left.Select(one =>
                $"{PlaceOf(one.Change, one.Task)}: left: {DeclarationEdit.Of(one.Change, isCode: false)}: {one.Reason}"));
            lines.AddRange(result.Taken.Select(one => $"{PlaceOf(one.Change, one.Task)}: {DeclarationEdit.Of(one.Change, isCode: false)}"));
            var taken = lines.Count;
            var text = decisions is null ? result.Text
                : WithAccepted(file, result.Text, [.. inFile.Select(i => compared.Tasks[i].Task)], decisions, lines, left);
            acceptedNow += lines.Count - taken;
            if (text == file.Source.Text)
                continue;
            files++;
            if (request.IsDry && !UnifiedDiff.AppendTo(patch, workspace.Call(file.Path), file.Source.Text, text))
                workspace.Log.Note(UnifiedDiff.NoteOn(workspace.Call(file.Path)));
            if (!request.IsDry)
                edits.Add((file, text));
        }

        EditedFile.WriteAll(workspace, edits);

        left.AddRange(compared.Declared.Unreadable);
        left.AddRange(compared.Tasks.Where(task => !task.IsDetermined && task.Reason is not null && !task.IsReasonShared)
            .Select(task => $"{task.Task.Place.Text}: '{task.Task.Label}' is not compared as a whole: {task.Reason}; see 'tasklint check'"));
        left.AddRange(compared.Unsettled.Select(finding =>
            $"{(finding.Place.IsKnown ? finding.Place.Text + ": " : "")}{finding.Rule.Id}: {finding.Message}"));
        var isOpen = decisions is not null && compared.Tasks.Any(task => task.Changes.Any(change => change.IgnoredBy is null
            && !IsAccepted(task.Task, change) && !decisions.Is(task.Task, change, DriftChoice.Take)
            && !decisions.Is(task.Task, change, DriftChoice.Accept)));
        return new UpdateResult(Shown(lines), Shown(left), workspace.Shown(patch.ToString()), files)
        {
            Accepted = acceptedNow,
            Restored = decisions is null ? [] : [.. RestoredOf(compared, decisions)],
            ExitCode = !compared.IsDetermined ? ExitCodes.Undetermined : left.Count > 0 || isOpen ? ExitCodes.Findings : ExitCodes.Clean,
        };
    }

    private string WithAccepted(
        EditedFile file, string text, IReadOnlyList<TaskDeclaration> tasks, DriftDecisions decisions, List<string> lines, List<string> left)
    {
        for (var i = 0; i < tasks.Count; i++)
        {
            var entries = decisions.AcceptedOf(tasks[i]);
            if (entries.Count == 0)
                continue;
            if (new AcceptedText(EditedFile.Reader(workspace)).WithEntries(new SourceFile(file.Source.Path, text), i, entries) is not { } written)
            {
                left.AddRange(entries.Select(entry =>
                    $"{tasks[i].Place.Text}: left: no entry of ignore can be written there; write it by hand: {entry.Path}"));
                continue;
            }

            text = written;
            lines.AddRange(entries.Select(entry => $"{tasks[i].Place.Text}: '{tasks[i].Label}' accepts drift of {entry.Path}"));
        }

        return text;
    }

    // The commands as a report has them, for some of the differences.
    private IEnumerable<RestoredTask> RestoredOf(LiveComparison compared, DriftDecisions decisions)
    {
        for (var i = 0; i < compared.Tasks.Count; i++)
        {
            var result = compared.Tasks[i];
            List<Change> chosen = [.. result.Changes.Where(change => decisions.Is(result.Task, change, DriftChoice.Restore))];
            if (chosen.Count == 0 || compared.Cases[i].Live is not LiveAnswer.Found found)
                continue;
            var update = UpdateDraft.Of(result.Task, found, chosen);
            var run = new RunResult(1, [], [result with { Changes = chosen, Update = update }], IsComparison: true);
            if (ReportBuilder.Build(run, ExitCodes.Findings, workspace.Secret, null, compared.Origin).Tasks[0] is { Update: { } made } task)
                yield return new RestoredTask(task.Name ?? task.Id ?? "", made.Ax ?? made.Curl, [.. made.Unrestorable ?? [], .. made.Notes ?? []]);
        }
    }

    // Comments and the baseline accept drift as ignore entries do.
    private HashSet<(TaskDeclaration, FieldPath)> Accepted(LiveComparison compared, UpdateRequest request)
    {
        var findings = compared.Declared.Shared.Mark(compared.Findings);
        var result = new RunResult(compared.Tasks.Count, [.. compared.Declared.Findings, .. findings], compared.Tasks, IsComparison: true);
        var paths = RunAcceptance.Of(workspace, request.Baseline, compared.Declared).Apply(result).Findings
            .Where(finding => finding is { IsSuppressed: true, Change: not null })
            .Select(finding => finding.Change!).ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. compared.Tasks.SelectMany(task => task.Changes.Where(paths.Contains).Select(change => (task.Task, change.Path))),
        ];
    }

    private List<string> Shown(List<string> lines) => [.. lines.Select(workspace.Shown)];

    private static string FileOf(TaskDeclaration task) => task.View.Node.Place.File?.Path ?? task.Place.File?.Path ?? "";

    // C# is changed by a person: the line, and the call to write there.
    private static IEnumerable<string> InCode(TaskResult task, DriftDecisions? decisions) =>
    [
        .. task.Changes.Where(change => change.IgnoredBy is null && decisions?.Is(task.Task, change, DriftChoice.Take) != false)
            .Select(change => $"{PlaceOf(change, task.Task)}: write {DeclarationEdit.Of(change, isCode: true)}"),
        .. decisions?.AcceptedOf(task.Task).Select(entry => $"{task.Task.Place.Text}: call {AcceptRun.CallOf(entry).TrimStart()}") ?? [],
    ];

    private static string PlaceOf(Change change, TaskDeclaration task) => (change.Place.IsKnown ? change.Place : task.Place).Text;
}

/// <summary>What came of writing live values.</summary>
/// <param name="Lines">What was written, a line for each value.</param>
/// <param name="Left">What was not, and why.</param>
/// <param name="Patch">The changes, where nothing was written.</param>
/// <param name="Files">How many files have changes.</param>
internal sealed record UpdateResult(IReadOnlyList<string> Lines, IReadOnlyList<string> Left, string Patch, int Files)
{
    /// <summary>How many of the lines tell of drift that is accepted.</summary>
    internal int Accepted { get; init; }

    /// <summary>The tasks of which a person wants the live side as it is declared.</summary>
    internal IReadOnlyList<RestoredTask> Restored { get; init; } = [];

    /// <summary>The exit code.</summary>
    internal required int ExitCode { get; init; }
}

/// <summary>A live task that is to be as it is declared.</summary>
/// <param name="Task">How reports call it.</param>
/// <param name="Command">The command that updates it; null where there is none.</param>
/// <param name="Notes">What the command does not do, and what to know of it.</param>
internal sealed record RestoredTask(string Task, string? Command, IReadOnlyList<string> Notes);
