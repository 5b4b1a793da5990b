using System.Globalization;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes declarations as a catalog in C#, with the builders' methods.</summary>
internal sealed class CSharpWriter
{
    // The builders have enums for these words.
    private static readonly Dictionary<EnumSpec, string> EnumTypes = new()
    {
        [TaskEnums.ExperimentType] = "ExperimentType",
        [TaskEnums.ResponseFormat] = "ResponseFormatType",
        [TaskEnums.Role] = "MessageRole",
        [TaskEnums.ToolCallType] = "ToolCallType",
        [TaskEnums.VariableFormat] = "VariableFormat",
    };

    private readonly CSharpCalls calls = new();
    private readonly CSharpFreeValues free;

    /// <param name="note">Takes messages about values that code cannot declare.</param>
    internal CSharpWriter(Action<string> note) => free = new CSharpFreeValues(calls, note);

    /// <summary>A file with a catalog.</summary>
    /// <param name="begin">Told of the position of each task before it is written.</param>
    internal string Catalog(string className, string? space, IReadOnlyList<WrittenMapping> tasks, Action<int> begin)
    {
        calls.Begin("tasks");
        calls.Append("using Arize.TaskLint;\n\npublic sealed class ").Append(className).Append(" : TaskCatalog\n{\n");
        calls.Append("    protected override void Declare(TaskCatalogBuilder tasks)\n    {");
        if (space is not null)
        {
            calls.Line(8);
            calls.Append("tasks.").Append(FieldMethods.Of(DocumentFields.Space)).Append("(").Append(PrintedText.Quoted(space)).Append(");");
        }

        for (var i = 0; i < tasks.Count; i++)
        {
            begin(i);
            calls.Append(i > 0 || space is not null ? "\n" : "");
            Task(tasks[i]);
        }

        return calls.Append("\n    }\n}\n").ToString();
    }

    private void Task(WrittenMapping task)
    {
        foreach (var remark in RemarksIn(task))
        {
            calls.Line(8);
            calls.Append("// ").Append(remark.Text);
        }

        calls.Line(8);
        var type = task.TextOf(TaskFields.Type);
        var name = task.TextOf(TaskFields.Name);
        calls.Append("tasks.").Append(type is null || name is null ? "Task" : CSharpText.Word(type)).Append("(");
        calls.Append(name is null ? "" : CSharpText.Literal(name, 12)).Append(")");
        Calls(task, 12, name is null ? [] : [TaskFields.Name, TaskFields.Type]);
        calls.Append(";");
        calls.EndLine();
    }

    private static IEnumerable<Remark> RemarksIn(WrittenValue value) => value switch
    {
        WrittenMapping mapping => mapping.Remarks.Concat(mapping.Entries.SelectMany(entry => RemarksIn(entry.Value))),
        WrittenList list => list.Items.SelectMany(item => RemarksIn(item.Value)),
        _ => [],
    };

