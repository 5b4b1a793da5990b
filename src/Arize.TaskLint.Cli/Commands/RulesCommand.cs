using System.CommandLine;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint rules</c>: the catalogue.</summary>
internal static class RulesCommand
{
    internal static Command Create(Host host)
    {
        var command = new Command("rules", "List the rules");
        command.SetAction(_ =>
        {
            foreach (var rule in RuleCatalogue.All)
                host.Output.Write($"{rule.Id}  {Words.Of(rule.DefaultSeverity),-10}  {rule.Title}{(rule.NeedsLive ? " (needs the live task)" : "")}\n");
            return ExitCodes.Clean;
        });
        Examples.Add(command, ("tasklint rules", "every rule with its severity"), ("tasklint rules | grep sampling", "those about sampling"));
        return command;
    }
}
