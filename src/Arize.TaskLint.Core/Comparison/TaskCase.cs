using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>A declared task and its live side: what a comparison is about.</summary>
/// <param name="Declared">The declaration.</param>
/// <param name="Live">The result of looking it up on the live side.</param>
public sealed record TaskCase(TaskDeclaration Declared, LiveAnswer Live)
{
    /// <summary>Whether none of several tasks is where they were looked for: the key, the region or the space is wrong then.</summary>
    public static bool AreAllMissing(IReadOnlyList<TaskCase> cases) =>
        cases.Count > 1 && cases[0].Live is LiveAnswer.Missing first
        && cases.All(one => one.Live is LiveAnswer.Missing { Namesakes.Count: 0 } missing && missing.Where == first.Where);
}
