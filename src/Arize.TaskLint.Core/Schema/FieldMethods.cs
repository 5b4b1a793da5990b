using System.Text;

namespace Arize.TaskLint.Core.Schema;

/// <summary>The methods of the C# builders for fields. Messages about code name methods.</summary>
internal static class FieldMethods
{
    // Stands before the name of a field in a message, until it is known what the message is about.
    private const char Mark = '\uE000';

    // Those that are not called as the field is.
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["ai_integration"] = "AiIntegrationNamed",
        ["ai_integration_id"] = "AiIntegration",
        ["attribute_path"] = "Attribute",
        ["classification_choices"] = "Choice",
        ["column_mapping"] = "Map",
        ["column_mappings"] = "Map",
        ["dataset"] = "OnDatasetNamed",
        ["dataset_id"] = "OnDataset",
        ["evaluator"] = "EvaluatorNamed",
        ["evaluator_id"] = "Evaluator",
        ["evaluator_version_id"] = "PinnedTo",
        ["evaluators"] = "Evaluator",
        ["experiment_ids"] = "Experiments",
        ["experiment_type"] = "OfType",
        ["experiments"] = "ExperimentsNamed",
        ["filters"] = "Filter",
        ["id"] = "WithId",
        ["ignore"] = "IgnoreDrift",
        ["input_variable_format"] = "VariableFormat",
        ["integration"] = "IntegrationNamed",
        ["integration_id"] = "Integration",
        ["is_continuous"] = "Continuous",
        ["messages"] = "Message",
        ["model_name"] = "Model",
        ["project"] = "OnProjectNamed",
        ["project_id"] = "OnProject",
        ["prompt_version_id"] = "PromptVersion",
        ["query_ids"] = "From",
        ["query_mappings"] = "MapQuery",
        ["space"] = "InSpace",
        ["tool_calls"] = "ToolCall",
        ["tools"] = "Tool",
        ["type"] = "OfType",
    };

    private static readonly Dictionary<string, string> All = Collect(TaskFields.Spec, []);

    /// <summary>A field's name in a message: for code, the method that sets it.</summary>
    internal static string Word(string field) => Mark + field;

    /// <summary>The method that sets a field, without its brackets; null if there is none.</summary>
    internal static string? Find(string field) => All.TryGetValue(field, out var method) ? method : null;

    /// <summary>The method that sets a field, without its brackets. Two fields of one name may have methods of different names.</summary>
    internal static string Of(FieldSpec field) =>
        field == RunConfigurationFields.EvaluatorVersionId ? "EvaluatorVersion"
        : field == JsonSchemaFields.Name ? "Named"
        : Find(field.Name) ?? Pascal(field.Name);

    /// <summary>A message with its fields named as they are in its place.</summary>
    /// <param name="isCode">Whether it points at code.</param>
    internal static string Say(string message, bool isCode)
    {
        if (!isCode && message.IndexOf(Mark) < 0)
            return message;
        var said = new StringBuilder(message.Length);
        var quote = -1;
        for (var i = 0; i < message.Length;)
        {
            var isMarked = message[i] == Mark;
            var start = isMarked ? i + 1 : i;
            var end = start;
            while (end < message.Length && message[end] is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                end++;
            if (end == start)
            {
                if (message[i] == '\'')
                    quote = quote < 0 ? i : -1;
                if (!isMarked)
                    said.Append(message[i]);
                i = start + (isMarked ? 0 : 1);
                continue;
            }

            var word = message.Substring(start, end - start);
            // Quotes may contain user text; a field is quoted alone.
            var isAlone = quote < 0 || (quote == i - 1 && end < message.Length && message[end] == '\'');
            var isField = isMarked || (isAlone && word.Contains("_") && !IsPart(message, i - 1) && !IsPart(message, end));
            said.Append(isCode && isField && All.TryGetValue(word, out var method) ? method + "()" : word);
            i = end;
        }

        return said.ToString();
    }

    private static bool IsPart(string message, int at) =>
        at >= 0 && at < message.Length
        && (char.IsLetterOrDigit(message[at])
            || message[at] is '-' or '/' || (message[at] == '.' && at + 1 < message.Length && char.IsLetter(message[at + 1])));

    private static Dictionary<string, string> Collect(ObjectSpec spec, HashSet<ObjectSpec> seen)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var pending = new Stack<ObjectSpec>([spec]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next))
                continue;
            foreach (var field in next.Fields)
            {
                // Set by arguments, and not by a method of their own.
                if (field.Name is "arguments" or "content" or "filter" or "name" or "owner" or "path" or "reason" or "role" or "until"
                    or "variable_name")
                {
                    continue;
                }

                all[field.Name] = Own.TryGetValue(field.Name, out var own) ? own : Pascal(field.Name);
                if (field.Object is { } inner)
                    pending.Push(inner);
            }
        }

        return all;
    }

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
