using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>Reads an evaluator from an answer of the API. Members that are missing, new or of another kind are ignored.</summary>
public static class EvaluatorReader
{
    private static readonly (string Word, EvaluatorKind Kind)[] Kinds =
    [
        ("TEMPLATE", EvaluatorKind.Template),
        ("CODE", EvaluatorKind.Code),
        ("HARNESS", EvaluatorKind.Harness),
        ("REMOTE", EvaluatorKind.Remote),
    ];

    private static readonly (string Word, EvaluatorScope Scope)[] Scopes =
    [
        ("SPAN", EvaluatorScope.Span),
        ("TRACE", EvaluatorScope.Trace),
        ("SESSION", EvaluatorScope.Session),
    ];

    /// <summary>Whether a mapping with an ID is an evaluator and not a task, judged by its type.</summary>
    public static bool IsEvaluator(MappingNode node) => Text(node, "id") is not null && KindOf(node) != EvaluatorKind.Unknown;

    /// <summary>The evaluator; null if the value is not an evaluator.</summary>
    /// <param name="node">The value, from a list or from the answer for one evaluator.</param>
    /// <param name="version">The version in the same answer, or null.</param>
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
        var version = new EvaluatorVersionInfo(Text(node, "id"), Text(node, "evaluator_id")) { Commit = Text(node, "commit_hash") };
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
            Scope = Find(Scopes, config, "data_granularity"),
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

    private static EvaluatorKind KindOf(MappingNode node) => Find(Kinds, node, "type");

    // The default of each enum is its Unknown.
    private static T Find<T>((string Word, T Value)[] words, MappingNode node, string member)
        where T : struct, Enum => Text(node, member) is { } text ? Array.Find(words, one => EnumSpec.Same(one.Word, text)).Value : default;

    private static string? Text(MappingNode node, string member) =>
        node[member] is ScalarNode { IsNull: false, Text: { Length: > 0 } text } ? text : null;
}
