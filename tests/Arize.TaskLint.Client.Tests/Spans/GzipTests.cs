using System.Globalization;
using System.IO.Compression;
using System.Text;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Tests.Spans;

/// <summary>Samples that are packed with gzip in several members, as appending to a log makes them, and damaged ones.</summary>
public sealed class GzipTests
{
    private static readonly byte[] First = Pack(0, 1000), Second = Pack(1000, 1500), Third = Pack(1500, 1600);

    [Fact]
    public void All_members_are_read()
    {
        var (rows, result) = Read([.. First, .. Second, .. Third]);

        Assert.Equal((1600, true), (rows.Count, result.IsWhole));
    }

    [Fact]
    public void Zeros_behind_the_last_member_are_no_damage() => Assert.True(Read([.. First, .. new byte[20_000]]).Result.IsWhole);

    [Theory]
    [InlineData("1234567890 and more")]
    [InlineData("x")]
    public void What_follows_and_is_not_packed_is_told_with_its_place(string garbage)
    {
        var (rows, result) = Read([.. First, .. Encoding.ASCII.GetBytes(garbage)]);

        Assert.Equal(1000, rows.Count);
        Assert.Equal($"byte {First.Length} of the packed file: what follows is not packed with gzip", Assert.Single(result.Problems));
        Assert.False(result.IsWhole);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_member_with_a_damaged_head_is_told_and_the_next_one_is_read(int at)
    {
        var (rows, result) = Read([.. First, .. Flipped(Second, at), .. Third]);

        Assert.Equal(1100, rows.Count);
        Assert.Equal($"byte {First.Length} of the packed file: what follows is not packed with gzip", Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_member_that_is_damaged_within_is_told_and_the_next_one_is_read(double at)
    {
        var (rows, result) = Read([.. First, .. Flipped(Second, (int)(Second.Length * at)), .. Third]);

        Assert.InRange(rows.Count, 1100, 1600);
        Assert.Equal([.. Enumerable.Range(0, 1000), .. Enumerable.Range(1500, 100)], rows.Where(row => row is < 1000 or >= 1500));
        Assert.StartsWith("byte ", result.Problems[0], StringComparison.Ordinal);
        Assert.False(result.IsWhole);
    }

    [Fact]
    public void A_wrong_checksum_is_told()
    {
        var (rows, result) = Read([.. First, .. Flipped(Second, Second.Length - 6), .. Third]);

        Assert.Equal(1600, rows.Count);
        Assert.EndsWith("of the packed file: its checksum is not that of what was unpacked", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(600)]
    [InlineData(-3)]
    [InlineData(-8)]
    public void A_member_that_is_cut_is_told(int length)
    {
        var cut = length > 0 ? length : Second.Length + length;

        var (rows, result) = Read([.. First, .. Second[..cut]]);

        Assert.InRange(rows.Count, 1000, 1500);
        Assert.NotEmpty(result.Problems);
        Assert.False(result.IsWhole);
    }

    [Fact]
    public void A_cut_between_two_rows_is_told_for_a_single_member()
    {
        var (rows, result) = Read(First[..(First.Length / 2)]);

        Assert.InRange(rows.Count, 1, 999);
        Assert.Contains(FormattableString.Invariant($"byte {First.Length / 2} of the packed file: it ends within what is packed"), result.Problems);
    }

    [Fact]
    public void A_file_of_which_nothing_can_be_unpacked_is_no_sample() =>
        Assert.Throws<InvalidDataException>(() => Read(Flipped(First, 11)));

    [Fact]
    public void A_member_with_a_name_a_comment_and_an_extra_field_is_read()
    {
        byte[] head = [0x1f, 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, (byte)'a', 0, (byte)'b', 0, 1, 2];

        Assert.Equal((100, true), Read([.. head, .. Third[10..]]) is var (rows, result) ? (rows.Count, result.IsWhole) : default);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 0x5a;
        return copy;
    }

    private static byte[] Pack(int from, int to)
    {
        var random = new Random(from);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = from; i < to; i++)
            {
                gzip.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                    $"{{\"status_code\": \"OK\", \"latency_ms\": {i}, \"name\": \"{random.NextInt64()}{random.NextInt64()}\"}}\n")));
            }
        }

        return packed.ToArray();
    }

    private static (List<int> Rows, SampleResult Result) Read(byte[] bytes)
    {
        var asked = new AskedColumns();
        var latency = asked.Ask("latency_ms");
        var rows = new List<int>();
        var reader = new SampleReader(asked, new SeenColumns(), row => rows.Add((int)row.Value(latency).Number));
        return (rows, reader.Read(new MemoryStream(bytes)));
    }
}
