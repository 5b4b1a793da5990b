using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>Sets keys of a mapping that may have any keys. Keys that begin with <c>x-</c> are the author's own, and are not written.</summary>
public sealed partial class ObjectBuilder
{
    private readonly MappingNode mapping;

    internal ObjectBuilder(MappingNode mapping) => this.mapping = mapping;
}
