using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>A live task to write a declaration of.</summary>
/// <param name="NameOf">The name of a resource by its kind and ID; null if it is not known.</param>
/// <param name="Names">Finds the ID of a name, as a check of the declaration will.</param>
public sealed record LiveTask(ObjectView Task, Func<ResourceKind, string, string?> NameOf, NameResolver Names)
{
    /// <summary>How messages call the task: by its name, otherwise by its ID.</summary>
    internal string Label => Excerpt.Of(Task[TaskFields.Name].Text ?? Task[TaskFields.Id].Text ?? "");
}
