using System.Text.Json.Nodes;

namespace Arize.TaskLint.Testing.Server;

/// <summary>Completes what a test says of a task to the whole that the API would answer, members in the API's order.</summary>
internal static class TaskDefaults
{
    public static JsonObject Fill(JsonObject given, string id, Func<string, string?> nameOf)
    {
        var task = Over(given, new JsonObject
        {
            ["id"] = null,
            ["name"] = "A task",
            ["type"] = "TEMPLATE_EVALUATION",
            ["project_id"] = null,
            ["dataset_id"] = null,
            ["sampling_rate"] = null,
            ["is_continuous"] = false,
            ["query_filter"] = null,
            ["evaluators"] = new JsonArray(),
            ["experiment_ids"] = new JsonArray(),
            ["run_configuration"] = null,
            ["last_run_at"] = null,
            ["created_at"] = Stamps.Created,
            ["updated_at"] = Stamps.Updated,
            ["created_by_user_id"] = Stamps.UserId,
        });

        task["id"] = id;
        if (task["evaluators"] is JsonArray evaluators)
            task["evaluators"] = new JsonArray([.. evaluators.Select(evaluator => Attachment(evaluator, nameOf))]);
        return task;
    }

    private static JsonNode? Attachment(JsonNode? given, Func<string, string?> nameOf)
    {
        if (given is not JsonObject attachment)
            return given?.DeepClone();

        var name = attachment["evaluator_id"] is { } id ? nameOf(id.GetValue<string>()) : null;
        var full = new JsonObject
        {
            ["evaluator_id"] = null,
            ["evaluator_name"] = name ?? "An evaluator",
            ["evaluator_version_id"] = null,
            ["query_filter"] = null,
        };
        // Trace and session tasks have query_mappings in their place.
        if (!attachment.ContainsKey("query_mappings"))
            full["column_mappings"] = null;
        return Over(attachment, full);
    }

    private static JsonObject Over(JsonObject given, JsonObject defaults)
    {
        foreach (var (member, value) in given)
            defaults[member] = value?.DeepClone();
        return defaults;
    }
}
