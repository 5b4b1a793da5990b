using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing.Generation;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>Says the same task in other words: everything that a comparison has to take for equal.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="isDeclared">Whether the task is declared: then fields may be left out, and references made by name.</param>
internal sealed class Respelling(Random random, bool isDeclared)
{
    private readonly RespelledValues values = new(random);
    private readonly Dictionary<(ResourceKind Kind, string Name), string> named = [];

    /// <summary>How often a declaration leaves a field out.</summary>
    internal double LeftOut { get; init; }

    /// <summary>How often a declaration refers by name.</summary>
    internal double ByName { get; init; }

    /// <summary>Whether what says none stays as it is: a list that lost its entries is no null.</summary>
    internal bool KeepsNone { get; init; }

    /// <summary>The same task in other words.</summary>
    internal JsonObject Of(JsonObject task) => Object(TaskFields.Spec, task);

    /// <summary>Finds what the respelled declaration names.</summary>
    internal NameResolution Resolve(ResourceKind kind, string name) =>
        named.TryGetValue((kind, name), out var id) ? new NameResolution.Found(id) : new NameResolution.Unresolved(new LiveFailure($"no {kind} '{name}'", IsShared: false));

    private JsonObject Object(ObjectSpec spec, JsonObject own)
    {
        var members = new List<KeyValuePair<string, JsonNode?>>();
        foreach (var (name, value) in own)
        {
            if (spec.Find(name) is not { } field)
            {
                if (!IsLeftOut())
                    members.Add(new(name, values.Free(value, Equality.ByKind)));
            }
            else if (field.Role == FieldRole.ServerManaged)
            {
                if (!isDeclared || !IsLeftOut())
                    members.Add(new(name, isDeclared ? "an old value" : value?.DeepClone()));
            }
            else if (field.IsKey || !IsLeftOut())
            {
                members.AddRange(Field(spec, field, value, own));
            }
        }

        // An empty mapping says "none"; one that leaves everything out is not there at all.
        if (members.Count == 0 && own.Count > 0)
            members.AddRange(own.Take(1).Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone())));
        var order = members.ToArray();
        random.Shuffle(order);
        return new JsonObject(order);
    }

    private bool IsLeftOut() => isDeclared && random.NextDouble() < LeftOut;

    private IEnumerable<KeyValuePair<string, JsonNode?>> Field(ObjectSpec spec, FieldSpec field, JsonNode? value, JsonObject owner)
    {
        if (JsonTasks.IsNone(field, value, owner))
        {
            var spelling = KeepsNone ? (IsThere: true, Value: value?.DeepClone()) : values.None(field, owner);
            return spelling.IsThere ? [new(field.Name, spelling.Value)] : [];
        }

        if (isDeclared && spec.NameTwinOf(field) is { } byName && random.NextDouble() < ByName)
            return [new(byName.Name, Named(field, value!, owner))];
        return [new(field.Name, Value(field, value!))];
    }

    private JsonNode Named(FieldSpec field, JsonNode value, JsonObject owner)
    {
        // An evaluator's name is the one that the live task tells.
        if (field == EvaluatorFields.EvaluatorId)
            return owner[EvaluatorFields.EvaluatorName.Name]!.DeepClone();
        return value is JsonArray list ? new JsonArray([.. list.Select(item => Name(field, (string)item!))]) : Name(field, (string)value!);
    }

    private JsonNode Name(FieldSpec field, string id)
    {
        var name = $"the {field.Refers} #{id}";
        named[(field.Refers!, name)] = id;
        return name;
    }

    private JsonNode Value(FieldSpec field, JsonNode value) => (field.Kind, value) switch
    {
        (ValueKind.Enum, _) => values.Word((string)value!),
        (ValueKind.Number or ValueKind.Integer, _) => values.Number(value),
        (ValueKind.Text, _) when field.Equality == Equality.Filter => values.Filter((string)value!),
        (ValueKind.Text, _) when !field.IsKey && field.Refers is null => values.Text((string)value!),
        (ValueKind.Object, JsonObject mapping) => Object(field.Object!, mapping),
        (ValueKind.ObjectList, JsonArray list) => Ordered(field, list.Select(item => Object(field.Object!, item!.AsObject()))),
        (ValueKind.TextList, JsonArray list) => Ordered(field, list.Select(item => item!.DeepClone())),
        (ValueKind.TextMap, JsonObject mapping) => values.Mapping(mapping, item => values.Text((string)item!), mayHaveNull: true),
        (ValueKind.NumberMap, JsonObject mapping) => values.Mapping(mapping, item => values.Number(item!), mayHaveNull: !isDeclared),
        (ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any, _) => values.Free(value, field.Equality)!,
        _ => value.DeepClone(),
    };

    private JsonArray Ordered(FieldSpec list, IEnumerable<JsonNode> items)
    {
        var order = items.ToArray();
        if (list.Order != ListOrder.Ordered)
            random.Shuffle(order);
        return new JsonArray(order);
    }
}

