namespace Arize.TaskLint.Core.Model;

/// <summary>
/// Determines the space of a task: its own <c>space</c>, otherwise the one of the command line or the environment, otherwise its document's,
/// otherwise that of the settings file.
/// </summary>
/// <param name="Given">The space of the command line or the environment, or null.</param>
/// <param name="Configured">The space of the settings file, or null.</param>
public sealed record SpaceSettings(string? Given = null, string? Configured = null)
{
    /// <summary>The space in the settings file as it is written, with variables; or null.</summary>
    public ScalarNode? ConfiguredNode { get; init; }

    /// <summary>
    /// Whether the environment and the settings are not known, as in the compiler: they may give a space to a task that has none here, and another
    /// value to a variable than its default.
    /// </summary>
    public bool IsPartlyKnown { get; init; }

    /// <summary>The space of a task, a name or an ID; null if it has none.</summary>
    /// <param name="task">The task, once its document has been read.</param>
    /// <param name="isUncertain">Whether a space is declared whose value is not known.</param>
    public string? Of(TaskHeader task, out bool isUncertain)
    {
        isUncertain = task.IsSpaceUncertain;
        if (isUncertain || task.Space is not null)
            return task.Space;
        if (Given is not null)
            return Given;
        isUncertain = (task.Document?.Space.IsUncertain ?? false) || (IsPartlyKnown && task.Document?.Space.Node is ScalarNode { IsFilled: true });
        return isUncertain ? null : task.Document?.Space.Text ?? Configured;
    }
}
