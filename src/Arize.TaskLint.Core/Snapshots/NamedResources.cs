using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The resources of one kind that the live side told of, by name.</summary>
public sealed class NamedResources
{
    private readonly Dictionary<string, List<(string Id, string? Dataset)>> byName = new(StringComparer.Ordinal);
    private NearestNames? nearestNames;

    /// <summary>Whether no resource is left out.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Adds the entries of a list answer.</summary>
    public void Add(ListNode list)
    {
        nearestNames = null;
        foreach (var item in list.Items)
        {
            if (item is not MappingNode resource || resource["id"] is not ScalarNode id || resource["name"] is not ScalarNode name)
                continue;
            if (!byName.TryGetValue(name.Text, out var several))
                byName.Add(name.Text, several = []);
            if (!several.Exists(one => one.Id == id.Text))
                several.Add((id.Text, resource["dataset_id"] is ScalarNode { IsNull: false } dataset ? dataset.Text : null));
        }
    }

    /// <summary>The ID of a name.</summary>
    /// <param name="kind">What the resources are.</param>
    /// <param name="name">The exact name, with letter case.</param>
    /// <param name="where">Where they are, for a message: <c>in space production</c>.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="dataset">The dataset that the resource belongs to, where that is known: experiments of several datasets may have one name.</param>
    public NameResolution Resolve(ResourceKind kind, string name, string where, ShownNames shown, string? dataset = null)
    {
        if (byName.TryGetValue(name, out var found))
        {
            var inDataset = found.Where(one => one.Dataset is not null && one.Dataset == dataset).ToList();
            var fitting = (inDataset.Count > 0 ? inDataset : found).ConvertAll(one => one.Id);
            return fitting.Count == 1 ? new NameResolution.Found(fitting[0]) : new NameResolution.Ambiguous(fitting);
        }

        if (!IsComplete)
            return new NameResolution.Unresolved($"the {kind.Noun} '{shown.Of(name)}' is not among those that are told {where}, but not all of them are");
        var nearest = shown.Hides(name) ? null : (nearestNames ??= new NearestNames(byName.Keys)).Of(name);
        var advice = nearest is not null ? $"; did you mean '{nearest}'"
            : ResourceId.ResourceOf(name) == kind ? "; this is an ID: declare it in the field for IDs"
            : "";
        return new NameResolution.Unresolved($"there is no {kind.Noun} named '{shown.Of(name)}' {where}, or this key cannot see it{advice}", IsMissing: true);
    }
}
