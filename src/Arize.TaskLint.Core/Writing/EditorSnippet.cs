using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>
/// A live task as the snippet that an editor inserts: the declaration that <see cref="WrittenDeclarations"/> writes, as a mapping whose scalars are
/// YAML already. Editors replace <c>$1</c> and <c>${1:text}</c> in it, so what is no such place is escaped.
/// </summary>
public static class EditorSnippet
{
    // The YAML language server inserts the rest as it is, without quotes of its own.
    private const string AsItIs = "^";

    /// <summary>The snippet of a task.</summary>
    /// <param name="isByName">Whether resources are referred to by their names, where these are known and fit one resource.</param>
    public static MappingNode Of(LiveTask task, bool isByName) => Mapping(new DeclaredForm(task, isByName, _ => { }).Task());

    /// <summary>A text as a scalar of YAML, in a snippet.</summary>
    public static string Scalar(string text) => Inserted(YamlWriter.Text(text));

    /// <summary>Whether all characters of a text can be seen, so that it may be offered.</summary>
    public static bool IsVisible(string text) => PrintedText.IsVisible(text);

    private static MappingNode Mapping(WrittenMapping mapping) => new(Place.None, [.. mapping.Entries.Select(entry =>
        new Entry(Text(Escaped(YamlWriter.Scalar(entry.Key))), Value(entry.Value, entry.Field)))]);

    private static Node Value(WrittenValue value, FieldSpec? field) => value switch
    {
        _ when field?.Kind is ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any => Text(Inserted(Flow(value))),
        WrittenMapping { Entries.Count: > 0 } mapping => Mapping(mapping),
        WrittenList { Items.Count: > 0 } list => new ListNode(Place.None, [.. list.Items.Select(item => Value(item.Value, null))]),
        WrittenText text => Text(Scalar(text.Text)),
        _ => Text(Inserted(Flow(value))),
    };

    // On one line, as JSON, which YAML takes.
    private static string Flow(WrittenValue value) => value switch
    {
        WrittenText text => PrintedText.Quoted(VariableText.Escape(text.Text)),
        WrittenPlain plain => plain.Text,
        WrittenList list => $"[{string.Join(", ", list.Items.Select(item => Flow(item.Value)))}]",
        WrittenMapping mapping =>
            $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{PrintedText.Quoted(entry.Key)}: {Flow(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static string Inserted(string yaml) => AsItIs + Escaped(yaml);

    private static string Escaped(string yaml) => yaml.Replace("\\", "\\\\").Replace("$", "\\$").Replace("}", "\\}");

    private static ScalarNode Text(string text) => new(Place.None, text, isPlain: false);
}
