using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint explain ATLnnnn</c>: one rule's page.</summary>
internal static class ExplainCommand
{
    internal static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("rule") { Description = "The rule's ID, for example ATL2003" };
        var command = new Command("explain", "Describe a rule: why it matters, a bad and a good declaration, how to fix and suppress it") { id };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(id)!;
            if (RuleCatalogue.Find(given) is not { } rule)
            {
                var nearest = NearestName.Of(given, RuleCatalogue.All.Select(one => one.Id));
                var meant = nearest is null ? "" : $"; did you mean {nearest}";
                throw new UsageException($"there is no rule '{given}'{meant}; 'tasklint rules' lists them");
            }

            using var page = new StreamReader(typeof(ExplainCommand).Assembly.GetManifestResourceStream($"{rule.Id}.md")!);
            terminal.Output.Write(page.ReadToEnd());
            terminal.Output.Write(HowToSuppress.Of(rule));
            return ExitCodes.Clean;
        });
        Examples.Add(command, ("tasklint explain ATL2003", "the page of one rule"));
        return command;
    }
}
