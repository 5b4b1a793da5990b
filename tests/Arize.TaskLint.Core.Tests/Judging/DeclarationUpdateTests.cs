using System.Text.Json.Nodes;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes.Yaml;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Tests.Comparison;
using Arize.TaskLint.Testing.Generation;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Judging;

/// <summary>Live values that are written into declarations in YAML.</summary>
public sealed class DeclarationUpdateTests
{
    private const string Live = """
        { "id": "T1", "name": "Tone", "type": "TEMPLATE_EVALUATION", "project_id": "P1", "sampling_rate": 1, "is_continuous": true,
          "query_filter": "status_code = 'ERROR'",
          "evaluators": [
            { "evaluator_id": "E1", "evaluator_name": "One", "column_mappings": { "input": "attributes.input.value", "output": "attributes.b" } },
            { "evaluator_id": "E3", "evaluator_name": "Three", "evaluator_version_id": "V3", "query_filter": null, "column_mappings": {} } ] }
        """;

    [Fact]
    public void Values_are_replaced_and_comments_quotes_order_and_indentation_stay() => Updates(
        """
        # Tasks of the support team.
        tasks:
            -   name: 'Tone'   # who we are
                id: T1

                type: template_evaluation
                # Judges are dear.
                sampling_rate:   0.1   # was 0.2
                query_filter: "status_code = 'OK'"
                project_id: P1
                evaluators:
                # The first one.
                -   evaluator_id: E1
                    column_mappings: { input: attributes.a, "output": attributes.b } # two
                -   evaluator_id: E2   # the second
                    column_mappings:
                        input: attributes.input.value
                x-note: stays
        """,
        """
        # Tasks of the support team.
        tasks:
            -   name: 'Tone'   # who we are
                id: T1

                type: template_evaluation
                # Judges are dear.
                sampling_rate:   1   # was 0.2
                query_filter: "status_code = 'ERROR'"
                project_id: P1
                evaluators:
                # The first one.
                -   evaluator_id: E1
                    column_mappings: { input: attributes.input.value, "output": attributes.b } # two
                -   evaluator_id: E2   # the second
                    column_mappings:
                        input: attributes.input.value
                - evaluator_id: E3
                  evaluator_version_id: V3
                x-note: stays
        """,
        left: ["evaluators[E2]"]);

    [Theory]
    // In braces, in one line and over several, and as JSON.
    [InlineData("{ name: Tone, type: template_evaluation, sampling_rate: 0.1 }", "{ name: Tone, type: template_evaluation, sampling_rate: 1 }")]
    [InlineData("name: Tone\r\ntype: template_evaluation\r\nsampling_rate: 0.1\r\n", "name: Tone\r\ntype: template_evaluation\r\nsampling_rate: 1\r\n")]
    [InlineData("{\"name\": \"Tone\", \"type\": \"TEMPLATE_EVALUATION\", \"sampling_rate\": 0.1, \"query_filter\": null}",
        "{\"name\": \"Tone\", \"type\": \"TEMPLATE_EVALUATION\", \"sampling_rate\": 1, \"query_filter\": \"status_code = 'ERROR'\"}")]
    [InlineData("name: Tone\ntype: template_evaluation\nquery_filter: >-\n  a = 'b'\n  AND c = 'd'\nsampling_rate: 1\n", "name: Tone\ntype: template_evaluation\nquery_filter: |-\n  status_code = 'ERROR'\nsampling_rate: 1\n")]
    [InlineData("name: Tone\ntype: template_evaluation\nquery_filter: >-\n  a = 'b'   \nsampling_rate: 1\n", "name: Tone\ntype: template_evaluation\nquery_filter: |-\n  status_code = 'ERROR'\nsampling_rate: 1\n")]
    [InlineData("name: Tone\ntype: template_evaluation\nevaluators: []\n",
        "name: Tone\ntype: template_evaluation\nevaluators: [{ evaluator_id: E1, column_mappings: { input: attributes.input.value, output: attributes.b } }, { evaluator_id: E3, evaluator_version_id: V3 }]\n")]
    [InlineData("name: Tone\ntype: template_evaluation\nproject: other\n", "name: Tone\ntype: template_evaluation\nproject: other\n")]
    // A task is left as it is where the value is a choice, or not its own.
    [InlineData("name: Tone\ntype: template_evaluation\nsampling_rate: { max: 0.2 }\n", "name: Tone\ntype: template_evaluation\nsampling_rate: { max: 0.2 }\n", "sampling_rate")]
    [InlineData("name: Tone\ntype: template_evaluation\nsampling_rate: ${RATE:0.1}\n", "name: Tone\ntype: template_evaluation\nsampling_rate: ${RATE:0.1}\n", "sampling_rate")]
    [InlineData("x-a: &rate 0.1\nname: Tone\ntype: template_evaluation\nsampling_rate: *rate\n", "x-a: &rate 0.1\nname: Tone\ntype: template_evaluation\nsampling_rate: *rate\n", "sampling_rate")]
    [InlineData("x-a: &all { sampling_rate: 0.1 }\ntasks:\n  - { name: Tone, type: template_evaluation, <<: *all }\n", "x-a: &all { sampling_rate: 0.1 }\ntasks:\n  - { name: Tone, type: template_evaluation, <<: *all }\n", "sampling_rate")]
    [InlineData("name: Tone\ntype: template_evaluation\nsampling_rate: 0.1\nignore: [{ path: sampling_rate, reason: x }]\n", "name: Tone\ntype: template_evaluation\nsampling_rate: 0.1\nignore: [{ path: sampling_rate, reason: x }]\n")]
    public void A_declaration_of_any_layout_takes_the_live_values(string before, string after, params string[] left) => Updates(before, after, left);

