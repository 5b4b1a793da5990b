using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>The definitions of a schema. Each is created when it is first referred to, and they are written in that order.</summary>
internal sealed class Definitions(SchemaDraft draft)
{
    private readonly List<(string Name, Func<JsonObject> Make)> all = [];

    /// <summary>The version of JSON Schema.</summary>
    internal SchemaDraft Draft { get; } = draft;

    /// <summary><c>${VAR}</c>, for any value.</summary>
    internal JsonObject Variable => Ref("variable", () => new JsonObject
    {
        ["$comment"] = "A value that the environment gives: ${VAR} or ${VAR:default}",
        ["type"] = "string",
        ["pattern"] = Spellings.Variable,
        ["patternErrorMessage"] = "neither a value of the right kind nor a variable such as ${VAR}",
    });

    /// <summary>A value that is there, even if it is empty.</summary>
    internal JsonObject There => Ref("there", () => new JsonObject
    {
        ["$comment"] = "A value, and not null",
        ["type"] = new JsonArray("string", "number", "boolean", "object", "array"),
        ["errorMessage"] = "a value is needed here",
    });

    /// <summary>A value that is certainly present: neither null or empty, nor left to a variable.</summary>
    internal JsonObject Given => Ref("given", () => new JsonObject
    {
        ["$comment"] = "A value that is there for certain: neither none nor left to a variable",
        ["not"] = Ref("none", None),
    });

    /// <summary>A text that is certainly not blank, whatever the values of variables are.</summary>
    internal JsonObject GivenText => Ref("given-text", () => new JsonObject
    {
        ["type"] = new JsonArray("string", "number", "boolean"),
        ["pattern"] = Spellings.FilledAndFixed,
    });

    /// <summary>Refuses any value that is certainly present.</summary>
    /// <param name="why">The message in an editor.</param>
    internal JsonObject Nothing(string why) => Refuse(Given, why);

    /// <summary>Refuses a value that fits a schema, which must not permit null.</summary>
    /// <param name="why">The message in an editor.</param>
    internal static JsonObject Refuse(JsonObject value, string why) => new()
    {
        ["if"] = value,
        ["then"] = new JsonObject { ["type"] = "null", ["errorMessage"] = why },
    };

    private JsonObject None() => new()
    {
        ["$comment"] = "Nothing, or what a variable may leave empty",
        ["type"] = new JsonArray("null", "array", "object", "string"),
        ["items"] = Variable,
        ["maxProperties"] = 0,
        ["pattern"] = Spellings.BlankOrVariable,
    };

    /// <summary>Whether an enum field has one of some words.</summary>
    /// <param name="bits">The words, by the bits of their positions.</param>
    internal JsonObject Is(FieldSpec field, int bits)
    {
        var words = Spellings.Words(field.Enum!, bits);
        var name = $"{field.Name}-is-{string.Join("-or-", words)}".Replace('_', '-').ToLowerInvariant();
        return Ref(name, () => Has(field, new JsonObject { ["type"] = "string", ["pattern"] = Spellings.Pattern(words) }));
    }

    /// <summary>A mapping in which a field is there and fits a schema.</summary>
    internal static JsonObject Has(FieldSpec field, JsonObject value) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(field.Name),
        ["properties"] = new JsonObject { [field.Name] = value },
    };

    /// <summary>A reference to a definition.</summary>
    internal JsonObject Ref(string name, Func<JsonObject> make)
    {
        name = name.ToLowerInvariant().Replace(' ', '-');
        if (!all.Exists(one => one.Name == name))
            all.Add((name, make));
        return new JsonObject { ["$ref"] = $"#/{Draft.Definitions}/{name}" };
    }

    /// <summary>All definitions that are referred to.</summary>
    internal JsonObject Make()
    {
        var made = new JsonObject();
        // Making one may add others.
        for (var i = 0; i < all.Count; i++)
            made[all[i].Name] = all[i].Make();
        return made;
    }
}
