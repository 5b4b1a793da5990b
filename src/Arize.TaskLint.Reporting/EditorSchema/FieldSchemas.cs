using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>The schemas of mappings and of their fields, as the reader takes them.</summary>
internal sealed class FieldSchemas
{
    private readonly Definitions definitions;
    private readonly Completeness completeness;
    private readonly Conditions conditions;
    private readonly Offers offers;

    internal FieldSchemas(Definitions definitions, Offers offers)
    {
        this.definitions = definitions;
        this.offers = offers;
        completeness = new Completeness(definitions);
        conditions = new Conditions(definitions, completeness);
    }

    /// <summary>A reference to the definition of a mapping.</summary>
    internal JsonObject Ref(ObjectSpec spec) => definitions.Ref(spec.Name, () => Mapping(spec));

    /// <summary>Properties as editors offer them, without what is checked of them.</summary>
    internal JsonObject Told(IEnumerable<FieldSpec> fields)
    {
        var told = new JsonObject();
        foreach (var field in fields)
        {
            var full = Field(field, isBounded: false);
            var offer = new JsonObject();
            foreach (var key in new[] { "title", "description", "markdownDescription", "default", "type" })
            {
                if (full[key] is { } value)
                    offer[key] = value.DeepClone();
            }

            // Else the language server inserts the key without its colon.
            if (full["type"] is null)
                offer["anyOf"] = new JsonArray(new JsonObject());
            told[field.Name] = offer;
        }

        return told;
    }

    private JsonObject Mapping(ObjectSpec spec)
    {
        var properties = new JsonObject();
        foreach (var field in spec.Fields)
        {
            var property = Field(field, isBounded: !spec.IsOpen);
            if (!Offers.IsEverywhere(field))
                Offers.Hide(property);
            properties[field.Name] = property;
        }

        var schema = new JsonObject
        {
            ["type"] = new JsonArray("object", "string"),
            ["pattern"] = Spellings.Variable,
            ["patternErrorMessage"] = $"{spec.Noun} is a mapping",
            ["properties"] = properties,
        };
        if (!spec.IsOpen)
        {
            schema["patternProperties"] = OwnKeys();
            schema["additionalProperties"] = false;
        }

        offers.AddWhole(spec, schema);
        JsonObject[] all = [.. conditions.Of(spec), .. offers.Of(spec, Told)];
        if (all.Length > 0)
            schema["allOf"] = new JsonArray([.. all]);
        return schema;
    }

    // Bounds of parameters that providers may extend are described, and not enforced.
    private JsonObject Field(FieldSpec field, bool isBounded)
    {
        var schema = new JsonObject
        {
            ["title"] = field.Name,
            ["description"] = FieldTexts.Plain(field),
            ["markdownDescription"] = FieldTexts.Markdown(field),
        };
        if (field.Default is { } value)
            schema["default"] = JsonNode.Parse(value);
        if (field.Role == FieldRole.ServerManaged)
        {
            schema["readOnly"] = true;
            if (definitions.Draft.KnowsDeprecated)
                schema["deprecated"] = true;
        }

        foreach (var (key, part) in Value(field, isBounded).ToList())
        {
            part!.Parent!.AsObject().Remove(key);
            schema[key] = part;
        }

        return schema;
    }

