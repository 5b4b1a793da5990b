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
        var paths = new LivePaths(declared, live);
        var told = new HashSet<(string, string?)>(Linter.CheckLive(declared).Select(finding => (finding.Rule.Id, paths.Of(finding.Path))));
        foreach (var finding in broken)
        {
            if (told.Contains((finding.Rule.Id, finding.Path)))
                continue;
            yield return new Finding(this, PlaceOf(declared, finding.Path), $"the live task breaks {finding.Rule.Id}: {finding.Message}")
            { Task = declared.Label, Path = finding.Path, Breaks = finding.Rule };
        }
    }

    // The declaration is where people can act: at the field, where it is declared, else at the task.
    private static Place PlaceOf(TaskDeclaration declared, string? path)
    {
        if (path is null || TaskFields.Spec.Find(path.Split('.', '[')[0]) is not { } field)
            return declared.Place;
        var value = TaskFields.Spec.NameTwinOf(field) is { } byName ? declared.View.Reference(field, byName).Field : declared[field];
        return value.IsAbsent ? declared.Place : value.Head;
    }
}
