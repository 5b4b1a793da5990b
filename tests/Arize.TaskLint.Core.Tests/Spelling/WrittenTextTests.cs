using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spelling;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Testing;
using CsCheck;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Tests.Spelling;

/// <summary>That a part of a text is found where it is written in the source, and that where it cannot be found the whole is pointed at.</summary>
public sealed class WrittenTextTests
{
    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Int[0, 11].Select(i => new[] { "name", "=", "'it''s'", "AND", "\"a b\"", "back\\slash", "日本", "🙂", "#no", "a:b", "%like%", "- x" }[i]).Array[1, 25],
        Gen.Int[0, 3].Select(i => new[] { " ", "  ", "\n", "\n  " }[i]).Array[25],
        (words, blanks) => string.Concat(words.Select((word, i) => i == 0 ? word : blanks[i] + word)));

    [Fact]
    public void Every_character_is_found_in_every_style() =>
        Gen.Select(Texts, Gen.Int[0, 4].Select(i => (ScalarStyle)(i + 1)), Gen.Bool, Gen.Int[0, 3]).Sample(
            (text, style, isWindows, depth) =>
            {
                var source = Emit(text, style, depth);
                if (isWindows)
                    source = source.Replace("\n", "\r\n", StringComparison.Ordinal);
                var node = Find(source);
                var written = WrittenText.Of(node);
                var places = Enumerable.Range(0, node.Text.Length).Select(i => written.PlaceOf(i, i + 1)).ToList();
                for (var i = 0; i < node.Text.Length; i++)
                {
                    var c = node.Text[i];
                    var at = source[places[i].Start];
                    Assert.True(i == 0 || places[i].Start >= places[i - 1].Start, source);
                    Assert.True(
                        c == at || (c is ' ' or '\n' && at is '\r' or '\n') || (at == '\\' && places[i].End > places[i].Start + 1),
                        $"character {i} '{c}' stands at {places[i].Start} '{at}' in\n{source}");
                    Assert.True(places[i].End - places[i].Start <= 10, $"character {i} takes {places[i].End - places[i].Start}\n{source}");
                }
            },
            iter: 5000);

    [Theory]
    [InlineData("query_filter: name == 'a'", "1,20-1,22")]
    [InlineData("query_filter: 'name == ''a'''", "1,21-1,23")]
    [InlineData("query_filter: 'name = ''it''''s'' and a == 1'", "1,41-1,43")]
    [InlineData("query_filter: \"\\u006eame\\t\\x3D= 'a'\"", "1,27-1,32")]
    [InlineData("query_filter: \"name = \\\"b\\\" \\\n    AND \\\n\n  a == 1\"", "4,5-4,7")]
    [InlineData("query_filter: 'name = 1\n\n\n  AND  \n  a ==\n  1'", "5,5-5,7")]
    [InlineData("query_filter: name = 1\n    AND a\n    == 1", "3,5-3,7")]
    [InlineData("query_filter:\n    name = 1\n    AND a == 1", "3,11-3,13")]
    [InlineData("query_filter: |\n  name = 1\n    AND a == 1", "3,11-3,13")]
    [InlineData("query_filter: |- # the filter\n\n\n     name = 1\n     AND a == 1\n\n", "5,12-5,14")]
    [InlineData("query_filter: >+\n  name = 1\n  AND\n\n      b = 1 AND\n\n  a == 1\n\n", "7,5-7,7")]
    [InlineData("query_filter: !!str &filter name == 'a'", "1,34-1,36")]
    [InlineData("query_filter: &filter |\n  name == 'a'", "2,8-2,10")]
    [InlineData("query_filter: $${name} == 'a'", "1,15-1,30")]
    [InlineData("{ \"query_filter\": \"name \\u003d= \\u0027a\\u0027\" }", "1,25-1,32")]
    // Where the places of the parts are not known: a variable, and a block that says how far it stands in.
    [InlineData("query_filter: ${FILTER:name == 'a'}", "1,15-1,36")]
    [InlineData("query_filter: ${FILTER:name} == 'a'", "1,15-1,36")]
    [InlineData("query_filter: |1\n  name == 'a'", "1,15-2,14")]
    public void What_is_wrong_is_pointed_at(string field, string place)
    {
        var isFlow = field[0] == '{';
        var text = isFlow ? field[..^2] + ", \"name\": \"a\", \"partial\": true }" : $"{field}\nname: a\npartial: true\n";
        foreach (var source in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal) })
            Assert.Equal(place, Span(Assert.Single(RuleRun.Lint(RuleRun.Read("a.arize.yaml", source)), finding => finding.Rule.Id == "ATL5002").Place));
    }

    [Fact]
    public void Behind_an_alias_the_text_at_the_anchor_is_pointed_at()
    {
        var findings = RuleRun.Lint(RuleRun.Read("a.arize.yaml", "- { name: a, partial: true, query_filter: &f \"name == 'a'\" }\n- { name: b, partial: true, query_filter: *f }\n"));
        Assert.Equal(["1,52-1,54", "1,52-1,54"], findings.Select(finding => Span(finding.Place)));
    }

    [Theory]
    [InlineData("\"name == 'a'\"", 6)]
    [InlineData("\"\\u006eame\\x3d\\'a\\U00000041\"", 10, "name='aA", 4)]
    [InlineData("\"tab\\t\\v\\0\\e x\"", 13, "tab\t\v\0\u001b x", 8)]
    [InlineData("@\"a \"\"b\"\" == 1\"", 10, "a \"b\" == 1", 6)]
    [InlineData("@\"a\n  == 1\"", 6, "a\n  == 1", 4)]
    [InlineData("\"\"\"a \"b\" == 1\"\"\"", 9, "a \"b\" == 1", 6)]
    [InlineData("\"\"\"\"a \"\"\" == 1\"\"\"\"", 10, "a \"\"\" == 1", 6)]
    [InlineData("\"\"\"\n    a = 1\n      AND b == 2\n\n    OR c\n    \"\"\"", 26, "a = 1\n  AND b == 2\n\nOR c", 14)]
    [InlineData("\"\"\"  \r\n\ta = 1\r\n\tAND b == 2\r\n\t\"\"\"", 22, "a = 1\r\nAND b == 2", 13)]
    public void Literals_of_C_sharp_are_read(string literal, int start, string? text = null, int offset = 5)
    {
        text ??= "name == 'a'";
        var file = new SourceFile("a.cs", "x = " + literal + ";");
        var place = WrittenText.Of(new ScalarNode(new Place(file, 4, 4 + literal.Length), text, isPlain: false)).PlaceOf(offset, offset + 1);
        Assert.Equal(4 + start, place.Start);
    }

    [Theory]
    [InlineData("$\"name == '{a}'\"")]
    [InlineData("\"name ==\" + \" 'a'\"")]
    [InlineData("Filters.Name")]
    [InlineData("(\"name == 'a'\")")]
    [InlineData("\"\"\"name == 'a'\"")]
    [InlineData("\"name \\q== 'a'\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"")]
    [InlineData("@\"")]
    [InlineData("\"\"\"\"\"")]
    public void Of_other_code_the_whole_is_pointed_at(string code)
    {
        var whole = new Place(new SourceFile("a.cs", code), 0, code.Length);
        Assert.Equal(whole, WrittenText.Of(new ScalarNode(whole, "name == 'a'", isPlain: false)).PlaceOf(5, 7));
    }

    [Fact]
    public void A_line_that_is_all_that_is_known_is_pointed_at_whole()
    {
        var places = new LinePlaces("a.cs", "class A\n{\n    x.QueryFilter(\"name == 'a'\");\n}\n");
        Assert.Equal(places.Of(3), WrittenText.Of(new ScalarNode(places.Of(3), "name == 'a'", isPlain: false)).PlaceOf(5, 7));
        var gone = new LinePlaces("a.cs", null);
        Assert.Equal(gone.Of(3), WrittenText.Of(new ScalarNode(gone.Of(3), "name == 'a'", isPlain: false)).PlaceOf(5, 7));
        Assert.Equal(Place.None, WrittenText.Of(new ScalarNode(Place.None, "name == 'a'", isPlain: false)).PlaceOf(5, 7));
    }

    [Fact]
    public void No_source_ends_the_reading() => Gen.Select(Gen.String[1, 30], Gen.Int[0, 6]).Sample(
        (text, kind) =>
        {
            var source = new[] { "\"", "'", "|", ">", "@\"", "\"\"\"", "" }[kind] + text;
            for (var end = 1; end <= source.Length; end++)
            {
                _ = YamlSpelling.Read(source, 0, end);
                _ = CSharpSpelling.Read(source, 0, end);
            }
        },
        iter: 20_000);

    private static string Emit(string text, ScalarStyle style, int depth)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(output, new EmitterSettings().WithBestWidth(30));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        for (var i = 0; i < depth; i++)
            emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
        emitter.Emit(new MappingStart());
        emitter.Emit(new Scalar("query_filter"));
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, true, true));
        emitter.Emit(new MappingEnd());
        for (var i = 0; i < depth; i++)
            emitter.Emit(new SequenceEnd());
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return output.ToString();
    }

    private static ScalarNode Find(string source)
    {
        List<Problem> problems = [];
        var root = Assert.Single(YamlTreeReader.Read(new SourceFile("a.arize.yaml", source), _ => null, problems)!);
        while (root is ListNode list)
            root = Assert.Single(list.Items);
        return Assert.IsType<ScalarNode>(Assert.IsType<MappingNode>(root)["query_filter"]);
    }

    private static string Span(Place place)
    {
        var (start, end) = (place.StartPosition, place.EndPosition);
        return $"{start.Line},{start.Column}-{end.Line},{end.Column}";
    }
}
