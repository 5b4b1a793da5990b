using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>What looking for a declared task on the live side came to.</summary>
public abstract record LiveAnswer
{
    private LiveAnswer()
    {
    }

    /// <summary>The live task was found.</summary>
    /// <param name="Task">The live task.</param>
    /// <param name="Names">Finds the IDs of what the declaration names, in the task's space.</param>
    public sealed record Found(ObjectView Task, NameResolver Names) : LiveAnswer
    {
        /// <summary>Whether the task was read by itself; a list may be older.</summary>
        public bool IsRead { get; init; }
    }

    /// <summary>There is no such task.</summary>
    /// <param name="Where">Where it was looked for, as a message: <c>in space production</c>.</param>
    /// <param name="Nearest">A live task with a name near to it, or null.</param>
    /// <param name="IsSaved">Whether it was looked for in saved tasks, so that no key is at fault.</param>
    public sealed record Missing(string Where, string? Nearest = null, bool IsSaved = false) : LiveAnswer
    {
        /// <summary>
        /// The IDs of live tasks with the declared name, where the task was looked for by its ID: it may have been deleted and created anew.
        /// </summary>
        public IReadOnlyList<string> Namesakes { get; init; } = [];

        /// <summary>What there is to say, without the task.</summary>
        public string Reason =>
            $"not {Where}{(IsSaved ? "" : ", or this key cannot see it")}{(Nearest is null ? "" : $"; did you mean '{Excerpt.Of(Nearest)}'")}"
            + Namesakes.Count switch
            {
                0 => "",
                1 => $"; a task of that name exists with the ID {Namesakes[0]}",
                _ => $"; tasks of that name exist with the IDs {string.Join(", ", Namesakes)}",
            };
    }

    /// <summary>The name fits several live tasks.</summary>
    /// <param name="Ids">Their IDs.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : LiveAnswer;

    /// <summary>The declaration has an error, so that no live task can be looked for; a finding says so already.</summary>
    public sealed record Broken : LiveAnswer;

    /// <summary>It cannot be told.</summary>
    /// <param name="Cause">Why; tasks with the same cause share one finding.</param>
    public sealed record Undetermined(LiveFailure Cause) : LiveAnswer;
}
