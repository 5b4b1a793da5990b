using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A matcher of a task that can be read.</summary>
/// <param name="Path">The path of the value that it stands for.</param>
/// <param name="Name">What that value is called: its field, or its key in a mapping.</param>
/// <param name="Field">The field, or the mapping that the value is in.</param>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Parts">The matcher.</param>
internal sealed record DeclaredMatcher(FieldPath Path, string Name, FieldSpec Field, ValueKind Kind, ObjectView Parts);
