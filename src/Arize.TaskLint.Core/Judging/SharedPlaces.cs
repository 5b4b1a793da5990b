using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The lines of code that declare parts of several tasks, as in a loop or a helper.</summary>
public sealed class SharedPlaces
{
    private const int Several = -1;

    private readonly Dictionary<Place, int> owners = [];
    private int taskCount;

    /// <summary>The findings; those at a shared place say which task they are about.</summary>
    public IEnumerable<Finding> Mark(IEnumerable<Finding> findings) =>
        owners.Count == 0 ? findings : findings.Select(finding => IsShared(finding.Place) ? finding with { NamesTask = true } : finding);

    /// <summary>Notes the places of a task that code declares.</summary>
    internal void Add(TaskDeclaration task)
    {
        taskCount++;
        Add(task.View.Node);
    }

    private bool IsShared(Place place) => owners.TryGetValue(place, out var owner) && owner == Several;

    private void Add(Node node)
    {
        Add(node.Place);
        switch (node)
        {
            case ListNode list:
                foreach (var item in list.Items)
                    Add(item);
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries.Concat(mapping.Repeated))
                {
                    Add(entry.Key.Place);
                    Add(entry.Value);
                }

                break;
        }
    }

    private void Add(Place place)
    {
        if (place.IsKnown)
            owners[place] = !owners.TryGetValue(place, out var owner) || owner == taskCount ? taskCount : Several;
    }
}
