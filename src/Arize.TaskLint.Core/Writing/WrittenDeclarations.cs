using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Declarations of live tasks, written in a language.</summary>
/// <param name="Text">The file.</param>
/// <param name="Notes">What is not as a reader may expect, as messages; each begins with the task.</param>
public sealed record WrittenDeclarations(string Text, IReadOnlyList<string> Notes)
{
    private const string FileName = "declarations";

    /// <summary>Writes YAML. The text is read again, so that the notes say what of it would not be in sync.</summary>
    /// <param name="isByName">Whether resources are referred to by their names, where these are known and fit one resource.</param>
    /// <param name="space">The space of the tasks; null to leave it to the command line and the settings.</param>
    public static WrittenDeclarations Yaml(IReadOnlyList<LiveTask> tasks, bool isByName, string? space)
    {
        var notes = new List<string>();
        var forms = FormsOf(tasks, isByName, notes);
        var (text, read) = YamlOf(space, forms);
        notes.AddRange(Doubts(tasks, read));
        return new WrittenDeclarations(text, notes);
    }

    /// <summary>Writes a catalog in C#.</summary>
    /// <inheritdoc cref="Yaml"/>
    public static WrittenDeclarations CSharp(IReadOnlyList<LiveTask> tasks, bool isByName, string? space, string className)
    {
        var notes = new List<string>();
        var forms = FormsOf(tasks, isByName, notes);
        // What YAML cannot say of a task, code cannot either.
        notes.AddRange(Doubts(tasks, YamlOf(space, forms).Read));
        var label = "";
        var writer = new CSharpWriter(what => notes.Add($"'{label}': {what}"));
        return new WrittenDeclarations(writer.Catalog(className, space, forms, i => label = tasks[i].Label), notes);
    }

    private static List<WrittenMapping> FormsOf(IReadOnlyList<LiveTask> tasks, bool isByName, List<string> notes) =>
        [.. tasks.Select(task => new DeclaredForm(task, isByName, what => notes.Add($"'{task.Label}': {what}")).Task())];

    private static (string Text, TaskDocument Read) YamlOf(string? space, List<WrittenMapping> forms)
    {
        foreach (var hasBlockTexts in new[] { true, false })
        {
            var text = new YamlWriter(hasBlockTexts).Document(space, forms);
            var read = new DeclarationReader(_ => null).Read(new SourceFile(FileName, text));
            if (!hasBlockTexts || (read.Tasks.Count == forms.Count
                && read.Tasks.Zip(forms, (task, form) => IsSame(task.View.Node, form)).All(same => same)))
                return (text, read);
        }

        throw new InvalidOperationException();
    }

    // To the byte, unlike the comparison with the live task.
    private static bool IsSame(Node node, WrittenValue value) => (node, value) switch
    {
        (ScalarNode { IsFilled: false, Unknown: null } scalar, WrittenText text) => scalar.Text == text.Text && !scalar.IsNull,
        (ScalarNode scalar, WrittenPlain plain) => scalar.Text == plain.Text && scalar.IsPlain,
        (ListNode list, WrittenList items) => list.Items.Count == items.Items.Count
            && list.Items.Zip(items.Items, (item, written) => IsSame(item, written.Value)).All(same => same),
        (MappingNode mapping, WrittenMapping entries) => mapping.Entries.Count == entries.Entries.Count
            && entries.Entries.All(entry => mapping[entry.Key] is { } own && IsSame(own, entry.Value)),
        _ => false,
    };

    // Of each task, what a check would report, fields that are not declared included.
    private static IEnumerable<string> Doubts(IReadOnlyList<LiveTask> tasks, TaskDocument read)
    {
        if (read.Tasks.Count != tasks.Count)
        {
            yield return "the declarations cannot be read again; please report this";
            yield break;
        }

        for (var i = 0; i < tasks.Count; i++)
        {
            var comparer = new TaskComparer(tasks[i].Names, isStrict: true);
            var (changes, gaps) = comparer.Compare(read.Tasks[i], new TaskDeclaration(tasks[i].Task) { IsLive = true });
            var paths = changes.Select(change => change.Path).Concat(gaps.Select(gap => gap.Path));
            foreach (var path in paths.Select(path => path.ToDisplay()).Distinct())
                yield return $"'{tasks[i].Label}': '{path}' cannot be declared as it is, so it is not in sync where it is compared";
        }
    }
}
