using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4012: a response that is to follow a schema, and no schema.</summary>
public sealed class ResponseHasSchema() : TaskRule("ATL4012", Severity.Warning, "JSON_SCHEMA response format without a schema")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { } run || run.Type == ExperimentTypes.AgentCall)
            yield break;
        var format = run.View[RunConfigurationFields.InvocationParameters].Object?[InvocationParameterFields.ResponseFormat].Object;
        if (format is null || format[ResponseFormatFields.Type].EnumWord != TaskEnums.JsonSchema || HasOthers(format))
            yield break;
        var schema = format[ResponseFormatFields.JsonSchema];
        if (schema is { IsGiven: true, Object: { } members })
        {
            if (HasOthers(members))
                yield break;
            schema = members[JsonSchemaFields.Schema];
        }

        if (schema.IsAbsent ? task.IsPartial : !schema.SaysNone)
            yield break;
        yield return Report(task, schema.IsAbsent ? format[ResponseFormatFields.Type].Head : schema.Head,
            SchemaPath(format),
            "a response format of type JSON_SCHEMA needs its schema in 'json_schema.schema'");
    }

    private static FieldPath SchemaPath(ObjectView format) =>
        format.PathOf(ResponseFormatFields.JsonSchema).Field(JsonSchemaFields.Schema.Name);

    // Providers have members of their own, and the schema may be in one of them.
    private static bool HasOthers(ObjectView view) =>
        view.Node.Entries.Any(entry => view.Spec.Find(entry.Key.Text) is null && !ObjectSpec.IsOwnKey(entry.Key.Text));
}
