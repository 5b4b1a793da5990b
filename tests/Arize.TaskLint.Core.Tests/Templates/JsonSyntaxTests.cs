using System.Text.Json;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Tests.Templates;

public sealed class JsonSyntaxTests
{
    private const string Sample = """ {"a": [1, -0.5e+10, true, false, null, {}, [], "\u00e9\n\\ é 🧪"], "": {"b": {"c": [[]]}}} """;

    [Theory]
    [InlineData("{}", true)]
    [InlineData(" [ ] ", true)]
    [InlineData("\"\"", true)]
    [InlineData("0", true)]
    [InlineData("-0.0E-1", true)]
    [InlineData(Sample, true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("{", false)]
    [InlineData("[1,]", false)]
    [InlineData("{\"a\": 1,}", false)]
    [InlineData("{'a': 1}", false)]
    [InlineData("{a: 1}", false)]
    [InlineData("{\"a\" 1}", false)]
    [InlineData("[1 2]", false)]
    [InlineData("[}", false)]
    [InlineData("{} {}", false)]
    [InlineData("01", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("+1", false)]
    [InlineData("1e", false)]
    [InlineData("-", false)]
    [InlineData("NaN", false)]
    [InlineData("True", false)]
    [InlineData("nul", false)]
    [InlineData("\"a\nb\"", false)]
    [InlineData("\"\\x\"", false)]
    [InlineData("\"\\u12g4\"", false)]
    [InlineData("\"\\u12", false)]
    [InlineData("\"", false)]
    [InlineData("\"\\", false)]
    [InlineData("// a\n1", false)]
    public void To_the_letter(string text, bool isJson) => Assert.Equal(isJson, JsonSyntax.IsValid(text));

    [Fact]
    public void As_a_JSON_parser_says_of_a_text_with_any_one_character_changed()
    {
        foreach (var c in "\"{}[]:,0 \\-eu.tn\t")
        {
            for (var i = 0; i < Sample.Length; i++)
            {
                foreach (var text in new[] { Sample[..i] + Sample[(i + 1)..], Sample[..i] + c + Sample[i..], Sample[..i] + c + Sample[(i + 1)..] })
                    Assert.True(IsJson(text) == JsonSyntax.IsValid(text), text);
            }
        }
    }

    [Fact]
    public void Depth_is_no_danger() => Assert.True(JsonSyntax.IsValid(new string('[', 1_000_000) + new string(']', 1_000_000)));

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            // A half of a surrogate pair, which is no text.
            return JsonSyntax.IsValid(text);
        }
    }
}
