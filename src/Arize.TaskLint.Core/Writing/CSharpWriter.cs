using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes declarations as a catalog in C#, with the builders' methods.</summary>
/// <param name="note">Takes messages about values that code cannot declare.</param>
internal sealed class CSharpWriter(Action<string> note)
{
    private const int LongestList = 80;

    // The builders have enums for these words.
    private static readonly Dictionary<EnumSpec, string> EnumTypes = new()
    {
        [TaskEnums.ExperimentType] = "ExperimentType",
        [TaskEnums.ResponseFormat] = "ResponseFormatType",
        [TaskEnums.Role] = "MessageRole",
        [TaskEnums.ToolCallType] = "ToolCallType",
        [TaskEnums.VariableFormat] = "VariableFormat",
    };

    private readonly StringBuilder text = new();
    private readonly Stack<string> scope = new();
    private string? comment;

    /// <summary>A file with a catalog.</summary>
    /// <param name="begin">Told of the position of each task before it is written.</param>
    internal string Catalog(string className, string? space, IReadOnlyList<WrittenMapping> tasks, Action<int> begin)
    {
        text.Clear();
        scope.Push("tasks");
        text.Append("using Arize.TaskLint;\n\npublic sealed class ").Append(className).Append(" : TaskCatalog\n{\n");
        text.Append("    protected override void Declare(TaskCatalogBuilder tasks)\n    {");
        if (space is not null)
        {
            Line(8);
            text.Append("tasks.").Append(FieldMethods.Of(DocumentFields.Space)).Append('(').Append(PrintedText.Quoted(space)).Append(");");
        }

        for (var i = 0; i < tasks.Count; i++)
        {
            begin(i);
            text.Append(i > 0 || space is not null ? "\n" : "");
            Task(tasks[i]);
        }

        scope.Pop();
        return text.Append("\n    }\n}\n").ToString();
    }

    private void Task(WrittenMapping task)
    {
        foreach (var remark in RemarksIn(task))
        {
            Line(8);
            text.Append("// ").Append(remark.Text);
        }

        Line(8);
        var type = task.TextOf(TaskFields.Type);
        var name = task.TextOf(TaskFields.Name);
        text.Append("tasks.").Append(type is null || name is null ? "Task" : CSharpText.Word(type)).Append('(');
        text.Append(name is null ? "" : CSharpText.Literal(name, 12)).Append(')');
        Calls(task, 12, name is null ? [] : [TaskFields.Name, TaskFields.Type]);
        text.Append(';');
        EndLine();
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
                Free("Parameter", entry.Key, entry.Value, column);
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
                Call(FieldMethods.Of(field), column, ArgumentsOf(mapping, column, FunctionFields.Name, FunctionFields.Arguments));
                break;
            case WrittenMapping mapping when field == TaskFields.RunConfiguration:
                var type = mapping.TextOf(RunConfigurationFields.ExperimentType);
                Open(type is null ? FieldMethods.Of(field) : "Run" + CSharpText.Word(type), column, "run", null,
                    at => Calls(mapping, at, type is null ? [] : [RunConfigurationFields.ExperimentType]));
                break;
            case WrittenMapping mapping when field.Object is not null:
                Open(FieldMethods.Of(field), column, CSharpText.Parameter(entry.Key, "inner"), null, at => Calls(mapping, at));
                break;
            case WrittenMapping mapping:
                OpenFree(FieldMethods.Of(field), column, entry.Key, null, mapping);
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
                    OpenFree(FieldMethods.Of(field), column, "tool", null, (WrittenMapping)item.Value);
                break;
            case WrittenList or WrittenPlain when field.Kind is ValueKind.Any or ValueKind.AnyList:
                Free("Parameter", entry.Key, entry.Value, column);
                break;
            case WrittenPlain { Text: "true" }:
                Call(FieldMethods.Of(field), column);
                break;
            case WrittenPlain plain when (field.Kind == ValueKind.Integer && !IsLong(plain.Text))
                || (field.Kind == ValueKind.Number && CSharpText.Double(plain.Text) is null):
                Lose(entry.Key);
                break;
            case WrittenPlain plain:
                Call(FieldMethods.Of(field), column, plain.Text);
                break;
            case WrittenText word when field.Enum is { } words && EnumTypes.TryGetValue(words, out var name):
                Call(FieldMethods.Of(field), column, $"{name}.{CSharpText.Word(word.Text)}");
                break;
            case WrittenText content:
                Call(FieldMethods.Of(field), column, CSharpText.Literal(content.Text, column + 4));
                comment = entry.Comment;
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
            Call(FieldMethods.Of(list), column, ArgumentsOf(item, column, NamedFilterFields.Id, NamedFilterFields.Filter));
            return;
        }

