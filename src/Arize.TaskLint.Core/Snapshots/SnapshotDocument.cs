using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// A snapshot as it is written, in the form that <see cref="Snapshot"/> reads. What does not tell one state of the live side from another is not in
/// it: no time of the run, no order in which the API lists, and of resources nothing but what finds them by name.
/// </summary>
public sealed class SnapshotDocument
{
    // What is written besides these, no rule and no comparison looks at.
    private static readonly string[] ConfigMembers = ["name", "type", "template", "classification_choices", "variables", "data_granularity"];
    private static readonly string[] VersionMembers = ["id", "evaluator_id", "commit_hash", "type"];
    private static readonly string[] Configs = ["template_config", "code_config"];
    private static readonly string[] ResourceMembers = ["id", "name", "type", "dataset_id"];

    // The order of labels is content.
    private const string Ordered = "classification_choices";

    // It changes with each run.
    private const string LastRun = "last_run_at";

    private readonly Dictionary<string, (MappingNode Node, string? Space)> tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceKind, Dictionary<string, (MappingNode Node, HashSet<string> Spaces)>> resources = [];
    private readonly Dictionary<string, List<MappingNode>> evaluators = new(StringComparer.Ordinal);
    private readonly HashSet<ResourceKind> whole = [];
    private readonly List<ListNode> runs = [];
    private readonly SortedSet<string> unreadRuns = new(StringComparer.Ordinal);

    /// <summary>Whether every task of the spaces is in it.</summary>
    public bool HasAllTasks { get; set; } = true;

    /// <summary>Whether runs were asked for, so that the time of the last one counts.</summary>
    public bool HasRuns { get; set; }

