using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>The schema of <c>tasklint.yaml</c>.</summary>
/// <param name="draft">The version of JSON Schema.</param>
/// <param name="settings">The table of the settings.</param>
/// <param name="words">The values of settings whose keys are rules or paths, by the setting.</param>
/// <param name="rules">The settings whose keys are rules.</param>
internal sealed class SettingsSchema(
    SchemaDraft draft, ObjectSpec settings, IReadOnlyDictionary<FieldSpec, IReadOnlyList<string>> words, IReadOnlyList<FieldSpec> rules)
{
    internal JsonObject Make()
    {
        var definitions = new Definitions(draft);
        var fields = new FieldSchemas(definitions, new Offers(definitions, live: null));
        var root = fields.Ref(settings);
        var made = definitions.Make();
        var table = made[((string)root["$ref"]!).Split('/')[^1]]!.AsObject();
        var properties = table["properties"]!.AsObject();
        foreach (var (field, values) in words)
            SetWords(properties[field.Name]!.AsObject(), fields.Words(new EnumSpec([.. values])), rules.Contains(field));
        var schema = new JsonObject
        {
            ["$schema"] = draft.Address,
            ["title"] = "Settings of tasklint",
            ["description"] = "The file tasklint.yaml. Written by 'tasklint schema --settings'.",
            // An empty file sets nothing.
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = properties.DeepClone(),
            ["patternProperties"] = table["patternProperties"]!.DeepClone(),
            ["additionalProperties"] = false,
        };
        made.Remove(((string)root["$ref"]!).Split('/')[^1]);
        schema[draft.Definitions] = made;
        return schema;
    }

    private static void SetWords(JsonObject setting, JsonObject[] values, bool isOfRules)
    {
        setting["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray([.. values]) };
        setting.Remove("propertyNames");
        if (!isOfRules)
            return;
        var offered = new JsonObject();
        foreach (var rule in RuleCatalogue.All.Where(rule => !rule.Traits.IsAlwaysTold))
        {
            var words = new JsonArray([.. values.Select(value => value.DeepClone())]);
            offered[rule.Id] = new JsonObject { ["description"] = rule.Title, ["anyOf"] = words };
        }

        setting["properties"] = offered;
        // A rule may be named in any letter case.
        setting["propertyNames"] = new JsonObject { ["pattern"] = "^([Aa][Tt][Ll][0-9]{4}|x-.*)$", ["patternErrorMessage"] = "not the ID of a rule" };
    }
}
