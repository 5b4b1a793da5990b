using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Generator;

/// <summary>The plain methods of a builder: those that follow from the kind of a field.</summary>
internal static class BuilderMethods
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];
    private static readonly string[] Counts = ["no", "one", "two", "three", "four", "five", "six"];

    private static readonly Argument Configure = new("Action<ObjectBuilder>", "configure", "Sets the fields of the mapping.");

    /// <summary>The methods, in the order of the schema.</summary>
    internal static IEnumerable<Method> Of(BuilderRow builder)
    {
        var fields = builder.Spec?.Fields.Where(field => field.Role != FieldRole.ServerManaged) ?? [];
        return fields.SelectMany(field => OfField(new FieldTexts(builder.RowOf(field)))).Concat(builder.FreeKeys is { } keys ? OfFreeKeys(keys) : []);
    }

    private static IEnumerable<Method> OfField(FieldTexts texts)
    {
        var methods = texts.Row.IsByHand ? [] : WithValue(texts).ToList();
        if (texts.Row.AlsoNamed is { } other)
            methods.AddRange(methods.Select(method => method with { Name = other }).ToList());
        var field = texts.Field;
        return field is { IsScalar: false, Role: FieldRole.Managed, NameOf: null } ? methods.Append(Unset(texts)) : methods;
    }

    private static IEnumerable<Method> WithValue(FieldTexts texts)
    {
        var field = texts.Field;
        return field.Kind switch
        {
            ValueKind.Text => Single(texts, "string?", "TextMatcher"),
            ValueKind.Number => Single(texts, "double?", "NumberMatcher"),
            ValueKind.Integer => Single(texts, "long?", "NumberMatcher"),
            ValueKind.Boolean => [Value(texts, field.Role == FieldRole.Managed ? "bool?" : "bool", "true")],
            ValueKind.Enum => Words(texts),
            ValueKind.Object or ValueKind.AnyMap => [Mapping(texts)],
            ValueKind.Any => [Value(texts, "string?"), Mapping(texts)],
            ValueKind.TextList => List(texts),
            ValueKind.NumberMap => Entries(texts, "double", "NumberMatcher"),
            ValueKind.TextMap => [.. Entries(texts, "string?", "TextMatcher"), .. Pairs(texts)],
            // An entry of these has arguments of its own: their methods are written by hand.
            ValueKind.ObjectList or ValueKind.AnyList => [],
            _ => throw new InvalidOperationException($"no builder has a method for {field.Kind}, which '{field.Name}' is"),
        };
    }

    private static IEnumerable<Method> Single(FieldTexts texts, string type, string matcher) =>
        texts.Field.TakesMatcher ? [Value(texts, type), Matcher(texts, matcher)] : [Value(texts, type)];

    private static Method Value(FieldTexts texts, string type, string? fallback = null) => Method.Of(
        texts.Method, $"Sets {texts.Tag}: {texts.Clause}.", texts.Attribute(),
        [new(type, texts.ArgumentName, texts.ArgumentText(isNullable: type.EndsWith('?'))) { Default = fallback }],
        [$"mapping.Set({texts.Constant}, ScalarNode.Of({texts.ArgumentName}), new(file, line));"]);

    private static Method Matcher(FieldTexts texts, string type) => Method.Of(
        texts.Method, $"Accepts any fitting value for {texts.Tag}: {texts.Clause}.", texts.Attribute(),
        [new(type, texts.ArgumentName, FieldTexts.Matcher)],
        [$"mapping.Set({texts.Constant}, {texts.ArgumentName}.ToNode(new(file, line)), new(file, line));"]);

    private static IEnumerable<Method> Words(FieldTexts texts)
    {
        var type = texts.Row.EnumType ?? throw new InvalidOperationException($"no enum in C# is known for '{texts.Field.Name}'");
        var value = Value(texts, type);
        return
        [
            value with { Arguments = [value.Arguments[0] with { Text = $"The {texts.ArgumentName}." }] },
            Value(texts, "string?") with { Summary = $"Sets {texts.Tag} to a word that is known only as a text: {texts.Clause}." },
            Matcher(texts, "TextMatcher"),
        ];
    }

    private static Method Mapping(FieldTexts texts) => Method.Of(
        texts.Method, $"Sets {texts.Tag}: {texts.Clause}.", texts.Attribute("Object"),
        [Configure with { Type = $"Action<{BuilderTable.TypeOf(texts.Field)}>" }],
        ["Needed.Argument(configure, nameof(configure));", $"configure(new(mapping.SetMapping({texts.Constant}, new(file, line))));"],
        "<paramref name=\"configure\"/> is null.");

    private static Method Unset(FieldTexts texts) => Method.Of(
        texts.Row.UnsetMethod ?? "No" + Names.Pascal(texts.Field.Name), $"Requires {texts.Tag} to be unset on the live task.",
        $"[TaskConstant({texts.Constant}, null)]", [], [$"mapping.SetNull({texts.Constant}, new(file, line));"]);

    private static IEnumerable<Method> List(FieldTexts texts)
    {
        var (one, many) = (texts.ArgumentName, texts.ArgumentName + "s");
        var text = texts.ArgumentText(isNullable: false);
        yield return Append($"Sets {texts.Tag} to an empty list, unless other calls add to it: {texts.Clause}.", [], "[]");
        for (var count = 1; count < Ordinals.Length; count++)
        {
            Argument[] arguments = count == 1 ? [new("string?", one, texts.ArgumentText(texts.Row.IsNullWhenNull))]
                : [.. Ordinals.Take(count).Select(name => new Argument("string?", name, text))];
            var appended = Append(Adds(Counts[count]), arguments, $"[{string.Join(", ", arguments.Select(argument => argument.Name))}]");
            yield return count > 1 || !texts.Row.IsNullWhenNull ? appended : appended with
            {
                // Null could be an empty list or a text without it.
                Attributes = [.. appended.Attributes, "[OverloadResolutionPriority(1)]"],
                Body = [$"if ({one} is null)", $"    mapping.SetNull({texts.Constant}, new(file, line));", "else", $"    {appended.Body[0]}"],
            };
        }

        var each = $"The entries, each of them {char.ToLowerInvariant(text[0])}{text[1..]}";
        yield return Append(Adds("any number of"), [new("IEnumerable<string?>", many, each)], $"Needed.Argument({many}, nameof({many}))")
            with
        { Throws = $"<paramref name=\"{many}\"/> is null." };
        var named = string.Join(", ", Ordinals);
        yield return Method.Of(
            texts.Method,
            $"{Adds("six or more")} The compiler cannot tell the line of this call: the entries appear at the line of the builder's call before it.",
            texts.Attribute("Texts"),
            [.. Ordinals.Select(name => new Argument("string?", name, text)), new("params string?[]", "more", "Further ones.")],
            [$"string?[] all = [{named}, .. Needed.Argument(more, nameof(more))];", $"mapping.Append({texts.Constant}, all, mapping.Latest);"],
            "<paramref name=\"more\"/> is null.") with
        { HasCaller = false };

        string Adds(string number) =>
            $"Adds {number} {(number == "one" ? "entry" : "entries")} to {texts.Tag}: {texts.Clause}. Several calls add to one list.";

        Method Append(string summary, Argument[] arguments, string values) =>
            Method.Of(texts.Method, summary, texts.Attribute("Texts"), arguments, [$"mapping.Append({texts.Constant}, {values}, new(file, line));"]);
    }

    private static IEnumerable<Method> Entries(FieldTexts texts, string type, string matcher)
    {
        var (key, value) = (texts.Row.KeyName, texts.ArgumentName);
        var clause = $"{texts.Clause}. Entries that the live task has besides are drift.";
        yield return Entry($"Adds to {texts.Tag}: {clause}", new(type, value, texts.ArgumentText(isNullable: false)), $"ScalarNode.Of({value})");
        yield return Entry(
            $"Adds to {texts.Tag}, with any fitting value: {clause}", new(matcher, value, FieldTexts.Matcher), $"{value}.ToNode(new(file, line))");

        Method Entry(string summary, Argument argument, string node) => Method.Of(
            texts.Method, summary, texts.Attribute("Entry"), [new("string", key, texts.Row.KeyText + "."), argument],
            [$"mapping.AddEntry({texts.Constant}, Needed.Argument({key}, nameof({key})), {node}, new(file, line));"],
            $"<paramref name=\"{key}\"/> is null.");
    }

    private static IEnumerable<Method> Pairs(FieldTexts texts)
    {
        var (key, value) = (texts.Row.KeyName, texts.ArgumentName);
        var pair = $"(string {Names.Pascal(key)}, string? {Names.Pascal(value)})";
        for (var count = 1; count <= 4; count++)
        {
            var names = Ordinals.Take(count).ToList();
            yield return Add(
                count == 1 ? "a pair" : "pairs", [.. names.Select(name => new Argument(pair, name, $"A {key}, and its {value}."))],
                $"[{string.Join(", ", names)}]", $"A {key} is null.");
        }

        var many = value + "s";
        var (each, needed) = ($"Each {key} with its {value}.", $"Needed.Argument({many}, nameof({many}))");
        var thrown = $"<paramref name=\"{many}\"/> or a {key} is null.";
        yield return Add("pairs", [new($"IEnumerable<{pair}>", many, each)], needed, thrown);
        Argument dictionary = new("IEnumerable<KeyValuePair<string, string?>>", many, each);
        yield return Add("a dictionary", [dictionary], $"{needed}.Select(one => (one.Key, one.Value))", thrown);

        Method Add(string what, Argument[] arguments, string entries, string throws) => Method.Of(
            texts.Method, $"Adds to {texts.Tag}, as {what}: {texts.Clause}.", texts.Attribute("Entries"), arguments,
            [$"mapping.AddEntries({texts.Constant}, {entries}, new(file, line));"], throws);
    }

    private static IEnumerable<Method> OfFreeKeys(FreeKeys keys)
    {
        const string Key = "Needed.Argument(key, nameof(key))";
        (string Type, string Word, string Text)[] kinds =
        [
            ("string?", "a text", "The text, or null."), ("double", "a number", "The number."), ("long", "a whole number", "The number."),
            ("bool", "a truth value", "The truth value."),
        ];
        foreach (var (type, word, text) in kinds)
            yield return Set("", word, [new(type, "value", text)], [$"mapping.SetFree({Key}, ScalarNode.Of(value), new(file, line));"]);
        yield return Filled("", "a mapping", "Object", "SetFreeMapping", Configure);
        yield return Filled("List", "a list", "List", "SetFreeList", new("Action<ListBuilder>", "configure", "Adds the values of the list."));
        yield return Set("Null", "null", [], [$"mapping.SetFree({Key}, ScalarNode.Of((string?)null), new(file, line));"]);

        Method Filled(string suffix, string word, string use, string call, Argument configure) => Set(
            suffix, word, [configure with { Attribute = $"[TaskField(\"\", Use = FieldUse.{use})] " }],
            ["Needed.Argument(configure, nameof(configure));", $"configure(new(mapping.{call}({Key}, new(file, line))));"])
            with
        { Throws = "<paramref name=\"key\"/> or <paramref name=\"configure\"/> is null." };

        Method Set(string suffix, string word, Argument[] values, string[] body) => Method.Of(
            keys.Method + suffix, $"Sets {keys.What} to {word}.", "[TaskField(\"\", Use = FieldUse.Entry)]",
            [new("string", "key", keys.KeyText + "."), .. values], body, "<paramref name=\"key\"/> is null.");
    }
}