    [Fact]
    public void Of_two_tasks_in_a_file_each_takes_its_own_and_what_they_share_is_left()
    {
        const string Text = """
            x-evaluators: &evaluators
              - { evaluator_id: E1, column_mappings: { input: attributes.a } }
            tasks:
              - { name: One, type: template_evaluation, sampling_rate: 0.1, evaluators: *evaluators }
              - { name: Two, type: template_evaluation, sampling_rate: 0.2, evaluators: *evaluators }
            """;
        string Live(string name, string rate, string input) => $$$"""
            { "id": "{{{name}}}", "name": "{{{name}}}", "type": "template_evaluation", "project_id": "P", "sampling_rate": {{{rate}}},
              "evaluators": [{ "evaluator_id": "E1", "column_mappings": { "input": "{{{input}}}" } }] }
            """;

        var result = Update(Text, Live("One", "0.3", "attributes.b"), Live("Two", "0.4", "attributes.a"));

        Assert.Equal(Text.Replace("0.1", "0.3", StringComparison.Ordinal).Replace("0.2", "0.4", StringComparison.Ordinal), result.Text);
        Assert.Equal("evaluators[E1].column_mappings.input", Assert.Single(result.Left).Change.Path.ToString());
    }

    [Fact]
    public void A_comment_in_braces_keeps_its_blank_where_an_entry_before_it_goes() => Updates(
        "{ name: Tone, type: template_evaluation, evaluators: [{ evaluator_id: E1, column_mappings: {a: x, # one\n  input: attributes.input.value, output: attributes.b }}, { evaluator_id: E3, evaluator_version_id: V3 }] }",
        "{ name: Tone, type: template_evaluation, evaluators: [{ evaluator_id: E1, column_mappings: { # one\n  input: attributes.input.value, output: attributes.b }}, { evaluator_id: E3, evaluator_version_id: V3 }] }");

