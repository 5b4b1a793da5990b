using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Live tasks that were saved earlier, in one file or several: answers of the REST API (a list with <c>tasks</c>, a bare list, a single task) and the
/// output of <c>ax tasks … -o json</c>. If lists of projects, datasets and so on are saved as well, names are resolved in those. Single evaluators,
/// each with its version as the API returns it, are available to the rules on evaluators.
/// </summary>
/// <param name="label">The name of the snapshot in messages: <c>live.json</c>.</param>
public sealed class Snapshot(string label)
{
    /// <summary>The member of an answer of the API that has the runs of a task.</summary>
    public const string RunsMember = "task_runs";

    private const int MostNotes = 3;

    private readonly LiveTasks live = new();
    private readonly SavedCopies saved = new();
    private readonly Dictionary<ResourceKind, (NamedResources Known, SavedPages Pages)> resources = [];
    private readonly SavedEvaluators evaluators = new(label);
    private readonly List<ListNode> runLists = [];
    private readonly SavedSpaces spaces = new();
    private readonly HashSet<string> tasksWithRuns = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadRuns = new(StringComparer.Ordinal);
    private SavedPages pages;
    private bool hasList;
    private bool hasUnnamed;
    private bool hasUnidentified;
    private NearestNames? nearestNames;
    private ShownNames shown = ShownNames.AsTheyAre;

    /// <summary>The name of the snapshot in messages.</summary>
    public string Label { get; } = label;

    /// <summary>The lists of task runs in it.</summary>
    public IReadOnlyList<ListNode> RunLists => runLists;

    /// <summary>Whether the runs of a task were saved with it, even if there were none.</summary>
    public bool HasAllRunsOf(string task) => tasksWithRuns.Contains(task) && !unreadRuns.Contains(task);

    /// <summary>Whether the runs of a task could not be read when they were to be saved.</summary>
    public bool IsWithoutRunsOf(string task) => unreadRuns.Contains(task);

    /// <summary>Whether a list in it was longer than what was saved, so that a task that is not in it may still exist.</summary>
    public bool IsCutShort => pages.GoesOn;

    /// <summary>Whether there is a list of tasks in it, even an empty one, or a task.</summary>
    public bool HasTasks { get; private set; }

    /// <summary>Why it says nothing of any task, as a message; null where there is a list of tasks, or a task.</summary>
    public string? Lack => HasTasks
        ? null
        : "has no list of tasks, so nothing is known of them; add the answer of GET /v2/tasks or 'ax tasks list -o json'";

    /// <summary>The number of live tasks in it.</summary>
    public int Count => live.Count;

    /// <summary>The latest change of any task in it; null if no task says when it was changed.</summary>
    public DateTimeOffset? LatestUpdate => live.LatestUpdate;

    /// <summary>The latest time at which a task in it ran; null if no task says it.</summary>
    public DateTimeOffset? LatestRun => live.LatestRun;

