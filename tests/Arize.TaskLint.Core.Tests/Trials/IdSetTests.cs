using System.Globalization;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Tests.Trials;

public sealed class IdSetTests
{
    [Fact]
    public void A_number_is_added_once()
    {
        var (set, expected, random) = (new IdSet(), new HashSet<(ulong, ulong)>(), new Random(1));
        for (var i = 0; i < 100_000; i++)
        {
            var number = ((ulong)random.Next(300), (ulong)random.Next(300));
            Assert.Equal(expected.Add(number), set.Add(number));
            Assert.True(set.Contains(number));
        }

        Assert.Equal(expected.Count, set.Count);
        Assert.False(set.Contains((300, 300)));
    }

    [Fact]
    public void IDs_that_are_counted_up_are_told_apart()
    {
        var set = new IdSet();
        for (var trace = 0; trace < 400; trace++)
        {
            for (var span = 0; span < 400; span++)
            {
                var (hex, plain) = (trace.ToString("x32", CultureInfo.InvariantCulture), trace.ToString("x16", CultureInfo.InvariantCulture) + new string('0', 16));
                Assert.True(set.Add(IdBits.Of(hex, span.ToString("x16", CultureInfo.InvariantCulture))));
                Assert.True(set.Add(IdBits.Of(plain, span.ToString("x16", CultureInfo.InvariantCulture))) || trace == 0);
                Assert.True(set.Add(IdBits.Of($"t{trace}", $"s{span}")));
            }
        }
    }

    [Fact]
    public void Letter_case_does_not_count_in_hexadecimal_IDs()
    {
        Assert.Equal(IdBits.Of("5b8aa5a2d2c872e8321cf37308d69df2", "051581bf3cb55c13"), IdBits.Of("5B8AA5A2D2C872E8321CF37308D69DF2", "051581BF3CB55C13"));
        Assert.NotEqual(IdBits.Of("session A"), IdBits.Of("session a"));
    }
}
