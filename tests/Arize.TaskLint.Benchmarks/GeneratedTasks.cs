using System.Globalization;

namespace Arize.TaskLint.Benchmarks;

/// <summary>Declarations as teams write them, some 350 bytes each: evaluations on projects and datasets.</summary>
internal static class GeneratedTasks
{
    internal static void Write(TextWriter writer, int count)
    {
        writer.Write("space: production\ntasks:\n");
        for (var i = 0; i < count; i++)
            writer.Write(i % 4 == 3 ? Dataset(i) : Project(i));
    }

    private static string Project(int i) => string.Create(CultureInfo.InvariantCulture, $"""
          - name: Production Check {i}
            type: TEMPLATE_EVALUATION
            project_id: {Id("Model", i)}
            sampling_rate: 0.{1 + (i % 9)}
            is_continuous: true
            query_filter: status_code = 'OK' AND latency_ms > {i}
            evaluators:
              - evaluator_id: {Id("Evaluator", i)}
                column_mappings:
                  input: attributes.input.value
                  output: attributes.output.value

        """);

    private static string Dataset(int i) => string.Create(CultureInfo.InvariantCulture, $"""
          - name: Golden Set Check {i}
            type: CODE_EVALUATION
            dataset_id: {Id("Dataset", i)}
            experiment_ids: [{Id("Experiment", i)}, {Id("Experiment", i + 1)}]
            evaluators:
              - evaluator_id: {Id("Evaluator", i)}
                evaluator_version_id: {Id("EvaluatorVersion", i)}
                column_mappings:
                  question: question
                  answer: output

        """);

    private static string Id(string kind, int number) =>
        Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}:aBcD")));
}
