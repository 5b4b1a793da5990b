using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Live tasks that were saved earlier, from one file or several: answers of the REST API (a list with <c>tasks</c>, a bare list, one
/// bare task) and what <c>ax tasks … -o json</c> prints. Lists of projects, datasets and so on may stand beside them; names are then
/// resolved in those. Evaluators as the API tells one each, with its version, let the rules look into them.
/// </summary>
/// <param name="label">What the snapshot is called in messages: <c>live.json</c>.</param>
public sealed class Snapshot(string label)
{
    private readonly Binder binder = new();
    private readonly Dictionary<string, ObjectView> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObjectView>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceKind, NamedResources> resources = [];
    private readonly SavedEvaluators evaluators = new(label);
    private bool isCutShort;
    private NearestNames? nearest;
    private ShownNames shown = ShownNames.AsTheyAre;

    /// <summary>Whether a list in it goes on beyond what was saved, so that a task that is not in it may exist all the same.</summary>
    public bool IsCutShort => isCutShort;

    /// <summary>How many live tasks are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a JSON value of a file.</summary>
    /// <param name="root">The value.</param>
    /// <returns>Null, or why the value is no snapshot, as a message.</returns>
    public string? Add(Node root)
    {
        switch (root)
        {
            case ListNode list:
                return AddTasks(list);
            case MappingNode mapping when mapping["tasks"] is { } tasks:
                isCutShort |= HasMore(mapping) == true;
                AddResources(mapping, isCut: false);
                return tasks is ListNode taskList ? AddTasks(taskList) : "its 'tasks' is not a list";
            case MappingNode evaluator when EvaluatorReader.IsEvaluator(evaluator):
                AddEvaluator(evaluator);
                return null;
            // Before lists of resources: a task has a list of evaluators too.
            case MappingNode mapping when mapping["id"] is ScalarNode { IsNull: false } && mapping["type"] is ScalarNode:
                AddTask(mapping);
                return null;
            case MappingNode mapping when AddResources(mapping, isCut: HasMore(mapping) == true):
                if (mapping[ResourceKind.Evaluator.ListMember!] is ListNode)
                    evaluators.NoteList(HasMore(mapping));
                return null;
            default:
                return $"it is {root.Describe()} that is neither a list of tasks nor one task";
        }
    }

    /// <summary>Looks for declared tasks.</summary>
    public IReadOnlyList<(TaskDeclaration Task, LiveAnswer Answer)> Find(IReadOnlyList<TaskDeclaration> tasks)
    {
        shown = ShownNames.Of(tasks);
        nearest = null;
        return [.. tasks.Select(task => (task, Find(task)))];
    }

    /// <summary>Looks for the evaluators that declared tasks refer to.</summary>
    /// <param name="answers">The tasks with what was found of them.</param>
    public IReadOnlyList<AttachedEvaluator> FindEvaluators(IReadOnlyList<(TaskDeclaration Task, LiveAnswer Answer)> answers)
    {
        resources.TryGetValue(ResourceKind.Evaluator, out var names);
        return [.. EvaluatorReference.Of(answers).Select(reference => new AttachedEvaluator(reference, evaluators.Find(reference, names, shown)))];
    }

    private LiveAnswer Find(TaskDeclaration task)
    {
        switch (TaskIdentity.Of(task))
        {
            case TaskIdentity.ById { Id: var id }:
                return byId.TryGetValue(id, out var one) ? Found(one) : NotThere(null, task.Name);
            case TaskIdentity.ByName { Name: var name }:
                return !byName.TryGetValue(name, out var several) ? NotThere(name, null)
                    : several.Count == 1 ? Found(several[0])
                    : new LiveAnswer.Ambiguous([.. several.Select(live => live[TaskFields.Id].Text ?? "")]);
            case TaskIdentity.None { Answer: var answer }:
                return answer;
            default:
                throw new InvalidOperationException();
        }
    }

    private LiveAnswer.Found Found(ObjectView live) => new(live, (kind, name) => Resolve(kind, name, live));

    private LiveAnswer NotThere(string? name, string? nameOfId)
    {
        if (!isCutShort)
        {
            return new LiveAnswer.Missing($"in {label}", name is null || shown.Hides(name) ? null : (nearest ??= new NearestNames(byName.Keys)).Of(name), IsSaved: true)
            { Namesakes = nameOfId is not null && byName.TryGetValue(nameOfId, out var several) ? [.. several.Select(live => live[TaskFields.Id].Text ?? "")] : [] };
        }

        return new LiveAnswer.Undetermined(new LiveFailure(
            $"the task is not in {label}, but the snapshot is cut short (has_more: true), so it may exist; save all tasks, or give all pages",
            isShared: false));
    }

    private NameResolution Resolve(ResourceKind kind, string name, ObjectView live) => resources.TryGetValue(kind, out var known)
        ? known.Resolve(kind, name, $"in {label}", shown, live)
        : new NameResolution.NotSaved(label);

    private string? AddTasks(ListNode list)
    {
        foreach (var item in list.Items)
        {
            if (item is not MappingNode task || task["id"] is not ScalarNode { IsNull: false })
                return $"its list has an entry that is no task: {item.Describe()}{(item is MappingNode ? " without an 'id'" : "")}";
            if (EvaluatorReader.IsEvaluator(task))
                AddEvaluator(task);
            else
                AddTask(task);
        }

        return null;
    }

    private void AddEvaluator(MappingNode evaluator) =>
        AddResource(ResourceKind.Evaluator, new ListNode(evaluator.Place, [evaluator]), isCut: false);

    private void AddTask(MappingNode node)
    {
        var live = binder.BindTask(LiveTaskShape.Unwrap(node)).View;
        evaluators.NoteTask(live);
        var id = live[TaskFields.Id].Text ?? "";
        // A task that is in two files counts once, as the later file has it.
        if (!byId.TryGetValue(id, out var earlier))
            Count++;
        else if (earlier[TaskFields.Name].Text is { } oldName && byName[oldName].Remove(earlier) && byName[oldName].Count == 0)
            byName.Remove(oldName);
        byId[id] = live;
        if (live[TaskFields.Name].Text is not { } name)
            return;
        if (!byName.TryGetValue(name, out var several))
            byName.Add(name, several = []);
        several.Add(live);
    }

    // Answers whether there is any list of resources in the mapping, tasks aside.
    private bool AddResources(MappingNode mapping, bool isCut)
    {
        var isAny = false;
        foreach (var kind in ResourceKind.All)
        {
            if (kind == ResourceKind.Task || kind.ListMember is not { } member || mapping[member] is not ListNode list)
                continue;
            AddResource(kind, list, isCut);
            isAny = true;
        }

        return isAny;
    }

    private void AddResource(ResourceKind kind, ListNode list, bool isCut)
    {
        if (!resources.TryGetValue(kind, out var known))
            resources.Add(kind, known = new NamedResources { IsSaved = true });
        known.Add(list);
        known.IsComplete &= !isCut;
        if (kind != ResourceKind.Evaluator)
            return;
        foreach (var item in list.Items)
            evaluators.Add(item);
    }

    // Null where the answer does not tell.
    private static bool? HasMore(MappingNode mapping) =>
        mapping["pagination"] is MappingNode pagination
        && pagination["has_more"] is ScalarNode { Text: var text } && PlainScalar.TryBoolean(text, out var more) ? more : null;
}
