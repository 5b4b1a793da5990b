using Arize.TaskLint.Cli.Inputs.CSharp;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Yaml;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Arize.TaskLint.Cli.Inputs;

/// <summary>How files are read.</summary>
/// <param name="MayRun">Whether the code of C# inputs may be run.</param>
/// <param name="ShowsProgress">Whether to say what is being read while it takes time.</param>
/// <param name="Log">Takes a line on each file.</param>
internal sealed record Reading(bool MayRun, bool ShowsProgress, Action<string> Log);

/// <summary>Finds and reads the files that declare tasks.</summary>
internal sealed class InputFiles(Host host)
{
    internal const string StandardInput = "-";

    /// <summary>How results call what comes from standard input.</summary>
    internal const string ShownStandardInput = "<stdin>";

    private static readonly string[] Extensions = [".arize.yaml", ".arize.yml"];
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", ".git"];

    /// <summary>The files of paths, folders and globs: each file once, folders in the order of their names.</summary>
    /// <param name="paths">What was given, or configured.</param>
    /// <param name="root">The folder that they are relative to.</param>
    /// <exception cref="UsageException">A path is not there, or a folder or glob has no declarations.</exception>
    internal static IReadOnlyList<string> Find(IReadOnlyList<string> paths, string root)
    {
        var found = new List<string>();
        var errors = new List<string>();
        foreach (var path in paths)
        {
            var full = path == StandardInput ? path : Path.GetFullPath(path, root);
            try
            {
                if (path == StandardInput || File.Exists(full))
                    found.Add(full);
                else if (Directory.Exists(full))
                    AddAll(Search(full), $"the folder '{path}' has no *.arize.yaml or *.arize.yml in it", found, errors);
                else if (path.AsSpan().ContainsAny("*?"))
                    AddAll(Glob(path, root), $"no file fits '{path}'", found, errors);
                else
                    errors.Add($"'{path}' does not exist");
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                errors.Add($"'{path}' cannot be read: {unreadable.Message}");
            }
        }

        return errors.Count == 0 ? [.. found.Distinct(StringComparer.Ordinal)] : throw new UsageException(errors);
    }

    /// <summary>Reads the files and runs the rules over them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="run">The run.</param>
    /// <param name="reading">How.</param>
    /// <param name="cancellation">Ends the code of C# inputs.</param>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    internal async Task ReadAsync(IReadOnlyList<string> files, LintRun run, Reading reading, CancellationToken cancellation)
    {
        var reader = new DeclarationReader(host.FillIn, host.Secret);
        var inCSharp = files.Where(CSharpInputs.Has).ToList();
        if (inCSharp.Count > 0 && !reading.MayRun)
            throw new UsageException([.. inCSharp.Select(file => $"'{DisplayPath(file, host.WorkingDirectory)}' is C#: reading it runs its code, which --no-run forbids")]);
        var documents = await new CSharpInputs(host).ReadAsync(inCSharp, reader, reading.ShowsProgress, cancellation).ConfigureAwait(false);
        var errors = new List<string>();
        foreach (var file in files)
        {
            var shown = file == StandardInput ? ShownStandardInput : DisplayPath(file, host.WorkingDirectory);
            var before = run.TaskCount;
            try
            {
                if (documents.TryGetValue(file, out var declared))
                    Add(declared, run);
                else if (FileBytes.Read(file == StandardInput ? host.Input : () => File.OpenRead(file), SourceText.MaximumBytes) is { } bytes)
                    Read(shown, bytes, reader, run);
                else
                    run.Add(DeclarationReader.TooLarge(shown));
                reading.Log($"read {shown}: {(run.TaskCount - before == 1 ? "1 task" : $"{run.TaskCount - before} tasks")}");
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                errors.Add($"'{shown}' cannot be read: {unreadable.Message}");
            }
        }

        if (errors.Count > 0)
            throw new UsageException(errors);
    }

    private static void Add(IReadOnlyList<TaskDocument> documents, LintRun run)
    {
        foreach (var document in documents)
            run.Add(document);
    }

    private static void Read(string shown, byte[] bytes, DeclarationReader reader, LintRun run)
    {
        var source = SourceText.Decode(shown, bytes, out var problem);
        if (problem is null)
            run.Read(reader, source);
        else
            run.Add(new TaskDocument(source, [], [problem]));
    }

    /// <summary>How results call a file: relative to the working directory, with <c>/</c>.</summary>
    internal static string DisplayPath(string full, string workingDirectory) =>
        Path.GetRelativePath(workingDirectory, full).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>How messages call a place: <c>a.arize.yaml(3,7)</c>.</summary>
    internal static string Shown(Place place) => $"{place.File!.Path}({place.StartPosition.Line},{place.StartPosition.Column})";

    private static void AddAll(IEnumerable<string> files, string error, List<string> found, List<string> errors)
    {
        var before = found.Count;
        found.AddRange(files);
        if (found.Count == before)
            errors.Add(error);
    }

    private static IEnumerable<string> Search(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry is FileInfo)
            {
                if (Array.Exists(Extensions, extension => entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
                    yield return entry.FullName;
            }
            else if (!SkippedFolders.Contains(entry.Name) && entry.LinkTarget is null)
            {
                // A linked folder is read where it really is, or it could lead in a circle.
                foreach (var file in Search(entry.FullName))
                    yield return file;
            }
        }
    }

    private static IEnumerable<string> Glob(string pattern, string root)
    {
        // The part before the first wildcard is a folder, which may lie anywhere.
        var wild = pattern.AsSpan().IndexOfAny("*?");
        var cut = pattern.AsSpan(0, wild).LastIndexOf('/') + 1;
        var start = Path.GetFullPath(pattern[..cut] is { Length: > 0 } head ? head : ".", root);
        if (!Directory.Exists(start))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[cut..]);
        foreach (var skipped in SkippedFolders)
            matcher.AddExclude($"**/{skipped}/");
        return matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(start))).Files
            .Select(file => Path.GetFullPath(file.Path, start))
            .Order(StringComparer.Ordinal);
    }
}
