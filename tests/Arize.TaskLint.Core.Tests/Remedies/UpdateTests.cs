using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Tests.Comparison;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Remedies;

public sealed class UpdateTests
{
    private static readonly Gen<(int Seed, TaskShape Shape, YamlStyle Style)> Cases =
        Gen.Select(Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>());

    [Fact]
    public void The_update_for_each_single_difference_restores_the_task_or_says_what_it_cannot() => Cases.Sample(
        c =>
        {
            var random = new Random(c.Seed);
            var generator = new TaskGenerator(c.Seed) { Fullness = random.Next(2) == 0 ? 1 : 0.5 };
            var task = generator.Task(c.Shape);
            foreach (var change in new SingleChanges(task, generator, random).All())
            {
                if (change.IsManaged)
                    Check(change.Before, change.After, c.Style);
                if (!change.OnlyLive && change.Reversed().IsManaged)
                    Check(change.After, change.Before, c.Style);
            }
        },
        iter: 40);

    [Fact]
    public void The_update_makes_one_task_another_of_its_type_or_says_what_it_cannot() =>
        Gen.Select(Cases, Gen.Enum<TaskShape>(), Gen.Int.Positive).Sample(
            (c, other, seed) =>
            {
                var declared = Mixed(new TaskGenerator(c.Seed).Task(c.Shape), new TaskGenerator(seed).Task(c.Shape), new Random(seed));
                Check(declared, new TaskGenerator(seed).Task(c.Shape), c.Style);
                Check(declared, new TaskGenerator(seed).Task(other), c.Style);
            },
            iter: 400);

    [Fact]
    public void A_member_of_an_evaluator_that_is_not_declared_keeps_its_live_value() => Shows(
        """
        name: a
        type: template_evaluation
        evaluators: [{ evaluator: Tone, column_mappings: { input: attributes.input.value } }]
        """,
        """
        [{ "evaluator_id": "E", "evaluator_name": "Tone", "evaluator_version_id": "V", "query_filter": "status_code = 'OK'",
           "column_mappings": { "input": "attributes.output.value" } }]
        """,
        """[{"evaluator_id":"E","evaluator_version_id":"V","query_filter":"status_code = 'OK'","column_mappings":{"input":"attributes.input.value"}}]""");

    [Fact]
    public void An_evaluator_declared_by_name_is_added_by_its_ID() => Shows(
        "{ name: a, type: template_evaluation, evaluators: [{ evaluator: Tone }, { evaluator_id: F }] }",
        """[{ "evaluator_id": "F", "evaluator_name": "Other", "query_filter": null, "column_mappings": {} }]""",
        """[{"evaluator_id":"F"},{"evaluator_id":"E"}]""");

    [Fact]
    public void An_evaluator_that_is_not_declared_goes() => Shows(
        "{ name: a, type: template_evaluation, evaluators: [{ evaluator_id: F }] }",
        """[{ "evaluator_id": "E" }, { "evaluator_id": "F", "column_mappings": { "x": "y" } }]""",
        """[{"evaluator_id":"F","column_mappings":{"x":"y"}}]""");

    [Fact]
    public void An_evaluator_whose_ID_is_not_known_is_left_out_and_named()
    {
        var update = Update(
            "{ name: a, type: template_evaluation, evaluators: [{ evaluator: Nobody }, { evaluator_id: F, column_mappings: { x: y } }] }",
            Live("evaluators", """[{ "evaluator_id": "F", "evaluator_name": "Other" }]"""));

        Assert.Equal("""{"evaluators":[{"evaluator_id":"F","column_mappings":{"x":"y"}}]}""", UpdatedTask.BodyOf(update).ToJsonString());
        Assert.Equal(["the ID of the evaluator 'Nobody' is not known"], update.Unrestorable);
    }

    [Fact]
    public void A_live_text_that_looks_like_a_variable_is_taken_over_with_its_escape()
    {
        var task = DeclaredTask.Read("{ name: a, type: template_evaluation, query_filter: x = 1 }");
        var change = Assert.Single(DeclaredTask.Compare(task, Live("query_filter", "\"a = '${HOME}'\"")).Changes);

        Assert.Equal("query_filter: 'a = ''$${HOME}'''", DeclarationEdit.Of(change, isCode: false));
        Assert.Equal("QueryFilter(\"a = '${HOME}'\")", DeclarationEdit.Of(change, isCode: true));
    }

