using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine;

/// <summary>The settings of a run, and the files that it reads.</summary>
/// <param name="Settings">The settings file.</param>
/// <param name="Severities">Weighs findings.</param>
/// <param name="InFiles">What <c>.editorconfig</c> sets.</param>
/// <param name="Files">The files, by their full paths.</param>
/// <param name="Unreadable">What was found and cannot be read, as messages.</param>
/// <param name="AreAll">Whether they are all that the settings are for.</param>
internal sealed record DeclarationFiles(
    SettingsFile Settings,
    FindingSeverities Severities,
    FileSeverities InFiles,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Unreadable,
    bool AreAll)
{
    // A message names no more files than these.
    private const int MostNamed = 3;

    /// <summary>Files that are read before the others, and of which nothing is reported.</summary>
    internal IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>
    /// Finds the settings and the files of a request, and with them all other declarations that the settings name. Where no code may be run, those
    /// in C# that the request does not name are left out, which is said.
    /// </summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="UsageException">The settings have an error, or a path leads nowhere.</exception>
    internal static DeclarationFiles FindAmongAll(Workspace workspace, LintRequest request)
    {
        if (request.Paths.Count == 0)
        {
            var every = Find(workspace, request);
            var read = Readable(workspace, request, every.Files);
            return read.Count == every.Files.Count ? every : every with { Files = read, AreAll = false };
        }

        if (request.Paths.Any(IsSettings))
            return FindWithSettings(workspace, request);
        var given = Find(workspace, request);
        var (folder, settings) = (workspace.WorkingDirectory, given.Settings);
        var (all, root) = settings.Declarations.Count > 0 ? (settings.Declarations, settings.Folder) : (["."], folder);
        // Found together, each file is there once, by whatever name.
        var together = FileSearch.Find([.. given.Files, .. all], root, folder, mayBeMissing: true);
        var others = Readable(workspace, request, [.. together.Files.Except(given.Files)]);
        workspace.Files.Read(others);
        return given with { Others = others };
    }

    private static bool IsSettings(string path) => Path.GetFileName(path) == SettingsFile.Name;

    // The settings are those of all declarations that they name: these are read besides what is given.
    private static DeclarationFiles FindWithSettings(Workspace workspace, LintRequest request)
    {
        var folder = workspace.WorkingDirectory;
        var changed = request.Paths.Where(IsSettings).ToList();
        var paths = request.Paths.Where(path => !IsSettings(path)).ToList();
        if (changed.FirstOrDefault(path => !File.Exists(Path.GetFullPath(path, folder))) is { } missing)
            throw new UsageException($"'{missing}' does not exist");
        // A run has one settings file: that of what is given.
        var given = paths.Count > 0 ? Find(workspace, request with { Paths = paths }) : null;
        var used = given?.Settings ?? SettingsFile.Find(workspace, request.Config ?? changed[0], null);
        var (files, unreadable, areAll) = (new List<string>(), new List<string>(given?.Unreadable ?? []), false);
        foreach (var path in changed)
        {
            var full = Path.GetFullPath(path, folder);
            var isUsed = full == used.File;
            var settings = isUsed ? used : SettingsFile.Find(workspace, path, null);
            if (!isUsed)
                workspace.Log.Note($"what '{workspace.Call(full)}' names is linted {With(used, workspace)}");
            var all = settings.Declarations.Count > 0
                ? FileSearch.Find(settings.Declarations, settings.Folder, folder)
                : FileSearch.Find([settings.Folder], folder, folder);
            foreach (var skipped in all.Skipped)
                workspace.Log.Note(skipped);
            files.AddRange(all.Files);
            unreadable.AddRange(all.Unreadable);
            areAll |= isUsed && settings.Declarations.Count > 0;
        }

        var read = Readable(workspace, request, [.. files.Except(given?.Files ?? [])]);
        var readOrGiven = read.Concat(given?.Files ?? []).ToHashSet(StringComparer.Ordinal);
        areAll &= unreadable.Count == 0 && files.All(readOrGiven.Contains);
        // In the order of a run on all; found together, each file is there once, by whatever name.
        var together = FileSearch.Find(
            [.. files.Where(readOrGiven.Contains), .. given?.Files ?? []], folder, folder, mayBeMissing: true).Files;
        workspace.Files.Read(together);
        var inFiles = given?.InFiles ?? new FileSeverities(workspace);
        var severities = given?.Severities ?? used.SeveritiesOf(SelectedRules.Read(request.Only, request.Skip), inFiles);
        return new DeclarationFiles(used, severities, inFiles, together, unreadable, areAll);
    }

    private static string With(SettingsFile settings, Workspace workspace) =>
        settings.File is { } path ? $"with the settings of '{workspace.Call(path)}'" : "without settings";

    private static IReadOnlyList<string> Readable(Workspace workspace, LintRequest request, IReadOnlyList<string> files)
    {
        if (request.MayRunCode || !files.Any(CSharpInputs.Has))
            return files;
        var code = files.Where(CSharpInputs.Has).Select(file => $"'{InputFiles.DisplayPath(file, workspace.WorkingDirectory)}'").ToList();
        var more = code.Count > MostNamed ? $" and {code.Count - MostNamed} more" : "";
        workspace.Log.Note($"not read, since --no-run forbids to run the code of C# inputs: {string.Join(", ", code.Take(MostNamed))}{more}; "
            + "their tasks are not linted");
        return [.. files.Where(file => !CSharpInputs.Has(file))];
    }

    /// <summary>Finds the settings and the files.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">The request.</param>
    /// <param name="mayBeMissing">Whether paths may lead nowhere, because the last declaration there may be gone.</param>
    /// <exception cref="UsageException">The settings have an error, or a path leads nowhere.</exception>
    internal static DeclarationFiles Find(Workspace workspace, DeclarationsRequest request, bool mayBeMissing = false)
    {
        var paths = request.Paths;
        var settings = SettingsFile.Find(workspace, request.Config, paths.Count > 0 ? paths[0] : null);
        var folder = workspace.WorkingDirectory;
        var found = paths.Count > 0 ? FileSearch.Find(paths, folder, folder, mayBeMissing)
            : settings.Declarations.Count > 0 ? FileSearch.Find(settings.Declarations, settings.Folder, folder, mayBeMissing)
            : FileSearch.Find(["."], folder, folder, mayBeMissing);
        workspace.Files.Read(found.Files);
        foreach (var skipped in found.Skipped)
            workspace.Log.Note(skipped);
        var inFiles = new FileSeverities(workspace);
        var severities = settings.SeveritiesOf(SelectedRules.Read(request.Only, request.Skip), inFiles);
        // Without a path, tasklint.yaml says what all is; else only this folder is read.
        var areAll = paths.Count == 0 && settings.Declarations.Count > 0 && found.Unreadable.Count == 0;
        return new DeclarationFiles(settings, severities, inFiles, found.Files, found.Unreadable, areAll);
    }

    /// <summary>Reads the files and runs the rules.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">The request.</param>
    /// <param name="keepsTasks">Whether the tasks are needed afterwards, to compare them.</param>
    /// <param name="cancellation">Ends the code of declarations in C#.</param>
    internal async Task<Declarations> ReadAsync(Workspace workspace, DeclarationsRequest request, bool keepsTasks, CancellationToken cancellation)
    {
        var spaces = SpacesOf(workspace, request);
        var run = new LintRun(spaces, keepsTasks)
        {
            JudgesBeside = Environment.ProcessorCount > 1,
            Policies = Settings.Policies,
            Ignore = Settings.Ignore,
            Unmanaged = Settings.Unmanaged,
            Today = workspace.Today,
        };
        var inputs = new InputFiles(workspace);
        if (Others.Count > 0)
            await inputs.ReadAsync(Others, run, request.MayRunCode, cancellation).ConfigureAwait(false);
        var others = (run.TaskCount, Files: run.Files.Keys.ToHashSet(StringComparer.Ordinal));
        var unread = await inputs.ReadAsync(Files, run, request.MayRunCode, cancellation).ConfigureAwait(false);
        run.HasAllTasks = AreAll && unread.Count == 0;
        var findings = run.Finish().Where(finding => finding.Place.File is not { } file || !others.Files.Contains(file.Path));
        return new Declarations(this, spaces, [.. findings, .. InFiles.Check(Files)])
        {
            TaskCount = run.TaskCount - others.TaskCount,
            Tasks = run.Tasks,
            Suppressions = [.. run.Suppressions.Where(one => !others.Files.Contains(one.File))],
            Positions = run.Files,
            Shared = run.Shared,
            Unreadable = [.. Unreadable, .. unread.Select(one => one.Message)],
            UnreadFiles = unread.Select(one => one.File).ToHashSet(StringComparer.Ordinal),
            AreAll = run.HasAllTasks,
        };
    }

    /// <summary>The spaces that are given outside of the files.</summary>
    internal SpaceSettings SpacesOf(Workspace workspace, DeclarationsRequest request) =>
        new(SpaceOf(workspace, request.Space), Settings.Space) { ConfiguredNode = Settings.SpaceNode };

    /// <summary>The space that is given outside of all files; null if there is none.</summary>
    /// <param name="given">The space of the request.</param>
    internal static string? SpaceOf(Workspace workspace, string? given) =>
        given ?? (workspace.Variable("ARIZE_SPACE") is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null);
}

