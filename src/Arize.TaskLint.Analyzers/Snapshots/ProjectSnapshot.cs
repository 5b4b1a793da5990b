using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Snapshots;
using Microsoft.CodeAnalysis;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Arize.TaskLint.Analyzers.Snapshots;

/// <summary>The snapshot that belongs to a project: its files <c>*.arize-live.json</c> together.</summary>
internal sealed class ProjectSnapshot
{
    private readonly IReadOnlyList<AdditionalText> files;
    private readonly Func<SourceText, SnapshotText?> read;
    private readonly Func<string, string> display;
    private readonly object gate = new();
    private (SnapshotCheck? Check, IReadOnlyList<(AdditionalText, Finding)> Problems)? result;

    private ProjectSnapshot(IReadOnlyList<AdditionalText> files, Func<SourceText, SnapshotText?> read, Func<string, string> display) =>
        (this.files, this.read, this.display) = (files, read, display);

    /// <summary>The snapshot of a project; null if it has none.</summary>
    /// <param name="files">The additional files of the project.</param>
    /// <param name="read">Reads a text, and keeps what it read.</param>
    /// <param name="display">The name of a file in messages.</param>
    internal static ProjectSnapshot? Of(IEnumerable<AdditionalText> files, Func<SourceText, SnapshotText?> read, Func<string, string> display)
    {
        List<AdditionalText> own =
        [
            .. files.Where(file => file.Path.EndsWith(".arize-live.json", StringComparison.OrdinalIgnoreCase))
                .GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => same.First())
                .OrderBy(file => file.Path, PageOrder.Instance),
        ];
        return own.Count > 0 ? new ProjectSnapshot(own, read, display) : null;
    }

    /// <summary>Whether a file is a part of it.</summary>
    internal bool Has(AdditionalText file) => files.Contains(file);

    /// <summary>The check of declarations against it; null if any of its files is broken, because then it is not known what it says.</summary>
    internal SnapshotCheck? Check(CancellationToken cancellation) => Result(cancellation).Check;

    /// <summary>What is wrong with a file of it: one finding, or null.</summary>
    internal Finding? ProblemOf(AdditionalText file, CancellationToken cancellation) =>
        Result(cancellation).Problems.Where(one => one.File == file).Select(one => one.Finding).FirstOrDefault();

    private (SnapshotCheck? Check, IReadOnlyList<(AdditionalText File, Finding Finding)> Problems) Result(CancellationToken cancellation)
    {
        lock (gate)
            return result ??= Read(cancellation);
    }

    private (SnapshotCheck?, IReadOnlyList<(AdditionalText, Finding)>) Read(CancellationToken cancellation)
    {
        SnapshotText? first = null;
        var saved = new List<SavedText>();
        var problems = new List<(AdditionalText, Finding)>();
        foreach (var file in files)
        {
            if (file.GetText(cancellation) is not { } text || read(text) is not { } known)
                return (null, []);
            first ??= known;
            saved.Add(known.ReadAs(display(file.Path)));
            if (saved[saved.Count - 1].Problem is { } problem && Linter.Describe(problem) is { } finding)
                problems.Add((file, finding));
        }

        if (problems.Count > 0)
            return (null, problems);
        var check = first!.CheckOf(saved);
        if (check.Lack is { } lack && Linter.Describe(new Unreadable(saved[0].Start, $"the snapshot {lack}")) is { } nothing)
            return (null, [(files[0], nothing)]);
        return (check, []);
    }
}