    private void Calls(WrittenMapping mapping, int column, params FieldSpec[] done)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Field is not { } field)
                free.Write("Parameter", entry.Key, entry.Value, column);
            else if (!done.Contains(field))
                Field(field, entry, column);
        }
    }

    private void Field(FieldSpec field, WrittenEntry entry, int column)
    {
        switch (entry.Value)
        {
            case WrittenMapping mapping when field.Kind is ValueKind.TextMap or ValueKind.NumberMap:
                foreach (var inner in mapping.Entries)
                    Entry(FieldMethods.Of(field), inner, column);
                break;
            case WrittenMapping mapping when field == ToolCallFields.Function:
                calls.Call(FieldMethods.Of(field), column, ArgumentsOf(mapping, column, FunctionFields.Name, FunctionFields.Arguments));
                break;
            case WrittenMapping mapping when field == TaskFields.RunConfiguration:
                var type = mapping.TextOf(RunConfigurationFields.ExperimentType);
                calls.Open(type is null ? FieldMethods.Of(field) : "Run" + CSharpText.Word(type), column, "run", null,
                    at => Calls(mapping, at, type is null ? [] : [RunConfigurationFields.ExperimentType]));
                break;
            case WrittenMapping mapping when field.Object is not null:
                calls.Open(FieldMethods.Of(field), column, CSharpText.Parameter(entry.Key, "inner"), null, at => Calls(mapping, at));
                break;
            case WrittenMapping mapping:
                free.Open(FieldMethods.Of(field), column, entry.Key, null, mapping);
                break;
            case WrittenList list when field.Kind == ValueKind.ObjectList:
                foreach (var item in list.Items)
                    Item(field, (WrittenMapping)item.Value, column);
                break;
            case WrittenList list when field.Kind == ValueKind.TextList:
                Texts(FieldMethods.Of(field), list, column);
                break;
            case WrittenList list when field.Kind == ValueKind.AnyList && list.Items.All(item => item.Value is WrittenMapping):
                foreach (var item in list.Items)
                    free.Open(FieldMethods.Of(field), column, "tool", null, (WrittenMapping)item.Value);
                break;
            case WrittenList or WrittenPlain when field.Kind is ValueKind.Any or ValueKind.AnyList:
                free.Write("Parameter", entry.Key, entry.Value, column);
                break;
            case WrittenPlain { Text: "true" }:
                calls.Call(FieldMethods.Of(field), column);
                break;
            case WrittenPlain plain when (field.Kind == ValueKind.Integer && !IsLong(plain.Text))
                || (field.Kind == ValueKind.Number && CSharpText.Double(plain.Text) is null):
                free.Lose(entry.Key);
                break;
            case WrittenPlain plain:
                calls.Call(FieldMethods.Of(field), column, plain.Text);
                break;
            case WrittenText word when field.Enum is { } words && EnumTypes.TryGetValue(words, out var name):
                calls.Call(FieldMethods.Of(field), column, $"{name}.{CSharpText.Word(word.Text)}");
                break;
            case WrittenText content:
                calls.Call(FieldMethods.Of(field), column, CSharpText.Literal(content.Text, column + 4));
                calls.Comment = entry.Comment;
                break;
        }
    }

    private void Item(FieldSpec list, WrittenMapping item, int column)
    {
        if (list == RunConfigurationFields.Messages)
        {
            Message(item, column);
            return;
        }

        if (list == QueryFiltersFields.Filters)
        {
            calls.Call(FieldMethods.Of(list), column, ArgumentsOf(item, column, NamedFilterFields.Id, NamedFilterFields.Filter));
            return;
        }

        var isCall = list == MessageFields.ToolCalls;
        var key = isCall ? ToolCallFields.Id : list.KeyedBy!;
        var by = list.Object!.NameTwinOf(key) is { } byName && item.Find(byName) is not null ? byName : key;
        var isWhole = item.TextOf(by) is not null && (!isCall || item.TextOf(ToolCallFields.Type) is not null);
        if (!isWhole && !isCall)
        {
            free.Lose(list.Name);
            return;
        }

        // An entry of a list is added by the method of the field that tells it from others, else by the list's.
        var method = list == TaskFields.Evaluators ? FieldMethods.Of(by) : FieldMethods.Of(list);
        FieldSpec[] done = !isWhole ? [] : isCall ? [by, ToolCallFields.Type] : [by];
        var name = list == TaskFields.Evaluators ? "evaluator" : isCall ? "call" : "mapping";
        var first = isWhole ? CSharpText.Literal(item.TextOf(by)!, column + 4) : null;
        if (first is not null && item.Entries.All(entry => entry.Field is { } field && done.Contains(field)))
        {
            calls.Call(method, column, first);
            calls.Comment = item.Find(by)!.Comment;
        }
        else
        {
            calls.Open(method, column, name, first, at => Calls(item, at, done), item.Find(by)?.Comment);
        }
    }

    private void Message(WrittenMapping message, int column)
    {
        var role = message.TextOf(MessageFields.Role);
        var content = message.TextOf(MessageFields.Content);
        var (isAnswer, toolCalls) = (role == TaskEnums.Tool, message.Find(MessageFields.ToolCalls));
        if (role is null || content is null || (isAnswer ? toolCalls is not null : message.Find(MessageFields.ToolCallId) is not null))
        {
            calls.Open(FieldMethods.Of(RunConfigurationFields.Messages), column, "message", null, at => Calls(message, at));
            return;
        }

        var method = CSharpText.Word(role) + "Message";
        if (toolCalls is not null)
        {
            calls.Open(method, column, "message", CSharpText.Literal(content, column + 4),
                at => Calls(message, at, MessageFields.Role, MessageFields.Content));
        }
        else
        {
            var id = message.TextOf(MessageFields.ToolCallId);
            calls.Call(method, column, CSharpText.Literal(content, column + 4) + (id is null ? "" : $", {CSharpText.Literal(id, column + 4)}"));
        }
    }

    private void Texts(string method, WrittenList list, int column)
    {
        if (list.Items.All(item => item.Comment is null))
        {
            calls.Call(method, column, string.Join(", ", list.Items.Select(item => CSharpText.Literal(((WrittenText)item.Value).Text, column + 4))));
            return;
        }

        calls.Line(column);
        calls.Append(".").Append(method).Append("(");
        for (var i = 0; i < list.Items.Count; i++)
        {
            calls.Line(column + 4);
            calls.Append(CSharpText.Literal(((WrittenText)list.Items[i].Value).Text, column + 8)).Append(i == list.Items.Count - 1 ? ")" : ",");
            calls.Comment = list.Items[i].Comment;
        }
    }

    private void Entry(string method, WrittenEntry entry, int column)
    {
        if (ObjectSpec.IsOwnKey(entry.Key) || (entry.Value is WrittenPlain { Text: var number } && CSharpText.Double(number) is null))
            free.Lose(entry.Key);
        else
            calls.Call(method, column, $"{CSharpText.Literal(entry.Key, column + 4)}, {CSharpFreeValues.Scalar(entry.Value, column + 4)}");
    }

    private static bool IsLong(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string ArgumentsOf(WrittenMapping mapping, int column, FieldSpec first, FieldSpec second)
    {
        string Argument(FieldSpec field) => mapping.TextOf(field) is { } content ? CSharpText.Literal(content, column + 4) : "default(string)";
        return $"{Argument(first)}, {Argument(second)}";
    }
}
