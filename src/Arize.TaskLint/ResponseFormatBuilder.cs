using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Configures the form of a response.</summary>
public sealed partial class ResponseFormatBuilder
{
    private readonly MappingNode mapping;

    internal ResponseFormatBuilder(MappingNode mapping) => this.mapping = mapping;
}
