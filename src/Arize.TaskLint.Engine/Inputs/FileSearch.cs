using Arize.TaskLint.Engine.Machine;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>What paths, folders and globs lead to.</summary>
/// <param name="Files">The files, each once.</param>
/// <param name="Unreadable">What was found and cannot be read, as messages.</param>
/// <param name="Skipped">What was found and is left out, as messages.</param>
internal sealed record FoundFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Unreadable, IReadOnlyList<string> Skipped);

/// <summary>Finds the files that declare tasks: each file once, by whatever names it is found.</summary>
internal sealed class FileSearch
{
    private readonly string root;
    private readonly string workingDirectory;
    private readonly List<string> found = [];
    private readonly HashSet<string> identities = new(StringComparer.Ordinal);
    private readonly List<string> unreadable = [];
    private readonly List<string> skipped = [];
    private readonly List<string> errors = [];
    private readonly bool mayBeMissing;

    private FileSearch(string root, string workingDirectory, bool mayBeMissing) =>
        (this.root, this.workingDirectory, this.mayBeMissing) = (root, workingDirectory, mayBeMissing);

    /// <summary>The files of paths, folders and globs, folders in the order of their names.</summary>
    /// <param name="paths">What was given, or configured.</param>
    /// <param name="root">The folder that they are relative to.</param>
    /// <param name="workingDirectory">The folder that messages are relative to.</param>
    /// <param name="mayBeMissing">Whether a path may lead nowhere, as in a commit that does not have it yet.</param>
    /// <exception cref="UsageException">A path is not there, or a folder or glob has no declarations.</exception>
    internal static FoundFiles Find(IReadOnlyList<string> paths, string root, string workingDirectory, bool mayBeMissing = false)
    {
        var search = new FileSearch(root, workingDirectory, mayBeMissing);
        foreach (var path in paths)
            search.Add(path);
        return search.errors.Count == 0
            ? new FoundFiles(search.found, search.unreadable, search.skipped)
            : throw new UsageException([.. search.errors, .. search.skipped, .. search.unreadable]);
    }

    private void Add(string path)
    {
        if (path == InputFiles.StandardInput)
        {
            Take(path, path);
            return;
        }

        // A pattern stays one, whatever files somebody gives the name of a pattern; it fits such a file too.
        if (path.AsSpan().ContainsAny("*?"))
        {
            AddAll(Glob(path), () => $"no file fits '{path}'");
            return;
        }

        var full = Path.GetFullPath(path, root);
        if (FolderTree.Refusal(full) is { } problem)
            errors.Add($"'{path}' {problem}");
        else if (SolutionFile.Is(full) && File.Exists(full))
            AddSolution(path, full);
        else if (File.Exists(full))
            AddFile(full);
        else if (Directory.Exists(full))
            AddAll(Folder(full), () => OtherInputs.In(path, full));
        else if (!mayBeMissing)
            errors.Add($"'{path}' does not exist");
    }

    // A project brings the declarations in YAML that its build hands to the compiler.
    private void AddFile(string full)
    {
        Take(full, FileFacts.Of(full).Identity);
        if (!SolutionFile.IsProject(full))
            return;
        foreach (var file in Folder(Path.GetDirectoryName(full)!))
            Take(file);
    }

    private void AddSolution(string path, string full)
    {
        IReadOnlyList<string> projects;
        try
        {
            projects = SolutionFile.CatalogProjects(full, out var missing);
            unreadable.AddRange(missing.Select(project => $"'{Shown(project)}' of '{Shown(full)}' does not exist"));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            errors.Add($"'{path}' cannot be read: {failed.Message}");
            return;
        }

        if (projects.Count == 0)
            errors.Add($"no project of '{path}' refers to the package Arize.TaskLint, so none declares tasks");
        foreach (var project in projects)
            AddFile(project);
    }

    private void AddAll(IEnumerable<string> files, Func<string> error)
    {
        var (any, before) = (false, unreadable.Count);
        foreach (var file in files)
        {
            any |= Take(file);
        }

        if (!any && unreadable.Count == before && !mayBeMissing)
            errors.Add(error());
    }

    // False for what is left out.
    private bool Take(string file)
    {
        var facts = FileFacts.Of(file);
        switch (facts.Kind)
        {
            case FileKind.Regular:
                Take(file, facts.Identity);
                break;
            case FileKind.Nothing:
                unreadable.Add($"'{Shown(file)}' cannot be read: {FolderTree.WhyNot(file)}");
                break;
            default:
                skipped.Add($"'{Shown(file)}' is skipped: it is {(facts.Kind == FileKind.Pipe ? "a FIFO" : "a socket or a device")}");
                return false;
        }

        return true;
    }

    private void Take(string file, string identity)
    {
        if (identities.Add(identity))
            found.Add(file);
    }

    private IEnumerable<string> Folder(string folder) => new FolderTree(folder, followsLinks: false, Unreadable).DeclarationFiles();

    private IEnumerable<string> Glob(string pattern)
    {
        // The part before the first wildcard is a folder, which may lie anywhere.
        var wild = pattern.AsSpan().IndexOfAny("*?");
        var cut = pattern.AsSpan(0, wild).LastIndexOf('/') + 1;
        var start = Path.GetFullPath(pattern[..cut] is { Length: > 0 } head ? head : ".", root);
        if (!Directory.Exists(start))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[cut..]);
        foreach (var name in FolderTree.SkippedFolders)
            matcher.AddExclude($"**/{name}/");
        return matcher.Execute(new FolderTree(start, followsLinks: true, Unreadable)).Files
            .Select(file => Path.GetFullPath(file.Path, start))
            .Order(StringComparer.Ordinal);
    }

    private void Unreadable(string folder, string why) => unreadable.Add($"the folder '{Shown(folder)}' cannot be read: {why}");

    private string Shown(string full) => InputFiles.DisplayPath(full, workingDirectory);
}
