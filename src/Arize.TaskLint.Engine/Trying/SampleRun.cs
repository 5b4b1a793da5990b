using System.Globalization;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine.Trying;

/// <summary>Reads a sample, row by row, and hands it to a trial.</summary>
/// <param name="workspace">What the run reads.</param>
/// <param name="request">The sample.</param>
internal sealed class SampleRun(Workspace workspace, SampleRequest request)
{
    // What 'ax spans export' writes without --all, by its default and at most.
    private static readonly int[] Limits = [100, 500];

    // Slow tasks and slow machines show that they go on.
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    private const string NoSample =
        "there is no sample; give --spans FILE ('ax spans export PROJECT --stdout > spans.json' writes one), or --runs FILE";

    private readonly List<(string? Project, string Path, bool IsOfSpans)> files = [];

    /// <summary>The run of a request that need not have a sample; null if it has none.</summary>
    /// <exception cref="UsageException">It says something of a sample that it does not have.</exception>
    internal static SampleRun? Of(Workspace workspace, SampleRequest request) => request.IsGiven ? new SampleRun(workspace, request)
        : request.Project is not null ? throw new UsageException("--project says which project --spans are of; give --spans too")
        : request.IsFiltered ? throw new UsageException("--filtered says how --spans were exported; give --spans too")
        : null;

    /// <summary>Checks the request before anything is read.</summary>
    /// <param name="readsInput">Whether something else is read from standard input.</param>
    /// <exception cref="UsageException">It cannot be fulfilled.</exception>
    internal void Begin(bool readsInput)
    {
        if (!request.IsGiven)
            throw new UsageException(NoSample);
        if (request.Project is not null && request.Spans.Count == 0)
            throw new UsageException("--project says which project --spans are of; give --spans too");
        files.AddRange(request.Spans.Select(given => Named(given)));
        if (request.Project is not null && files.TrueForAll(file => file.Project is not null && file.Project != request.Project))
        {
            throw new UsageException(
                "--project says which project the spans are of that --spans gives without a project, and each has one; leave --project out");
        }

        files.AddRange(request.Runs.Select(given => ((string?)null, given, false)));
        var inputs = files.Count(file => file.Path == InputFiles.StandardInput) + (readsInput ? 1 : 0);
        if (inputs > 1)
            throw new UsageException("standard input can be read once; give a file for the others");
        var errors = files.Where(file => file.Path != InputFiles.StandardInput && !File.Exists(FullPath(file.Path)))
            .Select(file => $"{OptionOf(file.IsOfSpans)} '{file.Path}' "
                + (Directory.Exists(FullPath(file.Path)) ? "is a folder; give files" : "does not exist"))
            .ToList();
        // Its rows would count twice.
        errors.AddRange(files.Where(file => file.Path != InputFiles.StandardInput).GroupBy(file => FullPath(file.Path), StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => $"'{same.First().Path}' is given {same.Count()} times; give each file once"));
        if (errors.Count > 0)
            throw new UsageException(errors);
        workspace.Files.Read(files.Where(file => file.Path != InputFiles.StandardInput).Select(file => FullPath(file.Path)));
    }

    /// <summary>Whether there are spans.</summary>
    internal bool HasSpans => request.Spans.Count > 0;

    /// <summary>Whether there are runs or examples.</summary>
    internal bool HasRuns => request.Runs.Count > 0;

    /// <summary>Reads the sample.</summary>
    /// <param name="check">The trial.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UsageException">A file cannot be read, or is of another kind.</exception>
    internal (TrialResult Result, IReadOnlyList<Finding> Findings) Read(TryCheck check, CancellationToken cancellation)
    {
        RefuseUnclear(check);
        var read = new List<SampleFile>(files.Count);
        var findings = new List<Finding>();
        try
        {
            foreach (var file in files)
                read.Add(Read(file.Project, file.Path, file.IsOfSpans, check, findings, cancellation));
        }
        finally
        {
            workspace.Log.Progress(null);
        }

        var (result, found) = check.Finish(read, request.IsFiltered);
        return (result, [.. found, .. findings]);
    }

