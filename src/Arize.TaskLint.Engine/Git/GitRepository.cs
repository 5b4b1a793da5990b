using System.ComponentModel;
using System.Text;

namespace Arize.TaskLint.Engine.Git;

/// <summary>
/// Reads commits of the repository around a folder, with the program <c>git</c>. Neither the work tree nor the index is touched, and no hook runs.
/// </summary>
internal sealed class GitRepository
{
    // An argument list has a limit, on Windows 32,767 characters.
    private const int LongestArguments = 16_000;

    private const string PartialClone = @"^(remote\..*\.promisor|extensions\.partialclone)$";

    // What needs no secret gets none, whatever it is made to run.
    private static readonly string[] Secrets =
        [Workspace.KeyVariable, "GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN", "CI_JOB_TOKEN", "SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT"];

    // Settings of a repository can name programs; those that these commands would come to are out of force.
    private static readonly string[] NoCode =
    [
        "--no-pager", "-c", "safe.bareRepository=explicit", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
        "-c", "core.quotePath=true",
    ];

    private readonly Workspace workspace;
    private readonly string source;

    // Where the objects are, and what git is told to write files by; null until it is asked for.
    private (string Objects, IReadOnlyList<string> Settings)? storage;

    private GitRepository(Workspace workspace, string source, string root) => (this.workspace, this.source, Root) = (workspace, source, root);

    /// <summary>The top folder of the work tree.</summary>
    internal string Root { get; }

    /// <summary>The repository around the working folder.</summary>
    /// <param name="workspace">The folder, and what runs programs.</param>
    /// <param name="source">What asks for a commit, for messages.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="UsageException">There is no git, or no repository.</exception>
    internal static async Task<GitRepository> FindAsync(Workspace workspace, string source, CancellationToken cancellation)
    {
        var (code, output, error) = await RunAsync(
            workspace, source, workspace.WorkingDirectory, ["rev-parse", "--show-toplevel"], null, cancellation).ConfigureAwait(false);
        var root = output.TrimEnd('\n');
        if (code == 0 && root.Length > 0)
            return new GitRepository(workspace, source, Path.GetFullPath(root));
        if (error.Contains("dubious ownership", StringComparison.Ordinal))
        {
            throw new UsageException($"{source}: git refuses the repository because another user owns it; "
                + "allow it: git config --global --add safe.directory \"$PWD\" (in the top folder of the repository)");
        }

        throw new UsageException(code != 0 && !error.Contains("not a git repository", StringComparison.Ordinal)
            ? $"{source}: git cannot read the repository: {FirstLine(error)}"
            : $"{source}: there is no commit to compare with; the working folder is not in the work tree of a git repository");
    }

    /// <summary>The ID of a commit.</summary>
    /// <param name="name">A branch, a tag, an ID or another name that git knows.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="UsageException">There is no such commit here.</exception>
    internal async Task<string> ResolveAsync(string name, CancellationToken cancellation)
    {
        var (code, output, _) = await RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"], cancellation)
            .ConfigureAwait(false);
        if (code == 0 && output.Trim() is { Length: > 0 } commit)
            return commit;
        var shown = workspace.Shown(name);
        var isShallow = await IsShallowAsync(cancellation).ConfigureAwait(false);
        var remote = await RemoteOfAsync(name, cancellation).ConfigureAwait(false);
        if (isShallow || IsId(name) || remote is not null)
        {
            throw new UsageException(
                $"{source}: this {(isShallow ? "shallow " : "")}clone does not have the commit '{shown}'; "
                    + $"fetch it: {FetchCommand(name, remote, isShallow)}")
            { ExitCode = ExitCodes.Undetermined };
        }

        throw new UsageException(
            $"{source}: the repository has no commit '{shown}'; give a branch, a tag or the ID of a commit, such as origin/main");
    }

