using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures an evaluator that is attached to a task.</summary>
public sealed partial class EvaluatorBuilder
{
    private readonly MappingNode mapping;

    internal EvaluatorBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>
    /// Adds to <c>query_mappings</c>, the trace and session shape of <c>column_mappings</c>: what fills a variable of the evaluator.
    /// </summary>
    /// <param name="variable">The evaluator's variable.</param>
    /// <param name="configure">Sets what fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryMappings, Use = FieldUse.Item)]
    public EvaluatorBuilder MapQuery(
        [TaskField(FieldNames.VariableName)] string? variable, Action<QueryMappingBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var entry = mapping.AddItem(FieldNames.QueryMappings, new(file, line));
        entry.Set(FieldNames.VariableName, ScalarNode.Of(variable), new(file, line));
        configure?.Invoke(new(entry));
        return this;
    }
}
