using static Arize.TaskLint.Match;

namespace Arize.TaskLint.Tests;

/// <summary>What people write binds to what they mean.</summary>
public sealed class OverloadTests
{
    private static readonly string[] Ids = ["a", "b"];

    [Fact]
    public void Texts_are_given_one_by_one_as_a_list_as_an_array_or_not_at_all()
    {
        Assert.Equal("""{"experiment_ids": ["a"]}""", Declared.TaskJson(task => task.Experiments("a")));
        Assert.Equal("""{"experiment_ids": ["a", "b"]}""", Declared.TaskJson(task => task.Experiments("a", "b")));
        Assert.Equal("""{"experiment_ids": ["a", "b", "c", "d", "e"]}""", Declared.TaskJson(task => task.Experiments("a", "b", "c", "d", "e")));
        Assert.Equal("""{"experiment_ids": ["a", "b", "c", "d", "e", "f"]}""", Declared.TaskJson(task => task.Experiments("a", "b", "c", "d", "e", "f")));
        Assert.Equal("""{"experiment_ids": ["a", "b", "c", "d", "e", "f", "g", "h"]}""", Declared.TaskJson(task => task.Experiments("a", "b", "c", "d", "e", "f", "g", "h")));
        Assert.Equal("""{"experiment_ids": ["a", "b"]}""", Declared.TaskJson(task => task.Experiments(["a", "b"])));
        Assert.Equal("""{"experiment_ids": ["a", "b"]}""", Declared.TaskJson(task => task.Experiments(Ids)));
        Assert.Equal("""{"experiment_ids": ["A", "B"]}""", Declared.TaskJson(task => task.Experiments(Ids.Select(id => id.ToUpperInvariant()))));
        Assert.Equal("""{"experiment_ids": []}""", Declared.TaskJson(task => task.Experiments()));
        Assert.Equal("""{"experiment_ids": []}""", Declared.TaskJson(task => task.Experiments([])));
    }

    [Fact]
    public void Texts_of_several_calls_are_one_list() =>
        Assert.Equal("""{"experiment_ids": ["a", "b", "c"]}""", Declared.TaskJson(task => task.Experiments().Experiments("a").Experiments(["b", "c"])));

    [Fact]
    public void A_bare_null_says_null_and_is_no_matcher() => Assert.Equal(
        """{"sampling_rate": null, "query_filter": null, "is_continuous": null, "type": null}""",
        Declared.TaskJson(task => task.SamplingRate(null).QueryFilter(null).Continuous(null).OfType(null)));

    [Fact]
    public void A_bare_null_is_no_list() => Assert.Equal(
        """{"experiment_ids": null, "experiments": null}""",
        Declared.TaskJson(task => task.Experiments(null).ExperimentsNamed(null)));

    [Fact]
    public void A_rate_is_any_number()
    {
        const float Single = 0.5f;
        Assert.Equal(
            """{"sampling_rate": 0.25, "sampling_rate": 0.5, "sampling_rate": 1, "sampling_rate": 0, "sampling_rate": 1}""",
            Declared.TaskJson(task => task.SamplingRate(0.25m).SamplingRate(Single).SamplingRate(1).SamplingRate(0L).SamplingRate((byte)1)));
    }

    [Fact]
    public void Columns_are_mapped_one_by_one_as_pairs_or_as_a_dictionary()
    {
        const string Expected = """{"evaluators": [{"evaluator_id": "a", "column_mappings": {"x": "y", "z": null}}]}""";
        var dictionary = new Dictionary<string, string?> { ["x"] = "y", ["z"] = null };
        Assert.Equal(Expected, Declared.TaskJson(task => task.Evaluator("a", evaluator => evaluator.Map(("x", "y"), ("z", null)))));
        Assert.Equal(Expected, Declared.TaskJson(task => task.Evaluator("a", evaluator => evaluator.Map(("x", "y")).Map(("z", null)))));
        Assert.Equal(Expected, Declared.TaskJson(task => task.Evaluator("a", evaluator => evaluator.Map([("x", "y"), ("z", null)]))));
        Assert.Equal(Expected, Declared.TaskJson(task => task.Evaluator("a", evaluator => evaluator.Map(dictionary))));
    }

    [Fact]
    public void What_the_API_calls_otherwise_goes_by_its_name_too() => Assert.Equal(
        """{"run_configuration": {"model_name": "gpt-4o", "input_variable_format": "MUSTACHE"}}""",
        Declared.TaskJson(task => task.RunConfiguration(run => run.ModelName("gpt-4o").InputVariableFormat(VariableFormat.Mustache))));