        var isCall = list == MessageFields.ToolCalls;
        var key = isCall ? ToolCallFields.Id : list.KeyedBy!;
        var by = list.Object!.NameTwinOf(key) is { } byName && item.Find(byName) is not null ? byName : key;
        var isWhole = item.TextOf(by) is not null && (!isCall || item.TextOf(ToolCallFields.Type) is not null);
        if (!isWhole && !isCall)
        {
            Lose(list.Name);
            return;
        }

        // An entry of a list is added by the method of the field that tells it from others, else by the list's.
        var method = list == TaskFields.Evaluators ? FieldMethods.Of(by) : FieldMethods.Of(list);
        FieldSpec[] done = !isWhole ? [] : isCall ? [by, ToolCallFields.Type] : [by];
        var name = list == TaskFields.Evaluators ? "evaluator" : isCall ? "call" : "mapping";
        var first = isWhole ? CSharpText.Literal(item.TextOf(by)!, column + 4) : null;
        if (first is not null && item.Entries.All(entry => entry.Field is { } field && done.Contains(field)))
        {
            Call(method, column, first);
            comment = item.Find(by)!.Comment;
        }
        else
        {
            Open(method, column, name, first, at => Calls(item, at, done), item.Find(by)?.Comment);
        }
    }

    private void Message(WrittenMapping message, int column)
    {
        var role = message.TextOf(MessageFields.Role);
        var content = message.TextOf(MessageFields.Content);
        var (isAnswer, calls) = (role == TaskEnums.Tool, message.Find(MessageFields.ToolCalls));
        if (role is null || content is null || (isAnswer ? calls is not null : message.Find(MessageFields.ToolCallId) is not null))
        {
            Open(FieldMethods.Of(RunConfigurationFields.Messages), column, "message", null, at => Calls(message, at));
            return;
        }

        var method = CSharpText.Word(role) + "Message";
        if (calls is not null)
        {
            Open(method, column, "message", CSharpText.Literal(content, column + 4),
                at => Calls(message, at, MessageFields.Role, MessageFields.Content));
        }
        else
        {
            var id = message.TextOf(MessageFields.ToolCallId);
            Call(method, column, CSharpText.Literal(content, column + 4) + (id is null ? "" : $", {CSharpText.Literal(id, column + 4)}"));
        }
    }

    private void Texts(string method, WrittenList list, int column)
    {
        if (list.Items.All(item => item.Comment is null))
        {
            Call(method, column, string.Join(", ", list.Items.Select(item => CSharpText.Literal(((WrittenText)item.Value).Text, column + 4))));
            return;
        }

        Line(column);
        text.Append('.').Append(method).Append('(');
        for (var i = 0; i < list.Items.Count; i++)
        {
            Line(column + 4);
            text.Append(CSharpText.Literal(((WrittenText)list.Items[i].Value).Text, column + 8)).Append(i == list.Items.Count - 1 ? ")" : ",");
            comment = list.Items[i].Comment;
        }
    }

    private void Entry(string method, WrittenEntry entry, int column)
    {
        if (ObjectSpec.IsOwnKey(entry.Key) || (entry.Value is WrittenPlain { Text: var number } && CSharpText.Double(number) is null))
            Lose(entry.Key);
        else
            Call(method, column, $"{CSharpText.Literal(entry.Key, column + 4)}, {Scalar(entry.Value, column + 4)}");
    }

    // A value whose shape is not known: Set, SetList and SetNull of a mapping, or the same with Parameter.
    private void Free(string method, string key, WrittenValue value, int column)
    {
        var quoted = CSharpText.Literal(key, column + 4);
        if (ObjectSpec.IsOwnKey(key))
            Lose(key);
        else if (value is WrittenMapping mapping)
            OpenFree(method, column, key, quoted, mapping);
        else if (value is WrittenList list)
            OpenFree(method + "List", column, key, quoted, list);
        else if (value is WrittenPlain plain && PlainScalar.IsNull(plain.Text))
            Call(method + "Null", column, quoted);
        else if (Scalar(value, column + 4) is { } scalar)
            Call(method, column, $"{quoted}, {scalar}");
        else
            Lose(key);
    }

    private void OpenFree(string method, int column, string key, string? first, WrittenValue value)
    {
        var isEmpty = value is WrittenMapping { Entries.Count: 0 } or WrittenList { Items.Count: 0 };
        if (isEmpty)
        {
            Call(method, column, $"{(first is null ? "" : first + ", ")}_ => {{ }}");
            return;
        }

        if (value is WrittenList { Items: var items } && Short(items) is { } added)
        {
            Call(method, column, $"{(first is null ? "" : first + ", ")}list => list{added}");
            return;
        }

        Open(method, column, CSharpText.Parameter(key, value is WrittenList ? "list" : "value"), first, at =>
        {
            foreach (var entry in (value as WrittenMapping)?.Entries ?? [])
                Free("Set", entry.Key, entry.Value, at);
            foreach (var item in (value as WrittenList)?.Items ?? [])
                FreeItem(item.Value, at);
        });
    }

    // The calls for a few words or numbers, on one line; null for other lists.
    private static string? Short(IReadOnlyList<WrittenItem> items)
    {
        var calls = new StringBuilder();
        foreach (var item in items)
        {
            if (item.Value is not (WrittenText or WrittenPlain) || (item.Value is WrittenPlain { Text: var word } && PlainScalar.IsNull(word))
                || Scalar(item.Value, 0) is not { } scalar)
            {
                return null;
            }

            calls.Append(".Add(").Append(scalar).Append(')');
        }

        return calls.Length <= LongestList && calls.ToString() is var text && text.IndexOf('\n') < 0 ? text : null;
    }

    private void FreeItem(WrittenValue value, int column)
    {
        if (value is WrittenMapping mapping)
            OpenFree("AddObject", column, "item", null, mapping);
        else if (value is WrittenList list)
            OpenFree("AddList", column, "list", null, list);
        else if (value is WrittenPlain plain && PlainScalar.IsNull(plain.Text))
            Call("Add", column, "null");
        else if (Scalar(value, column + 4) is { } scalar)
            Call("Add", column, scalar);
        else
            Lose(((WrittenPlain)value).Text);
    }

    private static string? Scalar(WrittenValue value, int column) => value switch
    {
        WrittenText content => CSharpText.Literal(content.Text, column),
        WrittenPlain { Text: "true" or "false" } plain => plain.Text,
        WrittenPlain plain => CSharpText.Number(plain.Text),
        _ => throw new InvalidOperationException(),
    };

    private static bool IsLong(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string ArgumentsOf(WrittenMapping mapping, int column, FieldSpec first, FieldSpec second)
    {
        string Argument(FieldSpec field) => mapping.TextOf(field) is { } content ? CSharpText.Literal(content, column + 4) : "default(string)";
        return $"{Argument(first)}, {Argument(second)}";
    }

    private void Call(string method, int column, string arguments = "")
    {
        Line(column);
        text.Append('.').Append(method).Append('(').Append(arguments).Append(')');
    }

    // A call whose last argument makes further calls, on lines of their own.
    private void Open(string method, int column, string name, string? first, Action<int> calls, string? remark = null)
    {
        var parameter = name;
        for (var i = 2; scope.Contains(parameter); i++)
            parameter = FormattableString.Invariant($"{name}{i}");
        Line(column);
        text.Append('.').Append(method).Append('(').Append(first is null ? "" : first + ", ").Append(parameter).Append(" => ");
        var (body, before) = (text.Length, remark);
        text.Append(parameter);
        comment = remark;
        scope.Push(parameter);
        calls(column + 4);
        scope.Pop();
        // Nothing of it can be declared: a parameter alone is no statement.
        if (text.Length == body + parameter.Length && comment == before)
            text.Remove(body, parameter.Length).Append("{ }");
        text.Append(')');
    }

    private void Lose(string key) => note(
        $"'{Excerpt.Of(key)}' cannot be declared in C#, so it is not in sync where it is compared; declare the task in YAML");

    // A comment ends its line, behind what closes brackets and the statement.
    private void EndLine()
    {
        if (comment is not null)
            text.Append(" // ").Append(comment);
        comment = null;
    }

    private void Line(int column)
    {
        EndLine();
        text.Append('\n').Append(' ', column);
    }
}
