using System.Globalization;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Live tasks by ID and by name. If a task was read twice, from two pages or two files, one copy counts: the one with the later <c>updated_at</c>, or
/// the one that was read last if the times do not decide. For saved tasks, <see cref="SavedCopies"/> reports where the order is no reason.
/// </summary>
/// <param name="keeps">
/// Whether a task with this ID and name is needed as a whole; of the others only ID and name are kept. Null for all tasks.
/// </param>
public sealed class LiveTasks(Func<string, string?, bool>? keeps = null)
{
    // With its date, in one order of day and month, and with its time zone; anything else would be guessed.
    private static readonly Regex InFull = new(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:?[0-9]{2})\z", RegexOptions.CultureInvariant);

    private readonly Binder binder = new();
    private readonly Dictionary<string, Copy> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObjectView>> byName = new(StringComparer.Ordinal);

    /// <summary>The number of tasks that were read, each counted once.</summary>
    public int Count => byId.Count;

    /// <summary>The tasks that were kept, each in the copy that counts.</summary>
    public IEnumerable<ObjectView> All => byId.Values.Select(copy => copy.Task).OfType<ObjectView>();

    /// <summary>The latest <c>updated_at</c> of all tasks that were read; null if none has one.</summary>
    public DateTimeOffset? LatestUpdate { get; private set; }

    /// <summary>The latest <c>last_run_at</c> of all tasks that were read; null if none has one.</summary>
    public DateTimeOffset? LatestRun { get; private set; }

    /// <summary>The names of all tasks that were read.</summary>
    public IEnumerable<string> Names => byId.Values.Select(copy => copy.Name).OfType<string>();

    /// <param name="node">The task, as the API or a file has it.</param>
    /// <returns>The copy that counts and, where the task was read before, the other one; null for what is not kept as a whole.</returns>
    public (ObjectView? Counts, ObjectView? Superseded) Add(MappingNode node)
    {
        var id = Text(node["id"]) ?? "";
        var name = Text(node[TaskFields.Name.Name]);
        var updated = Instant(node["updated_at"]);
        if (LatestUpdate is null || updated > LatestUpdate)
            LatestUpdate = updated;
        if (Instant(node["last_run_at"]) is { } ran && !(ran <= LatestRun))
            LatestRun = ran;
        var task = keeps is null || keeps(id, name) ? binder.BindTask(LiveTaskShape.Unwrap(node)).View : null;
        var isKnown = byId.TryGetValue(id, out var earlier);
        if (isKnown && updated is { } now && earlier.Updated is { } then && now < then)
            return (earlier.Task, task);
        if (isKnown && earlier is { Task: { } old, Name: { } oldName } && byName[oldName].Remove(old) && byName[oldName].Count == 0)
            byName.Remove(oldName);
        byId[id] = new Copy(name, updated, task);
        if (task is not null && name is not null)
        {
            if (!byName.TryGetValue(name, out var several))
                byName.Add(name, several = []);
            several.Add(task);
        }

        return (task, earlier.Task);
    }

    /// <summary>Adds a task that was read by its ID alone: its space is not known, so it is not found by name.</summary>
    public void AddElsewhere(string id, MappingNode node) => byId[id] = new Copy(null, null, binder.BindTask(LiveTaskShape.Unwrap(node)).View);

    /// <summary>Whether a task with this ID was read.</summary>
    public bool Has(string id) => byId.ContainsKey(id);

    /// <summary>The task with an ID; null if none was kept.</summary>
    public ObjectView? WithId(string id) => byId.TryGetValue(id, out var copy) ? copy.Task : null;

    /// <summary>The tasks with exactly this name that were kept.</summary>
    public IReadOnlyList<ObjectView> Named(string name) => byName.TryGetValue(name, out var several) ? several : [];

    private static string? Text(Node? value) => value is ScalarNode { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The time in a value; null if it has none.</summary>
    public static DateTimeOffset? Instant(Node? value) =>
        Text(value) is { } text && InFull.IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    // A struct, to keep little of 100,000 tasks that are not declared.
    private readonly record struct Copy(string? Name, DateTimeOffset? Updated, ObjectView? Task);
}
