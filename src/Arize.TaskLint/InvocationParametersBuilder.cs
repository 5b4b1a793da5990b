using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Configures the parameters of a call of a model.</summary>
public sealed partial class InvocationParametersBuilder
{
    private readonly MappingNode mapping;

    internal InvocationParametersBuilder(MappingNode mapping) => this.mapping = mapping;
}
