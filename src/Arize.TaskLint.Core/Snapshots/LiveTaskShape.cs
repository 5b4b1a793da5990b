using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The shapes in which live tasks are told, besides the API's own.</summary>
public static class LiveTaskShape
{
    private const string Wrapper = "actual_instance";

    /// <summary>The task as the API tells it: some versions of the official command line wrap the run configuration in <c>actual_instance</c>.</summary>
    public static MappingNode Unwrap(MappingNode task)
    {
        var name = TaskFields.RunConfiguration.Name;
        if (task[name] is not MappingNode wrapped || wrapped[Wrapper] is not { } inner)
            return task;
        return new MappingNode(task.Place, [.. task.Entries.Select(entry => entry.Key.Text == name ? entry with { Value = inner } : entry)]);
    }

    /// <summary>
    /// Why an answer of the API cannot be used as a task, as the rest of a message; null where it can. The API always has what tells a task and
    /// its evaluators from others: where that is missing, nothing else in the answer can be relied on.
    /// </summary>
    public static string? ProblemOf(Node answer)
    {
        if (answer is not MappingNode task)
            return answer.Describe();
        if (!IsText(task[TaskFields.Id.Name]))
            return "a mapping without an 'id' that is a text";
        if (!IsText(task[TaskFields.Name.Name]))
            return "a mapping without a 'name' that is a text";
        return task[TaskFields.Evaluators.Name] switch
        {
            null or ScalarNode { IsNull: true } => null,
            ListNode list when list.Items.All(item => item is MappingNode evaluator && IsText(evaluator[EvaluatorFields.EvaluatorId.Name])) => null,
            ListNode => "a mapping with an evaluator without an 'evaluator_id' that is a text",
            _ => "a mapping whose 'evaluators' are not a list",
        };
    }

    private static bool IsText(Node? value) => value is ScalarNode { IsPlain: false, Text: var text } && !string.IsNullOrWhiteSpace(text);

    /// <summary>The value itself, or what it wraps.</summary>
    internal static Node? Inner(Node? value) => (value as MappingNode)?[Wrapper] ?? value;
}
