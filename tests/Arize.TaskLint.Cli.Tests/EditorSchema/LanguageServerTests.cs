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
        if (NodePackages.Missing is { } missing)
        {
            Assert.SkipWhen(Programs.MaySkip, missing);
            Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
        }

        using var run = ToolRun.Create();
        var printed = await run.RunAsync("schema", "--draft", draft, "--output", "arize-tasks.schema.json");
        Assert.Equal((0, "", ""), (printed.ExitCode, printed.Output, printed.Error));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, TestContext.Current.CancellationToken);
        await using var server = await LanguageServer.StartAsync(either.Token);
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
}
