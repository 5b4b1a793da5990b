using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>The rules on required fields, which <c>partial: true</c> disables for the task and everything in it.</summary>
internal sealed class Completeness(Definitions definitions)
{
    /// <summary>A reference to what a mapping must have, or null if it and all within it may be empty.</summary>
    internal JsonObject? Ref(ObjectSpec spec) => IsDemanding(spec) ? definitions.Ref($"complete {spec.Name}", () => Make(spec)) : null;

    /// <summary>A field that must be there, by itself or by its twin.</summary>
    internal JsonObject Needs(params FieldSpec[] oneOf) => oneOf.Length == 1
        ? Demand(oneOf[0], definitions.There)
        : new JsonObject { ["anyOf"] = new JsonArray([.. oneOf.Select(field => Demand(field, definitions.There))]) };

    // A value that is not a mapping, such as a variable, is not checked.
    private static JsonObject Demand(FieldSpec field, JsonObject value) => new()
    {
        ["required"] = new JsonArray(field.Name),
        ["properties"] = new JsonObject { [field.Name] = value },
    };

    private JsonObject Make(ObjectSpec spec)
    {
        var demands = new List<JsonObject>();
        if (!spec.RequiredHasOwnRule)
            demands.AddRange(spec.Fields.Where(field => field.IsRequired).Select(field => Needs(spec, field)));
        demands.AddRange(OwnDemands(spec));
        var schema = new JsonObject();
        if (demands.Count > 0)
            schema["allOf"] = new JsonArray([.. demands]);
        var inner = new JsonObject();
        foreach (var field in spec.Fields)
        {
            // A run configuration is checked only where it is permitted.
            if (field.Object is { } objects && field != TaskFields.RunConfiguration && Ref(objects) is { } complete)
                inner[field.Name] = field.Kind == ValueKind.ObjectList ? new JsonObject { ["items"] = complete } : complete;
        }

        if (inner.Count > 0)
            schema["properties"] = inner;
        return schema;
    }

    private JsonObject Needs(ObjectSpec spec, FieldSpec field) => spec.NameTwinOf(field) is { } byName ? Needs(field, byName) : Needs(field);

    private IEnumerable<JsonObject> OwnDemands(ObjectSpec spec) =>
        spec == TaskFields.Spec ? OfTask()
        : spec == RunConfigurationFields.Spec ? OfRunConfiguration()
        : spec == MessageFields.Spec
            ? [If(definitions.Is(MessageFields.Role, 1 << TaskEnums.Role.IndexOf(TaskEnums.Tool)), Needs(MessageFields.ToolCallId))]
        : spec == QueryFiltersFields.Spec ? OfQueryFilters()
        : [];

    private IEnumerable<JsonObject> OfTask()
    {
        yield return Needs(TaskFields.ProjectId, TaskFields.Project, TaskFields.DatasetId, TaskFields.Dataset);
        var evaluators = new JsonObject
        {
            ["type"] = new JsonArray("array", "string"),
            ["minItems"] = 1,
            ["errorMessage"] = "an evaluation task needs at least one evaluator",
        };
        yield return If(definitions.Is(TaskFields.Type, (int)TaskTypes.Evaluation), Demand(TaskFields.Evaluators, evaluators));
        var configuration = new JsonObject
        {
            ["type"] = new JsonArray("object", "string"),
            ["minProperties"] = 1,
            ["errorMessage"] = "a run_experiment task needs a run configuration",
            ["allOf"] = new JsonArray(Ref(RunConfigurationFields.Spec)),
        };
        yield return If(definitions.Is(TaskFields.Type, (int)TaskTypes.RunExperiment), Demand(TaskFields.RunConfiguration, configuration));
    }

    private IEnumerable<JsonObject> OfRunConfiguration()
    {
        var spec = RunConfigurationFields.Spec;
        yield return Needs(RunConfigurationFields.ExperimentType);
        foreach (var group in spec.Fields.Where(field => field.IsRequired && field.ExperimentTypes != ExperimentTypes.All)
            .GroupBy(field => field.ExperimentTypes))
        {
            yield return If(definitions.Is(RunConfigurationFields.ExperimentType, (int)group.Key), [.. group.Select(field => Needs(spec, field))]);
        }
    }

    private IEnumerable<JsonObject> OfQueryFilters()
    {
        yield return If(Definitions.Has(QueryFiltersFields.Filters, new JsonObject { ["type"] = "array", ["minItems"] = 2 }),
            Needs(QueryFiltersFields.Expression));
        yield return If(Definitions.Has(QueryFiltersFields.Expression, definitions.GivenText), Needs(QueryFiltersFields.Filters));
    }

    private static JsonObject If(JsonObject condition, params JsonObject[] demands) => new()
    {
        ["if"] = condition,
        ["then"] = demands.Length == 1 ? demands[0] : new JsonObject { ["allOf"] = new JsonArray([.. demands]) },
    };

    private static bool IsDemanding(ObjectSpec spec) =>
        spec == QueryFiltersFields.Spec || spec.Fields.Any(field => field.IsRequired || (field.Object is { } inner && IsDemanding(inner)));
}
