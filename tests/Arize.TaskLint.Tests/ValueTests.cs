using System.Globalization;
using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using CsCheck;

namespace Arize.TaskLint.Tests;

/// <summary>Values arrive as they were said, and what cannot be a value is reported where it is read.</summary>
public sealed class ValueTests
{
    // What JSON or YAML have to say in other ways, or take for something else.
    private const string Odd = "\"\\\n\r\t\0\u0085\u2028\u2029\uFEFF\u007F:#{}$' ";

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char, Gen.Int[0, Odd.Length - 1].Select(i => Odd[i])).Array[0, 20]
        .Select(chars => new string(chars));

    [Fact]
    public void Every_text_arrives_as_it_was_said() => Texts.Sample(text =>
    {
        // Half a surrogate pair is no character, and has no form in a file.
        var expected = WellFormed(text);
        var document = Declared.Document(tasks => tasks.Task("t").QueryFilter(text));

        Assert.Equal(expected, JsonDocument.Parse(document).RootElement.GetProperty("tasks")[0].GetProperty("query_filter").GetString());
        if (!text.Contains("${", StringComparison.Ordinal))
            Assert.Equal(expected, Declared.Read(document).Tasks.Single().QueryFilter.Text);
    });

    [Fact]
    public void Every_number_arrives_as_it_was_said() => Gen.Double.Where(double.IsFinite).Sample(number =>
        Assert.Equal(number, Declared.Task(tasks => tasks.Task("t").SamplingRate(number)).GetProperty("sampling_rate").GetDouble()));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_finite_number_is_written_and_refused_by_the_reader(double number)
    {
        var task = Declared.Read(Declared.Document(tasks => tasks.TemplateEvaluation("t").OnProject("p").SamplingRate(number))).Tasks.Single();

        Assert.Equal(ValueState.Invalid, task.SamplingRate.State);
        Assert.IsType<WrongKind>(Assert.Single(task.Problems));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_count()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~" } };

            Assert.Equal("""{"sampling_rate": -0.5}""", Declared.TaskJson(task => task.SamplingRate(-0.5)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_member_that_an_enum_does_not_have_is_reported_and_throws_nothing()
    {
        var task = Declared.Read(Declared.Document(tasks => tasks.Task("t").OfType((TaskType)99))).Tasks.Single();

        Assert.Contains(task.Problems, problem => problem is UnknownWord { Word: "99" });
    }

    [Fact]
    public void A_matcher_that_was_not_made_is_reported_and_throws_nothing()
    {
        var task = Declared.Read(Declared.Document(tasks => tasks.TemplateEvaluation("t").SamplingRate(default(NumberMatcher)).QueryFilter(default(TextMatcher)))).Tasks.Single();

        Assert.Equal(2, task.Problems.OfType<WrongKind>().Count());
    }

    [Fact]
    public void Bad_values_throw_nothing() => Declared.Document(tasks => tasks
        .InSpace("").InSpace(null)
        .RunExperiment(null).OnProject("p").OnDataset("").OnProjectNamed(null).SamplingRate(-7).Continuous().Evaluator(null).Evaluator(null).EvaluatorNamed("")
        .IgnoreDrift(null, until: "someday").Experiments(null, "").QueryFilter("((").WithId("").Partial(false).Partial());

    [Fact]
    public void A_long_catalog_is_one_line_that_can_be_read()
    {
        var document = Declared.Document(tasks =>
        {
            for (var i = 0; i < 2000; i++)
                tasks.TemplateEvaluation($"task {i}").OnProject("p").Evaluator("e", evaluator => evaluator.Map("input", "attributes.input.value"));
        });

        Assert.DoesNotContain('\n', document);
        var read = Declared.Read(document);
        Assert.Empty(read.Problems);
        Assert.Equal(2000, read.Tasks.Count);
        Assert.Equal("task 1999", read.Tasks[1999].Name);
        Assert.Equal("attributes.input.value", ((ScalarNode)read.Tasks[1999].EvaluatorList.Single().View[EvaluatorFields.ColumnMappings].Entries.Single().Value).Text);
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
