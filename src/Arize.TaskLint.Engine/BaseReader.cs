using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Engine.Git;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>Reads the declarations of a commit, from a copy of its files in a temporary folder.</summary>
/// <param name="workspace">What the run reads.</param>
/// <param name="request">Which declarations are read.</param>
/// <param name="declared">The declarations as they are now.</param>
internal sealed class BaseReader(Workspace workspace, DeclarationsRequest request, Declarations declared)
{
    private const int ShortCommit = 10;

    private static readonly string[] CodeFiles = [".cs", ".csproj", ".vbproj", ".fsproj", ".sln", ".slnx"];

    /// <summary>Reads the declarations of a commit.</summary>
    /// <param name="name">The commit.</param>
    /// <param name="source">What asks for it, for messages.</param>
    /// <param name="cancellation">Ends git, and the code of declarations in C#.</param>
    internal async Task<BaseSide> ReadAsync(string name, string source, CancellationToken cancellation)
    {
        if (request.Paths.Contains(InputFiles.StandardInput))
            throw new UsageException($"{source} compares files with those of a commit, which standard input does not have; give the files");
        workspace.Log.Progress($"reading the declarations at {workspace.Shown(name)} …");
        try
        {
            var repository = await GitRepository.FindAsync(workspace, source, cancellation).ConfigureAwait(false);
            var tip = await repository.ResolveAsync(name, cancellation).ConfigureAwait(false);
            // What was done there since is no change of this branch.
            var commit = await repository.MergeBaseAsync(tip, name, cancellation).ConfigureAwait(false) ?? tip;
            using var folder = new TemporaryFolder();
            var tree = new BaseTree(repository.Root, Path.Combine(folder.Path, "tree"));
            Directory.CreateDirectory(tree.Copy);
            var (paths, root) = PathsIn(tree, source);
            var content = await repository.FilesAsync(commit, cancellation).ConfigureAwait(false);
            RefuseSubmodules(content.Submodules, repository.Root, source);
            if (NeedsCode(paths))
                await repository.WriteAsync(commit, null, tree.Copy, cancellation).ConfigureAwait(false);
            else
                await WriteDeclarationsAsync(repository, commit, content, paths, root, tree, cancellation).ConfigureAwait(false);
            Directory.CreateDirectory(root);
            Directory.CreateDirectory(tree.InCopy(workspace.WorkingDirectory));
            RefuseMissing(paths, root, tree.InCopy(workspace.WorkingDirectory));
            var found = FileSearch.Find(paths, root, tree.InCopy(workspace.WorkingDirectory), mayBeMissing: true);
            Warn(found.Unreadable, commit);
            var tasks = await TasksOfAsync(found.Files, tree, commit, cancellation).ConfigureAwait(false);
            // A task that is not there may come from a file that is not given.
            var here = new BaseTasks(tasks, declared.Tasks, declared.Spaces, []);
            var elsewhere = declared.Tasks.Any(task => here.Of(task) is null)
                ? await TasksOfAsync(
                    [.. content.Files.Where(InputFiles.IsDeclarationName).Select(file => Path.Combine(tree.Copy, file)).Except(found.Files)],
                    tree, commit: null, cancellation).ConfigureAwait(false)
                : [];
            if (tasks.Count == 0)
                workspace.Log.Note($"the commit {Short(commit)} declares no tasks in what is read here");
            return new BaseSide(
                new BaseTasks(tasks, declared.Tasks, declared.Spaces, elsewhere),
                new ReportBase(workspace.Shown(name), commit, tasks.Count) { Tip = commit == tip ? null : tip });
        }
        finally
        {
            workspace.Log.Progress(null);
        }
    }

    private static async Task WriteDeclarationsAsync(
        GitRepository repository,
        string commit,
        CommitFiles content,
        IReadOnlyList<string> paths,
        string root,
        BaseTree tree,
        CancellationToken cancellation)
    {
        await repository.WriteAsync(commit, content.Links, tree.Copy, cancellation).ConfigureAwait(false);
        var links = new CommitLinks(tree, content.Links);
        var given = paths.Where(path => !IsPattern(path)).Select(path => Path.GetRelativePath(tree.Copy, Path.GetFullPath(path, root)));
        var linked = content.Links.Where(link => MayDeclare(link, paths, root, tree)).Concat(given)
            .Select(links.Resolve).OfType<string>().ToHashSet(StringComparer.Ordinal);
        await repository.WriteAsync(
            commit, [.. content.Files.Where(file => linked.Contains(file) || MayDeclare(file, paths, root, tree))], tree.Copy, cancellation)
            .ConfigureAwait(false);
    }

