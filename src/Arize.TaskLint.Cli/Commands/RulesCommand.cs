using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint rules</c>: the catalogue, with the severities that are in force.</summary>
internal static class RulesCommand
{
    /// <summary>The file name that represents the declarations of a folder.</summary>
    private const string AnyFile = "tasks.arize.yaml";

    internal static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>("path")
        {
            Description = "The declaration file to show the severities for, which does not have to exist; "
                + $"for a folder, those of a file {AnyFile} in it. Default: this folder",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var config = OptionKinds.Text("--config", "file",
            "The settings file; default: tasklint.yaml in the folder of the path or in a parent folder");
        var command = new Command("rules", "List the rules with their current severities, and where these were set") { path, config };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(path);
            var full = Path.GetFullPath(given ?? ".", terminal.Workspace.WorkingDirectory);
            var file = Directory.Exists(full) ? Path.Combine(full, AnyFile) : full;
            var settings = SettingsFile.Find(terminal.Workspace, parsed.GetValue(config), given);
            var inFiles = new FileSeverities(terminal.Workspace);
            var severities = settings.SeveritiesOf(RuleSelection.All, inFiles);
            foreach (var rule in RuleCatalogue.All)
            {
                var (severity, place) = severities.Of(rule, file);
                var needs = rule.Traits.NeedsLive ? " (needs the live task)" : rule.Traits.NeedsSample ? " (needs a sample of spans)" : "";
                var title = rule.Title + needs;
                terminal.Output.Write($"{rule.Id}  {Words.Of(severity),-10}  {title}{Origin(rule, severity, place)}\n");
            }

            foreach (var finding in inFiles.Check([file]))
                terminal.Say($"{finding.Place.Text}: {finding.Rule.Id}: {finding.Message}");
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint rules", "every rule with its severity in this folder"),
            ("tasklint rules | grep 'set by'", "only rules whose severity was set, and where"),
            ("tasklint rules src/Tasks/SupportBot.cs", "the severities for one file"));
        return command;
    }

    private static string Origin(Rule rule, Severity severity, Place place)
    {
        if (!place.IsKnown)
            return "";
        var own = severity == rule.DefaultSeverity ? "" : $", by default {Words.Of(rule.DefaultSeverity)}";
        return $" · set by {TerminalText.Escape(place.File!.Path)}:{place.StartPosition.Line}{own}";
    }
}
