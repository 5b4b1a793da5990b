using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>Writes JSON values as YAML, in several styles, and keeps where each value stands.</summary>
public sealed class YamlPrinter
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./+= ");
    private static readonly string[] ServerFields = ["created_at", "updated_at", "last_run_at", "created_by_user_id"];
    private static readonly string[] OwnFields = ["project", "dataset", "experiments", "space", "partial", "ignore"];
    private static readonly string[] NameFields = ["evaluator", "ai_integration", "integration"];
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    private readonly StringBuilder text = new();
    private readonly Dictionary<string, (int? Key, int Value, int? FirstKey)> spots = [];
    private readonly YamlStyle style;

    private readonly bool isAnswer;

    private YamlPrinter(YamlStyle style, bool isAnswer) => (this.style, this.isAnswer) = (style, isAnswer);

    private bool IsFlow => style is YamlStyle.Flow or YamlStyle.Json;

    /// <summary>Prints a mapping or a list.</summary>
    /// <param name="value">What is printed.</param>
    /// <param name="style">How.</param>
    /// <param name="hasWindowsLines">Whether lines end with CR and LF.</param>
    public static PrintedYaml Print(JsonNode value, YamlStyle style, bool hasWindowsLines = false)
    {
        var printer = new YamlPrinter(style, IsAnswer(value, style));
        if (style == YamlStyle.Block)
            printer.text.Append("# täxt before 🙂\n\n");
        if (printer.IsFlow || IsEmpty(value))
            printer.Inline(value, "", null, 0);
        else
            printer.Block(value, "", null, 0);
        if (printer.text[^1] != '\n')
            printer.text.Append('\n');
        return new PrintedYaml(printer.text.ToString(), hasWindowsLines, printer.spots);
    }

    private static bool IsEmpty(JsonNode? node) => node is JsonObject { Count: 0 } or JsonArray { Count: 0 };

    // The cursor stands where the first key or dash belongs.
    private void Block(JsonNode node, string pointer, int? key, int indent)
    {
        spots[pointer] = (key, text.Length, node is JsonObject ? text.Length : null);
        var isFirst = true;
        if (node is JsonObject mapping)
        {
            foreach (var (name, value) in mapping)
            {
                Indent(isFirst ? 0 : indent);
                isFirst = false;
                var at = text.Length;
                text.Append(Key(name)).Append(':');
                Behind(value, Pointer.To(pointer, name), at, value is JsonArray && style == YamlStyle.SingleQuoted ? indent : indent + 2, indent);
            }

            return;
        }

        for (var i = 0; i < node.AsArray().Count; i++)
        {
            Indent(isFirst ? 0 : indent);
            isFirst = false;
            text.Append('-');
            Behind(node[i], Pointer.To(pointer, i), null, indent + 2, indent);
        }
    }

    private void Behind(JsonNode? value, string pointer, int? key, int indent, int parentIndent)
    {
        if (value is null && key is not null && style == YamlStyle.Block)
        {
            // A null that is not written stands at its key.
            spots[pointer] = (key, text.Length, null);
            text.Append('\n');
            return;
        }

        if (value is JsonValue or null || IsEmpty(value))
        {
            text.Append(' ');
            Inline(value, pointer, key, parentIndent + 2);
            if (text[^1] != '\n')
                text.Append('\n');
            return;
        }

        if (key is null)
        {
            text.Append(' ');
        }
        else
        {
            text.Append('\n');
            Indent(indent);
        }

        Block(value, pointer, key, indent);
    }

    private void Inline(JsonNode? node, string pointer, int? key, int indent)
    {
        var at = text.Length;
        switch (node)
        {
            case JsonObject mapping:
                text.Append('{');
                int? first = null;
                var left = mapping.Count;
                foreach (var (name, value) in mapping)
                {
                    Break(indent + 2);
                    var keyAt = text.Length;
                    first ??= keyAt;
                    text.Append(Key(name)).Append(": ");
                    Inline(value, Pointer.To(pointer, name), keyAt, indent + 2);
                    text.Append(--left > 0 ? "," : "");
                }

                Break(mapping.Count > 0 ? indent : -1);
                text.Append('}');
                spots[pointer] = (key, at, first);
                return;
            case JsonArray list:
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    Break(indent + 2);
                    Inline(list[i], Pointer.To(pointer, i), null, indent + 2);
                    text.Append(i < list.Count - 1 ? "," : "");
                }

                Break(list.Count > 0 ? indent : -1);
                text.Append(']');
                spots[pointer] = (key, at, null);
                return;
            default:
                spots[pointer] = (null, at, null);
                Scalar(node, indent);
                return;
        }
    }

    private void Break(int indent)
    {
        if (indent < 0)
            return;
        if (style == YamlStyle.Json)
        {
            text.Append('\n');
            Indent(indent);
        }
        else
        {
            text.Append(' ');
        }
    }

    private void Indent(int width) => text.Append(' ', width);

    private string Key(string name) => style switch
    {
        YamlStyle.Block or YamlStyle.Flow when CanBePlain(name) => name,
        YamlStyle.SingleQuoted when CanBeSingleQuoted(name) => SingleQuoted(name),
        _ => DoubleQuoted(name),
    };

    private void Scalar(JsonNode? value, int indent)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.String)
        {
            text.Append(value?.ToJsonString() ?? (style == YamlStyle.Block ? "~" : "null"));
            return;
        }

        var content = (string)value!;
        if (style == YamlStyle.Block && CanBeLiteral(content))
            Literal(content, indent);
        else if (style is YamlStyle.Block or YamlStyle.Flow && CanBePlain(content))
            text.Append(content);
        else if (style is YamlStyle.Block or YamlStyle.SingleQuoted && CanBeSingleQuoted(content))
            text.Append(SingleQuoted(content));
        else
            text.Append(DoubleQuoted(content));
    }

    private static bool CanBePlain(string content) =>
        content.Length > 0 && char.IsAsciiLetter(content[0]) && content[^1] != ' ' && !content.AsSpan().ContainsAnyExcept(Plain)
        && !Words.Contains(content, StringComparer.OrdinalIgnoreCase) && !content.StartsWith("x-", StringComparison.Ordinal);

    private static bool CanBeSingleQuoted(string content) => !content.Any(NeedsEscape);

    private static bool CanBeLiteral(string content) =>
        content.Contains('\n', StringComparison.Ordinal) && content[0] is not (' ' or '\n' or '\t')
        && !content.EndsWith("\n\n", StringComparison.Ordinal)
        && !content.Any(c => c != '\n' && NeedsEscape(c));

    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff';

    private void Literal(string content, int indent)
    {
        text.Append(content[^1] == '\n' ? "|" : "|-").Append('\n');
        foreach (var line in Filled(content.EndsWith('\n') ? content[..^1] : content).Split('\n'))
        {
            Indent(line.Length > 0 ? indent : 0);
            text.Append(line).Append('\n');
        }
    }

    private string SingleQuoted(string content) => $"'{Filled(content).Replace("'", "''", StringComparison.Ordinal)}'";

    private string DoubleQuoted(string content)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in Filled(content))
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (NeedsEscape(c))
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    // What would be filled from the environment is meant to stand as it is.
    private string Filled(string content) => isAnswer ? content : content.Replace("${", "$${", StringComparison.Ordinal);

    // No variable is filled into an answer of the API.
    private static bool IsAnswer(JsonNode value, YamlStyle style)
    {
        var task = value is JsonArray list ? list[0] as JsonObject : value["tasks"] is JsonArray tasks ? tasks[0] as JsonObject : value as JsonObject;
        if (task is null)
            return false;
        if (ServerFields.Any(task.ContainsKey))
            return true;
        return style == YamlStyle.Json && task.ContainsKey("id") && !OwnFields.Any(task.ContainsKey) && !HasNames(task["evaluators"]) && !HasNames(task["run_configuration"]);
    }

    private static bool HasNames(JsonNode? node) => node switch
    {
        JsonArray list => list.Any(HasNames),
        JsonObject mapping => NameFields.Any(mapping.ContainsKey),
        _ => false,
    };
}
