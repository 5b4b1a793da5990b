using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7008: the live task has a field that this version does not know, and so does not compare.</summary>
public sealed class LiveFieldIsKnown : LiveRule
{
    private LiveFieldIsKnown()
        : base("ATL7008", Severity.Silent, "The API returned a field that this version does not know")
    {
    }

    public static LiveFieldIsKnown Rule { get; } = new();

    /// <summary>The finding of a field.</summary>
    /// <param name="task">The declaration of the task.</param>
    /// <param name="member">The field.</param>
    internal Finding Report(TaskDeclaration task, UnknownMember member) => Report(
        task, task.Place, member.Path,
        $"the live task has '{Excerpt.Of(member.General)}', which this version of tasklint does not know, so it is not compared; "
            + "a newer version may know it");
}
