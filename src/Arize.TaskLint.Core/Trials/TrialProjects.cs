using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Which project a sample is of. A project has a name and an ID, and which of them belong together the live side alone tells.</summary>
/// <param name="nameOf">The name of a project by its ID, or null; null where none is known.</param>
internal sealed class TrialProjects(Func<string, string?>? nameOf)
{
    /// <summary>Whether a task is on a project; null if that is not known.</summary>
    /// <param name="label">The name or ID of the project.</param>
    internal bool? Of(TaskTrial trial, string label)
    {
        if (trial.Project is not { } project || project == label)
            return true;
        var isLabelId = ResourceId.ResourceOf(label) == ResourceKind.Project;
        if (isLabelId == trial.IsByProjectId)
            return false;
        var (id, name) = isLabelId ? (label, project) : (project, label);
        if (nameOf?.Invoke(id) is { } known)
            return known == name;
        return trial.Names?.Invoke(ResourceKind.Project, name) is NameResolution.Found found ? found.Id == id : null;
    }
}
