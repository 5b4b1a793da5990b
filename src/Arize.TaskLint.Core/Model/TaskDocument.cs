namespace Arize.TaskLint.Core.Model;

/// <summary>The content of a file.</summary>
/// <param name="Problems">The problems outside of tasks. Those in a task belong to the task.</param>
public sealed record TaskDocument(SourceFile File, IReadOnlyList<TaskDeclaration> Tasks, IReadOnlyList<Problem> Problems)
{
    /// <summary>The suppressions in its comments.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];
}
