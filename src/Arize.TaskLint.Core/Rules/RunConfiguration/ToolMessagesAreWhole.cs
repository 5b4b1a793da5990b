using System.Globalization;
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
        var path = new FieldPath();
        path.Enter(TaskFields.RunConfiguration.Name);
        path.Enter(RunConfigurationFields.Messages.Name);
        var position = 0;
        foreach (var message in run.View[RunConfigurationFields.Messages].Objects)
        {
            path.EnterItem(position++.ToString(CultureInfo.InvariantCulture));
            var id = message[MessageFields.ToolCallId];
            if (message[MessageFields.Role].EnumWord == TaskEnums.Tool && IsMissing(id, task))
            {
                var place = id.IsAbsent ? message[MessageFields.Role].Place : id.Head;
                yield return Report(task, place, path.To(MessageFields.ToolCallId.Name),
                    "a TOOL message needs 'tool_call_id', the ID of the tool call that it answers");
            }

            foreach (var finding in CheckCalls(task, message[MessageFields.ToolCalls], path))
                yield return finding;
            path.Leave();
        }
    }

    private IEnumerable<Finding> CheckCalls(TaskDeclaration task, FieldValue calls, FieldPath path)
    {
        path.Enter(MessageFields.ToolCalls.Name);
        for (var i = 0; i < calls.Objects.Count; i++)
        {
            if (calls.Objects[i][ToolCallFields.Function].Object?[FunctionFields.Arguments] is not { Text: { } text } arguments
                || ToolArguments.MayBeJson(text))
            {
                continue;
            }

            path.EnterItem(i.ToString(CultureInfo.InvariantCulture));
            path.Enter(ToolCallFields.Function.Name);
            yield return Report(task, arguments.Place, path.To(FunctionFields.Arguments.Name), string.IsNullOrWhiteSpace(text)
                ? "'arguments' is empty, and must be JSON text; write '{}' where there are none"
                : $"'arguments' must be JSON text, but is '{Excerpt.Of(text)}'");
            path.Leave();
            path.Leave();
        }

        path.Leave();
    }

    private static bool IsMissing(FieldValue id, TaskDeclaration task) =>
        id.IsAbsent ? !task.IsPartial && !task.HasMisspelt(MessageFields.ToolCallId)
        : id.SaysNone || (id.Text is { } text && string.IsNullOrWhiteSpace(text));
}
