namespace Arize.TaskLint.Core.Model;

/// <summary>
/// Which space a task is in: its own <c>space</c>, else the one that the command line or the environment gives, else its document's, else
/// that of the settings file.
/// </summary>
/// <param name="Given">What the command line or the environment gives, or null.</param>
/// <param name="Configured">What the settings file gives, or null.</param>
public sealed record SpaceSettings(string? Given = null, string? Configured = null)
{
    /// <summary>Where the settings file gives it, with the variables in it; or null.</summary>
    public ScalarNode? ConfiguredNode { get; init; }

    /// <summary>The space of a task, a name or an ID; null where none is given.</summary>
    /// <param name="task">The task, once its document has been read.</param>
    /// <param name="isUncertain">Whether a space is declared whose value is not known.</param>
    public string? Of(TaskHeader task, out bool isUncertain)
    {
        isUncertain = task.IsSpaceUncertain;
        if (isUncertain || task.Space is not null)
            return task.Space;
        if (Given is not null)
            return Given;
        isUncertain = task.Document?.Space.IsUncertain ?? false;
        return isUncertain ? null : task.Document?.Space.Text ?? Configured;
    }
}
