using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Fuzz;

/// <summary>Makes an input of a seed: a few changes as slips of the hand and of merges make them, and some that no hand makes.</summary>
/// <param name="random">Decides; the same number gives the same input on every machine.</param>
internal sealed class Mutation(Random random)
{
    private const int MostChanges = 6;
    private const int Longest = 40_000;

    /// <summary>An input.</summary>
    internal string Of(IReadOnlyList<string> seeds)
    {
        var text = Any(seeds);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            text = Change(text, seeds);
        text = text.Length > Longest ? text[..Longest] : text;
        // Half of a pair of surrogates, as a cut leaves it, is no text that a file can hold.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>An input that is JSON still: of a seed, with members and entries that are gone, doubled, under other names or of other kinds.</summary>
    internal string OfJson(IReadOnlyList<string> seeds)
    {
        // Some seeds are several values one behind the other, of which a reader of one value makes nothing.
        var root = JsonNode.Parse(Any([.. seeds.Where(IsOneValue)]))!;
        for (var changes = random.Next(1, MostChanges + 1); changes > 0 && root.ToJsonString().Length <= Longest; changes--)
        {
            List<JsonNode> parts = [.. Parts(root)];
            if (parts.Count > 0)
                Change(parts[random.Next(parts.Count)], () => parts[random.Next(parts.Count)].DeepClone());
        }

        return root.ToJsonString();
    }

    private static bool IsOneValue(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        var values = 0;
        while (reader.Read())
        {
            reader.Skip();
            values++;
        }

        return values == 1;
    }

    private static IEnumerable<JsonNode> Parts(JsonNode? node) => node switch
    {
        JsonObject mapping => [mapping, .. mapping.SelectMany(member => Parts(member.Value))],
        JsonArray list => [list, .. list.SelectMany(Parts)],
        _ => [],
    };

    private void Change(JsonNode part, Func<JsonNode> other)
    {
        var value = random.Next(4) == 0 ? other() : Value();
        if (part is JsonArray { Count: > 0 } list)
        {
            var at = random.Next(list.Count);
            if (random.Next(2) == 0)
                list.Insert(at, random.Next(2) == 0 ? value : list[at]?.DeepClone());
            else if (random.Next(2) == 0)
                list.RemoveAt(at);
            else
                list[at] = value;
        }
        else if (part is JsonObject { Count: > 0 } mapping)
        {
            var name = mapping.ElementAt(random.Next(mapping.Count)).Key;
            var removed = random.Next(3) == 0 ? mapping[name]?.DeepClone() : value;
            if (random.Next(2) == 0)
                mapping.Remove(name);
            mapping[random.Next(2) == 0 ? name : Any(Seeds.Members)] = removed;
        }
    }

    private JsonNode? Value() => random.Next(9) switch
    {
        0 => null,
        1 => true,
        2 => 0.5,
        3 => -1,
        4 => "",
        5 => new JsonArray(),
        6 => new JsonObject(),
        _ => Any(Seeds.Pieces),
    };

    private string Change(string text, IReadOnlyList<string> seeds) => random.Next(16) switch
    {
        0 => WithLines(text, lines => lines.RemoveAt(random.Next(lines.Count))),
        1 => WithLines(text, lines => lines.Insert(random.Next(lines.Count + 1), lines[random.Next(lines.Count)])),
        2 => WithLines(text, lines =>
        {
            var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
            (lines[one], lines[other]) = (lines[other], lines[one]);
        }),
        3 => WithLine(text, line => new string(' ', random.Next(1, 5)) + line),
        4 => WithLine(text, line => line.StartsWith(' ') ? line[Math.Min(random.Next(1, 5), line.Length - line.TrimStart().Length)..] : line),
        5 => WithLine(text, line => line + (random.Next(2) == 0 ? " # note " : "# note ") + random.Next(100)),
        6 => WithLines(text, lines => lines.Insert(random.Next(lines.Count + 1), new string(' ', random.Next(0, 9)) + "# remark " + random.Next(100))),
        7 => WithLine(text, line => line.Length == 0 ? line : line.Remove(random.Next(line.Length), 1)),
        8 => WithLine(text, line => line.Insert(random.Next(line.Length + 1), Any(Seeds.Pieces))),
        9 => text.Insert(random.Next(text.Length + 1), Any(Seeds.Pieces)),
        10 => WithLine(text, line => Indent(line) + Any(Seeds.Pieces)),
        11 => WithLine(text, line => line.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? line[..(colon + 2)] + Any(Seeds.Pieces).TrimEnd('\n') : line),
        12 => WithLine(text, Slip),
        13 => Spliced(text, Any(seeds)),
        14 => text[..random.Next(text.Length + 1)],
        _ => random.Next(8) switch
        {
            0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 => text.TrimEnd('\n'),
            2 => text.Insert(random.Next(text.Length + 1), new string(Any("[{(#-? \"'".Select(c => c.ToString()).ToList())[0], random.Next(1, 300))),
            3 => text + "---\n" + Any(seeds),
            4 => text.Replace("  ", "    ", StringComparison.Ordinal),
            5 => "\uFEFF" + text,
            6 => text.Replace(": ", ":\n          ", StringComparison.Ordinal),
            _ => text.Replace("evaluators:", "evaluators:\nevaluators:", StringComparison.Ordinal),
        },
    };

    // Two letters swapped, one doubled, one in capitals.
    private string Slip(string line)
    {
        if (line.Length < 3)
            return line;
        var at = random.Next(line.Length - 1);
        return random.Next(3) switch
        {
            0 => new StringBuilder(line) { [at] = line[at + 1], [at + 1] = line[at] }.ToString(),
            1 => line.Insert(at, line[at].ToString()),
            _ => new StringBuilder(line) { [at] = char.ToUpperInvariant(line[at]) }.ToString(),
        };
    }

    private string Spliced(string text, string other)
    {
        var (lines, others) = (text.Split('\n'), other.Split('\n'));
        return string.Join('\n', lines.Take(random.Next(lines.Length + 1)).Concat(others.Skip(random.Next(others.Length))));
    }

    private static string WithLines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    private string WithLine(string text, Func<string, string> change) => WithLines(text, lines =>
    {
        var at = random.Next(lines.Count);
        lines[at] = change(lines[at]);
    });

    private static string Indent(string line) => line[..(line.Length - line.TrimStart(' ').Length)];

    private string Any(IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
