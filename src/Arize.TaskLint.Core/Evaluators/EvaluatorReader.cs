using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>Reads what the API tells of an evaluator. Members that are missing, new or of another kind are no obstacle.</summary>
public static class EvaluatorReader
{
    // Their order is that of EvaluatorKind and EvaluatorScope, less Unknown.
    private static readonly EnumSpec Kinds = new("TEMPLATE", "CODE", "HARNESS", "REMOTE");
    private static readonly EnumSpec Scopes = new("SPAN", "TRACE", "SESSION");

    /// <summary>Whether a mapping with an ID is an evaluator, and not a task: its type tells.</summary>
    public static bool IsEvaluator(MappingNode node) => Text(node, "id") is not null && KindOf(node) != EvaluatorKind.Unknown;

    /// <summary>The evaluator, or null where the value is none.</summary>
    /// <param name="node">The value, as it stands in a list or in the answer for one evaluator.</param>
    /// <param name="version">The version that is told with it, or null.</param>
    public static EvaluatorInfo? Read(Node? node, out EvaluatorVersionInfo? version)
    {
        version = null;
        if (node is not MappingNode evaluator || Text(evaluator, "id") is not { } id)
            return null;
        var told = LiveTaskShape.Inner(evaluator["version"]) as MappingNode;
        if (told is not null)
            version = ReadVersion(told) with { IsTyped = Text(told, "type") is not null };
        var kind = KindOf(evaluator);
        return new EvaluatorInfo(id, Text(evaluator, "name"), kind == EvaluatorKind.Unknown && told is not null ? KindOf(told) : kind);
    }

    private static EvaluatorVersionInfo ReadVersion(MappingNode node)
    {
        var version = new EvaluatorVersionInfo(Text(node, "id"), Text(node, "evaluator_id"));
        var kind = KindOf(node);
        var member = kind switch
        {
            EvaluatorKind.Template => "template_config",
            EvaluatorKind.Code => "code_config",
            _ => null,
        };
        if (member is null || LiveTaskShape.Inner(node[member]) is not MappingNode config)
            return version;
        version = version with
        {
            Scope = (EvaluatorScope)(1 + IndexOf(Scopes, config, "data_granularity")),
            ResultName = Text(config, "name"),
        };
        if (kind == EvaluatorKind.Code)
        {
            return version with
            {
                IsCustomCode = Text(config, "type") is { } type && EnumSpec.Same(type, "CUSTOM"),
                Variables = config["variables"] is ListNode list && list.Items.All(item => item is ScalarNode { IsNull: false })
                    ? [.. list.Items.Cast<ScalarNode>().Select(item => item.Text).Distinct(StringComparer.Ordinal)]
                    : null,
            };
        }

        if (Text(config, "template") is not { } template)
            return version;
        var variables = TemplateVariables.Of(template, out var possible);
        return version with
        {
            Variables = variables,
            PossibleVariables = possible,
            Template = template,
            Choices = config["classification_choices"] is MappingNode choices ? [.. choices.Entries.Select(choice => choice.Key.Text)] : [],
        };
    }

    private static EvaluatorKind KindOf(MappingNode node) => (EvaluatorKind)(1 + IndexOf(Kinds, node, "type"));

    private static int IndexOf(EnumSpec words, MappingNode node, string member) => Text(node, member) is { } word ? words.IndexOf(word) : -1;

    private static string? Text(MappingNode node, string member) => node[member] is ScalarNode { IsNull: false, Text: { Length: > 0 } text } ? text : null;
}
