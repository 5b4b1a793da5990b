using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class NearestNameTests
{
    private static readonly string[] Fields = [.. TaskFields.Spec.Fields.Select(field => field.Name)];

    [Theory]
    [InlineData("sampling_rat", "sampling_rate")]
    [InlineData("samplingRate", "sampling_rate")]
    [InlineData("sampling-rate", "sampling_rate")]
    [InlineData("SAMPLING_RATE", "sampling_rate")]
    [InlineData("smapling_rate", "sampling_rate")]
    [InlineData("sampling_rates", "sampling_rate")]
    [InlineData("evaluator", "evaluators")]
    [InlineData("projet_id", "project_id")]
    [InlineData("query_fliter", "query_filter")]
    [InlineData("query_filterss", "query_filters")]
    [InlineData("iscontinous", "is_continuous")]
    [InlineData("run_config", null)]
    [InlineData("schedule", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_field(string word, string? nearest) => Assert.Equal(nearest, NearestName.Of(word, Fields));

    [Theory]
    [InlineData("template-eval", "TEMPLATE_EVALUATION")]
    [InlineData("template_evalution", "TEMPLATE_EVALUATION")]
    [InlineData("code evaluation", "CODE_EVALUATION")]
    [InlineData("run_experment", "RUN_EXPERIMENT")]
    public void The_nearest_word_of_an_enum(string word, string? nearest) => Assert.Equal(nearest, NearestName.Of(word, TaskEnums.TaskType.Words));

    [Fact]
    public void One_slip_in_three_letters_is_near_and_two_are_not()
    {
        Assert.Equal("abc", NearestName.Of("abd", ["abc"]));
        Assert.Null(NearestName.Of("add", ["abc"]));
        Assert.Equal("abc", NearestName.Of("acb", ["abc"]));
        Assert.Null(NearestName.Of("ad", ["ab"]));
    }

    [Fact]
    public void Of_several_near_ones_it_is_the_nearest_and_then_the_first()
    {
        Assert.Equal("abcdef", NearestName.Of("abcdeg", ["abcxef", "abcdef", "abcdefg"]));
        Assert.Equal("abcdex", NearestName.Of("abcdef", ["abcdex", "abcdey"]));
    }

    [Fact]
    public void A_very_long_word_is_near_to_nothing() => Assert.Null(NearestName.Of(new string('a', 1000), [new string('a', 999)]));
}
