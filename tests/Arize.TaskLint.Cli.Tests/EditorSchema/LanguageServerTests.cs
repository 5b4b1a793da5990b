using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Arize.TaskLint.Reporting.EditorSchema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Cli.Tests.EditorSchema;

/// <summary>What a person sees in an editor, under both versions of the schema.</summary>
public sealed class LanguageServerTests
{
    public static TheoryData<string> Drafts => [.. SchemaDraft.All.Select(draft => draft.Name)];

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task An_editor_underlines_errors_at_their_line_and_offers_the_words_of_an_enum(string draft)
    {
        SkipWithoutNode();
        using var run = ToolRun.Create();
        var printed = await run.RunAsync("schema", "--draft", draft, "--output", "arize-tasks.schema.json");
        Assert.Equal((0, "", ""), (printed.ExitCode, printed.Output, printed.Error));
        using var limit = Limit();
        await using var server = await LanguageServer.StartAsync(limit.Token);
        Uri FileOf(string name) => new(run.PathOf(name));

        Assert.Equal(
            [(6, "Value is above the maximum of 1.")],
            await server.OpenAsync(FileOf("percentage.arize.yaml"), """
                # yaml-language-server: $schema=arize-tasks.schema.json
                tasks:
                  - name: A
                    type: template_evaluation
                    project: support-bot
                    sampling_rate: 25
                    evaluators:
                      - evaluator: Hallucination Eval

                """));

        Assert.Equal(
            [(5, "'sampling_rate' has no place on a task of type RUN_EXPERIMENT"), (10, "'provide_explanation' belongs to TEMPLATE_EVALUATION")],
            (await server.OpenAsync(FileOf("misplaced.arize.yaml"), """
                # yaml-language-server: $schema=arize-tasks.schema.json
                - name: A
                  type: run_experiment
                  dataset: golden-questions
                  sampling_rate: { max: 0.2 }
                  run_configuration:
                    experiment_type: agent_call
                    integration: support-agent
                    input_template: { question: "{{question}}" }
                    provide_explanation: true

                """)).Where(one => !one.Message.EndsWith("on a dataset", StringComparison.Ordinal)).OrderBy(one => one.Line));

        Assert.Empty(await server.OpenAsync(FileOf("fine.arize.yaml"), """
            # yaml-language-server: $schema=arize-tasks.schema.json
            x-common: &common
              type: Template-Evaluation
              project: ${PROJECT:support-bot}
            space: production
            tasks:
              - <<: *common
                name: 2027
                sampling_rate: ${RATE}
                evaluators:
                  - evaluator: Hallucination Eval
                    column_mappings: { output: { contains: output.value } }

            """));

        const string Open = """
            # yaml-language-server: $schema=arize-tasks.schema.json
            tasks:
              - name: A
                type: 
            """;
        await server.OpenAsync(FileOf("open.arize.yaml"), Open);
        var offered = await server.CompleteAsync(FileOf("open.arize.yaml"), 4, 11);
        Assert.Superset(new HashSet<string> { "TEMPLATE_EVALUATION", "CODE_EVALUATION", "RUN_EXPERIMENT" }, offered.ToHashSet());

        Assert.NotEmpty(await server.OpenAsync(FileOf("empty.arize.yaml"), "# yaml-language-server: $schema=arize-tasks.schema.json\nt\n"));
        Assert.Superset(new HashSet<string> { "tasks", "name", "type" }, (await server.CompleteAsync(FileOf("empty.arize.yaml"), 2, 2)).ToHashSet());
    }

    [Fact]
    public async Task An_editor_offers_each_field_once_and_only_what_the_chosen_type_has()
    {
        SkipWithoutNode();
        using var run = ToolRun.Create();
        await run.RunAsync("schema", "--output", "arize-tasks.schema.json");
        using var limit = Limit();
        await using var server = await LanguageServer.StartAsync(limit.Token);
        var file = new Uri(run.PathOf("a.arize.yaml"));
        await server.OpenAsync(file, """
            # yaml-language-server: $schema=arize-tasks.schema.json
            tasks:
              - 
              - name: A
                type: RUN_EXPERIMENT
                dataset: golden-questions
                run_configuration:
                  experiment_type: AGENT_CALL
                  
              - name: B
                type: TEMPLATE_EVALUATION
                sampling_rate: 0.5
                project: support-bot
                
            """);

        var atTheStart = await server.CompleteAsync(file, 3, 5);
        Assert.Equal(atTheStart.Order(StringComparer.Ordinal), atTheStart.Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "name", "type", "project", "dataset", "sampling_rate", "run_configuration" }, atTheStart.ToHashSet());
        Assert.DoesNotContain(atTheStart, label => label.Contains(' ', StringComparison.Ordinal) || label is "tasks" or "created_at" or "last_run_at");
        Assert.Equal(["input_template", "integration", "integration_id"], (await server.CompleteAsync(file, 9, 7)).Order(StringComparer.Ordinal));
        var ofAnEvaluation = await server.CompleteAsync(file, 14, 5);
        Assert.Contains("evaluators", ofAnEvaluation);
        Assert.DoesNotContain("run_configuration", ofAnEvaluation);

