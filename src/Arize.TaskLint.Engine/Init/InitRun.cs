using System.Text;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Git;
using Arize.TaskLint.Engine.Machine;
using Arize.TaskLint.Engine.Pulling;
using Arize.TaskLint.Reporting.EditorSchema;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Engine.Init;

/// <summary>Writes what a repository needs: settings, a first declaration, the editor's schema and the files of a CI platform.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class InitRun(Workspace workspace)
{
    private const string Settings = "tasklint.yaml";
    private const string OtherSettings = "tasklint.yml";
    private const string Schema = "arize-tasks.schema.json";
    private const string First = "tasks.arize.yaml";

    /// <summary>Writes the files that do not exist.</summary>
    /// <exception cref="UsageException">The request is wrong, or a file cannot be written.</exception>
    internal async Task RunAsync(InitRequest request, CancellationToken cancellation)
    {
        var folder = FolderOf(request);
        var repository = await GitFacts.OfAsync(workspace, cancellation).ConfigureAwait(false);
        var platform = PlatformOf(request, repository);
        if (platform is not null && repository.Folder is { } below)
        {
            throw new UsageException($"this is the folder {below} of a repository, and {platform.Name} reads its files in the root; run init there, "
                + $"with --folder {below}{folder} for the declarations");
        }

        var space = request.Space ?? workspace.Variable("ARIZE_SPACE")
            ?? request.Ask?.Invoke("the space in Arize, by name or ID (nothing to leave it out): ");
        space = string.IsNullOrWhiteSpace(space) ? null : space.Trim();
        if (Path.Exists(Full(OtherSettings)))
            workspace.Log.Note($"{OtherSettings} exists already and is left as it is");
        else
            Put(request, Settings, SettingsText(folder, space));
        if (!await PullAsync(request, folder, space, cancellation).ConfigureAwait(false))
        {
            var project = request.Project ?? request.Ask?.Invoke("the project whose spans are judged, by name: ");
            project = string.IsNullOrWhiteSpace(project) ? "my-project" : project.Trim();
            Put(request, $"{folder}/{First}", Template("tasks.yml")
                .Replace("{{project-comment}}", CommentOf(project), StringComparison.Ordinal)
                .Replace("{{project}}", YamlText.Scalar(project), StringComparison.Ordinal));
        }

        using (var schema = new StringWriter())
        {
            SchemaWriter.Write(SchemaDraft.All[0], live: null, schema);
            Put(request, $"{folder}/{Schema}", schema.ToString());
        }

        foreach (var (template, path) in platform?.Files ?? [])
        {
            Put(request, path, Template(template)
                .Replace("{{version}}", PythonVersion.Of(BuildInfo.Version), StringComparison.Ordinal)
                .Replace("{{branch}}", YamlText.Scalar(repository.Branch ?? "main"), StringComparison.Ordinal)
                .Replace("{{folder}}", folder, StringComparison.Ordinal));
        }

        Advise(platform);
    }

    private void Advise(CiPlatform? platform)
    {
        if (platform is null)
        {
            var names = string.Join(" or ", CiPlatform.All.Select(one => one.Name));
            workspace.Log.Note($"no CI platform was recognized; for its files, add --platform {names}");
        }
        else if (platform.Name == "gitlab")
        {
            workspace.Log.Note($"next: in .gitlab-ci.yml, 'include: {platform.Files[0].Path}', and set the variable ARIZE_API_KEY, masked");
        }
        else
        {
            var whom = platform.Name == "github" ? "repository the secret" : "pipeline the secret variable";
            workspace.Log.Note($"next: give the {whom} ARIZE_API_KEY, a key that can only read");
        }

        workspace.Log.Note("next: tasklint lint");
    }

    // A key at hand and a space: the tasks that exist are the best beginning.
    private async Task<bool> PullAsync(InitRequest request, string folder, string? space, CancellationToken cancellation)
    {
        if (!request.Pulls || space is null || workspace.Key is null || Path.Exists(Full($"{folder}/{First}")))
            return false;
        try
        {
            var pull = new PullTasksRequest
            {
                Space = space,
                Project = request.Project,
                Live = request.Live,
                Output = $"{folder}/{First}",
                IsByName = true,
            };
            await new PullRun(workspace).RunAsync(pull, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (UsageException failed)
        {
            workspace.Log.Warn($"the live tasks are not written: {failed.Messages[0]}");
            return false;
        }
    }

    private static string FolderOf(InitRequest request)
    {
        var folder = request.Folder.Replace('\\', '/').TrimEnd('/');
        return folder.Length > 0 && folder.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.All(IsPlain))
            ? folder
            : throw new UsageException($"--folder '{request.Folder}' is not a folder below this one, of letters, digits, '-', '_' and '.'");
    }

    // It is written into shell commands of other files.
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private CiPlatform? PlatformOf(InitRequest request, GitFacts repository)
    {
        if (request.Platform is { } name)
        {
            return CiPlatform.All.FirstOrDefault(one => one.Name == name)
                ?? throw new UsageException($"--platform '{name}' is not one of {string.Join(", ", CiPlatform.All.Select(one => one.Name))}");
        }

        var found = CiPlatform.In(workspace.WorkingDirectory, repository.Remotes);
        return found.Count == 0 ? null
            : found.Count == 1 ? found[0]
            : throw new UsageException($"this repository uses {string.Join(" and ", found.Select(one => one.Name))}; choose with --platform");
    }

    private static string SettingsText(string folder, string? space) =>
        $"# Settings of tasklint; paths are relative to this file.\ndeclarations: {folder}/\n"
        + (space is null ? "# space: the space of the tasks, by name or ID\n" : $"space: {YamlText.Scalar(space)}\n");

    private static string CommentOf(string project) =>
        string.Concat(TerminalText.Escape(project.ReplaceLineEndings(" ")));

    private static string Template(string name)
    {
        using var stream = typeof(InitRun).Assembly.GetManifestResourceStream($"init.{name}") ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private string Full(string path) => Path.GetFullPath(path, workspace.WorkingDirectory);

    private void Put(InitRequest request, string path, string text)
    {
        var full = Full(path);
        var kind = FileFacts.Of(full).Kind;
        if (kind != FileKind.Nothing && !request.IsForced)
        {
            workspace.Log.Note($"{path} exists already and is left as it is");
            return;
        }

        // A link may lead out of the repository.
        if (kind is not (FileKind.Nothing or FileKind.Regular) || new FileInfo(full).LinkTarget is not null)
            throw new UsageException($"'{path}' is not a file, and is not replaced");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {failed.Message}");
        }

        WholeFile.Rewrite(full, $"'{path}'", workspace, writer => writer.Write(text));
        workspace.Log.Note($"wrote {path}");
    }
}
