using System.Text;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Tests.Snapshots;

public sealed class SavedEvaluatorTests
{
    private const string Unpinned = """{ "id": "T", "name": "A", "type": "TEMPLATE_EVALUATION", "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone" }] }""";
    private const string Pinned = """{ "id": "U", "name": "B", "type": "TEMPLATE_EVALUATION", "evaluators": [{ "evaluator_id": "E", "evaluator_name": "Tone", "evaluator_version_id": "V1" }] }""";
    private const string First = """{ "id": "E", "name": "Tone", "type": "TEMPLATE", "version": { "id": "V1", "evaluator_id": "E", "type": "TEMPLATE", "template_config": { "template": "{first}" } } }""";
    private const string Second = """{ "id": "E", "name": "Tone", "type": "template", "version": { "id": "V2", "type": "template", "template_config": { "template": "{second}" } } }""";
    private const string Other = """{ "id": "F", "name": "Toxicity", "type": "TEMPLATE", "version": { "id": "V3", "evaluator_id": "F", "type": "TEMPLATE" } }""";

    [Theory]
    [InlineData($$"""{ "tasks": [{{Unpinned}}], "evaluators": [{{First}}] }""")]
    [InlineData($$"""{ "tasks": [{{Unpinned}}] } {{First}}""")]
    [InlineData($$"""{{First}} {{Unpinned}}""")]
    [InlineData($$"""[{{Unpinned}}, {{First}}]""")]
    [InlineData($$"""{{Unpinned}} { "evaluators": [{{First}}], "pagination": { "has_more": true } }""")]
    [InlineData($$"""{{Unpinned}} { "evaluators": [{{First}}, {{First}}, 7, "x", { "name": "without an ID" }] } {{First}}""")]
    public void Evaluators_are_read_in_every_shape(string json) =>
        Assert.Equal(["first"], Find(json, "evaluator_id: E").Version!.Variables);

    [Fact]
    public void An_evaluator_is_no_task()
    {
        var snapshot = Read($"{First} {Unpinned}");

        Assert.Equal(1, snapshot.Count);
    }

    [Fact]
    public void A_list_tells_the_evaluator_and_not_its_version()
    {
        var found = Find($$"""{{Unpinned}} { "evaluators": [{ "id": "E", "name": "Tone", "type": "CODE" }] }""", "evaluator_id: E");

        Assert.Equal(new EvaluatorInfo("E", "Tone", EvaluatorKind.Code), found.Evaluator);
        Assert.Null(found.Version);
    }

    [Theory]
    [InlineData($"{Unpinned} {First} {Second}", "evaluator_id: E, evaluator_version_id: V1", "first")]
    [InlineData($"{Unpinned} {First} {Second}", "evaluator_id: E, evaluator_version_id: V2", "second")]
    [InlineData($"{Unpinned} {First} {Second}", "evaluator_id: E", null)]
    [InlineData($"{Unpinned} {Pinned} {First} {Second}", "evaluator_id: E", "second")]
    [InlineData($"{Unpinned} {Pinned} {First}", "evaluator_id: E", "first")]
    [InlineData($"{Unpinned} {First}", "evaluator_id: E, evaluator_version_id: V9", null)]
    [InlineData($"{Unpinned} {First}", "evaluator: Tone", "first")]
    public void A_version_is_used_where_it_is_sure_to_be_the_one_that_the_task_runs(string json, string evaluator, string? variable)
    {
        var found = Find(json, evaluator);

        Assert.Equal("Tone", found.Evaluator!.Name);
        Assert.Equal(variable is null ? null : [variable], found.Version?.Variables);
    }

    [Fact]
    public void A_version_that_was_saved_for_a_pin_need_not_be_the_latest()
    {
        var snapshot = Read($"{Pinned} {First}");
        var found = FindIn(snapshot, "{ name: B, evaluators: [{ evaluator_id: E, evaluator_version_id: null }], partial: true }");

        Assert.NotNull(found.Evaluator);
        Assert.Null(found.Version);
    }

    [Fact]
    public void A_version_of_another_evaluator_is_told_by_its_owner() =>
        Assert.Equal(
            new EvaluatorAnswer.ForeignVersion(new EvaluatorInfo("E", "Tone", EvaluatorKind.Template), "Toxicity"),
            Find($"{Unpinned} {First} {Other}", "evaluator_id: E, evaluator_version_id: V3").Answer);

    [Fact]
    public void A_version_that_says_whose_it_is_is_no_other_s()
    {
        var strange = First.Replace("\"evaluator_id\": \"E\"", "\"evaluator_id\": \"G\"", StringComparison.Ordinal);

        Assert.Equal("G", Assert.IsType<EvaluatorAnswer.ForeignVersion>(Find($"{Unpinned} {strange}", "evaluator_id: E, evaluator_version_id: V1").Answer).Owner);
        Assert.Null(Find($"{Unpinned} {strange}", "evaluator_id: E").Version);
    }

    [Fact]
    public void A_name_that_fits_several_lists_their_IDs()
    {
        var twin = First.Replace("\"E\"", "\"E2\"", StringComparison.Ordinal).Replace("V1", "V7", StringComparison.Ordinal);
        var task = """{ "id": "T", "name": "A", "type": "TEMPLATE_EVALUATION" }""";

        Assert.Equal(["E", "E2"], Assert.IsType<EvaluatorAnswer.Ambiguous>(Find($"{task} {First} {twin}", "evaluator: Tone").Answer).Ids);
    }

    [Fact]
    public void Some_versions_of_the_official_tool_wrap_values()
    {
        var wrapped = """{ "id": "E", "name": "Tone", "type": "CODE", "version": { "actual_instance": { "id": "V1", "type": "CODE", "code_config": { "actual_instance": { "type": "custom", "variables": ["a"] } } } } }""";

        var version = Find($"{Unpinned} {wrapped}", "evaluator_id: E").Version!;

        Assert.True(version.IsCustomCode);
        Assert.Equal(["a"], version.Variables);
    }

    private static AttachedEvaluator Find(string json, string evaluator) =>
        FindIn(Read(json), $"{{ name: A, evaluators: [{{ {evaluator} }}], partial: true }}");

    private static AttachedEvaluator FindIn(Snapshot snapshot, string yaml) =>
        Assert.Single(snapshot.FindEvaluators(snapshot.Find(Declared.Read($"[{yaml}]"))));

    private static Snapshot Read(string json)
    {
        var snapshot = new Snapshot("live.json");
        foreach (var value in JsonTree.ReadAll(Encoding.UTF8.GetBytes(json)))
            Assert.Null(snapshot.Add(value));
        return snapshot;
    }
}
