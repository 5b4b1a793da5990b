using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Yaml;

public sealed class EncodingTests
{
    private const string Text = "name: \"é😀\"\ntype: code_evaluation\nproject: bot\nsampling_rate: 25\nevaluators: [{ evaluator: 毒 }]\n";

    private static readonly string[] Findings = ["4,16-4,18 ATL2004 sampling_rate '25' is not between 0 and 1; did you mean 0.25"];

    public static TheoryData<string, int> Encodings => new()
    {
        { "utf-8", 0 },
        { "utf-8", 1 },
        { "utf-16", 1 },
        { "utf-16BE", 1 },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_reads_the_same_in_every_encoding(string encoding, int marks)
    {
        foreach (var text in new[] { Text, Text.Replace("\n", "\r\n"), Text.Replace('\n', '\r') })
        {
            var bytes = Encode(encoding, marks, text);
            Assert.Equal(Findings, Trees.Check(bytes));
            var task = Assert.Single(new DeclarationReader(_ => null).Read("t.yaml", bytes).Tasks);
            Assert.Equal("é😀", task.Name);
            Assert.Equal("毒", Assert.Single(task.EvaluatorList).Evaluator.ByName.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_empty_file_declares_nothing(string encoding, int marks) => Assert.Equal(
        ["1,1-1,1 ATL1001 the file declares nothing: it is empty, or has only comments"],
        Trees.Check(Encode(encoding, marks, "")));

    [Theory]
    [InlineData("a: é\nb: |", "FF", "|\n", "2,4-2,5", "the byte 0xFF")]
    [InlineData("a: é😀|", "E2 82", "|\n", "1,7-1,8", "the bytes 0xE2 0x82")]
    [InlineData("a: |", "C3", "|", "1,4-1,5", "the byte 0xC3")]
    [InlineData("|", "80", "|: 1", "1,1-1,2", "the byte 0x80")]
    [InlineData("a: \uFFFD|", "C0 AF", "|", "1,5-1,6", "the byte 0xC0")]
    [InlineData("a: |", "ED A0 80", "|", "1,4-1,5", "the byte 0xED")]
    [InlineData("a: Caf|", "E9", "| Latin-1\n", "1,7-1,8", "the byte 0xE9")]
    public void Bytes_that_are_no_UTF_8_are_named_at_their_place(string before, string hex, string after, string place, string bytes)
    {
        foreach (var mark in new byte[][] { [], [0xEF, 0xBB, 0xBF] })
        {
            byte[] content = [.. mark, .. Encoding.UTF8.GetBytes(before.TrimEnd('|')), .. Bytes(hex), .. Encoding.UTF8.GetBytes(after.TrimStart('|'))];
            Assert.Equal([$"{place} ATL1001 the file is not valid UTF-8: {bytes} cannot stand here"], Trees.Check(content));
        }
    }

    [Theory]
    [InlineData("utf-16", "00 D8", "2,4-2,5", "the bytes 0x00 0xD8")]
    [InlineData("utf-16", "00 DC", "2,4-2,5", "the bytes 0x00 0xDC")]
    [InlineData("utf-16BE", "D8 00", "2,4-2,5", "the bytes 0xD8 0x00")]
    [InlineData("utf-16BE", "DC 00", "2,4-2,5", "the bytes 0xDC 0x00")]
    public void Half_a_surrogate_pair_in_UTF_16_is_named_at_its_place(string encoding, string hex, string place, string bytes)
    {
        byte[] content = [.. Encode(encoding, 1, "a: é\nb: "), .. Bytes(hex), .. Encode(encoding, 0, "xyz\n")];
        Assert.Equal([$"{place} ATL1001 the file is not valid UTF-16: {bytes} cannot stand here"], Trees.Check(content));
    }

    [Fact]
    public void Half_a_character_at_the_end_of_UTF_16_is_named()
    {
        byte[] content = [.. Encode("utf-16", 1, "a: é\nb: "), 0x78];
        Assert.Equal(["2,4-2,5 ATL1001 the file is not valid UTF-16: the byte 0x78 cannot stand here"], Trees.Check(content));
    }

    [Fact]
    public void A_bad_byte_far_down_is_named_at_its_place()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("# é\n", 100_000))), .. "a: "u8, 0xFF];
        Assert.Equal(["100001,4-100001,5 ATL1001 the file is not valid UTF-8: the byte 0xFF cannot stand here"], Trees.Check(content));
    }

    [Theory]
    [InlineData("name: a\0b\n", "1,8-1,9")]
    [InlineData("\0", "1,1-1,2")]
    [InlineData("name: A\ntype: code_evaluation\n\0 nobody reads this", "3,1-3,2")]
    public void A_NUL_is_named_before_it_can_hide_what_follows(string text, string place)
    {
        var expected = $"{place} ATL1001 the file has a NUL character; if it is UTF-16, save it with a byte order mark, or as UTF-8";
        Assert.Equal([expected], Trees.Check(Encoding.UTF8.GetBytes(text)));
        Assert.Equal([expected], Trees.Check(text));
    }

    [Fact]
    public void UTF_16_without_its_mark_is_told_what_to_do() =>
        Assert.StartsWith("1,2-1,3 ATL1001 the file has a NUL character; if it is UTF-16, save it with a byte order mark", Assert.Single(Trees.Check(Encode("utf-16", 0, Text))), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var file = SourceText.Decode("t.yaml", Encode("utf-8", 1, "a: 1"), out var problem);
        Assert.Null(problem);
        Assert.Equal("a: 1", file.Text);
    }

    [Fact]
    public void More_than_the_largest_size_is_refused_unread()
    {
        var bytes = new byte[SourceText.MaximumBytes + 1];
        Array.Fill(bytes, (byte)'#');
        Assert.Equal(["1,1-1,1 ATL1001 the file is larger than 64 MiB; split it into several files"], Trees.Check(bytes));
        Assert.Equal(["1,1-1,1 ATL1001 the file is larger than 64 MiB; split it into several files"], Trees.Lines(DeclarationReader.TooLarge("t.yaml")));
    }

    private static byte[] Encode(string encoding, int marks, string text)
    {
        var own = Encoding.GetEncoding(encoding);
        return [.. marks > 0 ? own.GetPreamble() : [], .. own.GetBytes(text)];
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", ""));
}