    /// <summary>The tasks, in the order of their IDs.</summary>
    public IReadOnlyList<MappingNode> Tasks => [.. tasks.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value.Node)];

    /// <summary>The number of tasks.</summary>
    public int TaskCount => tasks.Count;

    /// <summary>The number of evaluators that were read with their versions.</summary>
    public int EvaluatorCount => evaluators.Count;

    /// <summary>Adds a task as the API has it; one that was added before counts no more.</summary>
    /// <param name="space">The ID of the space whose list has it; null if that is not known.</param>
    public void AddTask(MappingNode task, string? space)
    {
        var id = TextOf(task["id"]) ?? "";
        tasks[id] = (task, space ?? (tasks.TryGetValue(id, out var earlier) ? earlier.Space : null));
    }

    /// <summary>Leaves out all tasks but some.</summary>
    public void KeepTasks(Func<MappingNode, bool> isKept)
    {
        foreach (var id in tasks.Where(one => !isKept(one.Value.Node)).Select(one => one.Key).ToList())
        {
            tasks.Remove(id);
            HasAllTasks = false;
        }
    }

    /// <summary>Adds the whole list of the resources of one kind.</summary>
    /// <param name="space">The ID of the space whose list it is; null if that is not known.</param>
    public void AddList(ResourceKind kind, IEnumerable<MappingNode> list, string? space)
    {
        whole.Add(kind);
        if (!resources.TryGetValue(kind, out var known))
            resources.Add(kind, known = new(StringComparer.Ordinal));
        foreach (var resource in list)
        {
            if (TextOf(resource["id"]) is not { } id)
                continue;
            if (!known.TryGetValue(id, out var one))
                known.Add(id, one = (resource, new HashSet<string>(StringComparer.Ordinal)));
            // Of what all spaces have, the list of each tells.
            one.Spaces.Add(space ?? "");
        }
    }

    /// <summary>Says that a list cannot be read whole.</summary>
    public void NoteUnread(ResourceKind kind)
    {
        resources.Remove(kind);
        whole.Remove(kind);
    }

    /// <summary>The IDs of all resources of a kind.</summary>
    public IReadOnlyList<string> IdsOf(ResourceKind kind) => resources.TryGetValue(kind, out var known) ? [.. known.Keys] : [];

    /// <summary>The IDs of the resources of a kind that have a name.</summary>
    public IEnumerable<string> IdsOf(ResourceKind kind, string name) =>
        resources.TryGetValue(kind, out var known) ? known.Where(one => TextOf(one.Value.Node["name"]) == name).Select(one => one.Key) : [];

    /// <summary>Adds an evaluator with its versions.</summary>
    /// <param name="latest">The answer with the latest version.</param>
    /// <param name="others">Answers with versions that tasks are pinned to.</param>
    /// <param name="foreign">Pinned versions that it does not have.</param>
    public void AddEvaluator(MappingNode latest, IEnumerable<MappingNode> others, IEnumerable<string> foreign)
    {
        var id = TextOf(latest["id"])!;
        var newest = LiveTaskShape.Inner(latest["version"]) is MappingNode version ? TextOf(version["id"]) : null;
        var entries = new List<Entry> { Member(SnapshotFields.LatestVersionId, Text(newest ?? "")) };
        string[] unknown = [.. foreign.OrderBy(one => one, StringComparer.Ordinal)];
        if (unknown.Length > 0)
            entries.Add(Member(SnapshotFields.ForeignVersionIds, new ListNode(Place.None, [.. unknown.Select(Text)])));
        evaluators[id] =
        [
            EvaluatorOf(latest, entries),
            .. others.Select(one => EvaluatorOf(one, [])).OrderBy(one => TextOf(((MappingNode)one["version"]!)["id"]), StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds the runs of a task, newest first.</summary>
    public void AddRuns(ListNode list) => runs.Add(list);

    /// <summary>Says that the runs of a task cannot be read.</summary>
    public void NoteUnreadRuns(string task) => unreadRuns.Add(task);

    /// <summary>The whole, as JSON has it.</summary>
    public MappingNode Build()
    {
        var hasSpaces = resources.TryGetValue(ResourceKind.Space, out var known) && known.Count > 1;
        var entries = new List<Entry>
        {
            Member(SnapshotFields.Version, Text(SnapshotFields.CurrentVersion)),
            Member(SnapshotFields.Complete, new ListNode(Place.None,
                [.. whole.Select(kind => kind.ListMember!).OrderBy(member => member, StringComparer.Ordinal).Select(Text)])),
            Member("tasks", ListOf(tasks.Values.Select(one => TaskOf(one.Node, one.Space)))),
            Member("pagination", Mapping([Member("has_more", new ScalarNode(Place.None, HasAllTasks ? "false" : "true", isPlain: true))])),
        };
        foreach (var kind in ResourceKind.All)
        {
            if (kind == ResourceKind.Evaluator)
                entries.Add(Member(kind.ListMember!, EvaluatorList(hasSpaces)));
            else if (resources.TryGetValue(kind, out var list))
                entries.Add(Member(kind.ListMember!, ListOf(list.Values.Select(one => ResourceOf(kind, one.Node, hasSpaces ? one.Spaces : null)))));
        }

        if (HasRuns)
        {
            var all = runs.SelectMany(list => list.Items).OfType<MappingNode>().OrderBy(run => TextOf(run["task_id"]), StringComparer.Ordinal);
            entries.Add(Member(Snapshot.RunsMember, new ListNode(Place.None, [.. all.Select(run => Sorted(run, null))])));
            if (unreadRuns.Count > 0)
                entries.Add(Member(SnapshotFields.UnreadRuns, new ListNode(Place.None, [.. unreadRuns.Select(Text)])));
        }

        return Mapping(entries);
    }

    private ListNode EvaluatorList(bool hasSpaces)
    {
        var listed = resources.TryGetValue(ResourceKind.Evaluator, out var known) ? known : [];
        HashSet<string>? SpacesOf(string id) => hasSpaces && listed.TryGetValue(id, out var one) ? one.Spaces : null;
        var unread = listed.Where(one => !evaluators.ContainsKey(one.Key))
            .Select(one => (Id: one.Key, Nodes: new List<MappingNode> { EvaluatorOf(one.Value.Node, []) }));
        return new ListNode(Place.None,
        [
            .. evaluators.Select(one => (Id: one.Key, Nodes: one.Value)).Concat(unread)
                .OrderBy(one => one.Id, StringComparer.Ordinal)
                .SelectMany(one => one.Nodes.Select(node => Sorted(InSpace(node, SpacesOf(one.Id)), null))),
        ]);
    }

    private Node TaskOf(MappingNode task, string? space)
    {
        var entries = task.Entries.Where(entry => HasRuns || entry.Key.Text != LastRun).ToList();
        if (space is not null)
            entries = [.. entries.Where(entry => entry.Key.Text != SnapshotFields.SpaceId), Member(SnapshotFields.SpaceId, Text(space))];
        return Sorted(Mapping(entries), null);
    }

    private static Node ResourceOf(ResourceKind kind, MappingNode resource, HashSet<string>? spaces)
    {
        var own = kind == ResourceKind.Space ? null : spaces;
        return Sorted(InSpace(Only(resource, ResourceMembers), own), null);
    }

    private static MappingNode InSpace(MappingNode node, HashSet<string>? spaces) =>
        spaces is { Count: 1 } && spaces.Single() is { Length: > 0 } space
            ? Mapping([.. node.Entries, Member(SnapshotFields.SpaceId, Text(space))])
            : node;

    private static MappingNode EvaluatorOf(MappingNode evaluator, IReadOnlyList<Entry> further)
    {
        var entries = Only(evaluator, ["id", "name", "type"]).Entries.Concat(further).ToList();
        if (LiveTaskShape.Inner(evaluator["version"]) is MappingNode version)
        {
            var configs = Configs.Where(name => LiveTaskShape.Inner(version[name]) is MappingNode)
                .Select(name => Member(name, Only((MappingNode)LiveTaskShape.Inner(version[name])!, ConfigMembers)));
            entries.Add(Member("version", Mapping([.. Only(version, VersionMembers).Entries, .. configs])));
        }

        return Mapping(entries);
    }

    private static MappingNode Only(MappingNode node, string[] members) =>
        Mapping([.. node.Entries.Where(entry => members.Contains(entry.Key.Text))]);

    private static ListNode ListOf(IEnumerable<Node> items) =>
        new(Place.None, [.. items.OrderBy(item => TextOf(((MappingNode)item)["id"]), StringComparer.Ordinal)]);

    private static Node Sorted(Node node, string? member) => node switch
    {
        MappingNode mapping =>
            Mapping([.. InOrder(mapping, member).Select(entry => new Entry(entry.Key, Sorted(entry.Value, entry.Key.Text)))]),
        ListNode list when member == TaskFields.Evaluators.Name => new ListNode(Place.None,
            [.. list.Items.Select(item => Sorted(item, null))
                .OrderBy(item => TextOf((item as MappingNode)?[EvaluatorFields.EvaluatorId.Name]), StringComparer.Ordinal)]),
        ListNode list when member == TaskFields.ExperimentIds.Name =>
            new ListNode(Place.None, [.. list.Items.OrderBy(TextOf, StringComparer.Ordinal)]),
        ListNode list => new ListNode(Place.None, [.. list.Items.Select(item => Sorted(item, null))]),
        _ => node,
    };

    private static IEnumerable<Entry> InOrder(MappingNode mapping, string? member) => member == Ordered
        ? mapping.Entries
        : mapping.Entries.OrderBy(entry => entry.Key.Text switch { "id" => 0, "name" => 1, _ => 2 })
            .ThenBy(entry => entry.Key.Text, StringComparer.Ordinal);

    private static Entry Member(string name, Node value) => new(Text(name), value);

    private static MappingNode Mapping(IReadOnlyList<Entry> entries) => new(Place.None, entries);

    private static ScalarNode Text(string text) => new(Place.None, text, isPlain: false);

    private static string? TextOf(Node? value) => value is ScalarNode { IsNull: false } scalar ? scalar.Text : null;
}
