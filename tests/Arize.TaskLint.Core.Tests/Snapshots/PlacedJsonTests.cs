using System.Globalization;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Tests.Snapshots;

/// <summary>The reader of JSON for the compiler reads what the framework's reads, which the tool uses, and refuses what that refuses.</summary>
public sealed class PlacedJsonTests
{
    private const string Whole = """
        { "tasks": [ { "id": "T\u0031", "name": "a \"b\" \\ \/ \b\f\n\r\t 😀 \ud83d\ude00 é", "rate": -0.25e+2, "none": null,
          "yes": true, "no": false, "list": [], "map": {}, "deep": [[{ "x": [1, 2.50, 0, -0, 1E5] }]] } ], "pagination": { "has_more": false } }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(Whole)]
    [InlineData("[]")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\":}")]
    [InlineData("[1 2]")]
    [InlineData("// why\n[]")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("1x")]
    [InlineData("NaN")]
    [InlineData("True")]
    [InlineData("nul")]
    [InlineData("nullx")]
    [InlineData("\"a")]
    [InlineData("\"\t\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00\"")]
    [InlineData("\"\\ud83d\\u0041\"")]
    [InlineData("\u00a0[]")]
    [InlineData("[]]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void A_text_is_read_or_refused_as_the_framework_does(string text) => AssertSame(text);

    [Fact]
    public void Ten_thousand_broken_texts_are_read_or_refused_as_the_framework_does()
    {
        const string Parts = "{}[],:\"\\ \n\t019.-+eEutrfalsn\u0001é";
        var random = new Random(11);
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder(Whole);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                // Half a pair of characters is no text.
                if (char.IsSurrogate(text[at]))
                    continue;
                if (random.Next(3) > 0)
                    text.Remove(at, 1);
                if (random.Next(3) > 0)
                    text.Insert(at, Parts[random.Next(Parts.Length)]);
            }

            AssertSame(text.ToString());
        }
    }

    [Fact]
    public void Values_behind_each_other_are_all_read() =>
        Assert.Equal(["{}", "[1]", "\"x\""], PlacedJson.ReadAll(new SourceFile("x.json", "{}\n[1] \"x\"\n"), out _).Select(Shown).Select(Plain));

    [Fact]
    public void Each_value_has_its_place()
    {
        var file = new SourceFile("x.json", "{\n  \"tasks\": [ 12 ]\n}");
        var root = (MappingNode)Assert.Single(PlacedJson.ReadAll(file, out _));
        var list = (ListNode)root["tasks"]!;
        Assert.Equal(("x.json:1:1", "x.json:2:12", "x.json:2:14", 2), (root.Place.Text, list.Place.Text, list.Items[0].Place.Text, list.Items[0].Place.End - list.Items[0].Place.Start));
    }

    private static string Plain(string shown) => shown == Quoted("x") ? "\"x\"" : shown;

    private static void AssertSame(string text)
    {
        var expected = Framework(text);
        var values = PlacedJson.ReadAll(new SourceFile("x.json", text), out var problem);
        Assert.True((expected is null) == (problem is not null || values.Count != 1), $"{text}\n{problem?.Reason}");
        if (expected is not null)
            Assert.Equal(expected, Shown(values[0]));
        else if (problem is not null)
            Assert.InRange(problem.Place.Start, 0, text.Length);
    }

    private static string? Framework(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 128 });
            return Shown(document.RootElement);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", Members(value.EnumerateObject().Select(one => (one.Name, Shown(one.Value))))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(Shown)) + "]",
        JsonValueKind.String => Quoted(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string Shown(Node value) => value switch
    {
        MappingNode mapping => "{" + string.Join(",", mapping.Entries.Concat(mapping.Repeated).Select(one => $"{Quoted(one.Key.Text)}:{Shown(one.Value)}").Order(StringComparer.Ordinal)) + "}",
        ListNode list => "[" + string.Join(",", list.Items.Select(Shown)) + "]",
        ScalarNode { IsPlain: true, Text: var text } => text,
        ScalarNode { Text: var text } => Quoted(text),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static IEnumerable<string> Members(IEnumerable<(string Name, string Value)> members) =>
        members.Select(one => $"{Quoted(one.Name)}:{one.Value}").Order(StringComparer.Ordinal);

    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture))) + "\"";
}
