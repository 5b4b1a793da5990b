using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Templates;

/// <param name="Path">Its path, from the task.</param>
internal sealed record PromptText(ScalarNode Text, FieldPath Path);

/// <summary>The texts that a run configuration sends, as far as they are known.</summary>
internal sealed class Prompt
{
    private readonly List<PromptText> texts = [];
    private readonly List<string> arguments = [];

    private Prompt(ExperimentTypes type, PlaceholderStyle style, string format)
    {
        Type = type;
        Style = style;
        Format = format;
    }

    /// <summary>The run configuration's type.</summary>
    internal ExperimentTypes Type { get; }

    /// <summary>How placeholders are written.</summary>
    internal PlaceholderStyle Style { get; }

    /// <summary>The reason for the style, for messages: <c>F_STRING</c>, <c>a template</c>.</summary>
    internal string Format { get; }

    /// <summary>The texts: the messages' contents, the template, or the texts of the input template.</summary>
    internal IReadOnlyList<PromptText> Texts => texts;

    /// <summary>Whether every text is known.</summary>
    internal bool IsComplete { get; private set; } = true;

    /// <summary>Whether any text, the arguments of tool calls included, has a placeholder of the style in force.</summary>
    internal bool HasPlaceholders =>
        texts.Select(text => text.Text.Text).Concat(arguments).Any(text => PlaceholderReader.Read(text, Style).Count > 0);

    /// <summary>The prompt of a run configuration; null if it is not known how placeholders are written.</summary>
    internal static Prompt? Of(RunConfigurationDeclaration run)
    {
        switch (run.Type)
        {
            case ExperimentTypes.LlmGeneration when run.View[RunConfigurationFields.InputVariableFormat] is { EnumWord: { } word }:
                var prompt = new Prompt(run.Type, word == TaskEnums.Mustache ? PlaceholderStyle.DoubleBraces : PlaceholderStyle.SingleBraces, word);
                prompt.AddMessages(run.View[RunConfigurationFields.Messages]);
                return prompt;
            case ExperimentTypes.TemplateEvaluation:
                prompt = new Prompt(run.Type, PlaceholderStyle.DoubleBraces, "a 'template'");
                prompt.AddText(run.View[RunConfigurationFields.TemplateText]);
                return prompt;
            case ExperimentTypes.AgentCall:
                prompt = new Prompt(run.Type, PlaceholderStyle.DoubleBraces, "an 'input_template'");
                prompt.AddInput(run.View[RunConfigurationFields.InputTemplate]);
                return prompt;
            default:
                return null;
        }
    }

    private void AddMessages(FieldValue messages)
    {
        IsComplete &= !messages.IsUncertain;
        foreach (var message in messages.Objects)
        {
            AddText(message[MessageFields.Content]);
            var calls = message[MessageFields.ToolCalls];
            IsComplete &= !calls.IsUncertain;
            foreach (var call in calls.Objects)
                AddArguments(call[ToolCallFields.Function]);
        }
    }

    private void AddArguments(FieldValue function)
    {
        var text = function.Object?[FunctionFields.Arguments] ?? default;
        if (text.Text is { } known)
            arguments.Add(known);
        IsComplete &= !function.IsUncertain && !text.IsUncertain && text.State != ValueState.Matcher;
    }

    private void AddText(FieldValue text)
    {
        IsComplete &= !text.IsUncertain && text.State != ValueState.Matcher;
        if (text is { Text: not null, Node: ScalarNode scalar })
            texts.Add(new PromptText(scalar, text.Path));
    }

    private void AddInput(FieldValue input)
    {
        IsComplete &= !input.IsUncertain;
        var path = input.Path;
        foreach (var (key, value) in input.Entries)
            AddInput(value, path.Field(key.Text));
    }

    private void AddInput(Node value, FieldPath path)
    {
        switch (value)
        {
            case ScalarNode scalar:
                IsComplete &= scalar.Unknown is null;
                if (scalar is { Unknown: null, IsNull: false })
                    texts.Add(new PromptText(scalar, path));
                break;
            case ListNode list:
                IsComplete &= !list.IsIncomplete;
                for (var i = 0; i < list.Items.Count; i++)
                    AddInput(list.Items[i], path.Item(i.ToString(CultureInfo.InvariantCulture)));
                break;
            case MappingNode mapping:
                IsComplete &= !mapping.IsIncomplete;
                foreach (var (key, inner) in mapping.EntryArray)
                {
                    if (!ObjectSpec.IsOwnKey(key.Text))
                        AddInput(inner, path.Field(key.Text));
                }

                break;
        }
    }
}