    // A path that leads nowhere now may be that of the last declaration, which is gone; one that the base does not have either is wrong.
    private void RefuseMissing(IReadOnlyList<string> paths, string root, string folder)
    {
        var (given, givenRoot) = Given;
        for (var i = 0; i < given.Count; i++)
        {
            try
            {
                _ = FileSearch.Find([given[i]], givenRoot, workspace.WorkingDirectory);
            }
            catch (UsageException)
            {
                if (!IsThere(paths[i], root, folder))
                    throw;
            }
        }
    }

    private static bool IsThere(string path, string root, string folder)
    {
        try
        {
            return FileSearch.Find([path], root, folder).Files.Count > 0;
        }
        catch (UsageException)
        {
            return false;
        }
    }

    // Without its base, every change in a submodule would count as the pull request's own.
    private void RefuseSubmodules(IReadOnlyList<string> submodules, string root, string source)
    {
        foreach (var submodule in submodules)
        {
            var folder = Path.Combine(root, submodule) + Path.DirectorySeparatorChar;
            if (declared.Files.FirstOrDefault(file => file.StartsWith(folder, StringComparison.Ordinal)) is { } inside)
            {
                throw new UsageException(
                    $"{source}: '{workspace.Call(inside)}' is in the submodule '{submodule}', whose declarations at the base are not read; "
                        + "check it in a run of its own in the submodule, or without a base (--no-base)")
                { ExitCode = ExitCodes.Undetermined };
            }
        }
    }

    private static string Short(string commit) => commit[..Math.Min(commit.Length, ShortCommit)];

    // What the run reads.
    private (IReadOnlyList<string> Paths, string Root) Given =>
        request.Paths.Count > 0 ? (request.Paths, workspace.WorkingDirectory)
        : declared.Settings.Declarations.Count > 0 ? (declared.Settings.Declarations, declared.Settings.Folder)
        : (["."], workspace.WorkingDirectory);

    // The same, as it lies in the copy of the commit.
    private (IReadOnlyList<string> Paths, string Root) PathsIn(BaseTree tree, string source)
    {
        var (given, root) = Given;
        return given.FirstOrDefault(path => !tree.Has(Path.GetFullPath(path, root))) is { } outside
            ? throw new UsageException($"{source}: '{outside}' is outside of the git repository '{workspace.Call(tree.Root)}', so no commit has it")
            : ([.. given.Select(path => Path.IsPathFullyQualified(path) ? tree.InCopy(path) : path)], tree.InCopy(root));
    }

    private bool NeedsCode(IReadOnlyList<string> paths) =>
        declared.Files.Any(CSharpInputs.Has) || paths.Any(path => CodeFiles.Contains(Path.GetExtension(path)));

    // Which names a glob fits is told by their end.
    private static bool MayDeclare(string file, IReadOnlyList<string> paths, string root, BaseTree tree) =>
        InputFiles.IsDeclarationName(file) || paths.Any(path => IsPattern(path)
            ? file.EndsWith(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase)
            : Path.GetFullPath(path, root) == Path.Combine(tree.Copy, file));

    private static bool IsPattern(string path) => path.AsSpan().ContainsAny("*?");

    private async Task<IReadOnlyList<TaskDeclaration>> TasksOfAsync(
        IReadOnlyList<string> files, BaseTree tree, string? commit, CancellationToken cancellation)
    {
        var copy = workspace with
        {
            WorkingDirectory = tree.InCopy(workspace.WorkingDirectory),
            Texts = new Dictionary<string, string>(),
            Files = new(),
        };
        var run = new LintRun(declared.Spaces, keepsTasks: true);
        var unread = await new InputFiles(copy).ReadAsync(files, run, request.MayRunCode, cancellation).ConfigureAwait(false);
        if (commit is not null)
            Warn([.. unread.Select(one => one.Message), .. Invalid(run)], commit);
        return run.Tasks;
    }

    // What cannot be read declares nothing, and its tasks would count as new without a word.
    private void Warn(IReadOnlyList<string> messages, string commit)
    {
        foreach (var message in messages)
            workspace.Log.Warn($"at the base {Short(commit)}, {message}; what it declares there counts as new");
    }

    private static IEnumerable<string> Invalid(LintRun run) => run.Finish()
        .Where(finding => finding.LosesDeclarations && finding.Place.IsKnown)
        .Select(finding => $"'{finding.Place.File!.Path}' is not read as a whole ({finding.Rule.Id}: {finding.Message})");
}
