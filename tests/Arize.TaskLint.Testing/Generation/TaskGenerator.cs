using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>
/// Makes whole legal live tasks, as the API answers them, from the task schema: a field that the schema gains is in them without a change here.
/// The same seed makes the same tasks.
/// </summary>
/// <param name="seed">Where chance begins.</param>
public sealed class TaskGenerator(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> letters = [];
    private FieldValues? values;

    /// <summary>How often a field that may be left out is there: 1 is always.</summary>
    public double Fullness { get; init; } = 0.6;

    /// <summary>The values that single fields get.</summary>
    public FieldValues Values => values ??= new FieldValues(random);

    /// <summary>A legal task of a shape; a field that has no place there is absent, or says none.</summary>
    public JsonObject Task(TaskShape shape)
    {
        letters.Clear();
        return Object(TaskFields.Spec, shape);
    }

    /// <summary>A value of a field that is not none, whatever task it is for.</summary>
    public JsonNode Value(FieldSpec field)
    {
        while (true)
        {
            if (Value(field, field.Object == EvaluatorFields.Spec ? TaskShape.ProjectTemplate : (TaskShape)random.Next(8)) is { } value && !JsonTasks.IsNone(field, value))
                return value;
        }
    }

    private JsonObject Object(ObjectSpec spec, TaskShape shape)
    {
        var result = new JsonObject();
        foreach (var field in spec.Fields)
        {
            if (field.Role == FieldRole.Local || field.NameOf is not null)
                continue;
            if (!TaskShapes.Takes(shape, field))
                AddNone(result, field);
            else if (IsNeeded(field) || random.NextDouble() < Fullness)
                result[field.Name] = Value(field, shape);
            else
                AddNone(result, field);
        }

        if (spec.IsOpen && random.Next(3) == 0 && Values.Free.Name() is var further && spec.Find(further) is null)
            result[further] = Values.Free.Value();
        MakeLegal(spec, result);
        return result;
    }

    private static bool IsNeeded(FieldSpec field) =>
        field.IsRequired || field.IsKey || field.Role is FieldRole.Identity or FieldRole.ServerManaged
        || field == TaskFields.ProjectId || field == TaskFields.DatasetId || field == TaskFields.Evaluators || field == TaskFields.ExperimentIds
        || field == TaskFields.QueryFilters || field == QueryFiltersFields.Filters || field == TaskFields.RunConfiguration
        || field == QueryMappingFields.AttributePath;

    private void AddNone(JsonObject owner, FieldSpec field)
    {
        if (field == TaskFields.Evaluators || field == TaskFields.ExperimentIds)
            owner[field.Name] = new JsonArray();
        else if (field.FalseIsNone)
            owner[field.Name] = false;
        else if (random.Next(2) == 0)
            owner[field.Name] = null;
    }

    private JsonNode? Value(FieldSpec field, TaskShape shape)
    {
        switch (field.Kind)
        {
            case ValueKind.Enum:
                return WordOf(field, shape) ?? random.OneOf(field.Enum!.Words);
            case ValueKind.Object:
                return Object(field.Object!, shape);
            case ValueKind.ObjectList:
                return Entries(field, shape);
            default:
                return field == QueryFiltersFields.Expression ? Expression()
                    : field == QueryMappingFields.QueryIds ? QueryIds()
                    : Values.Of(field);
        }
    }

    private static string? WordOf(FieldSpec field, TaskShape shape) =>
        field == TaskFields.Type ? TaskEnums.TaskType.Words[IndexOf((int)TaskShapes.TypeOf(shape))]
        : field == RunConfigurationFields.ExperimentType && TaskShapes.ExperimentTypeOf(shape) is not ExperimentTypes.All and var type
            ? TaskEnums.ExperimentType.Words[IndexOf((int)type)]
        : null;

    private static int IndexOf(int bit) => BitOperations.TrailingZeroCount(bit);

    private JsonArray Entries(FieldSpec list, TaskShape shape)
    {
        var entries = new JsonArray();
        var keys = new HashSet<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var entry = Object(list.Object!, shape);
            if (list.KeyedBy is { } key)
            {
                if (list == QueryFiltersFields.Filters)
                {
                    entry[key.Name] = ((char)('A' + entries.Count)).ToString(CultureInfo.InvariantCulture);
                    letters.Add((string)entry[key.Name]!);
                }

                if (!keys.Add((string)entry[key.Name]!))
                    continue;
            }

            entries.Add(entry);
        }

        return entries;
    }

    private JsonNode? Expression() => letters.Count switch
    {
        0 => "A AND B",
        1 => random.Next(2) == 0 ? letters[0] : null,
        _ => string.Join(random.Next(2) == 0 ? " AND " : " OR ", letters),
    };

    private JsonArray QueryIds() =>
        new([.. (letters.Count > 0 ? letters : ["A", "B"]).Where(_ => random.Next(2) == 0).Select(letter => (JsonNode)letter)]);

    // What holds between the fields of one mapping, which no table says.
    private void MakeLegal(ObjectSpec spec, JsonObject made)
    {
        if (spec == MessageFields.Spec)
        {
            var role = (string)made[MessageFields.Role.Name]!;
            if (role != "TOOL")
                made.Remove(MessageFields.ToolCallId.Name);
            else
                made[MessageFields.ToolCallId.Name] ??= Values.Free.Name();
            if (role != "ASSISTANT")
                made.Remove(MessageFields.ToolCalls.Name);
            if (role != "ASSISTANT" || made[MessageFields.ToolCalls.Name] is null)
                made[MessageFields.Content.Name] ??= Values.Free.Prompt();
        }
        else if (spec == ResponseFormatFields.Spec && (string?)made[ResponseFormatFields.Type.Name] == "JSON_SCHEMA")
        {
            var schema = made[ResponseFormatFields.JsonSchema.Name] as JsonObject ?? [];
            schema[JsonSchemaFields.Schema.Name] ??= Values.Of(JsonSchemaFields.Schema);
            made[ResponseFormatFields.JsonSchema.Name] = schema.DeepClone();
        }
        else if (spec == QueryFiltersFields.Spec && letters.Count > 1)
        {
            made[QueryFiltersFields.Expression.Name] ??= Expression();
        }
    }
}
