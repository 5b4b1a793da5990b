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

    // No live task has a home of anchors: what it has is a key of the provider, such as a header.
    [Fact]
    public void One_that_the_live_task_has_too_is_compared()
    {
        var declared = Read("""
            id: T1
            partial: true
            run_configuration:
              provider_parameters: { x-header: a, x-own: 1, list: [{ x-deep: 1 }] }
              column_mapping: { x-question: a.b, x-own: c }
            """).Tasks.Single();
        TaskDeclaration Live(string header, string deep, string column) => Read($$"""
            { "id": "T1", "run_configuration": { "provider_parameters": { "x-header": "{{header}}", "list": [{ "x-deep": {{deep}} }] },
              "column_mapping": { "x-question": "{{column}}" } } }
            """).Tasks.Single();
        string[] Changes(TaskDeclaration live) => [.. new TaskComparer((_, name) => new NameResolution.Found(name), isStrict: false)
            .Compare(declared, live).Changes.Select(change => change.Path.ToString())];

        Assert.Empty(Changes(Live("a", "1", "a.b")));
        Assert.Equal(["run_configuration.provider_parameters.x-header"], Changes(Live("b", "1", "a.b")));
        Assert.Equal(["run_configuration.column_mapping.x-question"], Changes(Live("a", "1", "a.c")));
        Assert.NotEmpty(Changes(Live("a", "2", "a.b")));
    }

    private static TaskDocument Read(string yaml) => new DeclarationReader(_ => null).Read(new SourceFile("a.arize.yaml", yaml));
}
