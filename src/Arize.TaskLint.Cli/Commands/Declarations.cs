using System.CommandLine;
using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Cli.Settings;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>What a run declares, and what the rules say of it.</summary>
internal sealed record Declarations(SettingsFile Settings, SpaceSettings Spaces, IReadOnlyList<TaskDeclaration> Tasks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Finds the settings and the files, reads them and runs the rules.</summary>
    internal static Declarations Read(Host host, CommonOptions common, ParseResult parsed)
    {
        var paths = common.Paths(parsed);
        var settings = SettingsFile.Find(host, common.Config(parsed), paths.Count > 0 ? paths[0] : null);
        var files = paths.Count > 0 ? InputFiles.Find(paths, host.WorkingDirectory)
            : settings.Declarations.Count > 0 ? InputFiles.Find(settings.Declarations, settings.Folder)
            : InputFiles.Find(["."], host.WorkingDirectory);
        var documents = new InputFiles(host).Read(files);
        if (common.IsVerbose(parsed))
        {
            foreach (var document in documents)
                TaskLintTool.Say(host, $"read {document.File.Path}: {document.Tasks.Count} tasks");
        }

        var spaces = new SpaceSettings(common.Space(parsed, host), settings.Space);
        return new Declarations(settings, spaces, [.. documents.SelectMany(document => document.Tasks)], Linter.Check(documents, spaces));
    }
}
