using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A matcher of a task that could be read.</summary>
/// <param name="Path">The path of the value that it replaces.</param>
/// <param name="Name">The name of that value: its field, or its key in a mapping.</param>
/// <param name="Field">The field, or the mapping that the value is in.</param>
/// <param name="Kind">The kind of the value.</param>
internal sealed record DeclaredMatcher(FieldPath Path, string Name, FieldSpec Field, ValueKind Kind, ObjectView Parts);