        Assert.Contains("Allowed on: `TEMPLATE_EVALUATION` or `CODE_EVALUATION`, on a project.", await server.HoverAsync(file, 12, 7), StringComparison.Ordinal);
        Assert.Contains("Range: 0 to 1.", await server.HoverAsync(file, 12, 7), StringComparison.Ordinal);
        Assert.Contains("Cannot be changed; create a new task.", await server.HoverAsync(file, 13, 7), StringComparison.Ordinal);
        Assert.Contains("What the task does.", await server.HoverAsync(file, 11, 7), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_offers_live_names_variables_and_whole_tasks(bool isSaved)
    {
        SkipWithoutNode();
        await using var run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        var project = run.World.AddProject(space, "support-bot");
        run.World.AddProject(space, "costs ${A}");
        var dataset = run.World.AddDataset(space, "golden-questions");
        var judge = run.World.AddTemplateEvaluator(space, "Hallucination Eval", "Judge {output} by {input} and {context}");
        run.World.AddTask(space, new JsonObject
        {
            ["name"] = "Weekly Toxicity",
            ["project_id"] = project,
            ["sampling_rate"] = 0.5,
            ["query_filter"] = "span_kind = 'LLM'",
            ["evaluators"] = new JsonArray(new JsonObject
            {
                ["evaluator_id"] = judge,
                ["column_mappings"] = new JsonObject { ["output"] = "attributes.output.value", ["input"] = "${X}", ["context"] = "true" },
            }),
        });
        run.World.AddTask(space, JsonNode.Parse($$$"""
            {
              "name": "costs ${A} $1 }: \"x\" # 'no' \\ ^",
              "type": "RUN_EXPERIMENT",
              "dataset_id": "{{{dataset}}}",
              "run_configuration": {
                "experiment_type": "llm_generation", "ai_integration_id": "TGxtSW50ZWdyYXRpb246MTphQmNE", "model_name": "gpt-4o",
                "messages": [{ "role": "system", "content": "You are\nhelpful: {{x}}\n" }, { "role": "user", "content": "^true" }],
                "input_variable_format": "mustache", "invocation_parameters": { "temperature": 0.2, "stop": ["a", "$b"] },
                "provider_parameters": { "deep": { "list": [null, ["${c}", {}]] } }
              }
            }
            """)!.AsObject());
        if (isSaved)
            Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--space", "production", "--output", "live.json")).ExitCode);
        string[] from = isSaved ? ["--live", "live.json"] : ["--live", "--space", "production"];
        var requests = run.Server.Requests.Count;
        var printed = await run.Tool.RunAsync(["schema", .. from, "--output", "arize-tasks.schema.json"]);
        Assert.Equal((0, "", ""), (printed.ExitCode, printed.Output, printed.Error));
        Assert.Equal(isSaved, requests == run.Server.Requests.Count);
        Assert.DoesNotContain(run.Server.ApiKey, run.Tool.Read("arize-tasks.schema.json"), StringComparison.Ordinal);
        using var limit = Limit();
        await using var server = await LanguageServer.StartAsync(limit.Token);
        var file = new Uri(run.Tool.PathOf("a.arize.yaml"));
        await server.OpenAsync(file, """
            # yaml-language-server: $schema=arize-tasks.schema.json
            space: 
            tasks:
              - name: A
                type: TEMPLATE_EVALUATION
                project: 
                evaluators:
                  - evaluator: 
                  - evaluator: Hallucination Eval
                    column_mappings:
                      i
                  - 
              - project_id: 
              - 
            """);

        Assert.Contains("production", await server.CompleteAsync(file, 2, 8));
        Assert.Contains("support-bot", await server.CompleteAsync(file, 6, 14));
        Assert.Contains("Hallucination Eval", await server.CompleteAsync(file, 8, 20));
        Assert.Equal(["output", "input", "context"], await server.CompleteAsync(file, 11, 12));
        var evaluator = (await server.SnippetsAsync(file, 12, 9)).Single(one => one.Label == "Hallucination Eval");
        Assert.Equal("evaluator: Hallucination Eval\n  column_mappings:\n    output: $1\n    input: $2\n    context: $3", evaluator.Inserted);
        Assert.Contains(($"support-bot ({project})", project), await server.SnippetsAsync(file, 13, 17));

        var tasks = (await server.SnippetsAsync(file, 14, 5)).Where(one => one.Inserted.Contains('\n', StringComparison.Ordinal)).ToList();
        var whole = tasks.Where(one => one.Label is "Weekly Toxicity" || one.Label.StartsWith("costs", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, whole.Count);
        run.Tool.File("b.arize.yaml", $"space: production\ntasks:\n{string.Concat(whole.Select(one => $"  - {Typed(one.Inserted)}\n"))}");
        var (checkedNow, _) = await run.CheckAsync("--strict", "b.arize.yaml");
        Assert.Equal((0, ""), (checkedNow.ExitCode, checkedNow.Error));
    }

    // As an editor inserts a snippet without places to fill in, on a line that begins with two blanks.
    private static string Typed(string snippet) => Regex.Replace(snippet, @"\\([\\$}])", "$1").Replace("\n", "\n  ", StringComparison.Ordinal);

    private static void SkipWithoutNode()
    {
        if (NodePackages.Missing is not { } missing)
            return;
        Assert.SkipWhen(Programs.MaySkip, missing);
        Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        return limit;
    }
}
