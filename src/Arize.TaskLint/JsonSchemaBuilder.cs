using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Configures the JSON Schema that a response follows.</summary>
public sealed partial class JsonSchemaBuilder
{
    private readonly MappingNode mapping;

    internal JsonSchemaBuilder(MappingNode mapping) => this.mapping = mapping;
}