    // A task of one project selects nothing of the spans of another.
    private void RefuseUnclear(TryCheck check)
    {
        string Shown(string project) => workspace.Shown(check.Shown(project));
        if (check.Projects is { Count: > 1 } known)
        {
            foreach (var name in files.Select(file => file.Project).OfType<string>().Distinct().Where(name => check.HasTaskOn(name) != true))
            {
                workspace.Log.Warn(check.HasTaskOn(name) is null
                    ? $"which of the {known.Count} projects that tasks are on '{Shown(name)}' is, is not known here, so nothing is tried "
                        + "on its spans; give the name or ID that the declarations use, or compare with the live side"
                    : $"no task is on the project '{Shown(name)}', so nothing is tried on its spans; is the name right");
            }
        }

        if (check.Projects is [var only])
        {
            foreach (var name in files.Select(file => file.Project).OfType<string>().Distinct().Where(name => check.HasTaskOn(name) is null))
            {
                workspace.Log.Warn($"whether '{Shown(name)}' is the project that the tasks are on, '{Shown(only)}', is not known "
                    + "here; they are tried on its spans, and findings are warnings at most; give the name or ID that the declarations use, or "
                    + "compare with the live side");
            }
        }

        if (check.Projects is not { Count: > 1 } projects || !files.Exists(file => file is { IsOfSpans: true, Project: null }))
            return;
        const int Most = 5;
        var shown = string.Join(", ", projects.Take(Most).Select(project => $"'{Shown(project)}'")) + (projects.Count > Most ? " …" : "");
        throw new UsageException(
            $"the tasks are on {projects.Count} projects ({shown}), and it is not said which the spans are of; "
                + "give --project NAME, or --spans NAME=FILE for each file, with the name or ID that the declarations use");
    }

    private SampleFile Read(
        string? project, string path, bool isOfSpans, TryCheck check, List<Finding> findings, CancellationToken cancellation)
    {
        var shown = path == InputFiles.StandardInput ? InputFiles.ShownStandardInput : workspace.Call(FullPath(path));
        var noun = isOfSpans ? "spans" : "rows";
        Stream? opened = null;
        var since = workspace.Time.GetTimestamp();
        void Show(long rows)
        {
            cancellation.ThrowIfCancellationRequested();
            workspace.Files.ThrowIfOver();
            if (workspace.Time.GetElapsedTime(since) < ProgressEvery)
                return;
            since = workspace.Time.GetTimestamp();
            workspace.Log.Progress(string.Create(CultureInfo.InvariantCulture, $"trying {noun} of {shown}: {rows:#,##0}{Part(opened)}"));
        }

        var reader = isOfSpans
            ? new SampleReader(check.Spans, check.SeenSpans, row => check.TakeSpan(row, project), Show)
            : new SampleReader(check.Runs, check.SeenRuns, check.TakeRun, Show);
        var (repeated, oddTimes) = (check.Repeated, check.OddTimes);
        SampleResult result;
        try
        {
            using var stream = path == InputFiles.StandardInput ? workspace.Input() : File.OpenRead(FullPath(path));
            opened = stream;
            result = reader.Read(stream);
        }
        catch (InvalidDataException)
        {
            // The library's reasons name methods of compression where bytes are damaged.
            throw new UsageException($"{OptionOf(isOfSpans)} '{shown}' is packed with gzip and cannot be unpacked: it is damaged; export it again");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{OptionOf(isOfSpans)} '{shown}' cannot be read: {unreadable.Message}");
        }

        if (result.OtherKind is { } other)
            throw new UsageException($"{OptionOf(isOfSpans)} '{shown}' is {other}");
        workspace.Log.Detail(string.Create(CultureInfo.InvariantCulture, $"read {shown}: {result.Rows:#,##0} {noun}"));
        if (!result.IsWhole)
            findings.Add(Determined.Rule.Report(Broken(shown, result, noun)));
        return new SampleFile(workspace.Shown(shown), isOfSpans, result.Rows)
        {
            Project = project is null ? null : workspace.Shown(check.Shown(project)),
            Unread = result.Unread,
            HasMore = result.HasMore,
            Repeated = check.Repeated - repeated,
            OddTimes = check.OddTimes - oddTimes,
            Limit = isOfSpans && Array.Exists(Limits, limit => limit == result.Rows) ? (int)result.Rows : null,
        };
    }

    // Of a file, packed or not, it is known how much of it there is.
    private static string Part(Stream? stream) => stream is FileStream { CanSeek: true, Length: > 0 } file
        ? string.Create(CultureInfo.InvariantCulture, $", {100 * file.Position / file.Length} % of the file")
        : "";

    private static string Broken(string file, SampleResult result, string noun)
    {
        var problems = string.Join("; ", result.Problems) + (result.Unread > result.Problems.Count ? " …" : "");
        var rest = result.IsToEnd ? "" : ", and what follows was not read";
        var counted = result.Rows == 1 ? noun.TrimEnd('s') : noun;
        return string.Create(CultureInfo.InvariantCulture,
            $"'{file}' is not read as a whole, so the counts are those of {result.Rows:#,##0} {counted}: {problems}{rest}");
    }

    private (string? Project, string Path, bool IsOfSpans) Named(string given)
    {
        var at = given.IndexOf('=', StringComparison.Ordinal);
        // An ID ends with =, and so may the name of a file.
        while (at >= 0 && at + 1 < given.Length && given[at + 1] == '=')
            at++;
        return at <= 0 || at + 1 == given.Length || File.Exists(FullPath(given))
            ? (request.Project, given, true)
            : (given[..at], given[(at + 1)..], true);
    }

    private string FullPath(string path) => Path.GetFullPath(path, workspace.WorkingDirectory);

    private static string OptionOf(bool isOfSpans) => isOfSpans ? "--spans" : "--runs";
}
