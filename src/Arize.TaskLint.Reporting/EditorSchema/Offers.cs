using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Writing;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>What editors offer and do not check: the fields of the chosen type, live names, variables and whole tasks.</summary>
/// <param name="live">What the live side has; null if it was not asked for.</param>
internal sealed class Offers(Definitions definitions, LiveNames? live)
{
    // The language server's word for a property that is checked, and that it does not offer.
    private const string Hidden = "doNotSuggest";
    private const string Snippets = "defaultSnippets";

    /// <summary>Whether a field is offered wherever its mapping is.</summary>
    internal static bool IsEverywhere(FieldSpec field) =>
        field.Role != FieldRole.ServerManaged && field.Types == TaskTypes.All && field.ExperimentTypes == ExperimentTypes.All;

    /// <summary>Leaves a property out of what is offered.</summary>
    internal static void Hide(JsonObject property)
    {
        // The language server reads nothing that stands beside a reference.
        if (property.Remove("$ref", out var reference))
            property["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
        property[Hidden] = true;
    }

    /// <summary>Leaves all properties out of what is offered that say nothing of themselves: they are conditions.</summary>
    internal static void HideConditions(JsonNode schema)
    {
        if (schema is JsonArray list)
        {
            foreach (var item in list)
                HideWithin(item);
            return;
        }

        foreach (var (key, value) in schema.AsObject().ToList())
        {
            if (key == "properties")
            {
                foreach (var (_, property) in value!.AsObject().ToList())
                {
                    if (property is JsonObject condition && !condition.ContainsKey("description") && !condition.ContainsKey(Hidden))
                        Hide(condition);
                }
            }

            if (key is not ("examples" or "default" or "enum" or Snippets))
                HideWithin(value);
        }
    }

    /// <summary>The conditions under which fields of a mapping are offered that belong to some types.</summary>
    internal IEnumerable<JsonObject> Of(ObjectSpec spec, Func<IEnumerable<FieldSpec>, JsonObject> told)
    {
        foreach (var group in spec.Fields.Where(field => field.Types != TaskTypes.All).GroupBy(field => field.Types))
        {
            // Before a type is chosen, any may come.
            yield return new JsonObject
            {
                ["if"] = definitions.Is(TaskFields.Type, (int)(TaskTypes.All & ~group.Key)),
                ["else"] = Properties(told(group)),
            };
        }

        foreach (var group in spec.Fields.Where(field => field.ExperimentTypes != ExperimentTypes.All).GroupBy(field => field.ExperimentTypes))
        {
            yield return new JsonObject
            {
                ["if"] = definitions.Is(RunConfigurationFields.ExperimentType, (int)group.Key),
                ["then"] = Properties(told(group)),
            };
        }

        if (spec == EvaluatorFields.Spec)
        {
            foreach (var evaluator in live?.Evaluators ?? [])
            {
                if (VariablesOf(evaluator) is { Length: > 0 } variables)
                    yield return Mappings(evaluator, variables);
            }
        }
    }

    /// <summary>Adds the live names that a reference may have.</summary>
    internal void AddNames(FieldSpec field, JsonObject schema)
    {
        if (field.Refers is not { } kind || live?.Resources.GetValueOrDefault(kind) is not { Count: > 0 } all)
            return;
        var known = all.Where(one => EditorSnippet.IsVisible(one.Name) && EditorSnippet.IsVisible(one.Id)).ToList();
        if (field.NameOf is not null || kind == ResourceKind.Space)
            schema["examples"] = new JsonArray([.. known.Select(one => VariableText.Escape(one.Name)).Distinct().Select(Text)]);
        else
            schema[Snippets] = new JsonArray([.. known.Select(one => Snippet($"{one.Name} ({one.Id})", Text(EditorSnippet.Scalar(one.Id))))]);
    }

    /// <summary>Adds whole mappings: tasks, and evaluators with their variables.</summary>
    internal void AddWhole(ObjectSpec spec, JsonObject schema)
    {
        if (live is null)
            return;
        IEnumerable<JsonNode> snippets = spec == TaskFields.Spec
                ? live.Tasks.Where(task => EditorSnippet.IsVisible(task.Name)).Select(task => Snippet(task.Name, Json(task.Snippet)))
            : spec == EvaluatorFields.Spec
                ? live.Evaluators.Where(evaluator => evaluator.Name is { } name && EditorSnippet.IsVisible(name)).Select(Whole)
            : [];
        if (snippets.ToArray() is { Length: > 0 } all)
            schema[Snippets] = new JsonArray(all);
    }

    private static void HideWithin(JsonNode? node)
    {
        if (node is JsonObject or JsonArray)
            HideConditions(node);
    }

    private static JsonObject Properties(JsonObject properties) => new() { ["properties"] = properties };

    private static string[] VariablesOf(LiveEvaluator evaluator) => [.. evaluator.Variables.Where(EditorSnippet.IsVisible)];

    private static JsonObject Mappings(LiveEvaluator evaluator, string[] variables)
    {
        var columns = new JsonObject();
        foreach (var variable in variables)
            columns[variable] = new JsonObject { ["description"] = "A variable of the evaluator.", ["anyOf"] = new JsonArray(new JsonObject()) };
        var names = new JsonObject { ["examples"] = new JsonArray([.. variables.Select(Text)]) };
        var isIt = new List<JsonNode> { Is(EvaluatorFields.EvaluatorId, evaluator.Id) };
        if (evaluator.Name is { } name)
            isIt.Add(Is(EvaluatorFields.Evaluator, name));
        return new JsonObject
        {
            ["if"] = new JsonObject { ["anyOf"] = new JsonArray([.. isIt]) },
            ["then"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    [EvaluatorFields.ColumnMappings.Name] = new JsonObject { ["properties"] = columns },
                    [EvaluatorFields.QueryMappings.Name] = new JsonObject
                    {
                        ["items"] = new JsonObject { ["properties"] = new JsonObject { [QueryMappingFields.VariableName.Name] = names } },
                    },
                },
            },
        };
    }

    private static JsonObject Is(FieldSpec field, string value) => Definitions.Has(field, new JsonObject { ["const"] = value });

    private static JsonObject Whole(LiveEvaluator evaluator)
    {
        var body = new JsonObject { [EvaluatorFields.Evaluator.Name] = EditorSnippet.Scalar(evaluator.Name!) };
        if (VariablesOf(evaluator) is { Length: > 0 } variables)
        {
            var mappings = new JsonObject();
            foreach (var variable in variables)
                mappings[variable] = FormattableString.Invariant($"^${mappings.Count + 1}");
            body[EvaluatorFields.ColumnMappings.Name] = mappings;
        }

        return Snippet(evaluator.Name!, body);
    }

    private static JsonObject Snippet(string label, JsonNode body) => new() { ["label"] = label, ["body"] = body };

    private static JsonNode Json(Node node) => node switch
    {
        MappingNode mapping => new JsonObject(
            mapping.Entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key.Text, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode scalar => Text(scalar.Text),
        _ => throw new InvalidOperationException(),
    };

    private static JsonNode Text(string text) => JsonValue.Create(text);
}
