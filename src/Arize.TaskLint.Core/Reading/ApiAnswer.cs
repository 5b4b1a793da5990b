using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>
/// Tells an answer of the API, used as a declaration as it is, from one that a person wrote. No variable is filled into an answer:
/// <c>${HOME}</c> in a prompt is a part of the prompt.
/// </summary>
internal static class ApiAnswer
{
    /// <summary>Whether a text is JSON: it begins as no YAML in blocks does, and its first key is in quotes.</summary>
    internal static bool IsJson(SourceFile file)
    {
        var (start, isOpen) = (0, false);
        while (start < file.Text.Length && (char.IsWhiteSpace(file.Text[start]) || file.Text[start] is '{' or '['))
        {
            isOpen |= file.Text[start] is '{' or '[';
            start++;
        }

        return isOpen && start < file.Text.Length && file.Text[start] == '"';
    }

    /// <summary>The task itself, or as it is written where it is an answer.</summary>
    /// <param name="isJson">Whether it is written in JSON.</param>
    internal static MappingNode AsWritten(MappingNode task, bool isJson) =>
        task.HoldsVariables && IsAnswer(task, isJson) ? (MappingNode)VariableText.Unfilled(task) : task;

    /// <summary>Whether a task is an answer.</summary>
    /// <param name="isJson">Whether it is written in JSON.</param>
    internal static bool IsAnswer(MappingNode task, bool isJson)
    {
        if (task.Entries.Any(entry => TaskFields.Spec.Find(entry.Key.Text) is { Role: FieldRole.ServerManaged }))
            return true;
        // In JSON every key is in quotes. Saved answers leave out what is null. What has the server's ID and nothing that only a declaration has is
        // one, unless a whole value is a variable: the API has no use for that.
        return isJson
            && task.Entries.All(entry => !entry.Key.IsPlain)
            && task[TaskFields.Id.Name] is not null
            && IsOfTheApi(task, TaskFields.Spec)
            && !VariableText.FilledIn(task).Any(scalar => IsVariable(scalar.Variables!.Written));
    }

    // The API knows no names in the place of IDs, no matchers, and nothing that is the tool's own.
    private static bool IsOfTheApi(MappingNode mapping, ObjectSpec spec) => mapping.Entries.All(entry => spec.Find(entry.Key.Text) switch
    {
        null => spec.IsOpen && !ObjectSpec.IsOwnKey(entry.Key.Text),
        { NameOf: not null } or { Role: FieldRole.Local } => false,
        { Kind: <= ValueKind.Date } => entry.Value is ScalarNode,
        { Object: { } inner } => entry.Value switch
        {
            MappingNode one => IsOfTheApi(one, inner),
            ListNode list => list.Items.OfType<MappingNode>().All(item => IsOfTheApi(item, inner)),
            _ => true,
        },
        _ => true,
    });

    private static bool IsVariable(string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;
}
