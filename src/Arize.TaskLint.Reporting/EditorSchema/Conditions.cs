using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>The rules on fields that exclude or require each other. Null and empty values do not violate them.</summary>
internal sealed class Conditions(Definitions definitions, Completeness completeness)
{
    /// <summary>The conditions of a mapping.</summary>
    internal IReadOnlyList<JsonObject> Of(ObjectSpec spec)
    {
        var all = new List<JsonObject>();
        foreach (var byName in spec.Fields.Where(field => field.NameOf is not null))
            all.Add(If(Given(byName.NameOf!), Forbid([byName], _ => $"the reference is given already, in '{byName.NameOf}'")));
        if (spec == TaskFields.Spec)
            all.AddRange(OfTask());
        else if (spec == QueryFiltersFields.Spec)
            all.AddRange(OfQueryFilters());
        else if (spec == NamedFilterFields.Spec)
            all.Add(FilterIdIsALetter());
        return all;
    }

    private IEnumerable<JsonObject> OfTask()
    {
        var fields = TaskFields.Spec.Fields;
        foreach (var group in fields.Where(field => field.Types != TaskTypes.All).GroupBy(field => field.Types))
        {
            var others = TaskTypes.All & ~group.Key;
            var names = string.Join(" or ", Spellings.Words(TaskEnums.TaskType, (int)others));
            yield return If(definitions.Is(TaskFields.Type, (int)others),
                Forbid(group, field => $"'{field.Name}' has no place on a task of type {names}"));
        }

        foreach (var (source, reference) in new[] { (DataSources.Project, TaskFields.ProjectId), (DataSources.Dataset, TaskFields.DatasetId) })
        {
            FieldSpec[] others = [.. ReferencesTo(DataSources.Both & ~source)];
            var known = new JsonObject();
            foreach (var other in others)
                known[other.Name] = new JsonObject { ["not"] = definitions.Variable };
            var isOn = AnyOf(Given(reference), Given(TaskFields.Spec.NameTwinOf(reference)!));
            // A variable may make the other reference present or not, so nothing is reported until its value is known.
            isOn["properties"] = known;
            yield return If(
                isOn,
                Forbid(fields.Where(field => (field.Sources & source) == 0).Concat(others),
                    field => $"'{field.Name}' has no place on a task that is on a {reference.Refers}"));
        }

        foreach (var condition in OfShapes())
            yield return condition;
        // A run configuration is checked only on a task that runs it.
        yield return If(
            definitions.Is(TaskFields.Type, (int)TaskTypes.RunExperiment),
            Properties(TaskFields.RunConfiguration, definitions.Ref(
                $"{RunConfigurationFields.Spec.Name} that runs",
                () => new JsonObject { ["allOf"] = new JsonArray([.. OfRunConfiguration()]) })));
        var isComplete = Properties(TaskFields.Partial, new JsonObject { ["enum"] = new JsonArray(false, null) });
        var findable = new JsonObject { ["anyOf"] = new JsonArray(completeness.Needs(TaskFields.Name), completeness.Needs(TaskFields.Id)) };
        yield return new JsonObject { ["if"] = isComplete, ["then"] = completeness.Ref(TaskFields.Spec), ["else"] = findable };
    }

    private static IEnumerable<FieldSpec> ReferencesTo(DataSources source)
    {
        var byId = source == DataSources.Project ? TaskFields.ProjectId : TaskFields.DatasetId;
        return [byId, TaskFields.Spec.NameTwinOf(byId)!];
    }

    // A task filters spans, or traces and sessions; its evaluators map as the task filters.
    private IEnumerable<JsonObject> OfShapes()
    {
        var hasFilter = Definitions.Has(TaskFields.QueryFilter, definitions.GivenText);
        yield return If(hasFilter,
            Properties(TaskFields.QueryFilters, Definitions.Refuse(SomeFilters(), "'query_filter' and 'query_filters' exclude each other")));
        yield return If(Copy(hasFilter),
            EachEvaluator(EvaluatorFields.QueryMappings, "'query_mappings' go with 'query_filters', and this task has 'query_filter'"));
        yield return If(
            Definitions.Has(TaskFields.QueryFilters, SomeFilters()),
            EachEvaluator(EvaluatorFields.ColumnMappings, "'column_mappings' go with 'query_filter', and this task has 'query_filters'"));
        yield return If(
            Definitions.Has(TaskFields.Evaluators, new JsonObject { ["type"] = "array", ["contains"] = Given(EvaluatorFields.QueryMappings) }),
            EachEvaluator(EvaluatorFields.ColumnMappings, "one evaluator of this task has 'query_mappings', and all need the same shape"));
    }

