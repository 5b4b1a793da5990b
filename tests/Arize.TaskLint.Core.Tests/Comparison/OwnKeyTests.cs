using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Comparison;

/// <summary>Keys that begin with <c>x-</c> are the author's own, wherever they stand: never read, never compared.</summary>
public sealed class OwnKeyTests
{
    private const string Declaration = """
        name: Nightly Prompt Run
        type: RUN_EXPERIMENT
        dataset_id: D1
        x-note: [a, b]
        run_configuration:
          x-note: anything
          experiment_type: TEMPLATE_EVALUATION
          ai_integration_id: A1
          template: "{{question}}"
          provide_explanation: true
          column_mapping:
            x-anchors: { question: &question question }
            question: *question
          classification_choices:
            x-note: not a number
            good: 1
          provider_parameters:
            x-note: ${UNSET}
            seed: 7
        """;

    [Fact]
    public void They_are_no_finding() =>
        Assert.Empty(Linter.Check([Read(Declaration)], new SpaceSettings()));

    [Fact]
    public void They_are_no_drift()
    {
        var live = Read("""
            { "id": "T1", "name": "Nightly Prompt Run", "type": "RUN_EXPERIMENT", "dataset_id": "D1", "run_configuration": {
              "experiment_type": "TEMPLATE_EVALUATION", "ai_integration_id": "A1", "template": "{{question}}", "provide_explanation": true,
              "column_mapping": { "question": "question" }, "classification_choices": { "good": 1 }, "provider_parameters": { "seed": 7 } } }
            """).Tasks.Single();

        var (changes, gaps) = new TaskComparer((_, name) => new NameResolution.Found(name), isStrict: true).Compare(Read(Declaration).Tasks.Single(), live);

        Assert.Empty(changes);
        Assert.Empty(gaps);
    }

    [Fact]
    public void One_that_only_the_live_task_has_is_drift()
    {
        var declared = Read("id: T1\npartial: true\nrun_configuration: { provider_parameters: { seed: 7 } }").Tasks.Single();
        var live = Read("""{ "id": "T1", "run_configuration": { "provider_parameters": { "seed": 7, "x-real": 1 } } }""").Tasks.Single();

        var (changes, _) = new TaskComparer((_, name) => new NameResolution.Found(name), isStrict: false).Compare(declared, live);

        Assert.Equal("run_configuration.provider_parameters.x-real", Assert.Single(changes).Path.ToString());
    }

    private static TaskDocument Read(string yaml) => new DeclarationReader(_ => null).Read(new SourceFile("a.arize.yaml", yaml));
}
