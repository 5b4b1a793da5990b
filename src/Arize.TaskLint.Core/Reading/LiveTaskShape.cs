using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>The shapes in which live tasks are told, besides the API's own.</summary>
public static class LiveTaskShape
{
    private const string Wrapper = "actual_instance";
    private const string Further = "additional_properties";

    /// <summary>
    /// The task as the API tells it. The official command line wraps a run configuration in <c>actual_instance</c>, beside notes of its own, and
    /// puts what its version does not know into <c>additional_properties</c> of the object that it belongs to.
    /// </summary>
    public static MappingNode Unwrap(MappingNode task) => Unwrap(task, TaskFields.Spec);

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

    private static MappingNode Unwrap(MappingNode mapping, ObjectSpec spec)
    {
        List<Entry>? changed = null;
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var entry = mapping.Entries[i];
            var value = spec.Find(entry.Key.Text) is { } field ? Unwrap(entry.Value, field) : entry.Value;
            if (value == entry.Value)
                continue;
            changed ??= [.. mapping.Entries];
            changed[i] = entry with { Value = value };
        }

        return Flattened(changed is null ? mapping : new MappingNode(mapping.Place, changed, mapping.Repeated));
    }

    private static Node Unwrap(Node value, FieldSpec field) => value switch
    {
        MappingNode mapping when field.Object is { } inner => Inner(mapping) is MappingNode wrapped ? Unwrap(wrapped, inner) : mapping,
        ListNode list when field.Object is { } inner => Unwrap(list, inner),
        // What is free may have any key; one that stands alone is the wrapper.
        MappingNode { Entries.Count: 1 } mapping
            when field.Kind is ValueKind.AnyMap or ValueKind.Any or ValueKind.TextMap or ValueKind.NumberMap => Flattened(mapping),
        _ => value,
    };

    private static ListNode Unwrap(ListNode list, ObjectSpec spec)
    {
        var items = list.Items
            .Select(item => item is MappingNode mapping && Inner(mapping) is MappingNode inner ? Unwrap(inner, spec) : item)
            .ToArray();
        return items.SequenceEqual(list.Items) ? list : new ListNode(list.Place, items);
    }

    // What the object has itself stands above what it has further.
    private static MappingNode Flattened(MappingNode mapping)
    {
        if (mapping[Further] is not MappingNode further)
            return mapping;
        var own = new HashSet<string>(mapping.Entries.Select(entry => entry.Key.Text), StringComparer.Ordinal);
        return new MappingNode(
            mapping.Place,
            [.. mapping.Entries.Where(entry => entry.Key.Text != Further), .. further.Entries.Where(entry => !own.Contains(entry.Key.Text))],
            mapping.Repeated);
    }
}
