using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>JSON is YAML: whatever a JSON writer writes is read as the same values.</summary>
public sealed class JsonTests
{
    public static TheoryData<string> Answers =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Corpus", "ok"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_reads_the_same_however_it_is_laid_out(string file)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Corpus", "ok", file));
        var json = JsonNode.Parse(text);
        var expected = Outline(json);
        Assert.Equal(expected, Trees.Outline(Trees.ReadOne(text)));
        foreach (var options in new JsonSerializerOptions[]
        {
            new() { WriteIndented = false },
            new() { WriteIndented = true },
            new() { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1 },
            new() { WriteIndented = true, NewLine = "\r\n" },
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        })
        {
            Assert.Equal(expected, Trees.Outline(Trees.ReadOne(json!.ToJsonString(options))));
        }
    }

    [Theory]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"a\\u0000b\"", "a\0b")]
    [InlineData("\"\\u2028 \u2028\"", "\u2028 \u2028")]
    [InlineData("\"\\/\\\\\\\"\"", "/\\\"")]
    [InlineData("\"\u007f\"", "\u007f")]
    [InlineData("\"tab\\tnew\\r\\nline\"", "tab\tnew\r\nline")]
    [InlineData("\"trailing spaces  \"", "trailing spaces  ")]
    [InlineData("\" # no comment: [x] {y}, - z\"", " # no comment: [x] {y}, - z")]
    [InlineData("\"---\"", "---")]
    [InlineData("\"\"", "")]
    public void A_string(string written, string expected)
    {
        foreach (var text in new[] { $"{{\"a\":{written}}}", $"{{ \"a\" : {written} }}", $"{{\n\t\"a\"\t:\t{written}\n}}", $"[{written}]" })
        {
            var scalar = Assert.IsType<ScalarNode>(Trees.At(Trees.ReadOne(text), text[0] == '[' ? "0" : "a"));
            Assert.Equal(expected, scalar.Text);
            Assert.False(scalar.IsPlain);
        }
    }

    [Theory]
    [InlineData("0", "a number")]
    [InlineData("-0.5e-7", "a number")]
    [InlineData("1E400", "text")]
    [InlineData("true", "a truth value")]
    [InlineData("null", "null")]
    [InlineData("[]", "a list")]
    [InlineData("{}", "a mapping")]
    public void Another_value(string written, string expected)
    {
        Assert.Equal(expected, Trees.At(Trees.ReadOne($"{{\"a\":{written},\"b\":1}}"), "a").Describe());
        Assert.Equal(expected, Trees.At(Trees.ReadOne($"[1,{written}]"), "1").Describe());
    }

    [Fact]
    public void A_long_line_with_long_strings()
    {
        var long1 = new string('x', 100_000);
        var long2 = string.Concat(Enumerable.Repeat("é\n\"\\", 20_000));
        var text = new JsonArray(new JsonObject { ["a"] = long1, ["b"] = long2 }, new JsonObject { [new string('k', 900)] = 1 }).ToJsonString();
        var root = Trees.ReadOne(text);
        Assert.Equal(long1, Trees.TextAt(root, "0.a"));
        Assert.Equal(long2, Trees.TextAt(root, "0.b"));
        Assert.Equal("1", Trees.TextAt(root, $"1.{new string('k', 900)}"));
    }

    [Theory]
    [InlineData("{\"name\": \"A\"\n \"type\": \"B\"}", "2,2-2,8")]
    [InlineData("{\"name\": \"A\", \"sampling_rate\": 1\n \"type\": \"B\"}", "2,8-2,9")]
    [InlineData("[\"a\"\n \"b\"]", "2,2-2,5")]
    [InlineData("{\"name\": \"A\"}\n{\"name\": \"B\"}", "2,1-2,2")]
    [InlineData("\"name\": \"A\",\n\"type\": \"B\"\n", "1,12-1,13")]
    [InlineData("{\"name\": \"A", "1,10-1,12")]
    [InlineData("{\"name\": \"\\q\"}", "1,10-1,11")]
    [InlineData("{\"name\": \"\\ud83d\"}", "1,10-1,17")]
    [InlineData("{\"name\": \"A\"]", "1,13-1,14")]
    public void What_is_no_JSON_is_told_at_its_place(string text, string place) =>
        Assert.StartsWith($"{place} ATL1001 not valid YAML: ", Assert.Single(Trees.Check(text)), StringComparison.Ordinal);

    private static string Outline(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(",", members.Select(member => member.Key + ":" + Outline(member.Value)))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Outline))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => "'" + value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => throw new InvalidOperationException(),
    };
}
