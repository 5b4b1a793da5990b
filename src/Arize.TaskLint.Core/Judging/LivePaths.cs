using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The paths of a declaration as its live task has them: what is declared by name, or by a variable, the live task has by ID.</summary>
internal sealed class LivePaths
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    internal LivePaths(TaskDeclaration declared, TaskDeclaration live)
    {
        foreach (var evaluator in declared.EvaluatorList)
        {
            if (EntryKey.ShownOf(TaskFields.Evaluators, evaluator.View) is { } shown
                && EntryKey.ValueOf(TaskFields.Evaluators, evaluator.View) is { } key
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
    internal FieldPath? Of(FieldPath? path) => path switch
    {
        null or { Parent: null } => path,
        { Parent.Parent: null, Name: { } name } when TaskFields.Spec.Find(name) is { NameOf: { } byId } => FieldPath.Root.Field(byId.Name),
        { Parent: { Parent.Parent: null } list, Key: { } key } when list.Name == TaskFields.Evaluators.Name =>
            list.Item(Replaced(Replaced(key, values), ids)),
        _ => Of(path.Parent)!.Below(path),
    };

    private static string Replaced(string key, Dictionary<string, string> by) => by.TryGetValue(key, out var other) ? other : key;
}
