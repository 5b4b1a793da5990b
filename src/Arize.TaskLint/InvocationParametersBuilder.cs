using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Configures how a model is called.</summary>
public sealed partial class InvocationParametersBuilder
{
    private readonly MappingNode mapping;

    internal InvocationParametersBuilder(MappingNode mapping) => this.mapping = mapping;
}
