using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The paths of a declaration as its live task has them: what is declared by name, or by a variable, the live task has by ID.</summary>
internal sealed class LivePaths
{
    private static readonly string Start = TaskFields.Evaluators.Name + "[";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    internal LivePaths(TaskDeclaration declared, TaskDeclaration live)
    {
        foreach (var evaluator in declared.EvaluatorList)
        {
            if (FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View) is { } shown
                && FieldPath.KeyValueOf(TaskFields.Evaluators, evaluator.View) is { } key
                && !values.ContainsKey(LongName.Of(shown)))
            {
                values.Add(LongName.Of(shown), LongName.Of(key));
            }
        }

        foreach (var evaluator in live.EvaluatorList)
        {
            if (evaluator.View[EvaluatorFields.EvaluatorName].Text is { } name
                && evaluator.Evaluator.ById.Text is { } id
                && !ids.ContainsKey(LongName.Of(name)))
            {
                ids.Add(LongName.Of(name), LongName.Of(id));
            }
        }
    }

    /// <summary>The path in the live task.</summary>
    internal string? Of(string? path)
    {
        if (path is null)
            return null;
        if (TaskFields.Spec.Find(path) is { NameOf: { } byId })
            return byId.Name;
        return path.StartsWith(Start, StringComparison.Ordinal) ? Replaced(Replaced(path, values), ids) : path;
    }

    // A name may have brackets of its own.
    private static string Replaced(string path, Dictionary<string, string> by)
    {
        for (var end = path.IndexOf(']', Start.Length); end >= 0; end = path.IndexOf(']', end + 1))
        {
            if (by.TryGetValue(path.Substring(Start.Length, end - Start.Length), out var key))
                return $"{Start}{key}{path.Substring(end)}";
        }

        return path;
    }
}
