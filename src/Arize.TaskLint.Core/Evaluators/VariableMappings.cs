using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>
/// The variables that a declared evaluator maps, in either shape: <c>column_mappings</c>, or <c>query_mappings</c> of traces and sessions.
/// </summary>
/// <param name="Field">The field that maps, where a message about all of it points.</param>
/// <param name="Variables">The mapped variables: the key, and its path.</param>
internal sealed record VariableMappings(FieldValue Field, IReadOnlyList<(ScalarNode Key, FieldPath Path)> Variables)
{
    /// <summary>The mappings; null if they are unmanaged, or not known to the last one.</summary>
    /// <param name="evaluator">The evaluator as it is declared.</param>
    internal static VariableMappings? Of(EvaluatorDeclaration evaluator)
    {
        var (columns, queries) = (evaluator.ColumnMappings, evaluator.View[EvaluatorFields.QueryMappings]);
        if (columns.IsUncertain || queries.IsUncertain || (columns.IsAbsent && queries.IsAbsent))
            return null;
        var variables = new List<(ScalarNode, FieldPath)>();
        foreach (var (key, _) in columns.Entries)
            variables.Add((key, columns.Path.Field(key.Text)));
        var isKnown = true;
        foreach (var mapping in queries.Objects)
        {
            if (mapping[QueryMappingFields.VariableName] is not { IsKnown: true, Node: ScalarNode name } variable)
            {
                isKnown = false;
                break;
            }

            variables.Add((name, variable.Path));
        }

        if (!isKnown || variables.Exists(variable => variable.Item1.Unknown is not null))
            return null;
        return new VariableMappings(queries.IsGiven || columns.IsAbsent ? queries : columns, variables);
    }
}
