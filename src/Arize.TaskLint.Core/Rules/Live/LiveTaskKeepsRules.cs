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
        var idPaths = IdPaths(live);
        var told = new HashSet<(string, string?)>(Linter.CheckLive(declared).Select(finding => (finding.Rule.Id, LivePath(finding.Path, idPaths))));
        foreach (var finding in broken)
        {
            if (told.Contains((finding.Rule.Id, finding.Path)))
                continue;
            yield return new Finding(this, PlaceOf(declared, finding.Path), $"the live task breaks {finding.Rule.Id}: {finding.Message}")
            { Task = declared.Label, Path = finding.Path, Breaks = finding.Rule };
        }
    }

    // What a declaration refers to by name, the live task has by ID.
    private static string? LivePath(string? path, Dictionary<string, string> idPaths)
    {
        if (path is null)
            return null;
        if (TaskFields.Spec.Find(path) is { NameOf: { } byId })
            return byId.Name;
        // A name may have brackets of its own.
        for (var end = path.IndexOf(']'); end >= 0; end = path.IndexOf(']', end + 1))
        {
            if (idPaths.TryGetValue(path.Substring(0, end + 1), out var byItsId))
                return byItsId + path.Substring(end + 1);
        }

        return path;
    }

    private static Dictionary<string, string> IdPaths(TaskDeclaration live)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var evaluator in live.EvaluatorList)
        {
            if (evaluator.View[EvaluatorFields.EvaluatorName].Text is { } name && !paths.ContainsKey(PathTo(name)))
                paths.Add(PathTo(name), PathTo(evaluator.Evaluator.ById.Text ?? ""));
        }

        return paths;
    }

    private static string PathTo(string evaluator)
    {
        var path = new FieldPath();
        path.Enter(TaskFields.Evaluators.Name);
        path.EnterItem(evaluator);
        return path.ToString();
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
