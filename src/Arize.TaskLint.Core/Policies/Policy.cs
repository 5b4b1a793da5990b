using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Policies;

/// <summary>The requirements of a team for all or some of its tasks.</summary>
/// <param name="patterns">The patterns of the run.</param>
public sealed class Policy(ObjectView view, PatternRun patterns)
{
    private readonly TaskScope scope = new(view);

    /// <summary>A field of it.</summary>
    public FieldValue this[FieldSpec field] => view[field];

    /// <summary>Whether a name matches the pattern of the policy; null if that takes too long to determine.</summary>
    internal bool? Allows(string name) => patterns.IsMatch(view[PolicyFields.NamePattern].Text!, name);

    /// <summary>Whether it is for a task.</summary>
    public bool IsFor(TaskDeclaration task) => scope.Includes(task);
}
