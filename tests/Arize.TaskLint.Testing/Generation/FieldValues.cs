using System.Globalization;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>Values for single fields: by their kind, but for the few that have a language or a form of their own.</summary>
/// <param name="random">Where chance comes from.</param>
public sealed class FieldValues(Random random)
{
    private static readonly string[] Filters =
    [
        "status_code = 'ERROR'", "metadata.environment = 'staging'", "attributes.openinference.span.kind IN ('LLM', 'AGENT')",
        "status_code = 'ERROR' AND attributes.openinference.span.kind = 'LLM'", "annotation.correctness.label = 'incorrect'",
        "attributes.error.type LIKE '%Transport%'", "eval.claudism_density.label IS NOT NULL", "\"dimension_name\" contains 'substring'",
        "name = 'a' OR name = 'b' OR name = 'c'", "latency_ms > 10000", "tag[environment] = 'production'",
    ];

    private static readonly string[] Columns =
        ["attributes.input.value", "attributes.output.value", "attributes.llm.output_messages.0.message.content", "metadata.customer", "eval.tone.label"];

    private static readonly string[] Models = ["gpt-4o", "gpt-4o-mini", "claude-sonnet-4-5", "gemini-3-pro"];

    private int number;

    /// <summary>Texts and values without a field.</summary>
    public FreeValues Free { get; } = new(random);

    /// <summary>A value of a field that is no mapping with a table, and no list of such.</summary>
    public JsonNode Of(FieldSpec field)
    {
        if (field.Refers is { } kind)
            return field.Kind == ValueKind.TextList ? List(() => Id(kind), 1) : Id(kind);
        return Own(field) ?? field.Kind switch
        {
            ValueKind.Number => Number(field),
            ValueKind.Integer => random.Next(1, 5000),
            ValueKind.Boolean => random.Next(2) == 0,
            ValueKind.Enum => random.OneOf(field.Enum!.Words),
            ValueKind.TextList => List(() => Free.Name(), 0),
            ValueKind.AnyList => List(() => Free.Mapping(), 1),
            ValueKind.TextMap => Mapping(() => random.OneOf(Columns)),
            ValueKind.NumberMap => Mapping(() => JsonNodes.Number(Free.Number())),
            ValueKind.AnyMap => Free.Mapping(),
            ValueKind.Any => Free.Value(),
            _ => field.NeedsText || field.Role == FieldRole.ServerManaged ? Free.Name() : Free.Text(),
        };
    }

    private JsonNode? Own(FieldSpec field)
    {
        if (field == TaskFields.QueryFilter || field == EvaluatorFields.QueryFilter || field == NamedFilterFields.Filter)
            return random.OneOf(Filters);
        if (field == MessageFields.Content || field == RunConfigurationFields.TemplateText)
            return Free.Prompt();
        if (field == FunctionFields.Arguments)
            return Free.Mapping(1).ToJsonString();
        if (field == QueryMappingFields.AttributePath)
            return random.OneOf(Columns);
        if (field == RunConfigurationFields.ModelName)
            return random.OneOf(Models);
        if (field == RunConfigurationFields.InputTemplate)
            return InputTemplate();
        if (field == InvocationParameterFields.ThinkingLevel || field == InvocationParameterFields.ReasoningEffort || field == InvocationParameterFields.Verbosity)
            return random.OneOf(["low", "high"]);
        if (field == TaskFields.Name)
            return $"{Free.Name()}: {Free.Text().Trim()}";
        return null;
    }

    private string Id(ResourceKind kind) => Ids.Make(kind.IdKinds[0], ++number * 7 + random.Next(7));

    private JsonNode Number(FieldSpec field)
    {
        var (least, most) = (field.Minimum ?? 0, field.Maximum ?? 1);
        return random.Next(4) switch
        {
            0 => JsonNodes.Number(most.ToString(CultureInfo.InvariantCulture)),
            1 => Math.Round(least + (random.NextDouble() * (most - least)), 7),
            _ => Math.Round(least + (random.NextDouble() * (most - least)), 2),
        };
    }

    private JsonObject InputTemplate()
    {
        var template = Free.Mapping();
        template["message"] = new JsonObject
        {
            ["text"] = $"{Free.Text()} {{{{dataset.question}}}} and {{{{ {Free.Name()} }}}}",
            ["parts"] = new JsonArray("{{dataset.answer}}", 1),
        };
        return template;
    }

    private JsonArray List(Func<JsonNode> item, int least) =>
        new([.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => item())]);

    private JsonObject Mapping(Func<JsonNode> value)
    {
        var mapping = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
            mapping[Free.Key()] = value();
        return mapping;
    }
}
