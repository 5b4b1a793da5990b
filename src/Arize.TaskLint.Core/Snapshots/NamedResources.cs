using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The resources of one kind that the live side has, by name.</summary>
public sealed class NamedResources
{
    private readonly Dictionary<string, List<(string Id, string? Dataset, string? Space)>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nameOfId = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private NearestNames? nearestNames;
    private bool isListComplete = true;
    private bool hasUnnamed;

    /// <summary>Whether no resource is left out.</summary>
    public bool IsComplete
    {
        get => isListComplete && !hasUnnamed;
        set => isListComplete = value;
    }

    /// <summary>Whether they were saved, so that no key is at fault.</summary>
    public bool IsSaved { get; init; }

    /// <summary>The resources whose name is known, by name and ID.</summary>
    public IEnumerable<(string Id, string Name)> All => nameOfId.Where(one => !doubtful.Contains(one.Value))
        .OrderBy(one => one.Value, StringComparer.Ordinal).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value));

    /// <summary>Adds the entries of a list answer.</summary>
    public void Add(ListNode list)
    {
        nearestNames = null;
        foreach (var item in list.Items)
        {
            // A resource whose name is not known may have any name.
            if (item is not MappingNode resource
                || resource["id"] is not ScalarNode { IsPlain: false } id
                || resource["name"] is not ScalarNode { IsPlain: false } name)
            {
                hasUnnamed = true;
                continue;
            }

            // Renamed between two files, or two pages: its current name is not known.
            if (nameOfId.TryGetValue(id.Text, out var earlier) && earlier != name.Text)
            {
                doubtful.Add(earlier);
                doubtful.Add(name.Text);
            }

            nameOfId[id.Text] = name.Text;
            if (!byName.TryGetValue(name.Text, out var several))
                byName.Add(name.Text, several = []);
            if (!several.Exists(one => one.Id == id.Text))
            {
                var dataset = resource["dataset_id"] is ScalarNode { IsNull: false } own ? own.Text : null;
                several.Add((id.Text, dataset, SavedSpaces.Of(resource)));
            }
        }
    }

    /// <summary>Whether a resource has this name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The name of a resource; null if it is not known.</summary>
    public string? NameOf(string id) => nameOfId.TryGetValue(id, out var name) && !doubtful.Contains(name) ? name : null;

    /// <summary>The ID of a name.</summary>
    /// <param name="name">The exact name, with letter case.</param>
    /// <param name="where">Their location, for a message: <c>in space production</c>.</param>
    /// <param name="live">The live task whose declaration has the name; null if there is none.</param>
    /// <param name="space">The ID of the space that it is looked for in, if several are saved; otherwise null.</param>
    public NameResolution Resolve(
        ResourceKind kind, string name, string where, ShownNames shown, ObjectView? live = null, string? space = null)
    {
        if (doubtful.Contains(name))
        {
            return new NameResolution.Unresolved(new LiveFailure(
                $"the {kind.Noun} '{Excerpt.Of(shown.Of(name))}' is listed {where} under two names, so it is not clear which one it has",
                IsShared: false));
        }

        if (byName.TryGetValue(name, out var all)
            && all.FindAll(one => !IsSaved || space is null || one.Space is null || one.Space == space) is { Count: > 0 } found)
        {
            // Experiments of several datasets may have one name.
            var dataset = live?[TaskFields.DatasetId].Text;
            var inDataset = found.Where(one => one.Dataset is not null && one.Dataset == dataset).ToList();
            var fitting = (inDataset.Count > 0 ? inDataset : found).ConvertAll(one => one.Id);
            return fitting.Count == 1 ? new NameResolution.Found(fitting[0]) : new NameResolution.Ambiguous(fitting);
        }

        var called = Excerpt.Of(shown.Of(name));
        var absent = $"the {kind.Noun} '{called}' is not among those that are listed {where}";
        if (!IsComplete)
            return new NameResolution.Unresolved(new LiveFailure($"{absent}, but not all of them are", IsShared: false));
        // The live task's own exists, whatever the list contains: this key, or the one that saved the list, may not have access to all.
        var own = kind == ResourceKind.Project ? live?[TaskFields.ProjectId].Text
            : kind == ResourceKind.Dataset ? live?[TaskFields.DatasetId].Text
            : null;
        if (own is not null && !nameOfId.ContainsKey(own))
        {
            return new NameResolution.Unresolved(
                new LiveFailure($"{absent}, but neither is the live task's own, so not all of them are", IsShared: false));
        }

        if (ResourceId.ResourceOf(name) == kind)
            return new NameResolution.Missing($"'{called}' is an ID, and no name; declare it in the field for IDs");
        var nearest = shown.Hides(name) ? null : (nearestNames ??= new NearestNames(byName.Keys)).Of(name);
        var advice = nearest is null ? "" : $"; did you mean '{Excerpt.Of(nearest)}'";
        var doubt = IsSaved ? "" : ", or this key cannot see it";
        return new NameResolution.Missing($"there is no {kind.Noun} named '{called}' {where}{doubt}{advice}");
    }
}