    /// <summary>The commit where the work tree left the history of another one; null if they have none in common.</summary>
    /// <param name="commit">The other commit.</param>
    /// <param name="name">What it was asked for by.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="UsageException">The clone is shallow, and does not have it.</exception>
    internal async Task<string?> MergeBaseAsync(string commit, string name, CancellationToken cancellation)
    {
        var (code, output, _) = await RunAsync(["merge-base", commit, "HEAD"], cancellation).ConfigureAwait(false);
        if (code == 0 && output.Split('\n')[0].Trim() is { Length: > 0 } found)
            return found;
        if (!await IsShallowAsync(cancellation).ConfigureAwait(false))
            return null;
        // A CI job checks out a merge of both sides; that commit names its parents, whether or not the clone has them.
        var (_, head, _) = await RunAsync(["cat-file", "commit", "HEAD"], cancellation).ConfigureAwait(false);
        var parents = head.Split('\n').TakeWhile(line => line.Length > 0).Where(line => line.StartsWith("parent ", StringComparison.Ordinal));
        if (parents.Any(line => line["parent ".Length..].Trim() == commit))
            return commit;
        var remote = await RemoteOfAsync(name, cancellation).ConfigureAwait(false);
        throw new UsageException(
            $"{source}: this shallow clone does not have the commit where the branch left '{workspace.Shown(name)}', "
                + $"so its own changes are not known; fetch it: {FetchCommand(name, remote, isShallow: true)}")
        { ExitCode = ExitCodes.Undetermined };
    }

    /// <summary>What a commit has.</summary>
    internal async Task<CommitFiles> FilesAsync(string commit, CancellationToken cancellation)
    {
        // Without -z, a name of several lines comes in quotes and can be told.
        var (code, output, error) = await RunAsync(["ls-tree", "-r", "--full-tree", commit], cancellation).ConfigureAwait(false);
        return code == 0 ? CommitFiles.Read(output) : throw Unreadable(commit, error);
    }

    /// <summary>Writes files of a commit below a folder.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="files">The files and links, by their paths from the top folder; null for all.</param>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="UsageException">Git cannot read them.</exception>
    internal async Task WriteAsync(string commit, IReadOnlyList<string>? files, string folder, CancellationToken cancellation)
    {
        // Neither the index of the work tree nor a setting of the repository takes part.
        var (objects, settings) = storage ??= await StorageAsync(commit, cancellation).ConfigureAwait(false);
        var variables = CommitCopy.Make(Path.Combine(Path.GetDirectoryName(folder)!, "git"), objects, folder, commit);
        await MustAsync(["read-tree", commit]).ConfigureAwait(false);
        string[] start = ["checkout-index", "--quiet", "--force"];
        if (files is null)
        {
            await MustAsync([.. start, "--all"]).ConfigureAwait(false);
            return;
        }

        foreach (var some in Portions(files))
            await MustAsync([.. start, "--", .. some]).ConfigureAwait(false);

        async Task MustAsync(string[] arguments)
        {
            var (code, _, error) = await RunAsync(workspace, source, folder, [.. settings, .. arguments], variables, cancellation)
                .ConfigureAwait(false);
            if (code == 0)
                return;
            var (_, partial, _) = await RunAsync(["config", "--get-regexp", PartialClone], cancellation).ConfigureAwait(false);
            throw partial.Length == 0 ? Unreadable(commit, error) : new UsageException(
                $"{source}: this partial clone does not have all files of the commit {commit}, and none are fetched meanwhile; "
                    + "fetch them: git fetch --refetch --no-filter")
            { ExitCode = ExitCodes.Undetermined };
        }
    }

    private async Task<(string Objects, IReadOnlyList<string> Settings)> StorageAsync(string commit, CancellationToken cancellation)
    {
        var (code, objects, error) = await RunAsync(["rev-parse", "--git-path", "objects"], cancellation).ConfigureAwait(false);
        if (code != 0)
            throw Unreadable(commit, error);
        var (_, settings, _) = await RunAsync(CommitCopy.AskSettings, cancellation).ConfigureAwait(false);
        return (Path.GetFullPath(objects.TrimEnd('\n'), Root), [.. CommitCopy.ArgumentsOf(settings)]);
    }

    private static IEnumerable<IReadOnlyList<string>> Portions(IReadOnlyList<string> files)
    {
        var (some, length) = (new List<string>(), 0);
        foreach (var file in files)
        {
            if (some.Count > 0 && length + file.Length > LongestArguments)
            {
                yield return some;
                (some, length) = ([], 0);
            }

            some.Add(file);
            length += file.Length + 3;
        }

        if (some.Count > 0)
            yield return some;
    }

    private static bool IsId(string name) => name.Length is 40 or 64 && name.All(char.IsAsciiHexDigit);

