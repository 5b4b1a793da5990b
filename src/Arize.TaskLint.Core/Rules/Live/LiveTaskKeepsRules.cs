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
        var told = new HashSet<(string, string?)>(Linter.CheckLive(declared).Select(finding => (finding.Rule.Id, LivePath(finding.Path, declared, live))));
        foreach (var finding in broken)
        {
            if (told.Contains((finding.Rule.Id, finding.Path)))
                continue;
            yield return new Finding(this, PlaceOf(declared, finding.Path), $"the live task breaks {finding.Rule.Id}: {finding.Message}")
            { Task = declared.Label, Path = finding.Path, Breaks = finding.Rule };
        }
    }

    // What a declaration refers to by name, the live task has by ID.
    private static string? LivePath(string? path, TaskDeclaration declared, TaskDeclaration live)
    {
        if (path is null)
            return null;
        if (TaskFields.Spec.Find(path) is { NameOf: { } byId })
            return byId.Name;
        path = WithValues(path, declared);
        foreach (var evaluator in live.EvaluatorList)
        {
            var byName = $"{TaskFields.Evaluators.Name}[{evaluator.View[EvaluatorFields.EvaluatorName].Text}]";
            if (path.StartsWith(byName, StringComparison.Ordinal))
                return $"{TaskFields.Evaluators.Name}[{evaluator.Evaluator.ById.Text}]{path.Substring(byName.Length)}";
        }

        return path;
    }

    // The path of a finding shows the variable that an ID or a name is filled in from.
    private static string WithValues(string path, TaskDeclaration declared)
    {
        foreach (var evaluator in declared.EvaluatorList)
        {
            if (FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View) is not { } shown || FieldPath.KeyValueOf(TaskFields.Evaluators, evaluator.View) is not { } key || shown == key)
                continue;
            var start = $"{TaskFields.Evaluators.Name}[{shown}]";
            if (path.StartsWith(start, StringComparison.Ordinal))
                return $"{TaskFields.Evaluators.Name}[{key}]{path.Substring(start.Length)}";
        }

        return path;
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
