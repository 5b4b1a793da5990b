using System.Globalization;
using System.Text.Json;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine;

/// <summary>The lock and its file: sorted and without a time, so that a change of it reads well in a review.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class LockFile(Workspace workspace)
{
    private const int MaximumBytes = 16 * 1024 * 1024;
    private const int MostNamed = 3;

    /// <summary>Reads a lock.</summary>
    /// <param name="given">The path that was given.</param>
    /// <exception cref="UsageException">It is not there, or broken.</exception>
    internal EvaluatorLock Read(string given)
    {
        var (path, called) = (PathOf(given), $"--lock '{given}'");
        if (Directory.Exists(path))
            throw new UsageException($"{called} is a folder; a lock is a file");
        if (!File.Exists(path))
            throw new UsageException($"{called} does not exist; 'tasklint snapshot --lock' writes one");
        workspace.Files.Read(path);
        if (FolderTree.Refusal(path) is { } refusal)
            throw new UsageException($"{called} {refusal}");
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(path), MaximumBytes) ?? throw new UsageException($"{called} is too large for a lock");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{called} cannot be read: {unreadable.Message}");
        }

        var known = Read(workspace.Call(path), bytes, out var wrong);
        return wrong.Count == 0 ? known : throw new UsageException(wrong);
    }

    /// <summary>The full path of a lock.</summary>
    /// <exception cref="UsageException">It is no file.</exception>
    internal string PathOf(string given) => given == InputFiles.StandardInput
        ? throw new UsageException("--lock takes a file, and not '-'")
        : Path.GetFullPath(given, workspace.WorkingDirectory);

    /// <summary>Refuses to write over a file that is no lock: somebody wrote it, and a wrong name must not cost it.</summary>
    /// <param name="path">The full path of what is to be written.</param>
    /// <exception cref="UsageException">It is no lock.</exception>
    internal void RefuseToReplace(string path)
    {
        if (!FileFacts.Of(path).IsRegular)
            return;
        byte[]? bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(path), MaximumBytes);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be read either, writing says why.
            return;
        }

        if (bytes is null || !(IsBlank(bytes) || IsLock(bytes)))
        {
            throw new UsageException(
                $"'{workspace.Call(path)}' is not written: it is there already and is no lock that tasklint wrote; "
                    + "use --force to replace it, or give another file");
        }
    }

    /// <summary>The lock of a live side: of the evaluators of the declared tasks, or of all live ones where nothing is declared.</summary>
    /// <param name="saved">The live side.</param>
    /// <param name="declared">The declarations.</param>
    /// <param name="label">The name of the file in messages.</param>
    /// <param name="mayLose">Whether the lock is written without evaluators that are not known; the lock that exists may have them.</param>
    /// <exception cref="UsageException">None of the declared tasks is there, or the lock would lose an evaluator.</exception>
    internal EvaluatorLock Of(Snapshot saved, Declarations declared, string label, bool mayLose)
    {
        var tasks = declared.TaskCount > 0
            ? declared.Tasks
            : [.. saved.Tasks.Select(task => new TaskDeclaration(task, isPartial: false))];
        var cases = saved.Find(tasks, declared: declared.Spaces);
        if (TaskCase.AreAllMissing(cases))
        {
            throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"none of the {cases.Count} declared tasks exists there; ")
                    + "check the key, the region and the space",
                "nothing was written: a lock without their evaluators would say nothing of them")
            { ExitCode = ExitCodes.Undetermined };
        }

        var evaluators = saved.FindEvaluators(cases).Where(one => LockCheck.IsUnpinned(one.Reference)).ToList();
        var open = evaluators.Where(one => LockCheck.EntryOf(one) is null).Select(one => one.Reference.LiveLabel).Distinct().ToList();
        if (open.Count > 0)
        {
            var named = string.Join(", ", open.Take(MostNamed).Select(name => $"'{name}'")) + (open.Count > MostNamed ? " …" : "");
            Lack($"not in {label}, since the latest version is not known: {named}");
        }

        var unknown = cases.Count(one => one.Live is LiveAnswer.Undetermined);
        if (unknown > 0)
        {
            Lack(string.Create(CultureInfo.InvariantCulture,
                $"the evaluators of {unknown} declared tasks are not in {label}, since it is not known whether the tasks exist"));
        }

        return new EvaluatorLock(label, evaluators.Select(LockCheck.EntryOf).OfType<LockedEvaluator>());

        void Lack(string what)
        {
            if (!mayLose)
            {
                throw new UsageException(what, "nothing was written: the lock that exists may have them; use --force to write it without them")
                { ExitCode = ExitCodes.Undetermined };
            }

            workspace.Log.Warn(what);
        }
    }

    /// <summary>The text of a lock.</summary>
    internal string TextOf(EvaluatorLock content) => workspace.Shown(JsonTreeWriter.TextOf(content.ToNode()));

    private static EvaluatorLock Read(string shown, byte[] bytes, out List<string> wrong)
    {
        var problems = new List<Problem>();
        var source = SourceText.Decode(shown, bytes, out var undecoded);
        if (undecoded is not null)
            problems.Add(undecoded);
        if (problems.Count == 0 && WhyNoJson(source) is { } invalid)
        {
            wrong = [invalid];
            return new EvaluatorLock(shown, []);
        }

        var known = problems.Count == 0 ? EvaluatorLock.Read(source, problems) : new EvaluatorLock(shown, []);
        var findings = problems.OrderBy(problem => problem.Place.Start).Select(Linter.Describe).OfType<Finding>();
        wrong = [.. findings.Select(finding => $"{finding.Place.Text}: no lock: {finding.Message}")];
        return known;
    }

    private static string? WhyNoJson(SourceFile source)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Text);
            return null;
        }
        catch (JsonException invalid)
        {
            var (line, column) = ((invalid.LineNumber ?? 0) + 1, (invalid.BytePositionInLine ?? 0) + 1);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Path}:{line}:{column}: no lock: it is not JSON, as 'tasklint snapshot --lock' writes it");
        }
    }

    private static bool IsBlank(byte[] bytes) => bytes.All(value => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t');

    // One of another version, or with the marks of a merge, is a lock still, and is best made anew.
    private static bool IsLock(byte[] bytes)
    {
        var text = SourceText.Decode("", bytes, out _).Text;
        if (text.Contains("\n<<<<<<<", StringComparison.Ordinal))
            return new[] { LockFields.Version, LockFields.Evaluators }.All(field => text.Contains($"\"{field.Name}\"", StringComparison.Ordinal));
        try
        {
            return JsonTree.ReadAll(bytes) is [MappingNode only] && only[LockFields.Version.Name] is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
