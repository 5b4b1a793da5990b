using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Model;

public sealed class SecretTests
{
    private const string Key = "ak-Sample_Key.0123+/=456789";

    private static readonly Secret Secret = Secret.Of(Key)!;

    public static TheoryData<string> Spellings => new(
        Key,
        Key.ToUpperInvariant(),
        Key.ToLowerInvariant(),
        Uri.EscapeDataString(Key),
        Uri.EscapeDataString(Key).ToLowerInvariant(),
        JsonSerializer.Serialize(Key).Trim('"'),
        string.Concat(Key.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"))),
        string.Concat(Key.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"))),
        string.Concat(Key.Select(c => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"))),
        string.Concat(Key.Select(c => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:x};"))),
        Convert.ToHexString(Encoding.ASCII.GetBytes(Key)),
        Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Key)),
        BitConverter.ToString(Encoding.ASCII.GetBytes(Key)),
        string.Join(", 0x", Encoding.ASCII.GetBytes(Key).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one:x2}"))),
        string.Join(' ', Encoding.ASCII.GetBytes(Key).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one:x2}"))));

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_secret_is_struck_out_however_it_is_spelled(string spelled)
    {
        Assert.Equal($"before {Secret.Mark} after", Secret.StrikeOut($"before {spelled} after"));
        Assert.Equal($"{Secret.Mark}{Secret.Mark}", Secret.StrikeOut(spelled + spelled));
        Assert.Equal(Secret.Mark, Secret.StrikeOut(spelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("Bearer ")]
    public void A_secret_inside_of_base64_is_struck_out_at_each_distance_from_a_group(string before)
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(before + Key + " and more"));

        var clean = Secret.StrikeOut($"token: {encoded}");

        Assert.Contains(Secret.Mark, clean);
        Assert.DoesNotContain(encoded[8..^16], clean);
        Assert.Contains(Secret.Mark, Secret.StrikeOut(encoded.Replace('+', '-').Replace('/', '_')));
    }

    [Theory]
    [InlineData("ak-with-\"quotes\"-and-\\backslashes\\")]
    [InlineData("ak-0123456789\nand-a-second-line")]
    [InlineData("ak-<&>-0123456789'")]
    public void A_secret_with_characters_that_formats_escape_is_struck_out_as_each_format_writes_it(string key)
    {
        var secret = Secret.Of(key)!;

        Assert.Equal(Secret.Mark, secret.StrikeOut(key));
        Assert.Equal(Secret.Mark, secret.StrikeOut(JsonSerializer.Serialize(key)[1..^1]));
        Assert.Equal(Secret.Mark, secret.StrikeOut(WebUtility.HtmlEncode(key)));
        Assert.Equal(Secret.Mark, secret.StrikeOut(Uri.EscapeDataString(key)));
        Assert.Equal(Secret.Mark, secret.StrikeOut(key.Replace("\n", "\\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ak-Sample_Key.0123")]
    [InlineData("ak-Sample_Key.0123+/=456780")]
    [InlineData("%61%6b-Sample")]
    [InlineData("a text that has nothing of it, and is longer than the key")]
    [InlineData("\\ & % &; \\u00 &#; &#xzz; %zz at the end of a text that goes on for a while \\")]
    public void Another_text_stays_as_it_is(string text) => Assert.Same(text, Secret.StrikeOut(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  short ")]
    [InlineData("1234567")]
    public void A_text_that_is_too_short_for_a_key_is_not_a_secret(string? key) => Assert.Null(Secret.Of(key));

    [Fact]
    public void A_name_of_the_api_stays_where_it_is_compared_and_is_struck_out_where_it_is_shown()
    {
        var word = Secret.Of("sampling_rate")!;

        Assert.Equal("sampling_rate", word.Clean("sampling_rate"));
        Assert.Equal($"the {Secret.Mark} of it", word.Clean("the sampling_rate of it"));
        Assert.Equal(Secret.Mark, word.StrikeOut("sampling_rate"));
    }

    [Fact]
    public void A_long_text_of_beginnings_takes_no_longer_than_its_length()
    {
        var hostile = string.Concat(Enumerable.Repeat(Key[..^1], 40_000));

        Assert.Same(hostile, Secret.StrikeOut(hostile));
        Assert.Equal(hostile.Length, Secret.StrikeOut(string.Concat(Enumerable.Repeat(Key, 40_000))).Length / Secret.Mark.Length * (Key.Length - 1));
    }
}
