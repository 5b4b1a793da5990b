using Arize.TaskLint.Core.Patterns;

namespace Arize.TaskLint.Core.Tests.Patterns;

public sealed class UserPatternTests
{
    [Theory]
    [InlineData("^support-[a-z]+$", "support-bot", true)]
    [InlineData("^support-[a-z]+$", "Support-bot", false)]
    [InlineData("(?i)BOT", "support-bot", true)]
    [InlineData(@"(\w)\1", "spool", true)]
    [InlineData("^(?!test)", "test bot", false)]
    [InlineData("[a-z-[aeiou]]{3}", "text", false)]
    [InlineData("", "", true)]
    public void Patterns_match_as_in_dotnet(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, new PatternRun().IsMatch(pattern, text));

    [Theory]
    [InlineData("[a-[a-[a-", "]]]", 400_000, "it has more than 4000 characters")]
    [InlineData("(", ")", 2000, "it has more than 4000 characters")]
    [InlineData("(?:", "x)", 200, "its groups are nested more than 100 levels deep")]
    [InlineData("(?(a)b|", ")", 101, "its groups are nested more than 100 levels deep")]
    [InlineData("(?=", ")", 101, "its groups are nested more than 100 levels deep")]
    [InlineData("[a-", "]", 60, "it subtracts more than 50 classes from others")]
    [InlineData("[^]-", "]", 60, "it subtracts more than 50 classes from others")]
    [InlineData("[[::]-", "]", 60, "it subtracts more than 50 classes from others")]
    public void Large_and_deep_patterns_are_not_parsed(string open, string close, int levels, string reason)
    {
        Assert.Null(UserPattern.Read(Nested(open, close, levels), out var error));

        Assert.Equal(reason, error);
    }

    [Theory]
    [InlineData("(", ")", 100)]
    [InlineData("(?:a|", ")*", 100)]
    [InlineData("(?>", ")+", 100)]
    [InlineData("[a-", "]", 50)]
    public void Patterns_at_the_limit_are_read_and_matched(string open, string close, int levels)
    {
        var pattern = UserPattern.Read(Nested(open, close, levels), out var error);

        Assert.Null(error);
        Assert.NotNull(pattern!.IsMatch("a"));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("^(.*a){12}$")]
    public void Patterns_that_backtrack_for_long_are_decided_without_backtracking(string pattern)
    {
        var patterns = new PatternRun();
        var text = new string('a', 5000) + "!";

        Assert.False(patterns.IsMatch(pattern, text));
        Assert.False(patterns.IsMatch(pattern, text + "!"));
    }

    [Theory]
    [InlineData(@"^(a+)+\1$")]
    [InlineData("^(?=(a+)+$)")]
    public void Patterns_that_need_backtracking_stay_undecided(string pattern) =>
        Assert.Null(new PatternRun().IsMatch(pattern, new string('a', 60) + "!"));

    [Fact]
    public void Repetitions_that_are_large_when_written_out_are_matched_with_backtracking_alone()
    {
        Assert.Null(UserPattern.WithoutBacktracking("(a{1,100}b){1,100}", TimeSpan.FromSeconds(1)));
        Assert.NotNull(UserPattern.WithoutBacktracking("(a{1,10}b){1,100}", TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_patterns_of_a_run_share_one_time()
    {
        var now = TimeSpan.Zero;
        // Each look at the clock takes a second.
        var patterns = new PatternRun(() => now += TimeSpan.FromSeconds(1));

        Assert.Equal([true, true, true, true, true, null, null], Enumerable.Range(0, 7).Select(i => patterns.IsMatch($"^a|{i}", "a")));
    }

    [Fact]
    public void Without_a_clock_a_match_that_ran_out_of_time_counts_as_its_longest()
    {
        var patterns = new PatternRun();
        for (var i = 0; i < 5; i++)
            Assert.Null(patterns.IsMatch(@"^(a+)+\1$", new string('a', 60) + "!"));

        Assert.Null(patterns.IsMatch("a", "a"));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("[abc]{10}", 10)]
    [InlineData("(ab){10}", 20)]
    [InlineData("((ab){10}c){100}", 2100)]
    [InlineData("a{2,5}b{3,}", 8)]
    [InlineData("[]{9}]", 1)]
    [InlineData(@"\d{4}\{2", 6)]
    [InlineData("(a{1000000}){1000000}", 2_148_483_647)]
    public void Repetitions_count_towards_the_size(string pattern, long size) => Assert.Equal(size, PatternShape.SizeOf(pattern));

    private static string Nested(string open, string close, int levels) =>
        string.Concat(Enumerable.Repeat(open, levels)) + "[a]" + string.Concat(Enumerable.Repeat(close, levels));
}
