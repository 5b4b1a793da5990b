using System.CommandLine;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Judgement;
using Arize.TaskLint.Cli.Settings;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>What a run declares, and what the rules say of it.</summary>
internal sealed record Declarations(SettingsFile Settings, SpaceSettings Spaces, int TaskCount, IReadOnlyList<TaskDeclaration> Tasks, IReadOnlyList<Finding> Findings, RunFindings Judge)
{
    /// <summary>What comments and code suppress.</summary>
    internal required IReadOnlyList<Suppression> Suppressions { get; init; }

    /// <summary>The position of each file, by what results call it.</summary>
    internal required IReadOnlyDictionary<string, int> Positions { get; init; }

    /// <summary>The lines of code that declare parts of several tasks.</summary>
    internal required SharedPlaces Shared { get; init; }

    /// <summary>The files that were read, by their full paths.</summary>
    internal required IReadOnlyList<string> Files { get; init; }

    /// <summary>What cannot be read, as messages: the result is that of the rest.</summary>
    internal required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>The files that cannot be read, by their full paths.</summary>
    internal required IReadOnlySet<string> UnreadFiles { get; init; }

    /// <summary>Whether everything that the settings are for was read, so that what matches nothing here matches nothing at all.</summary>
    internal required bool AreAll { get; init; }

    /// <summary>Finds the settings and the files, reads them and runs the rules.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="common">The options.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="keepsTasks">Whether the tasks are wanted afterwards, to compare them.</param>
    /// <param name="cancellation">Ends the code of declarations in C#.</param>
    /// <param name="before">Is told the files before they are read; may change them.</param>
    internal static async Task<Declarations> ReadAsync(
        Host host, CommonOptions common, ParseResult parsed, bool keepsTasks, CancellationToken cancellation, Action<RunFindings, IReadOnlyList<string>>? before = null)
    {
        var paths = common.Paths(parsed);
        var settings = SettingsFile.Find(host, common.Config(parsed), paths.Count > 0 ? paths[0] : null);
        var found = paths.Count > 0 ? FileSearch.Find(paths, host.WorkingDirectory, host.WorkingDirectory)
            : settings.Declarations.Count > 0 ? FileSearch.Find(settings.Declarations, settings.Folder, host.WorkingDirectory)
            : FileSearch.Find(["."], host.WorkingDirectory, host.WorkingDirectory);
        var files = found.Files;
        host.Files.Read(files);
        if (!common.IsQuiet(parsed))
        {
            foreach (var skipped in found.Skipped)
                TaskLintTool.Say(host, skipped);
        }

        var judge = new RunFindings(host, settings, common.Rules(parsed));
        before?.Invoke(judge, files);
        var spaces = new SpaceSettings(common.Space(parsed, host), settings.Space) { ConfiguredNode = settings.SpaceNode };
        var run = new LintRun(spaces, keepsTasks) { Policies = settings.Policies, Ignore = settings.Ignore, Today = host.Today };
        void Say(bool isSaid, string line)
        {
            if (isSaid)
                TaskLintTool.Say(host, line);
        }

        var reading = new Reading(
            common.MayRun(parsed),
            host.ErrorIsTerminal && !common.IsQuiet(parsed),
            line => Say(common.IsVerbose(parsed), line),
            line => Say(!common.IsQuiet(parsed), line));
        var unread = await new InputFiles(host).ReadAsync(files, run, reading, cancellation).ConfigureAwait(false);
        // Without a path, tasklint.yaml says what all is; else only this folder is read.
        var areAll = paths.Count == 0 && settings.Declarations.Count > 0 && found.Unreadable.Count == 0 && unread.Count == 0;
        run.HasAllTasks = areAll;
        return new Declarations(settings, spaces, run.TaskCount, run.Tasks, [.. run.Finish(), .. judge.CheckEditorConfigs(files)], judge)
        {
            Suppressions = run.Suppressions,
            Positions = run.Files,
            Shared = run.Shared,
            Files = files,
            Unreadable = [.. found.Unreadable, .. unread.Select(one => one.Message)],
            UnreadFiles = unread.Select(one => one.File).ToHashSet(StringComparer.Ordinal),
            AreAll = areAll,
        };
    }
}