/// <summary>What a run declares, and what the rules report of it.</summary>
/// <param name="Source">The settings and the files.</param>
/// <param name="Spaces">The space of each task.</param>
/// <param name="Findings">The findings, not yet weighed.</param>
internal sealed record Declarations(DeclarationFiles Source, SpaceSettings Spaces, IReadOnlyList<Finding> Findings)
{
    internal SettingsFile Settings => Source.Settings;

    internal FindingSeverities Severities => Source.Severities;

    internal IReadOnlyList<string> Files => Source.Files;

    internal required int TaskCount { get; init; }

    /// <summary>The tasks; empty where they are not kept.</summary>
    internal required IReadOnlyList<TaskDeclaration> Tasks { get; init; }

    /// <summary>What comments and code suppress.</summary>
    internal required IReadOnlyList<Suppression> Suppressions { get; init; }

    /// <summary>The position of each file, by what results call it.</summary>
    internal required IReadOnlyDictionary<string, int> Positions { get; init; }

    /// <summary>The lines of code that declare parts of several tasks.</summary>
    internal required SharedPlaces Shared { get; init; }

    /// <summary>What cannot be read, as messages: the result is that of the rest.</summary>
    internal required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>The files that cannot be read, by their full paths.</summary>
    internal required IReadOnlySet<string> UnreadFiles { get; init; }

    /// <summary>Whether everything that the settings are for was read, so that what matches nothing here matches nothing at all.</summary>
    internal required bool AreAll { get; init; }
}
