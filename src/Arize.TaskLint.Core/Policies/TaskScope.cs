using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Policies;

/// <summary>Which tasks an entry of the settings is for: all, or those of some projects and with some names.</summary>
/// <param name="view">The entry, with fields as <see cref="PolicyFields.Projects"/> and <see cref="PolicyFields.Names"/>.</param>
public sealed class TaskScope(ObjectView view)
{
    /// <summary>Whether a task is certainly in the scope. A task whose project or name is not known is not.</summary>
    public bool Includes(TaskDeclaration task) =>
        Names(PolicyFields.Projects, task.Project.Field.Text) && Names(PolicyFields.Names, task.Name);

    /// <summary>Whether a task may be among them: it is, or its project or its name is not known.</summary>
    internal bool MayInclude(TaskDeclaration task) =>
        (task.Project.IsUncertain || Names(PolicyFields.Projects, task.Project.Field.Text))
            && (task[TaskFields.Name].IsUncertain || Names(PolicyFields.Names, task.Name));

    /// <summary>Reports an empty list of tasks: the author may mean no task, but without the list the entry applies to all.</summary>
    /// <param name="problems">Receives the problems.</param>
    internal static void Check(ObjectView view, List<Problem> problems)
    {
        foreach (var field in new[] { view.Like(PolicyFields.Projects), view.Like(PolicyFields.Names) })
        {
            if (field.Node is ListNode { Items.Count: 0 })
                problems.Add(new UnknownSetting(field.KeyPlace, $"'{field.Spec!.Name}' is empty, so it names no task; leave it out for all tasks"));
        }
    }

    private bool Names(FieldSpec field, string? name) =>
        !view.Like(field).IsGiven || (name is not null && view.Like(field).Texts.Any(pattern => Fits(pattern, name)));

    // One star is remembered at a time, so that no pattern takes long.
    private static bool Fits(string pattern, string name)
    {
        var (i, j, star, behind) = (0, 0, -1, 0);
        while (j < name.Length)
        {
            if (i < pattern.Length && pattern[i] == '*')
                (star, behind, i) = (i, j, i + 1);
            else if (i < pattern.Length && (pattern[i] == '?' || pattern[i] == name[j]))
                (i, j) = (i + 1, j + 1);
            else if (star >= 0)
                (i, j, behind) = (star + 1, behind + 1, behind + 1);
            else
                return false;
        }

        while (i < pattern.Length && pattern[i] == '*')
            i++;
        return i == pattern.Length;
    }
}
