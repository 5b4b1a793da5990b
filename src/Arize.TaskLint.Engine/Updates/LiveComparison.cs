using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>Declared tasks beside their live tasks, for a run that changes declarations.</summary>
/// <param name="Declared">The declarations.</param>
/// <param name="Cases">The tasks with their live sides.</param>
/// <param name="Tasks">The result of each task.</param>
/// <param name="Findings">What is to be said of them.</param>
internal sealed record LiveComparison(
    Declarations Declared, IReadOnlyList<TaskCase> Cases, IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Where the live side comes from.</summary>
    internal required ReportLive Origin { get; init; }

    /// <summary>The findings on declarations that are not read, and on tasks that are missing or could not be compared.</summary>
    internal IEnumerable<Finding> Unsettled => Declared.Findings.Where(finding => finding.LosesDeclarations)
        .Concat(Findings.Where(finding => finding.Change is null && finding.Severity >= Severity.Error));

    /// <summary>Whether everything could be determined.</summary>
    internal bool IsDetermined =>
        Declared.Unreadable.Count == 0 && Tasks.All(task => task.IsDetermined) && !Findings.Any(finding => finding.Rule.Traits.IsAlwaysTold);

    /// <summary>Reads the declarations, and compares them with the live tasks.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">Which declarations.</param>
    /// <param name="live">Which live tasks.</param>
    /// <param name="cancellation">Ends the requests, and the code of declarations in C#.</param>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be read.</exception>
    internal static async Task<LiveComparison> ReadAsync(
        Workspace workspace, DeclarationsRequest request, LiveRequest live, CancellationToken cancellation)
    {
        var files = DeclarationFiles.Find(workspace, request);
        using var source = new LiveSource(workspace, live, files.Settings);
        source.ReadProfile();
        var declared = await files.ReadAsync(workspace, request, keepsTasks: true, cancellation).ConfigureAwait(false);
        var side = await source.ReadAsync(declared, null, asksEvaluators: false, cancellation).ConfigureAwait(false);
        (IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings) Compare(IReadOnlyList<TaskCase> cases) =>
            new DriftCheck(isStrict: false, workspace.Today) { Shared = declared.Settings.Ignore, Patterns = workspace.Patterns }.Check(cases);
        var (cases, tasks, findings) = await source.CompareAsync(side.Tasks, declared.Spaces, Compare, cancellation).ConfigureAwait(false);
        return new LiveComparison(declared, cases, tasks, findings) { Origin = side.Origin };
    }
}
