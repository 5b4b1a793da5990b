using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The evaluators of a snapshot, and the versions that were saved of each.</summary>
/// <param name="label">The name of the snapshot in messages.</param>
internal sealed class SavedEvaluators(string label)
{
    private readonly Dictionary<string, EvaluatorInfo> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EvaluatorVersionInfo>> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinned = new(StringComparer.Ordinal);
    private readonly HashSet<string> unpinned = new(StringComparer.Ordinal);
    private LiveFailure? unread;
    private readonly Dictionary<string, string> latest = new(StringComparer.Ordinal);
    private readonly HashSet<(string Evaluator, string Version)> foreign = [];

    /// <summary>Adds an evaluator, with its version if it has one. Values that are not evaluators are ignored.</summary>
    internal void Add(Node node)
    {
        if (EvaluatorReader.Read(node, out var version) is not { } evaluator)
            return;
        if (byId.TryGetValue(evaluator.Id, out var earlier) && earlier != evaluator)
            doubtful.Add(evaluator.Id);
        byId[evaluator.Id] = evaluator;
        NoteVersions((MappingNode)node, evaluator.Id);
        if (version?.Id is not { } id)
            return;
        // A version names its evaluator, whatever surrounds it.
        var owner = version.EvaluatorId ?? evaluator.Id;
        owners[id] = owner;
        if (!versions.TryGetValue(owner, out var several))
            versions.Add(owner, several = []);
        several.RemoveAll(other => other.Id == id);
        several.Add(version);
    }

    /// <summary>The evaluators of which one copy is saved, by name and ID, each with its latest version; null where that is not known.</summary>
    internal IEnumerable<(EvaluatorInfo Evaluator, EvaluatorVersionInfo? Latest)> All => byId.Values.Where(one => !doubtful.Contains(one.Id))
        .OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id, StringComparer.Ordinal)
        .Select(one => (one, Latest(one, versions.TryGetValue(one.Id, out var saved) ? saved : [])));

    /// <summary>Whether the saved list of evaluators is complete, so that an evaluator that it lacks does not exist.</summary>
    internal bool IsWhole { get; set; }

    /// <summary>Whether all evaluators are saved that the saved tasks run, so that one that is not could not be read.</summary>
    internal bool HasAllInUse { get; set; }

    /// <summary>Records which versions a saved task runs.</summary>
    internal void NoteTask(ObjectView task)
    {
        foreach (var evaluator in task[TaskFields.Evaluators].Objects.Select(view => new EvaluatorDeclaration(view)))
        {
            if (evaluator.Version.Text is { Length: > 0 } version)
                pinned.Add(version);
            else if (evaluator.Evaluator.ById.Text is { } id)
                unpinned.Add(id);
        }
    }

    /// <summary>Looks up an evaluator in the snapshot.</summary>
    /// <param name="names">The names in the snapshot, or null if it has none.</param>
    /// <param name="space">The ID of the space of the task, if several are saved; otherwise null.</param>
    internal EvaluatorAnswer Find(EvaluatorReference reference, NamedResources? names, ShownNames shown, string? space = null)
    {
        var id = reference.Id;
        if (id is null)
        {
            switch (names?.Resolve(ResourceKind.Evaluator, reference.Name!, $"in {label}", shown, space: space))
            {
                case NameResolution.Found found:
                    id = found.Id;
                    break;
                case NameResolution.Ambiguous ambiguous:
                    return new EvaluatorAnswer.Ambiguous(ambiguous.Ids);
                case NameResolution.Missing missing when IsWhole:
                    return new EvaluatorAnswer.NoSuchName(missing.Reason);
                default:
                    return EvaluatorAnswer.Untold.Instance;
            }
        }

        // It is not known which of two copies is the later one.
        if (doubtful.Contains(id))
        {
            return new EvaluatorAnswer.Undetermined(
                new LiveFailure($"it is saved in {label} in copies that differ; save it once", IsShared: false));
        }

        if (HasAllInUse && reference.IsLive && !latest.ContainsKey(id))
        {
            return new EvaluatorAnswer.Undetermined(unread ??= new LiveFailure(
                $"{label} has it not, since it could not be read when the snapshot was made; reading it takes the permission EVALUATOR_READ",
                IsShared: false));
        }

        if (byId.TryGetValue(id, out var evaluator))
            return Found(evaluator, reference);
        // Of a snapshot that has only the evaluators that live tasks use, nothing follows for others; and one that a live task runs exists.
        return IsWhole && !reference.IsLive
            ? new EvaluatorAnswer.Missing($"there is no evaluator with the ID '{reference.Label}' in {label}")
            : EvaluatorAnswer.Untold.Instance;
    }

    private void NoteVersions(MappingNode node, string id)
    {
        if (node[SnapshotFields.LatestVersionId] is ScalarNode { IsNull: false } newest)
            latest[id] = newest.Text;
        if (node[SnapshotFields.ForeignVersionIds] is ListNode others)
            foreign.UnionWith(others.Items.OfType<ScalarNode>().Select(version => (id, version.Text)));
    }

    private EvaluatorAnswer Found(EvaluatorInfo evaluator, EvaluatorReference reference)
    {
        if (!reference.IsVersionKnown)
            return new EvaluatorAnswer.Found(evaluator, null);
        var saved = versions.TryGetValue(evaluator.Id, out var several) ? several : [];
        if (reference.Version is not { } version)
            return new EvaluatorAnswer.Found(evaluator, Latest(evaluator, saved));
        if (foreign.Contains((evaluator.Id, version)))
            return new EvaluatorAnswer.ForeignVersion(evaluator, null);
        if (owners.TryGetValue(version, out var owner) && owner != evaluator.Id)
            return new EvaluatorAnswer.ForeignVersion(evaluator, byId.TryGetValue(owner, out var other) ? other.Label : owner);
        return new EvaluatorAnswer.Found(evaluator, saved.Find(one => one.Id == version));
    }

    // A version may have been saved because a task is pinned to it; then it need not be the latest.
    private EvaluatorVersionInfo? Latest(EvaluatorInfo evaluator, List<EvaluatorVersionInfo> saved)
    {
        if (latest.TryGetValue(evaluator.Id, out var newest))
            return saved.Find(version => version.Id == newest);
        var free = saved.FindAll(version => !pinned.Contains(version.Id!));
        if (free.Count == 0 && unpinned.Contains(evaluator.Id))
            free = saved;
        return free.Count == 1 ? free[0] : null;
    }
}
