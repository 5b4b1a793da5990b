using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The keys and values of a document that its findings name: at their place, and all that stands below a key that they point at.</summary>
internal sealed class NamedTexts
{
    private readonly HashSet<(int Task, string Text)> texts = [];

    /// <summary>What stands for parts of a document outside of its tasks.</summary>
    internal const int OutsideOfTasks = -1;

    /// <summary>Whether a finding names a text of a task, or of the document around it.</summary>
    internal bool Has(int task, string text) => texts.Contains((task, text)) || texts.Contains((OutsideOfTasks, text));

    /// <summary>Notes what fixes wrote in the place of named texts.</summary>
    internal void AddWritten(IEnumerable<string> written) => texts.UnionWith(written.Select(text => (OutsideOfTasks, text)));

    /// <summary>Notes what a problem outside of tasks names.</summary>
    internal void Add(Problem problem)
    {
        if (problem is UnknownField unknown && unknown.Mapping[unknown.Name] is { } value)
            AddAll(OutsideOfTasks, unknown.Key, value);
        else if (problem is DeclaredServerField { Entry: { Key: { } key, Value: var declared } })
            AddAll(OutsideOfTasks, key, declared);
    }

    /// <summary>Notes what the findings of a task name.</summary>
    internal void Add(int task, TaskDeclaration declaration, IEnumerable<Finding> findings)
    {
        var places = findings.Select(finding => finding.Place.Start).Distinct().ToArray();
        Array.Sort(places);
        if (places.Length > 0)
            Add(task, declaration.View.Node, places);
    }

    private void Add(int task, Node node, int[] places)
    {
        switch (node)
        {
            case ScalarNode scalar when IsWithin(scalar.Place, places) || (scalar.WrittenAt is { } written && IsWithin(written.Place, places)):
                texts.Add((task, scalar.Text));
                break;
            case ListNode list:
                foreach (var item in list.Items)
                    Add(task, item, places);
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries.Concat(mapping.Repeated))
                {
                    if (Array.BinarySearch(places, entry.Key.Place.Start) >= 0)
                        AddAll(task, entry.Key, entry.Value);
                    else
                        Add(task, entry.Value, places);
                }

                break;
        }
    }

    // A finding on a filter is at the word that it is about.
    private static bool IsWithin(Place place, int[] places)
    {
        var at = Array.BinarySearch(places, place.Start);
        return at >= 0 || (~at < places.Length && places[~at] < place.End);
    }

    private void AddAll(int task, ScalarNode key, Node value)
    {
        texts.Add((task, key.Text));
        AddAll(task, value);
    }

    private void AddAll(int task, Node value)
    {
        switch (value)
        {
            case ScalarNode scalar:
                texts.Add((task, scalar.Text));
                break;
            case ListNode list:
                foreach (var item in list.Items)
                    AddAll(task, item);
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries.Concat(mapping.Repeated))
                    AddAll(task, entry.Key, entry.Value);
                break;
        }
    }
}
