using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// Tells an answer of the API, used as a declaration as it is, from one that a person wrote. No variable is filled into an answer:
/// <c>${HOME}</c> in a prompt is a part of the prompt.
/// </summary>
internal static class ApiAnswer
{
    /// <summary>Whether a text is JSON: it begins as no YAML in blocks does.</summary>
    internal static bool IsJson(SourceFile file)
    {
        var start = 0;
        while (start < file.Text.Length && char.IsWhiteSpace(file.Text[start]))
            start++;
        return start < file.Text.Length && file.Text[start] is '{' or '[';
    }

    /// <summary>The task itself, or as it is written where it is an answer.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isJson">Whether it is written in JSON.</param>
    internal static MappingNode AsWritten(MappingNode task, bool isJson) =>
        task.HoldsVariables && IsAnswer(task, isJson) ? (MappingNode)VariableText.Unfilled(task) : task;

    private static bool IsAnswer(MappingNode task, bool isJson)
    {
        var fields = task.Entries.Select(entry => TaskFields.Spec.Find(entry.Key.Text)).ToList();
        if (fields.Any(field => field is { Role: FieldRole.ServerManaged }))
            return true;
        // Saved answers leave out what is null. What has the server's ID and nothing that only a declaration has is one, unless a whole value
        // is a variable: the API has no use for that.
        return isJson
            && fields.Contains(TaskFields.Id)
            && fields.All(field => field is not null && field.NameOf is null && field.Role != FieldRole.Local)
            && !VariableText.FilledIn(task).Any(scalar => IsVariable(scalar.Variables!.Written));
    }

    private static bool IsVariable(string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;
}
