using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Reads declarations from YAML, which JSON is a part of.</summary>
/// <param name="variables">The value of an environment variable, or null where it is not set.</param>
public sealed class DeclarationReader(Func<string, string?> variables)
{
    private readonly Binder binder = new();

    /// <summary>Reads a file's content.</summary>
    /// <param name="path">How the file is called in results.</param>
    /// <param name="bytes">UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    public TaskDocument Read(string path, byte[] bytes)
    {
        var file = SourceText.Decode(path, bytes, out var problem);
        return problem is null ? Read(file) : new TaskDocument(file, [], [problem]);
    }

    /// <summary>What a file over <see cref="SourceText.MaximumBytes"/> declares: nothing, and it is told so.</summary>
    /// <param name="path">How the file is called in results.</param>
    public static TaskDocument TooLarge(string path)
    {
        var file = new SourceFile(path, "");
        return new TaskDocument(file, [], [new Unreadable(new Place(file, 0, 0), SourceText.TooLarge)]);
    }

    /// <summary>
    /// Reads a text: a mapping with <c>tasks</c>, a list of tasks or one bare task, in one document or several. A text that is not valid
    /// YAML declares nothing; a task that is broken in part is read as far as it goes.
    /// </summary>
    public TaskDocument Read(SourceFile file)
    {
        var problems = new List<Problem>();
        var tasks = new List<TaskDeclaration>();
        if (YamlTreeReader.Read(file, variables, problems) is { } roots)
        {
            var empty = true;
            foreach (var root in roots)
            {
                if (root is ScalarNode { IsNull: true })
                    continue;
                empty = false;
                ReadRoot(root, tasks, problems);
            }

            if (empty && problems.Count == 0)
                problems.Add(new Unreadable(new Place(file, 0, 0), "the file declares nothing: it is empty, or has only comments"));
        }

        return new TaskDocument(file, tasks, problems);
    }

    private void ReadRoot(Node root, List<TaskDeclaration> tasks, List<Problem> problems)
    {
        switch (root)
        {
            case ListNode list when list.Items.Count == 0 || list.Items.Any(item => item is MappingNode):
                ReadTasks(list, default, tasks, problems);
                break;
            case MappingNode mapping when mapping["tasks"] is not null:
                ReadDocument(mapping, tasks, problems);
                break;
            case MappingNode mapping when IsBareTask(mapping):
                tasks.Add(binder.BindTask(mapping));
                break;
            case MappingNode mapping when Misspelt(mapping) is { } key:
                problems.Add(new UnknownField(key.Place, key.Text, key.Text, DocumentFields.Spec));
                break;
            default:
                problems.Add(new Unreadable(
                    (root as MappingNode)?.Head ?? root.Place,
                    $"not a task document: a mapping with 'tasks', a list of tasks or one task is needed, but this is {DescribeRoot(root)}"));
                break;
        }
    }

    private void ReadDocument(MappingNode mapping, List<TaskDeclaration> tasks, List<Problem> problems)
    {
        // The tasks are read apart, so that what is found in one belongs to it.
        var around = mapping.Entries.Where(entry => entry.Key.Text != DocumentFields.Tasks.Name).ToList();
        var view = binder.BindMapping(DocumentFields.Spec, new MappingNode(mapping.Place, around, mapping.Repeated.Where(e => e.Key.Text != "tasks").ToList()), problems);
        var first = mapping.Entries.First(entry => entry.Key.Text == DocumentFields.Tasks.Name);
        foreach (var again in mapping.Repeated.Where(entry => entry.Key.Text == first.Key.Text))
            problems.Add(new RepeatedKey(again.Key.Place, again.Key.Text, again.Key.Text, first.Key.Place));
        if (first.Value is ListNode list)
            ReadTasks(list, view[DocumentFields.Space], tasks, problems);
        else if (first.Value is not ScalarNode { IsNull: true })
            problems.Add(Kinds.Wrong(first.Value, "tasks", "'tasks'", "a list"));
    }

    private void ReadTasks(ListNode list, FieldValue space, List<TaskDeclaration> tasks, List<Problem> problems)
    {
        foreach (var item in list.Items)
        {
            if (item is MappingNode mapping)
                tasks.Add(binder.BindTask(mapping, space));
            else if (item is ScalarNode { Unknown: { } reason })
                problems.Add(new UnsetVariable(reason.Place, "", reason.Variable));
            else
                problems.Add(Kinds.Wrong(item, "", "a task", "a mapping"));
        }
    }

    private static bool IsBareTask(MappingNode mapping) =>
        mapping.Entries.Any(entry => entry.Key.Text != "space" && TaskFields.Spec.Find(entry.Key.Text) is not null);

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