    private JsonObject EachEvaluator(FieldSpec field, string why) =>
        Properties(TaskFields.Evaluators, new JsonObject { ["items"] = Properties(field, definitions.Nothing(why)) });

    private IEnumerable<JsonObject> OfRunConfiguration()
    {
        foreach (var group in RunConfigurationFields.Spec.Fields.Where(field => field.ExperimentTypes != ExperimentTypes.All)
            .GroupBy(field => field.ExperimentTypes))
        {
            var others = ExperimentTypes.All & ~group.Key;
            yield return If(
                definitions.Is(RunConfigurationFields.ExperimentType, (int)others),
                Forbid(group, field =>
                    $"'{field.Name}' belongs to {string.Join(" and ", Spellings.Words(TaskEnums.ExperimentType, (int)field.ExperimentTypes))}"));
        }

        yield return If(
            definitions.Is(RunConfigurationFields.ExperimentType, (int)ExperimentTypes.LlmGeneration),
            Properties(RunConfigurationFields.Messages, new JsonObject { ["minItems"] = 1 }));
        var answersCall = If(
            definitions.Is(MessageFields.Role, 1 << TaskEnums.Role.IndexOf(TaskEnums.Tool)),
            Properties(MessageFields.ToolCallId, Filled("a TOOL message needs the ID of the tool call that it answers")));
        yield return Properties(RunConfigurationFields.Messages, new JsonObject { ["items"] = answersCall });
        var ofOwnKeys = new JsonObject { ["type"] = "object", ["propertyNames"] = new JsonObject { ["pattern"] = Spellings.OwnKeys } };
        var choices = new JsonObject { ["not"] = ofOwnKeys };
        yield return If(
            definitions.Is(RunConfigurationFields.ExperimentType, (int)ExperimentTypes.TemplateEvaluation),
            Properties(RunConfigurationFields.TemplateText,
                new JsonObject { ["pattern"] = Spellings.Filled, ["patternErrorMessage"] = "the judge needs a prompt" }),
            Properties(RunConfigurationFields.ClassificationChoices, choices));
    }

    private IEnumerable<JsonObject> OfQueryFilters()
    {
        yield return Properties(QueryFiltersFields.Filters, new JsonObject { ["minItems"] = 1, ["maxItems"] = TaskEnums.FilterLetters.Count });
        yield return If(
            Definitions.Has(QueryFiltersFields.Filters, new JsonObject { ["type"] = "array", ["minItems"] = 2 }),
            Properties(QueryFiltersFields.Expression, Filled("several filters need an expression that says how they go together")));
        yield return If(
            Definitions.Has(QueryFiltersFields.Expression, definitions.GivenText),
            Properties(QueryFiltersFields.Filters, new JsonObject { ["type"] = new JsonArray("array", "string"), ["minItems"] = 1 }));
    }

    private JsonObject FilterIdIsALetter() => Properties(NamedFilterFields.Id, AnyOf(
        new JsonObject { ["enum"] = new JsonArray([.. TaskEnums.FilterLetters, null]) },
        definitions.Variable));

    private static JsonObject Filled(string why) => new()
    {
        ["type"] = new JsonArray("string", "number", "boolean", "object"),
        ["pattern"] = Spellings.Filled,
        ["errorMessage"] = why,
    };

    private JsonObject Given(FieldSpec field) => Definitions.Has(field, definitions.Given);

    // An empty list of filters counts as no filters.
    private JsonObject SomeFilters() => AnyOf(Given(QueryFiltersFields.Filters), Given(QueryFiltersFields.Expression));

    private JsonObject Forbid(IEnumerable<FieldSpec> fields, Func<FieldSpec, string> why)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            properties[field.Name] =
                field.FalseIsNone ? NotTrue(why(field))
                : field == TaskFields.QueryFilters ? Definitions.Refuse(SomeFilters(), why(field))
                : definitions.Nothing(why(field));
        }

        return new JsonObject { ["properties"] = properties };
    }

    // False counts as absent; with a matcher, it is not known.
    private static JsonObject NotTrue(string why) => Definitions.Refuse(new JsonObject { ["const"] = true }, why);

    private static JsonObject Properties(FieldSpec field, JsonObject value) => new() { ["properties"] = new JsonObject { [field.Name] = value } };

    private static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonObject Copy(JsonObject schema) => schema.DeepClone().AsObject();

    private static JsonObject If(JsonObject condition, params JsonObject[] demands) => new()
    {
        ["if"] = condition,
        ["then"] = demands.Length == 1 ? demands[0] : new JsonObject { ["allOf"] = new JsonArray([.. demands]) },
    };
}