    private async Task<bool> IsShallowAsync(CancellationToken cancellation)
    {
        var (_, answer, _) = await RunAsync(["rev-parse", "--is-shallow-repository"], cancellation).ConfigureAwait(false);
        return answer.Trim() == "true";
    }

    // The remote whose branch the name is; null where it is none.
    private async Task<string?> RemoteOfAsync(string name, CancellationToken cancellation)
    {
        var (_, remotes, _) = await RunAsync(["remote"], cancellation).ConfigureAwait(false);
        // A job may have no remote yet; that of most clones is tried first.
        return remotes.Split('\n').Append("origin").Where(remote => remote.Length > 0)
            .OrderByDescending(remote => remote.Length)
            .FirstOrDefault(remote => name.StartsWith(remote + "/", StringComparison.Ordinal) && name.Length > remote.Length + 1);
    }

    // For a POSIX shell; a name with anything else than plain characters is left to the person.
    private string FetchCommand(string name, string? remote, bool isShallow)
    {
        // A part of the history does not tell where the branch left it.
        var start = $"git fetch --no-tags{(isShallow ? " --unshallow" : "")}";
        var isPlain = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-') && !name.StartsWith('-');
        // No server looks up a part of an ID, or another clone's branches.
        var isPartOfId = !IsId(name) && name.Length >= 4 && name.All(char.IsAsciiHexDigit);
        if (!isPlain || isPartOfId || name.StartsWith("refs/remotes/", StringComparison.Ordinal))
            return $"git fetch{(isShallow ? " --unshallow" : "")}{(remote is null ? "" : " " + remote)}";
        var shown = workspace.Shown(name);
        if (remote is not null)
            return $"{start} {remote} {shown[(remote.Length + 1)..]}:refs/remotes/{shown}";
        return IsId(name) ? $"{start} origin {shown}"
            : name.StartsWith("refs/", StringComparison.Ordinal) ? $"{start} origin {shown}:{shown}"
            : $"{start} origin {shown}; then give --base FETCH_HEAD";
    }

    private UsageException Unreadable(string commit, string error) =>
        new($"{source}: git cannot read the commit {commit}: {FirstLine(error)}");

    private static string FirstLine(string text) =>
        text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "it gives no reason";

    private Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, CancellationToken cancellation) =>
        RunAsync(workspace, source, Root, arguments, null, cancellation);

    /// <summary>Runs git in a folder.</summary>
    /// <exception cref="UsageException">There is no git.</exception>
    internal static async Task<(int Code, string Output, string Error)> RunAsync(
        Workspace workspace, string source, string folder, string[] arguments, Dictionary<string, string?>? variables, CancellationToken cancellation)
    {
        var program = ProgramPath.Find(workspace, "git") ?? throw new UsageException($"{source} needs the program git, which is not in PATH");
        if (workspace.Variable("GIT_DIR") is null && BareFolder.Above(workspace.WorkingDirectory) is { } bare)
        {
            var shown = bare == workspace.WorkingDirectory ? "the working folder" : $"'{workspace.Call(bare)}'";
            throw new UsageException($"{source}: {shown} has the files of a bare git repository (HEAD, objects, refs), whose settings "
                + "can run programs, so git is not run there; remove them, or run in another folder");
        }

        var output = new StringBuilder();
        // No commit is fetched: how is up to the repository's settings, and could be any program.
        var all = new Dictionary<string, string?>
        {
            ["GIT_ALLOW_PROTOCOL"] = "none",
            ["GIT_NO_LAZY_FETCH"] = "1",
            ["GIT_NO_REPLACE_OBJECTS"] = "1",
            ["GIT_OPTIONAL_LOCKS"] = "0",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["LC_ALL"] = "C",
        };
        foreach (var secret in Secrets)
            all[secret] = null;
        foreach (var (name, value) in variables ?? [])
            all[name] = value;
        var call = new ProgramCall(program, [.. NoCode, .. arguments], folder)
        {
            Variables = all,
            OnLine = line =>
            {
                output.Append(line).Append('\n');
                return true;
            },
        };
        try
        {
            var end = await workspace.Run(call, cancellation).ConfigureAwait(false);
            return (end.ExitCode, output.ToString(), workspace.Shown(end.ErrorText));
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"{source} needs the program git, which cannot be started: {missing.Message}");
        }
    }
}
