using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The sides of a task: what a comparison is about.</summary>
/// <param name="Declared">The declaration.</param>
/// <param name="Live">The result of looking it up on the live side.</param>
/// <param name="Base">The declaration as it was at the base; null where the base does not have it, or there is no base.</param>
public sealed record TaskCase(TaskDeclaration Declared, LiveAnswer Live, TaskDeclaration? Base = null)
{
    /// <summary>Finds the IDs of what the base names, where it was looked for in another space than the declaration; otherwise null.</summary>
    public NameResolver? BaseNames { get; init; }

    /// <summary>Why the live task as it was saved earlier is not known, though it was saved; otherwise null.</summary>
    public LiveFailure? EarlierUnknown { get; init; }

    /// <summary>The live task as it was saved earlier; null if it was not saved, or nothing is compared with it.</summary>
    public ObjectView? Earlier { get; init; }

    /// <summary>
    /// The tasks, those without a base with the declaration at the base that had the same live task: one declaration by another name, or by another
    /// way to name its space.
    /// </summary>
    /// <param name="cases">The tasks that are declared now.</param>
    /// <param name="removed">The tasks that only the base declares.</param>
    public static IReadOnlyList<TaskCase> WithBases(IReadOnlyList<TaskCase> cases, IReadOnlyList<TaskCase> removed)
    {
        var left = removed.Where(one => one.LiveId is not null)
            .GroupBy(one => one.LiveId!, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        if (left.Count == 0)
            return cases;
        var all = cases.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is { Base: null, LiveId: { } id } && left.TryGetValue(id, out var atBase))
            {
                left.Remove(id);
                all[i] = all[i] with { Base = atBase.Declared, BaseNames = ((LiveAnswer.Found)atBase.Live).Names };
            }
        }

        return all;
    }

    private string? LiveId => Live is LiveAnswer.Found found ? found.Task[TaskFields.Id].Text : null;

    /// <summary>Whether none of several tasks is where they were looked for: the key, the region or the space is wrong then.</summary>
    public static bool AreAllMissing(IReadOnlyList<TaskCase> cases) =>
        cases.Count > 1 && cases[0].Live is LiveAnswer.Missing first
        && cases.All(one => one.Live is LiveAnswer.Missing { Namesakes.Count: 0 } missing && missing.Where == first.Where);
}
