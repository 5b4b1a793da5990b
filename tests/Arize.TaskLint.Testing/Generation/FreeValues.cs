using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>Texts, numbers, keys and nested values, the awkward ones among them.</summary>
/// <param name="random">Where chance comes from.</param>
public sealed class FreeValues(Random random)
{
    private static readonly string[] Awkward =
    [
        "plain", "two words", "with: colon", "# no comment", "it's", "say \"hi\"", "true", "null", "~", "1.5", "0x1F", "yes", "- dash", "? question",
        "two\nlines", "ends with a line break\n", "first\n\nthird\n", "  indented\n  block", "tab\there", "täxt 日本 🙂", " spaced ", "{{input}}", "{input}",
        "[list]", "{mapping}", "@at", "%percent", "a, b", "&anchor", "*alias", "!tag", "key: value # rest", "costs ${PRICE} or $${PRICE}", "back\\slash",
        "'quoted'", "---", "...", "| pipe", "> fold", "2024-01-31", "=", "<<", "no break space", "line\u2028separator", "1e3", "windows\r\nline", "\u0007bell",
    ];

    private static readonly string[] Words =
        ["answer", "question", "context", "reference", "tone", "customer", "order", "refund", "invoice", "latency", "hallucination", "toxicity", "correct"];

    private static readonly string[] OddKeys = ["a.b", "two words", "it's", "back\\slash", "key]", "[key", "ключ", "1", "true", "a: b", "#1", "a\"b"];

    private int count;

    /// <summary>Some text, perhaps an awkward one; never empty or blank.</summary>
    public string Text() => random.Next(3) switch
    {
        0 => random.OneOf(Awkward),
        1 => $"{random.OneOf(Awkward)} {random.OneOf(Words)}",
        _ => $"{random.OneOf(Words)} {random.OneOf(Words)} {Number()}",
    };

    /// <summary>A text that no other call gives, of the kind that people write into prompts.</summary>
    public string Prompt()
    {
        var placeholder = "{{" + random.OneOf(Words) + "}}";
        return random.Next(3) switch
        {
            0 => $"Prompt {++count}: {placeholder}",
            1 => $"Prompt {++count}\n\nJudge the {random.OneOf(Words)}:\n  {placeholder}\nAnswer in JSON: {{\"label\": \"…\"}}\n",
            _ => $"{Text()} ({++count}) {placeholder}",
        };
    }

    /// <summary>A word that no other call gives.</summary>
    public string Name() => $"{random.OneOf(Words)}_{++count}";

    /// <summary>A key of a free mapping: a word, or an odd one.</summary>
    public string Key() => random.Next(5) == 0 ? random.OneOf(OddKeys) : random.Next(2) == 0 ? random.OneOf(Words) : Name();

    /// <summary>A number as JSON writes it.</summary>
    public string Number() => random.Next(6) switch
    {
        0 => "0",
        1 => random.Next(1, 10).ToString(CultureInfo.InvariantCulture),
        2 => (random.Next(1, 1000) / 100d).ToString(CultureInfo.InvariantCulture),
        3 => (-random.Next(1, 100) / 8d).ToString(CultureInfo.InvariantCulture),
        4 => "1234567890123456789",
        _ => random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A value that only a provider understands; null may be inside, but is not the whole.</summary>
    /// <param name="depth">How deep it may be.</param>
    public JsonNode Value(int depth = 2)
    {
        switch (random.Next(depth > 0 ? 7 : 4))
        {
            case 0:
                return random.Next(2) == 0;
            case 1:
                return JsonNodes.Number(Number());
            case 2 or 3:
                return Text();
            case 4:
                return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Member(depth - 1))]);
            default:
                return Mapping(depth - 1);
        }
    }

    /// <summary>A mapping of free keys to anything.</summary>
    public JsonObject Mapping(int depth = 2)
    {
        var mapping = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
            mapping[Key()] = Member(depth);
        return mapping;
    }

    private JsonNode? Member(int depth) => random.Next(12) == 0 ? null : Value(depth);
}