/// <summary>Says single values in other words.</summary>
internal sealed class RespelledValues(Random random)
{
    /// <summary>Another way to say that a field has no value.</summary>
    internal (bool IsThere, JsonNode? Value) None(FieldSpec field, JsonObject owner)
    {
        switch (random.Next(4))
        {
            case 0:
                return (false, null);
            case 1:
                return (true, null);
        }

        return field.Kind switch
        {
            ValueKind.Object or ValueKind.TextMap or ValueKind.NumberMap or ValueKind.AnyMap => (true, new JsonObject()),
            ValueKind.ObjectList or ValueKind.TextList or ValueKind.AnyList => (true, new JsonArray()),
            ValueKind.Boolean when field.FalseIsNone => (true, false),
            ValueKind.Text when field.Equality == Equality.LoneFilter => (true, JsonTasks.LoneFilterOf(owner) ?? ""),
            ValueKind.Text when field.Equality is Equality.BlankIsNone or Equality.Filter => (true, ""),
            _ => (true, null),
        };
    }

    /// <summary>The same word of an enum.</summary>
    internal string Word(string word) => random.Next(6) switch
    {
        0 => word.ToLowerInvariant(),
        1 => word.Replace("_", "", StringComparison.Ordinal),
        2 => word.Replace('_', '-').ToLowerInvariant(),
        3 => string.Concat(word.Split('_').Select(part => part[0] + part[1..].ToLowerInvariant())),
        _ => word,
    };

    /// <summary>The same number: in other digits, or a float32 round trip away.</summary>
    internal JsonNode Number(JsonNode value)
    {
        var text = value.ToJsonString();
        if (text.AsSpan().ContainsAny("eE"))
            return value.DeepClone();
        if (!text.Contains('.', StringComparison.Ordinal))
            return JsonNodes.Number(random.Next(3) switch { 0 => text + ".0", 1 => text + "e0", _ => text });
        var stored = float.Parse(text, CultureInfo.InvariantCulture);
        return JsonNodes.Number(random.Next(4) switch
        {
            0 => ((double)stored).ToString("R", CultureInfo.InvariantCulture),
            1 => stored.ToString("R", CultureInfo.InvariantCulture),
            2 => text + "0",
            _ => text,
        });
    }

    /// <summary>The same text with other line endings, with or without a line break at its end.</summary>
    internal string Text(string text) => random.Next(4) switch
    {
        0 => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal),
        1 when text.Length > 0 && text[^1] is not ('\n' or '\r') => text + "\n",
        2 when text.Length > 1 && text[^1] == '\n' && text[^2] is not ('\n' or '\r') => text[..^1],
        _ => text,
    };

    /// <summary>The same filter with other blanks, keywords in other letters, its terms in another order.</summary>
    internal string Filter(string filter) => Text(random.Next(6) switch
    {
        0 => $"(({filter} ))",
        1 => filter.Replace(" = ", "=", StringComparison.Ordinal),
        2 => filter.Replace(" AND ", "\nand  ", StringComparison.Ordinal).Replace(" OR ", " Or ", StringComparison.Ordinal),
        3 => string.Join(" OR ", filter.Split(" OR ").Reverse()),
        4 => $" {filter}\n\n",
        _ => filter,
    });

    /// <summary>The same mapping, in another order.</summary>
    internal JsonObject Mapping(JsonObject mapping, Func<JsonNode?, JsonNode?> value, bool mayHaveNull)
    {
        var members = mapping.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : value(member.Value))).ToList();
        if (mayHaveNull && random.Next(4) == 0)
            members.Add(new("null is none", null));
        if (mayHaveNull && random.Next(2) == 0)
            members.RemoveAll(member => member.Value is null);
        var order = members.ToArray();
        random.Shuffle(order);
        return new JsonObject(order);
    }

    /// <summary>The same value of which the schema knows nothing.</summary>
    internal JsonNode? Free(JsonNode? value, Equality equality)
    {
        switch (value)
        {
            case JsonObject mapping:
                return Mapping(mapping, item => Free(item, equality), mayHaveNull: true);
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Free(item, equality))]);
        }

        return value?.GetValueKind() switch
        {
            JsonValueKind.Number => Number(value),
            JsonValueKind.String => Text(equality == Equality.Placeholders ? Placeholders((string)value!) : (string)value!),
            _ => value?.DeepClone(),
        };
    }

    private string Placeholders(string text) => random.Next(3) switch
    {
        0 => text.Replace("dataset.", "", StringComparison.Ordinal),
        1 => text.Replace("dataset.", "", StringComparison.Ordinal).Replace("{{", "{{dataset.", StringComparison.Ordinal).Replace("{{dataset. ", "{{ dataset.", StringComparison.Ordinal),
        _ => text,
    };
}