    [Fact]
    public void A_path_that_looks_like_a_variable_is_accepted_with_its_escape()
    {
        var task = DeclaredTask.Read("{ name: a, type: template_evaluation, evaluators: [{ evaluator_id: F, column_mappings: { 'k${X}': a } }] }");
        var change = Assert.Single(DeclaredTask.Compare(task, Live("evaluators", """[{ "evaluator_id": "F", "column_mappings": { "k${X}": "b" } }]""")).Changes);

        Assert.Equal("{ path: \"evaluators[F].column_mappings['k$${X}']\", reason: \"why\" }", DeclarationEdit.Accepting(change, isCode: false));
        Assert.DoesNotContain("$${X}", DeclarationEdit.Accepting(change, isCode: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_live_value_is_taken_over_as_a_whole()
    {
        var text = new string('x', 5000);
        var task = DeclaredTask.Read("{ name: a, type: template_evaluation, query_filter: x = 1 }");
        var change = Assert.Single(DeclaredTask.Compare(task, Live("query_filter", $"\"{text}\"")).Changes);

        Assert.Equal($"query_filter: {text}", DeclarationEdit.Of(change, isCode: false));
    }

    [Fact]
    public void A_lost_pin_is_restored_with_a_word_on_deleted_versions()
    {
        var update = Update("{ name: a, type: template_evaluation, evaluators: [{ evaluator_id: F, evaluator_version_id: V7 }] }", Live("evaluators", """[{ "evaluator_id": "F" }]"""));

        Assert.Equal("""{"evaluators":[{"evaluator_id":"F","evaluator_version_id":"V7"}]}""", UpdatedTask.BodyOf(update).ToJsonString());
        Assert.Equal(["the version V7 may have been deleted, and an update that names a deleted version fails"], update.Notes);
    }

    [Fact]
    public void A_filter_is_cleared_and_a_sampling_rate_cannot_be()
    {
        var live = Live("query_filter", "\"status_code = 'OK'\"");
        live["sampling_rate"] = 0.5;
        live["is_continuous"] = true;

        var update = Update("{ name: a, type: template_evaluation, query_filter: null, sampling_rate: null, is_continuous: null }", live);

        Assert.Equal("""{"is_continuous":false,"query_filter":null}""", UpdatedTask.BodyOf(update).ToJsonString());
        Assert.Equal(["the API cannot unset 'sampling_rate' once it has a value"], update.Unrestorable);
    }

    [Fact]
    public void What_the_API_cannot_change_asks_for_a_new_task()
    {
        var live = Live("project_id", "\"P2\"");
        live["sampling_rate"] = 0.5;

        var update = Update("{ name: a, type: template_evaluation, project_id: P1, sampling_rate: 0.1 }", live);

        Assert.True(update.NeedsRecreate);
        Assert.Equal("""{"sampling_rate":0.1}""", UpdatedTask.BodyOf(update).ToJsonString());
        Assert.Equal(["the API cannot change 'project_id': the task must be created again, and the runs of this one are lost with it"], update.Unrestorable);
    }

    [Fact]
    public void All_evaluators_cannot_be_removed() => Assert.Equal(
        ["an update cannot remove all evaluators, because an evaluation task has at least one"],
        Update("{ name: a, type: template_evaluation, evaluators: [] }", Live("evaluators", """[{ "evaluator_id": "E" }]""")).Unrestorable);

    [Fact]
    public void Of_a_matcher_somebody_has_to_choose_the_value()
    {
        var update = Update("{ name: a, type: template_evaluation, sampling_rate: { max: 0.2 } }", Live("sampling_rate", "1"));

        Assert.Empty(update.Members);
        Assert.Equal(["'sampling_rate' may have any value that fits the declaration; choose one"], update.Unrestorable);
    }

    [Fact]
    public void Ignored_drift_keeps_its_live_value_beside_what_is_restored()
    {
        var declared = DeclaredTask.Read("""
            name: a
            type: template_evaluation
            evaluators: [{ evaluator_id: E, column_mappings: { input: a, output: b } }]
            ignore: [{ path: "evaluators[E].column_mappings.output" }]
            """);
        var live = Live("evaluators", """[{ "evaluator_id": "E", "column_mappings": { "input": "x", "output": "y" } }]""");

        var update = Checked.All((declared, Checked.Found(live.ToJsonString()))).Task.Update!;

        Assert.Equal("""{"evaluators":[{"evaluator_id":"E","column_mappings":{"input":"a","output":"y"}}]}""", UpdatedTask.BodyOf(update).ToJsonString());
    }

    [Fact]
    public void The_value_of_a_variable_is_in_no_update_even_where_the_live_task_repeats_it()
    {
        var declared = DeclaredTask.Read(
            """
            name: a
            type: template_evaluation
            query_filter: metadata.tenant = '${TENANT}'
            evaluators: [{ evaluator_id: "${EVALUATOR}", column_mappings: { input: "${COLUMN}", output: b } }]
            """,
            name => name switch { "TENANT" => "acme", "EVALUATOR" => "E-secret", "COLUMN" => "attributes.secret", _ => null });
        var live = Live("evaluators", """[{ "evaluator_id": "E-secret", "column_mappings": { "input": "attributes.secret", "output": "y" } }]""");
        live["query_filter"] = "metadata.tenant = 'other'";

        var update = UpdatedTask.UpdateOf(declared, live, Names)!;

        Assert.Equal(
            """{"query_filter":"metadata.tenant = '${TENANT}'","evaluators":[{"evaluator_id":"${EVALUATOR}","column_mappings":{"input":"${COLUMN}","output":"b"}}]}""",
            UpdatedTask.BodyOf(update).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["put in the values of the variables first, numbers and truth values without quotes, and write ${ for $${"], update.Notes);
    }

    [Fact]
    public void A_message_put_in_live_is_taken_out_again()
    {
        var declared = DeclaredTask.Read("""
            name: a
            type: run_experiment
            run_configuration:
              experiment_type: llm_generation
              messages: [{ role: system, content: one }, { role: user, content: two }]
            """);
        var live = JsonNode.Parse("""
            { "name": "a", "type": "RUN_EXPERIMENT", "run_configuration": { "experiment_type": "LLM_GENERATION", "model_name": "m", "messages":
              [{ "role": "SYSTEM", "content": "one" }, { "role": "USER", "content": "between" }, { "role": "USER", "content": "two" }] } }
            """)!.AsObject();

        Assert.Equal(
            """{"run_configuration":{"experiment_type":"LLM_GENERATION","model_name":"m","messages":[{"role":"SYSTEM","content":"one"},{"role":"USER","content":"two"}]}}""",
            UpdatedTask.BodyOf(UpdatedTask.UpdateOf(declared, live, Names)!).ToJsonString());
    }

    [Fact]
    public void Where_the_shape_of_the_filters_changes_evaluators_go_along()
    {
        var update = Update(
            "{ name: a, type: template_evaluation, query_filter: null, query_filters: { filters: [{ id: A, filter: x = 1 }] } }",
            Live("evaluators", """[{ "evaluator_id": "E", "column_mappings": { "input": "x" } }]"""));

        Assert.Equal("""{"query_filter":null,"query_filters":{"filters":[{"id":"A","filter":"x = 1"}]},"evaluators":[{"evaluator_id":"E"}]}""",
            UpdatedTask.BodyOf(update).ToJsonString());
        Assert.Empty(update.Unrestorable);
        Assert.Equal(
            [
                "'query_filter' and 'query_filters' replace each other here; it is not documented whether one update may do that",
                "'column_mappings' of an evaluator falls away, because the task has 'query_filters'",
            ],
            update.Notes);
    }

    private static JsonObject Live(string field, string value) => new()
    {
        ["name"] = "a",
        ["type"] = "TEMPLATE_EVALUATION",
        [field] = JsonNode.Parse(value),
    };

    private static void Shows(string declared, string evaluators, string expected)
    {
        var update = Update(declared, Live("evaluators", evaluators));

        Assert.Equal($$"""{"evaluators":{{expected}}}""", UpdatedTask.BodyOf(update).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Empty(update.Unrestorable);
    }

    private static TaskUpdate Update(string declared, JsonObject live)
    {
        var update = UpdatedTask.UpdateOf(DeclaredTask.Read(declared), live, Names);
        Assert.NotNull(update);
        return update;
    }

    private static NameResolution Names(ResourceKind kind, string name) =>
        name == "Tone" ? new NameResolution.Found("E") : new NameResolution.Missing($"no {kind} has the name '{name}'");

    // Some fields of one task and some of another, so that a part is the same.
    private static JsonObject Mixed(JsonObject one, JsonObject other, Random random)
    {
        var mixed = new JsonObject();
        foreach (var (name, value) in one)
            mixed[name] = (random.Next(3) == 0 && other.ContainsKey(name) ? other[name] : value)?.DeepClone();
        return mixed;
    }

    private static void Check(JsonObject declared, JsonObject live, YamlStyle style)
    {
        var task = new DeclaredTask(declared, style);
        var update = UpdatedTask.UpdateOf(task.Task, live, Names);
        if (update is null)
            return;
        try
        {
            var after = update.Members.Count == 0 ? live : UpdatedTask.Apply(live, UpdatedTask.BodyOf(update));
            var (left, _) = DeclaredTask.Compare(task.Task, after, Names);
            if (update.Unrestorable.Count == 0)
                Assert.Empty(left);
            else
                Assert.True(left.Count > 0, "all was restored, and the update said otherwise");
        }
        catch (Exception failure)
        {
            Assert.Fail($"{failure.Message}\nupdate:\n{UpdatedTask.BodyOf(update)}\n{string.Join("\n", update.Unrestorable)}\ndeclared:\n{task.Text}\nlive:\n{live}");
        }
    }
}
