using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>Anchors, aliases and merge keys.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("x: &n {a: 1, b: 2}\ny:\n  <<: *n\n  b: 3\n", "{b:3,a:1}")]
    [InlineData("x: &n {a: 1, b: 2}\ny:\n  b: 3\n  <<: *n\n", "{b:3,a:1}")]
    [InlineData("x: &n {a: 1}\ny: {<<: *n, c: 4}\n", "{c:4,a:1}")]
    [InlineData("x: [&n {a: 1, b: 2}, &m {b: 3, c: 4}]\ny:\n  <<: [*n, *m]\n", "{a:1,b:2,c:4}")]
    [InlineData("x: [&n {a: 1, b: 2}, &m {b: 3, c: 4}]\ny:\n  <<: [*m, *n]\n", "{b:3,c:4,a:1}")]
    [InlineData("x: [&n {a: 1, b: 2}, &m {b: 3, c: 4}]\ny:\n  <<: *n\n  <<: *m\n", "{a:1,b:2,c:4}")]
    [InlineData("x: [&n {a: 1}, &m {<<: *n, b: 2}]\ny:\n  <<: *m\n  c: 3\n", "{c:3,b:2,a:1}")]
    [InlineData("y:\n  <<: {a: 1}\n  b: 2\n", "{b:2,a:1}")]
    [InlineData("y:\n  <<: []\n  b: 2\n", "{b:2}")]
    [InlineData("y:\n  <<: {}\n  b: 2\n", "{b:2}")]
    [InlineData("x: &n {a: null}\ny:\n  <<: *n\n", "{a:null}")]
    [InlineData("x: &n {a: 1}\ny:\n  <<: *n\n  a: null\n", "{a:null}")]
    [InlineData("y:\n  \"<<\": 1\n  '<<': 2\n", "{<<:'1}")]
    public void A_merge_key_brings_what_is_not_there_already(string text, string expected)
    {
        var merged = Trees.At(Trees.ReadOne(text), "y");
        Assert.Equal(expected.Replace("'", ""), Trees.Outline(merged));
    }

    [Fact]
    public void What_is_merged_is_not_repeated()
    {
        var merged = Assert.IsType<MappingNode>(Trees.At(Trees.ReadOne("x: &n {a: 1, b: 2}\ny:\n  <<: *n\n  a: 3\n  <<: *n\n"), "y"));
        Assert.Empty(merged.Repeated);
    }

    [Fact]
    public void What_a_mapping_repeats_itself_stays_repeated()
    {
        var mapping = Assert.IsType<MappingNode>(Trees.ReadOne("a: 1\nb: 2\na: 3\na: 4\n"));
        Assert.Equal("{a:1,b:2}", Trees.Outline(mapping));
        Assert.Equal(["3", "4"], mapping.Repeated.Select(entry => ((ScalarNode)entry.Value).Text));
    }

    [Fact]
    public void Large_mappings_tell_repeated_keys_apart_too()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"k{i % 150}: {i}\n"));
        var mapping = Assert.IsType<MappingNode>(Trees.ReadOne(text));
        Assert.Equal(150, mapping.Entries.Count);
        Assert.Equal(50, mapping.Repeated.Count);
    }

    [Theory]
    [InlineData("a: &n 1\nb: *n\n", "{a:1,b:1}")]
    [InlineData("a: &n 1\nb: &n 2\nc: *n\n", "{a:1,b:2,c:2}")]
    [InlineData("a: &n [1, {b: 2}]\nc: [*n, *n]\n", "{a:[1,{b:2}],c:[[1,{b:2}],[1,{b:2}]]}")]
    [InlineData("&k a: 1\nb: *k\n*k : 2\n", "{a:1,b:a}")]
    [InlineData("{a: &n x, b: *n, c: &m y, d: *m}\n", "{a:x,b:x,c:y,d:y}")]
    [InlineData("{a: &n 'x' , \"b\": &m [1], c: *m}\n", "{a:'x,b:[1],c:[1]}")]
    [InlineData("[&n x, *n, &m {a: *n}]\n", "[x,x,{a:x}]")]
    [InlineData("a: &é-1.x 1\nb: *é-1.x\n", "{a:1,b:1}")]
    [InlineData("a: &n\nb: *n\n", "{a:,b:}")]
    [InlineData("- &n\n  a: 1\n- *n\n", "[{a:1},{a:1}]")]
    public void An_alias_stands_for_what_its_anchor_marks(string text, string expected) => Assert.Equal(expected, Trees.Outline(Trees.ReadOne(text)));

    [Fact]
    public void Anchors_end_with_their_document() => Assert.Equal(
        ["5,5-5,7 ATL1001 not valid YAML: the alias '*n' has no anchor '&n' before it; the one there is belongs to another document, and anchors end at '---'"],
        Trees.Check("x-a: &n 1\ntasks: []\n---\ntasks:\n  - *n\n"));

    [Theory]
    [InlineData("x-a: &a [*a]\ntasks: []\n", "1,10-1,12 ATL1001 the alias '*a' stands inside of its own anchor, so its value would never end")]
    [InlineData("x-a: &a\n  b: {c: [*a]}\ntasks: []\n", "2,11-2,13 ATL1001 the alias '*a' stands inside of its own anchor, so its value would never end")]
    [InlineData("x-a: &a {<<: *a}\ntasks: []\n", "1,14-1,16 ATL1001 the alias '*a' stands inside of its own anchor, so its value would never end")]
    [InlineData("tasks: &t [*t]\n", "1,12-1,14 ATL1001 the alias '*t' stands inside of its own anchor, so its value would never end")]
    public void An_alias_inside_of_its_own_anchor_is_refused(string text, string expected) => Assert.Equal([expected], Trees.Check(text));

    [Theory]
    [InlineData("<<: 3\n", "1,5-1,6 ATL1001 '<<' merges mappings, but this is a number")]
    [InlineData("<<: [{x-a: 1}, b]\n", "1,16-1,17 ATL1001 '<<' merges mappings, but this is text")]
    [InlineData("<<: [[{x-a: 1}]]\n", "1,6-1,16 ATL1001 '<<' merges mappings, but this is a list")]
    [InlineData("<<:\n", "1,1-1,3 ATL1001 '<<' merges mappings, but this is null")]
    [InlineData("<<: ~\n", "1,5-1,6 ATL1001 '<<' merges mappings, but this is null")]
    public void Only_mappings_can_be_merged(string merge, string expected) => Assert.Equal([expected], Trees.Check(merge + "tasks: []\n"));
}
