using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Server;

/// <summary>The example of the public "Get a task" page, and the IDs in it.</summary>
public static class PublicExample
{
    public const string TaskId = "T25saW5lVGFzazo0NTpxUndY";
    public const string ProjectId = "TW9kZWw6MTIzOmFCY0Q=";
    public const string EvaluatorId = "RXZhbHVhdG9yOjEyOmFCY0Q=";
    public const string UserId = "VXNlcjoxOm5OYkM=";

    /// <summary>
    /// The page's JSON to the letter: enums in lower case, and neither evaluator_version_id nor run_configuration, as older
    /// servers answer. A server writes the enums in its own <see cref="Behaviour.EnumCase"/>.
    /// </summary>
    public const string Json = """
        {
          "id": "T25saW5lVGFzazo0NTpxUndY",
          "name": "Production Hallucination Check",
          "type": "template_evaluation",
          "project_id": "TW9kZWw6MTIzOmFCY0Q=",
          "dataset_id": null,
          "sampling_rate": 1,
          "is_continuous": true,
          "query_filter": null,
          "evaluators": [
            {
              "evaluator_id": "RXZhbHVhdG9yOjEyOmFCY0Q=",
              "evaluator_name": "Hallucination Eval",
              "query_filter": null,
              "column_mappings": {
                "input": "attributes.input.value",
                "output": "attributes.output.value"
              }
            }
          ],
          "experiment_ids": [],
          "last_run_at": "2026-03-01T14:30:00.000Z",
          "created_at": "2026-02-20T10:00:00.000Z",
          "updated_at": "2026-02-20T10:00:00.500Z",
          "created_by_user_id": "VXNlcjoxOm5OYkM="
        }
        """;

    /// <summary>A new copy of it, for a test to change.</summary>
    public static JsonObject Task() => JsonNode.Parse(Json)!.AsObject();
}
