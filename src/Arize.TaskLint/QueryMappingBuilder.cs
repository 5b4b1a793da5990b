using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Configures what fills a variable of an evaluator, in the trace and session shape.</summary>
public sealed partial class QueryMappingBuilder
{
    private readonly MappingNode mapping;

    internal QueryMappingBuilder(MappingNode mapping) => this.mapping = mapping;
}
