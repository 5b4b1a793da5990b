using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Policies;

/// <summary>What a team asks of its tasks, or of some of them.</summary>
/// <param name="view">Its fields.</param>
public sealed class Policy(ObjectView view)
{
    private readonly TaskScope scope = new(view);

    /// <summary>A field of it.</summary>
    public FieldValue this[FieldSpec field] => view[field];

    /// <summary>Whether it is for a task.</summary>
    public bool IsFor(TaskDeclaration task) => scope.Includes(task);
}
