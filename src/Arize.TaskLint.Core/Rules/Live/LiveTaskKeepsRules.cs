using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7005: the live task itself breaks a rule, which is named.</summary>
public sealed class LiveTaskKeepsRules : LiveRule
{
    private LiveTaskKeepsRules()
        : base("ATL7005", Severity.Warning, "The live task itself breaks a rule, named")
    {
    }

    /// <summary>The rule.</summary>
    public static LiveTaskKeepsRules Rule { get; } = new();

    /// <summary>The findings on a live task, but for what the declaration is told already.</summary>
    internal IEnumerable<Finding> Report(TaskDeclaration declared, TaskDeclaration live)
    {
        var broken = Linter.CheckLive(live).ToList();
        if (broken.Count == 0)
            yield break;
        var told = new HashSet<(string, string?)>(Linter.CheckLive(declared).Select(finding => (finding.Rule.Id, finding.Path)));
        foreach (var finding in broken)
        {
            if (told.Contains((finding.Rule.Id, finding.Path)))
                continue;
            yield return new Finding(this, PlaceOf(declared, finding.Path), $"the live task breaks {finding.Rule.Id}: {finding.Message}")
            { Task = declared.Label, Path = finding.Path };
        }
    }

    // The declaration is where people can act: at the field, where it is declared, else at the task.
    private static Place PlaceOf(TaskDeclaration declared, string? path)
    {
        var name = path?.Split('.', '[')[0];
        return name is not null && TaskFields.Spec.Find(name) is { } field && declared[field] is { IsAbsent: false } value ? value.Head : declared.Place;
    }
}