    [Fact]
    public void Messages_are_taken_as_a_whole_or_left_as_a_whole()
    {
        const string Text = """
            name: Run
            type: run_experiment
            run_configuration:
              experiment_type: LLM_GENERATION
              model_name: gpt-4o
              messages:
                - role: SYSTEM   # the persona
                  content: You help.
                - role: USER
                  # legal asked for this
                  content: |-
                    Question
            """;
        const string Live = """
            { "id": "R", "name": "Run", "type": "RUN_EXPERIMENT", "dataset_id": "D",
              "run_configuration": { "experiment_type": "LLM_GENERATION", "model_name": "gpt-5", "messages": [{ "role": "USER", "content": "Question v2" }] } }
            """;

        var result = Update(Text, Live);

        Assert.Equal(Text.Replace("gpt-4o", "gpt-5", StringComparison.Ordinal), result.Text);
        Assert.NotEmpty(result.Left);
        Assert.All(result.Left, one => Assert.StartsWith("run_configuration.messages[", one.Change.Path.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_of_several_lines_is_written_as_a_block() => Updates(
        """
        name: Run
        type: run_experiment
        run_configuration:
          experiment_type: TEMPLATE_EVALUATION
          template: |
            Judge {{input}}.
              Say yes.

            # no comment
          model_name: gpt-4o   # small
        """,
        """
        name: Run
        type: run_experiment
        run_configuration:
          experiment_type: TEMPLATE_EVALUATION
          template: |
            Judge {{input}}.
              Say no.

            # no comment
          model_name: gpt-5   # small
        """,
        live: """
        { "id": "R", "name": "Run", "type": "RUN_EXPERIMENT", "dataset_id": "D",
          "run_configuration": { "experiment_type": "TEMPLATE_EVALUATION", "template": "Judge {{input}}.\n  Say no.\n\n# no comment\n", "model_name": "gpt-5" } }
        """);

    // Any task in any layout with the values of another one: what is written is in sync, and what is not is said.
    [Fact]
    public void Whatever_the_layout_what_is_taken_is_in_sync_and_a_second_time_changes_nothing()
    {
        var (left, taken) = (0, 0);
        Gen.Select(Gen.Int.Positive, Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>(), Gen.Bool).Sample(
            (seed, other, shape, style, hasWindowsLines) =>
            {
                var live = new TaskGenerator(other).Task(shape);
                var declared = Mixed(live, new TaskGenerator(seed).Task(shape), new Random(seed));
                var text = new DeclaredTask(declared, style, (DeclaredTask.Frame)(seed % 3), hasWindowsLines).Text;
                var answer = new LiveAnswer.Found(JsonTasks.Live(live), DeclaredTask.NoNames);

                var result = Update(text, [answer]);

                var task = DeclaredTask.Read(result.Text);
                var open = DeclaredTask.Compare(task, live).Changes.Select(change => change.Path.ToString()).Order();
                Assert.Equal(result.Left.Select(one => one.Change.Path.ToString()).Order(), open);
                Assert.Equal(result.Text, Update(result.Text, [answer]).Text);
                if (hasWindowsLines)
                    Assert.DoesNotContain('\n', result.Text.Replace("\r\n", "", StringComparison.Ordinal));
                left += result.Left.Count;
                taken += result.Taken.Count;
            },
            iter: 400, threads: 1);
        // What is left is an exception.
        Assert.True(taken > 50 * left, $"{taken} taken, {left} left");
    }

    // CsCheck_Iter=10000 in the environment tries as many files.
    [Fact]
    public void Whatever_the_layout_every_comment_stays()
    {
        Gen.Select(Gen.Int.Positive, Gen.Int.Positive, Gen.Enum<TaskShape>(), Gen.Enum<YamlStyle>(), Gen.Bool).Sample(
            (seed, other, shape, style, hasWindowsLines) =>
            {
                var live = new TaskGenerator(other).Task(shape);
                var declared = Mixed(live, new TaskGenerator(seed).Task(shape), new Random(seed));
                var text = Commented(new DeclaredTask(declared, style, (DeclaredTask.Frame)(seed % 3), hasWindowsLines).Text, new Random(other));

                var result = Update(text, [new LiveAnswer.Found(JsonTasks.Live(live), DeclaredTask.NoNames)]);

                Assert.Equal(CommentsOf(text), CommentsOf(result.Text));
            },
            iter: Math.Max(Check.Iter, 300), threads: 1);
    }

    // With comments on lines of their own and at the ends of lines, wherever the values stay the same.
    private static string Commented(string text, Random random)
    {
        var outline = YamlOutline.Of(YamlLayout.Read(new SourceFile("a.arize.yaml", text))!);
        for (var i = 0; i < 8; i++)
        {
            var breaks = Enumerable.Range(0, text.Length).Where(at => text[at] is '\n').ToList();
            if (breaks.Count == 0)
                return text;
            var at = breaks[random.Next(breaks.Count)];
            var end = at > 0 && text[at - 1] == '\r' ? at - 1 : at;
            var commented = random.Next(2) == 0
                ? text.Insert(at + 1, $"{new string(' ', random.Next(8))}# own\t{i}: \"x\" {{{(end == at ? "\n" : "\r\n")}")
                : text.Insert(end, $"  # behind {i}, 'y' [");
            if (YamlLayout.Read(new SourceFile("a.arize.yaml", commented)) is { } layout && YamlOutline.Of(layout) == outline
                && layout.Comments.Count == CommentsOf(text).Count + 1)
                text = commented;
        }

        return text;
    }

    private static List<string> CommentsOf(string text) =>
        [.. YamlLayout.Read(new SourceFile("a.arize.yaml", text))!.CommentTexts().Order(StringComparer.Ordinal)];

    private static JsonObject Mixed(JsonObject one, JsonObject other, Random random)
    {
        var mixed = new JsonObject();
        foreach (var (name, value) in one)
            mixed[name] = (random.Next(3) == 0 && other.ContainsKey(name) ? other[name] : value)?.DeepClone();
        return mixed;
    }

    private static void Updates(string before, string after, string[]? left = null, string live = Live)
    {
        var result = Update(before, live);
        Assert.Equal(after, result.Text);
        Assert.Equal(left ?? [], result.Left.Select(one => one.Change.Path.ToString()));
        Assert.Equal(result.Text, Update(result.Text, live).Text);
    }

    private static UpdatedText Update(string text, params string[] live) =>
        Update(text, [.. live.Select(one => new LiveAnswer.Found(JsonTasks.Live((JsonObject)JsonNode.Parse(one)!), DeclaredTask.NoNames))]);

    private static UpdatedText Update(string text, IReadOnlyList<LiveAnswer.Found?> live) =>
        new DeclarationUpdate(new DeclarationReader(_ => null), new DateTime(2026, 11, 26)).Update(new SourceFile("a.arize.yaml", text), live);
}