    /// <summary>Messages about tasks that were saved several times, with differences.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var notes = saved.Superseded.ToList();
            return notes.Count <= MostNotes
                ? notes
                : [.. notes.Take(MostNotes), $"{notes.Count - MostNotes} more tasks are saved in copies that differ"];
        }
    }

    /// <summary>Adds a JSON value of a file.</summary>
    /// <returns>Null, or why the value is no snapshot, as a message.</returns>
    public string? Add(Node root)
    {
        if (root is MappingNode answer && answer[RunsMember] is ListNode runs)
            runLists.Add(runs);
        switch (root)
        {
            case MappingNode mapping when mapping[RunsMember] is ListNode && mapping["tasks"] is null:
                AddResources(mapping, isPage: false);
                return null;
            case ListNode list:
                pages.NoteAlone(list.Items.Count);
                return AddTasks(list);
            case MappingNode mapping when SavedShape.NotAList(mapping) is { } member:
                return $"its '{member}' is not a list";
            case MappingNode mapping when mapping["tasks"] is { } tasks:
                pages.Note(mapping, (tasks as ListNode)?.Items.Count ?? 0);
                AddResources(mapping, isPage: false);
                if (mapping[SnapshotFields.Version] is not null)
                    NoteWritten(mapping);
                return tasks is ListNode taskList ? AddTasks(taskList) : "its 'tasks' is not a list";
            case MappingNode evaluator when EvaluatorReader.IsEvaluator(evaluator):
                AddEvaluator(evaluator);
                return null;
            // Before lists of resources: a task has a list of evaluators too.
            case MappingNode mapping when mapping["id"] is ScalarNode { IsNull: false } && mapping["type"] is ScalarNode:
                AddTask(mapping);
                return null;
            case MappingNode mapping when AddResources(mapping, isPage: true):
                return null;
            default:
                return $"it is {root.Describe()}, and neither a list of tasks nor one task";
        }
    }

    /// <summary>The task with an ID; null if it is not saved, or not known.</summary>
    /// <param name="doubt">Why it is not known which of the saved copies counts; otherwise null.</param>
    public ObjectView? WithId(string id, out LiveFailure? doubt)
    {
        doubt = saved.DoubtOfId(id);
        return doubt is null ? live.WithId(id) : null;
    }

    /// <summary>All tasks that are saved.</summary>
    public IEnumerable<ObjectView> Tasks => live.All;

    /// <summary>Why a live task may not be among the saved ones, as a message; null if they are all that their files were meant to have.</summary>
    public string? Incompleteness =>
        pages.GoesOn ? "the snapshot is cut short (has_more: true); save all tasks, or give all pages"
        : pages.IsUnclear ? "the snapshot does not say clearly whether its list goes on; save all tasks, or give all pages"
        : null;

    /// <summary>Why it is not known how a saved task is, as a message; null if it is known.</summary>
    public string? DoubtOf(ObjectView task) => saved.DoubtOfId(task[TaskFields.Id].Text ?? "")?.Reason;

    /// <summary>The name of a resource; null if it is not saved.</summary>
    public string? NameOf(ResourceKind kind, string id) => resources.TryGetValue(kind, out var known) ? known.Known.NameOf(id) : null;

    /// <summary>The resources of a kind whose name is saved, by name and ID.</summary>
    public IEnumerable<(string Id, string Name)> ListOf(ResourceKind kind) =>
        resources.TryGetValue(kind, out var known) ? known.Known.All : [];

    /// <summary>The saved evaluators, by name and ID, each with its latest version; null where that is not known.</summary>
    public IEnumerable<(EvaluatorInfo Evaluator, EvaluatorVersionInfo? Latest)> Evaluators => evaluators.All;

    /// <summary>Finds the IDs of names, as they are for a task.</summary>
    public NameResolver NamesFor(ObjectView task) => (kind, name) => Resolve(kind, name, task);

    /// <summary>Looks for declared tasks.</summary>
    /// <param name="atBase">The declarations at the base; null where there is none.</param>
    /// <param name="declared">The space of each task; null where it does not matter.</param>
    public IReadOnlyList<TaskCase> Find(IReadOnlyList<TaskDeclaration> tasks, BaseTasks? atBase = null, SpaceSettings? declared = null)
    {
        spaces.Declared = declared ?? new SpaceSettings();
        shown = ShownNames.Of(atBase is null ? tasks : tasks.Concat(atBase.All));
        nearestNames = null;
        return [.. tasks.Select(task => new TaskCase(task, Find(task), atBase?.Of(task)))];
    }

    /// <summary>Looks for the evaluators that declared tasks refer to.</summary>
    /// <param name="cases">The tasks with their live sides.</param>
    public IReadOnlyList<AttachedEvaluator> FindEvaluators(IReadOnlyList<TaskCase> cases, bool evenIfNoneIsFound = false)
    {
        var names = resources.TryGetValue(ResourceKind.Evaluator, out var known) ? known.Known : null;
        return [.. EvaluatorReference.Of(cases, evenIfNoneIsFound).Select(reference =>
            new AttachedEvaluator(reference, evaluators.Find(reference, names, shown, spaces.IdOf(reference.Task))))];
    }

    /// <summary>All live tasks of the spaces that declared tasks are in, once these were looked for.</summary>
    public LiveListing ListFor(IReadOnlyList<TaskDeclaration> tasks)
    {
        var lacking = tasks.Any(spaces.Lacks);
        var ids = tasks.Select(spaces.IdOf).ToList();
        var all = live.All.Where(task => ids.Any(space => SavedSpaces.MayBeIn(task.Node, space)));
        return new LiveListing(
            [.. all],
            lacking ? LiveFailure.Shared($"the space of a declared task is not in {Label}; save that space too")
                : IsListWhole && !hasUnidentified ? null
                : LiveFailure.Shared($"{Label} does not have all live tasks, or does not say so clearly; save all tasks"));
    }

    private bool IsListWhole => hasList && !pages.GoesOn && !pages.IsUnclear;

    private LiveAnswer Find(TaskDeclaration task)
    {
        switch (TaskIdentity.Of(task))
        {
            case TaskIdentity.ById { Id: var id } when saved.DoubtOfId(id) is { } doubt:
                return new LiveAnswer.Undetermined(doubt);
            case TaskIdentity.ByName { Name: var name } when saved.DoubtOfName(name) is { } doubt:
                return new LiveAnswer.Undetermined(doubt);
            case TaskIdentity.ById { Id: var id }:
                return live.WithId(id) is { } one ? Found(one) : Elsewhere(task) ?? NotThere(null, task.Name);
            case TaskIdentity.ByName when spaces.Lacks(task):
                return Elsewhere(task)!;
            case TaskIdentity.ByName when spaces.IsUnclear(task):
                return new LiveAnswer.Undetermined(new LiveFailure(
                    $"{Label} is of several spaces, and the space of the task is not known; declare its space", IsShared: false));
            case TaskIdentity.ByName { Name: var name }:
                var space = spaces.IdOf(task);
                var several = space is null ? live.Named(name) : [.. live.Named(name).Where(one => SavedSpaces.MayBeIn(one.Node, space))];
                return several.Count == 0 ? Elsewhere(task) ?? NotThere(name, null)
                    : several.Count == 1 ? Found(several[0])
                    : new LiveAnswer.Ambiguous([.. several.Select(task => task[TaskFields.Id].Text ?? "")]);
            case TaskIdentity.None { Answer: var answer }:
                return answer;
            default:
                throw new InvalidOperationException();
        }
    }

    private LiveAnswer.Found Found(ObjectView task) => new(task, (kind, name) => Resolve(kind, name, task));

    // A task that is not saved may be in a space that is not.
    private LiveAnswer.Undetermined? Elsewhere(TaskDeclaration task) => spaces.Lacks(task)
        ? new LiveAnswer.Undetermined(new LiveFailure(
            $"the space of the task is not in {Label}, so the task may exist; save that space too", IsShared: false))
        : spaces.MayLack(task)
            ? new LiveAnswer.Undetermined(new LiveFailure(
                $"the task is not in {Label}, and its space is not known, so it may exist elsewhere; declare its space", IsShared: false))
            : null;

    private LiveAnswer NotThere(string? name, string? nameOfId)
    {
        // A task whose name is not known may be the one that is meant.
        var mayBeThere = name is null ? hasUnidentified : hasUnnamed;
        if (IsListWhole && !mayBeThere)
        {
            var nearest = name is null || shown.Hides(name) ? null : (nearestNames ??= new NearestNames(live.Names)).Of(name);
            return new LiveAnswer.Missing($"in {Label}", nearest, IsSaved: true)
            { Namesakes = nameOfId is null ? [] : [.. live.Named(nameOfId).Select(task => task[TaskFields.Id].Text ?? "")] };
        }

        var why = mayBeThere
            ? $"the snapshot has a task whose {(name is null ? "'id'" : "'name'")} is not a text, so it may be that one; save all tasks again"
            : pages.GoesOn ? "the snapshot is cut short (has_more: true), so it may exist; save all tasks, or give all pages in their order"
            : hasList ? "the snapshot does not say clearly whether its list goes on "
                + "(no plain 'has_more' in 'pagination', or a full page without 'pagination'), so it may exist; "
                + "save all tasks, or give all pages in their order"
            : "the snapshot has single tasks and no list of them, so it may exist; save the list of all tasks";
        return new LiveAnswer.Undetermined(new LiveFailure($"the task is not in {Label}, but {why}", IsShared: false));
    }

    private NameResolution Resolve(ResourceKind kind, string name, ObjectView task) => resources.TryGetValue(kind, out var known)
        ? known.Known.Resolve(kind, name, $"in {Label}", shown, task, SavedSpaces.Of(task.Node))
        : new NameResolution.NotSaved(Label);

    private string? AddTasks(ListNode list)
    {
        // A list that contains evaluators only says nothing about tasks.
        HasTasks |= list.Items.Count == 0;
        hasList |= list.Items.Count == 0;
        foreach (var item in list.Items)
        {
            if (item is not MappingNode task || SavedShape.Missing(task) is { } missing && (missing == "id" || !SavedShape.HasTaskFields(task)))
            {
                var lacking = item is MappingNode one ? $" without '{SavedShape.Missing(one)}'" : "";
                return $"its list has an entry that is no task: {item.Describe()}{lacking}";
            }

            if (EvaluatorReader.IsEvaluator(task))
            {
                AddEvaluator(task);
            }
            else
            {
                AddTask(task);
                hasList = true;
            }
        }

        return null;
    }

    private void AddEvaluator(MappingNode evaluator) =>
        AddResource(ResourceKind.Evaluator, new ListNode(evaluator.Place, [evaluator]), null);

    private void AddTask(MappingNode node)
    {
        HasTasks = true;
        hasUnidentified |= !SavedShape.IsText(node["id"]);
        hasUnnamed |= !SavedShape.IsText(node["name"]);
        var before = node["id"] is ScalarNode id ? live.WithId(id.Text) : null;
        var (counts, superseded) = live.Add(node);
        evaluators.NoteTask(counts!);
        if (before is not null)
            saved.Add(before, ReferenceEquals(counts, before) ? superseded! : counts!);
    }

    // What the tool wrote itself says of each list whether it is whole.
    private void NoteWritten(MappingNode mapping)
    {
        evaluators.HasAllInUse = true;
        evaluators.IsWhole = mapping[SnapshotFields.Complete] is ListNode complete
            && complete.Items.OfType<ScalarNode>().Any(member => member.Text == ResourceKind.Evaluator.ListMember);
        if (mapping[RunsMember] is not ListNode)
            return;
        var tasks = (mapping["tasks"] as ListNode)?.Items.OfType<MappingNode>() ?? [];
        tasksWithRuns.UnionWith(tasks.Select(task => task["id"]).OfType<ScalarNode>().Select(id => id.Text));
        if (mapping[SnapshotFields.UnreadRuns] is ListNode unread)
            unreadRuns.UnionWith(unread.Items.OfType<ScalarNode>().Select(id => id.Text));
    }

    // Answers whether there is any list of resources in the mapping, tasks aside.
    private bool AddResources(MappingNode mapping, bool isPage)
    {
        var isAny = false;
        foreach (var kind in ResourceKind.All)
        {
            if (kind == ResourceKind.Task || kind.ListMember is not { } member || mapping[member] is not ListNode list)
                continue;
            AddResource(kind, list, isPage ? mapping : null);
            isAny = true;
        }

        return isAny;
    }

    private void AddResource(ResourceKind kind, ListNode list, MappingNode? page)
    {
        var (known, pagesOf) = resources.TryGetValue(kind, out var earlier) ? earlier : (new NamedResources { IsSaved = true }, default);
        known.Add(list);
        if (page is not null)
            pagesOf.Note(page, list.Items.Count);
        known.IsComplete = !pagesOf.GoesOn && !pagesOf.IsUnclear;
        resources[kind] = (known, pagesOf);
        if (kind == ResourceKind.Space)
            spaces.Add(list);
        if (kind != ResourceKind.Evaluator)
            return;
        evaluators.IsWhole = pagesOf is { Ends: true, GoesOn: false, IsUnclear: false };
        foreach (var item in list.Items)
            evaluators.Add(item);
    }
}
