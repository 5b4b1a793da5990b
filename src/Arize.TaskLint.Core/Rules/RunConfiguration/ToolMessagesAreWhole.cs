using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4011: a conversation with tools that no provider takes.</summary>
public sealed class ToolMessagesAreWhole()
    : TaskRule("ATL4011", Severity.Error, "A tool call whose arguments is not JSON text, or a tool message without tool_call_id")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.LlmGeneration or ExperimentTypes.None } run)
            yield break;
        foreach (var message in run.View[RunConfigurationFields.Messages].Objects)
        {
            var id = message[MessageFields.ToolCallId];
            if (message[MessageFields.Role].EnumWord == TaskEnums.Tool && IsMissing(id, task))
            {
                var place = id.IsAbsent ? message[MessageFields.Role].Place : id.Head;
                yield return Report(task, place, message.PathOf(MessageFields.ToolCallId),
                    "a TOOL message needs 'tool_call_id', the ID of the tool call that it answers");
            }

            foreach (var finding in CheckCalls(task, message[MessageFields.ToolCalls]))
                yield return finding;
        }
    }

    private IEnumerable<Finding> CheckCalls(TaskDeclaration task, FieldValue calls)
    {
        foreach (var call in calls.Objects)
        {
            if (call[ToolCallFields.Function].Object?[FunctionFields.Arguments] is not { Text: { } text } arguments || ToolArguments.MayBeJson(text))
                continue;
            yield return Report(task, arguments.Place, arguments.Path, string.IsNullOrWhiteSpace(text)
                ? "'arguments' is empty, and must be JSON text; write '{}' where there are none"
                : $"'arguments' must be JSON text, but is '{Excerpt.Of(text)}'");
        }
    }

    private static bool IsMissing(FieldValue id, TaskDeclaration task) =>
        id.IsAbsent ? !task.IsPartial && !task.HasMisspelt(MessageFields.ToolCallId)
        : id.SaysNone || (id.Text is { } text && string.IsNullOrWhiteSpace(text));
}
