using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures the run of an experiment, in any of the three forms.</summary>
/// <remarks>
/// Every method can be called for any type. The analyzer and <c>tasklint lint</c> report fields that belong to another type.
/// </remarks>
public sealed partial class RunConfigurationBuilder
{
    private readonly MappingNode mapping;

    internal RunConfigurationBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>input_template</c> to a text, which the API does not accept: it expects a mapping.</summary>
    /// <param name="template">The text.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.InputTemplate)]
    public RunConfigurationBuilder InputTemplate(string? template, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.InputTemplate, ScalarNode.Of(template), new(file, line));
        return this;
    }
}
