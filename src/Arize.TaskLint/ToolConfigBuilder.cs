using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures which tools a model may call.</summary>
public sealed partial class ToolConfigBuilder
{
    private readonly MappingNode mapping;

    internal ToolConfigBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Adds an entry to <c>tools</c>: a tool, as the provider describes it.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.Tools, Use = FieldUse.Item)]
    public ToolConfigBuilder Tool(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.AddItem(FieldNames.Tools, new(file, line))));
        return this;
    }
}