    private JsonObject Value(FieldSpec field, bool isBounded) => field.Kind switch
    {
        ValueKind.Text when field.TakesMatcher => AnyOf(Text(field), Matcher(field.Kind)),
        ValueKind.Text => Text(field),
        ValueKind.Number or ValueKind.Integer => Scalar(field, isBounded, Number(field, isBounded)),
        ValueKind.Boolean => Scalar(field, isBounded, new JsonObject { ["type"] = new JsonArray("boolean", "null") },
            new JsonObject { ["type"] = "string", ["pattern"] = Spellings.OddBoolean }),
        ValueKind.Enum => Scalar(field, isBounded, Words(field.Enum!)),
        ValueKind.Date => Scalar(field, isBounded,
            new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date", ["pattern"] = Spellings.Date }),
        ValueKind.Object => new JsonObject
        {
            ["type"] = new JsonArray("object", "null", "string"),
            ["anyOf"] = new JsonArray(Ref(field.Object!), new JsonObject { ["type"] = "null" }),
        },
        ValueKind.ObjectList => List(Ref(field.Object!)),
        ValueKind.TextList when field.TakesSingle => AnyOf(List(Entry(field)), Entry(field)),
        ValueKind.TextList => List(Entry(field)),
        ValueKind.AnyList => OrVariable("array", "a list is needed here"),
        ValueKind.TextMap => Columns(),
        ValueKind.NumberMap => Map(Number(field, isBounded, isNullable: false), definitions.Variable, Matcher(ValueKind.Number)),
        ValueKind.AnyMap => OrVariable("object", "a mapping is needed here"),
        _ => new JsonObject(),
    };

    private JsonObject Entry(FieldSpec field)
    {
        var entry = Filled(field, new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") });
        offers.AddNames(field, entry);
        return entry;
    }

    private JsonObject Text(FieldSpec field)
    {
        var text = Filled(field, new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null") });
        if (field.Words is { } words)
            text["examples"] = new JsonArray([.. words.Words.Select(word => (JsonNode)word)]);
        offers.AddNames(field, text);
        return text;
    }

    private static JsonObject Filled(FieldSpec field, JsonObject text)
    {
        if (field.NeedsText)
        {
            text["pattern"] = Spellings.Filled;
            text["patternErrorMessage"] = $"'{field.Name}' is blank";
        }

        return text;
    }

    private static JsonObject Number(FieldSpec field, bool isBounded, bool isNullable = true)
    {
        var number = new JsonObject { ["type"] = field.Kind == ValueKind.Integer ? "integer" : "number" };
        if (isNullable)
            number["type"] = new JsonArray((string)number["type"]!, "null");
        if (isBounded && field.Minimum is { } least)
            number["minimum"] = least;
        if (isBounded && field.Maximum is { } most)
            number["maximum"] = most;
        return number;
    }

    internal JsonObject[] Words(EnumSpec words)
    {
        var schemas = new List<JsonObject>
        {
            new() { ["enum"] = Strings(words.Words.Except(words.Deprecated)) },
            new()
            {
                ["$comment"] = "Other letter case and separators",
                ["type"] = new JsonArray("string", "null"),
                ["pattern"] = Spellings.Pattern(words.Words),
            },
        };
        if (words.Deprecated.Count > 0)
        {
            var deprecated = new JsonObject { ["enum"] = Strings(words.Deprecated), ["$comment"] = "Deprecated" };
            if (definitions.Draft.KnowsDeprecated)
                deprecated["deprecated"] = true;
            schemas.Insert(1, deprecated);
        }

        return [.. schemas];
    }

    private JsonObject Scalar(FieldSpec field, bool isBounded, params JsonObject[] values) =>
        AnyOf(
        [
            .. values,
            definitions.Variable,
            .. field.TakesMatcher ? [isBounded ? BoundedMatcher(field) : Matcher(field.Kind)] : Array.Empty<JsonObject>(),
        ]);

    // The column that fills a variable: an empty one would drop every row.
    private JsonObject Columns()
    {
        var columns = Map(
            new JsonObject
            {
                ["type"] = new JsonArray("string", "number", "boolean"),
                ["pattern"] = Spellings.Filled,
                ["patternErrorMessage"] = "the variable is mapped to nothing",
            },
            Matcher(ValueKind.Text));
        columns["propertyNames"] = new JsonObject { ["pattern"] = Spellings.Filled };
        return columns;
    }

    private static JsonObject List(JsonObject item)
    {
        var list = OrVariable("array", "a list is needed here");
        list["items"] = item;
        return list;
    }

    private static JsonObject Map(params JsonObject[] values)
    {
        var map = OrVariable("object", "a mapping is needed here");
        map["patternProperties"] = OwnKeys();
        map["additionalProperties"] = AnyOf(values);
        return map;
    }

    private static JsonObject OrVariable(string type, string message) => new()
    {
        ["type"] = new JsonArray(type, "null", "string"),
        ["pattern"] = Spellings.Variable,
        ["patternErrorMessage"] = message,
    };

    private JsonObject Matcher(ValueKind kind)
    {
        var parts = MatcherFields.Spec.Fields.Where(part => MatcherFields.Fits(part, kind)).ToList();
        var name = parts.Contains(MatcherFields.Min) ? "number" : parts.Contains(MatcherFields.Contains) ? "text" : "choice";
        return definitions.Ref($"{name}-{MatcherFields.Spec.Name}", () =>
        {
            var properties = new JsonObject();
            foreach (var part in parts)
                properties[part.Name] = Field(part, isBounded: true);
            return new JsonObject
            {
                ["description"] = "Any live value that fits is no drift",
                ["type"] = "object",
                ["properties"] = properties,
                ["patternProperties"] = OwnKeys(),
                ["additionalProperties"] = false,
                ["anyOf"] = new JsonArray([.. parts.Select(part => new JsonObject { ["required"] = new JsonArray(part.Name) })]),
            };
        });
    }

    // The range of the field holds for the values that its matcher names.
    private JsonObject BoundedMatcher(FieldSpec field)
    {
        var matcher = Matcher(field.Kind);
        if (field is { Minimum: null, Maximum: null })
            return matcher;
        JsonObject Range()
        {
            var range = new JsonObject();
            if (field.Minimum is { } least)
                range["minimum"] = least;
            if (field.Maximum is { } most)
                range["maximum"] = most;
            return range;
        }

        return new JsonObject
        {
            ["allOf"] = new JsonArray(matcher, new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    [MatcherFields.Min.Name] = Range(),
                    [MatcherFields.Max.Name] = Range(),
                    [MatcherFields.OneOf.Name] = new JsonObject { ["items"] = Range() },
                },
            }),
        };
    }

    private static JsonObject OwnKeys() => new() { [Spellings.OwnKeys] = true };

    private static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
