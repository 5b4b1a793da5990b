namespace Arize.TaskLint.Core.Model;

/// <summary>What a file declares.</summary>
/// <param name="Problems">What reading found outside of tasks; what it found in a task stands there.</param>
public sealed record TaskDocument(SourceFile File, IReadOnlyList<TaskDeclaration> Tasks, IReadOnlyList<Problem> Problems)
{
    /// <summary>What its comments suppress.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];
}
