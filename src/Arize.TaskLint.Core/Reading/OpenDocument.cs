using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>The documents of a text while they are read: tells what each is, and binds its tasks.</summary>
/// <param name="binder">Reads the tasks.</param>
/// <param name="isJson">Whether the text is JSON.</param>
/// <param name="take">Takes the tasks.</param>
/// <param name="problems">What is found outside of tasks is added here.</param>
/// <param name="isCode">Whether code made the documents.</param>
internal sealed class OpenDocument(Binder binder, bool isJson, Action<TaskDeclaration> take, List<Problem> problems, bool isCode = false)
{
    private const string ExampleOfTasks = "tasks:\n  - name: NAME";

    private readonly List<Node> others = [];
    private DocumentScope scope = new() { IsCode = isCode };
    private int taskCount;

    private static readonly HashSet<string> FieldNames = [.. TaskFields.Spec.Fields.Select(field => NearestName.Normal(field.Name))];

    /// <summary>Whether no document has said anything yet.</summary>
    internal bool IsNothing { get; private set; } = true;

    /// <summary>Takes an entry of the list of tasks of the document that is being read.</summary>
    internal void TakeTask(Node item)
    {
        if (item is MappingNode mapping)
        {
            taskCount++;
            take(binder.BindTask(ApiAnswer.AsWritten(mapping, isJson), scope));
        }
        else
        {
            others.Add(item);
        }
    }

    /// <summary>Takes a document that has been read; its tasks may have come before.</summary>
    internal void TakeRoot(Node root)
    {
        if (root is not ScalarNode { IsNull: true })
        {
            IsNothing = false;
            ReadRoot(root);
        }

        others.Clear();
        (scope, taskCount) = (new DocumentScope { IsCode = isCode }, 0);
    }

    private void ReadRoot(Node root)
    {
        switch (root)
        {
            case ListNode list:
                Take(list);
                if (taskCount > 0 || others.Count == 0)
                    RefuseOthers();
                else
                    Refuse(list);
                break;
            case MappingNode mapping when mapping["tasks"] is not null:
                ReadDocument(mapping);
                break;
            case MappingNode mapping when IsBareTask(mapping):
                take(binder.BindTask(ApiAnswer.AsWritten(mapping, isJson)));
                break;
            case MappingNode mapping when Misspelt(mapping) is { } key:
                problems.Add(new UnknownField(key, FieldPath.Root.Field(key.Text), mapping, DocumentFields.Spec));
                break;
            default:
                Refuse(root);
                break;
        }
    }

    private void Refuse(Node root) => problems.Add(new Unreadable(
        (root as MappingNode)?.Head ?? root.Place,
        $"not a task document: a mapping with 'tasks', a list of tasks or one task is needed, but this is {DescribeRoot(root)}")
    { Example = ExampleOfTasks });

    private void ReadDocument(MappingNode mapping)
    {
        var name = DocumentFields.Tasks.Name;
        // The tasks are read apart, so that what is found in one belongs to it.
        var around = new MappingNode(
            mapping.Place,
            // Their key stays, so that no other is taken for it; where it waits for them, what follows may be meant to be below it.
            [
                .. mapping.Entries.Select(entry => entry.Key.Text != name || entry.Value is ScalarNode { IsNull: true }
                    ? entry
                    : new Entry(entry.Key, new ListNode(entry.Value.Place, []))),
            ],
            [.. mapping.Repeated.Where(entry => entry.Key.Text != name)]);
        var before = problems.Count;
        scope.Space = binder.BindMapping(DocumentFields.Spec, around, problems)[DocumentFields.Space];
        var first = mapping.Entries.First(entry => entry.Key.Text == name);
        foreach (var again in mapping.Repeated.Where(entry => entry.Key.Text == name))
            problems.Add(new RepeatedKey(again, FieldPath.Root.Field(name), mapping, first));
        if (first.Value is ListNode list)
            Take(list);
        else if (first.Value is not ScalarNode { IsNull: true })
            problems.Add(Kinds.Wrong(first.Value, FieldPath.Root.Field(name), $"'{name}'", ValueKind.ObjectList) with
            { Example = ShapeExample.Of(DocumentFields.Tasks, first.Value) });
        else if (first.Value.Place is var place && place.Start == place.End
            && !problems.Skip(before).Any(problem => problem is UnknownField { BelongsIn: not null } or RepeatedKey))
        {
            problems.Add(new Unreadable(first.Key.Place, "'tasks' is empty, so the document declares nothing")
            { Example = ExampleOfTasks, IsMild = true });
        }

        RefuseOthers();
    }

    // What is left in a list: all of one that an anchor keeps whole, else nothing.
    private void Take(ListNode list)
    {
        foreach (var item in list.Items)
            TakeTask(item);
    }

    private void RefuseOthers()
    {
        foreach (var item in others)
        {
            problems.Add(item is ScalarNode { Unknown: { } reason }
                ? reason.ToProblem(FieldPath.Root)
                : Kinds.Wrong(item, FieldPath.Root, "a task", ValueKind.Object));
        }
    }

    // Fields in another letter case are those of a task as well; what they should be, the task's own finding says.
    private static bool IsBareTask(MappingNode mapping) =>
        mapping.Entries.Any(entry => !NearestName.IsSame(entry.Key.Text, "space")
            && (TaskFields.Spec.Find(entry.Key.Text) is not null || FieldNames.Contains(NearestName.Normal(entry.Key.Text))));

    private static ScalarNode? Misspelt(MappingNode mapping) =>
        mapping.Entries.Select(entry => entry.Key).FirstOrDefault(key => NearestName.Of(key.Text, ["tasks"]) is not null);

    private static string DescribeRoot(Node root) => root switch
    {
        MappingNode { Entries.Count: 0 } => "an empty mapping",
        MappingNode => "a mapping without any of their fields",
        ListNode => "a list of other values",
        _ => root.Describe(),
    };
}