    [Fact]
    public void Whole_numbers_and_words_stand_for_themselves() => Assert.Equal(
        """{"sampling_rate": 1, "type": "CODE_EVALUATION", "type": "code_evaluation", "is_continuous": true}""",
        Declared.TaskJson(task => task.SamplingRate(1).OfType(TaskType.CodeEvaluation).OfType("code_evaluation").Continuous()));

    [Fact]
    public void Matchers_stand_for_values() => Assert.Equal(
        """
        {"sampling_rate": {"min": 0.05, "max": 0.2}, "query_filter": {"contains": "status_code"}, "project_id": {"one_of": ["a", "b"]}, "sampling_rate": {"one_of": [0.1, 1]}}
        """.Trim(),
        Declared.TaskJson(task => task.SamplingRate(Between(0.05, 0.2)).QueryFilter(Containing("status_code")).OnProject(OneOf("a", "b")).SamplingRate(OneOf(0.1, 1))));

    [Fact]
    public void One_sided_ranges_and_patterns() => Assert.Equal(
        """{"sampling_rate": {"min": 0.1}, "sampling_rate": {"max": 0.2}, "query_filter": {"matches": "^a"}}""",
        Declared.TaskJson(task => task.SamplingRate(AtLeast(0.1)).SamplingRate(AtMost(0.2)).QueryFilter(Matching("^a"))));

    [Fact]
    public void Whole_numbers_of_a_free_mapping_stay_whole() => Assert.Equal(
        """{"run_configuration": {"provider_parameters": {"a": 1, "b": 1.5, "c": "text", "d": true, "e": null, "f": null, "g": [1, 0.5, "x", false, null, {}, []]}}}""",
        Declared.TaskJson(task => task.RunConfiguration(run => run.ProviderParameters(provider => provider
            .Set("a", 1).Set("b", 1.5).Set("c", "text").Set("d", true).SetNull("e").Set("f", (string?)null)
            .SetList("g", list => list.Add(1).Add(0.5).Add("x").Add(false).Add(null).AddObject(_ => { }).AddList(_ => { }))))));

    [Fact]
    public void Keys_of_the_authors_own_are_not_written() => Assert.Equal(
        """{"run_configuration": {"provider_parameters": {"a": {}}}}""",
        Declared.TaskJson(task => task.RunConfiguration(run => run.ProviderParameters(provider => provider
            .Set("x-at", "mine").SetList("x-b", list => list.Add(1)).Set("a", inner => inner.SetNull("x-c").Set("x-d", deep => deep.Set("e", 1)))))));

    [Fact]
    public void What_says_none_and_what_says_more_stay_beside_each_other() => Assert.Equal(
        """{"evaluators": null, "evaluators": [{"evaluator_id": "a", "column_mappings": {"x": "y"}, "column_mappings": null}]}""",
        Declared.TaskJson(task => task.NoEvaluators().Evaluator("a", evaluator => evaluator.Map("x", "y").NoMappings())));

    [Fact]
    public void Optional_parts_that_are_left_out_are_not_said() => Assert.Equal(
        """
        {"ignore": [{"path": "sampling_rate"}, {"path": "query_filter", "owner": "on-call", "until": "2027-01-31"}], "run_configuration": {"messages": [{"content": "42", "role": "TOOL"}]}}
        """.Trim(),
        Declared.TaskJson(task => task
            .IgnoreDrift("sampling_rate")
            .IgnoreDrift("query_filter", owner: "on-call", until: "2027-01-31", reason: null)
            .RunConfiguration(run => run.ToolMessage("42"))));

    [Fact]
    public void A_null_where_an_action_a_sequence_or_a_key_is_needed_names_the_parameter()
    {
        Throws("configure", task => task.RunConfiguration(null!));
        Throws("configure", task => task.QueryFilters(null!));
        Throws("ids", task => task.Experiments((IEnumerable<string>)null!));
        Throws("variable", task => task.Evaluator("a", evaluator => evaluator.Map(null!, "b")));
        Throws("key", task => task.RunConfiguration(run => run.ProviderParameters(provider => provider.Set(null!, 1))));
        Throws("texts", task => task.QueryFilter(OneOf((string[])null!)));
        Throws("numbers", task => task.SamplingRate(OneOf((double?[])null!)));

        static void Throws(string parameter, Action<TaskBuilder> declare) => Assert.Throws<ArgumentNullException>(parameter, () => Declared.TaskJson(declare));
    }

    [Fact]
    public void An_exception_in_a_catalog_comes_through() =>
        Assert.Throws<InvalidTimeZoneException>(() => Declared.Document(_ => throw new InvalidTimeZoneException()));
}
