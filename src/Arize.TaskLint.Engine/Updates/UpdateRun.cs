using System.Text;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Engine.Fixing;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Judgement;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>Writes live values into existing declarations.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class UpdateRun(Workspace workspace)
{
    /// <summary>Writes the live values of all tasks that drifted.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read or written.</exception>
    internal async Task<UpdateResult> RunAsync(UpdateRequest request, CancellationToken cancellation)
    {
        var compared = await LiveComparison.ReadAsync(workspace, request, request.Live, cancellation).ConfigureAwait(false);
        var (lines, left, patch, files) = (new List<string>(), new List<string>(), new StringBuilder(), 0);
        var accepted = Accepted(compared, request);
        foreach (var inFile in Enumerable.Range(0, compared.Cases.Count).GroupBy(i => FileOf(compared.Cases[i].Declared), StringComparer.Ordinal))
        {
            if (inFile.All(i => compared.Tasks[i].Status != SyncStatus.Drifted))
                continue;
            if (CSharpInputs.Has(inFile.Key))
            {
                left.AddRange(inFile.SelectMany(i => InCode(compared.Tasks[i])));
                continue;
            }

            var file = EditedFile.Read(workspace, inFile.Key);
            var update = new DeclarationUpdate(EditedFile.Reader(workspace), workspace.Today)
            {
                Shared = compared.Declared.Settings.Ignore,
                Patterns = workspace.Patterns,
                Wants = (position, change) => !accepted.Contains((compared.Cases[inFile.ElementAt(position)].Declared, change.Path)),
            };
            var result = update.Update(file.Source,
                [.. inFile.Select(i => compared.Tasks[i].Status == SyncStatus.Drifted ? (LiveAnswer.Found)compared.Cases[i].Live : null)]);
            left.AddRange(result.Left.Select(one =>
                $"{PlaceOf(one.Change, one.Task)}: left: {DeclarationEdit.Of(one.Change, isCode: false)}: {one.Reason}"));
            if (result.Taken.Count == 0)
                continue;
            files++;
            lines.AddRange(result.Taken.Select(one => $"{PlaceOf(one.Change, one.Task)}: {DeclarationEdit.Of(one.Change, isCode: false)}"));
            if (request.IsDry)
                UnifiedDiff.AppendTo(patch, workspace.Call(file.Path), file.Source.Text, result.Text);
            else
                file.Write(workspace, result.Text);
        }

        left.AddRange(compared.Declared.Unreadable);
        left.AddRange(compared.Tasks.Where(task => !task.IsDetermined && task.Reason is not null && !task.IsReasonShared)
            .Select(task => $"{task.Task.Place.Text}: '{task.Task.Label}' is not compared as a whole: {task.Reason}; see 'tasklint check'"));
        left.AddRange(compared.Unsettled.Select(finding =>
            $"{(finding.Place.IsKnown ? finding.Place.Text + ": " : "")}{finding.Rule.Id}: {finding.Message}"));
        return new UpdateResult(Shown(lines), Shown(left), workspace.Shown(patch.ToString()), files)
        { ExitCode = !compared.IsDetermined ? ExitCodes.Undetermined : left.Count > 0 ? ExitCodes.Findings : ExitCodes.Clean };
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
    private static IEnumerable<string> InCode(TaskResult task) => task.Changes.Where(change => change.IgnoredBy is null)
        .Select(change => $"{PlaceOf(change, task.Task)}: write {DeclarationEdit.Of(change, isCode: true)}");

    private static string PlaceOf(Change change, TaskDeclaration task) => (change.Place.IsKnown ? change.Place : task.Place).Text;
}

/// <summary>What came of writing live values.</summary>
/// <param name="Lines">What was written, a line for each value.</param>
/// <param name="Left">What was not, and why.</param>
/// <param name="Patch">The changes, where nothing was written.</param>
/// <param name="Files">How many files have changes.</param>
internal sealed record UpdateResult(IReadOnlyList<string> Lines, IReadOnlyList<string> Left, string Patch, int Files)
{
    /// <summary>The exit code.</summary>
    internal required int ExitCode { get; init; }
}
