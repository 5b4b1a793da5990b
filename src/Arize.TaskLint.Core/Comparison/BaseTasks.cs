using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// The declarations at the base of a pull request, each with the declaration that it has become: found by its ID, else by its name in the same
/// space, in whatever file it is.
/// </summary>
public sealed class BaseTasks
{
    private readonly Dictionary<TaskDeclaration, TaskDeclaration> byDeclared = [];
    private readonly SpaceSettings spaces;
    private readonly HashSet<TaskDeclaration> notMoved = [];

    /// <summary>Finds the declarations that belong together.</summary>
    /// <param name="atBase">The declarations at the base.</param>
    /// <param name="declared">The declarations as they are now.</param>
    /// <param name="spaces">The space of each task.</param>
    /// <param name="elsewhere">Further declarations at the base, which a task may have been moved from.</param>
    public BaseTasks(
        IReadOnlyList<TaskDeclaration> atBase,
        IReadOnlyList<TaskDeclaration> declared,
        SpaceSettings spaces,
        IReadOnlyList<TaskDeclaration> elsewhere)
    {
        this.spaces = spaces;
        All = [.. atBase, .. elsewhere];
        foreach (var group in new[] { atBase, elsewhere })
        {
            var left = new HashSet<TaskDeclaration>(group);
            Match(group, declared, left, task => task.Id is { Length: > 0 } id ? id : null);
            Match(group, declared, left, task => NameIn(spaces, task));
            if (group == atBase)
                Removed = [.. atBase.Where(left.Contains)];
            else
                notMoved = left;
        }
    }

    /// <summary>All declarations at the base.</summary>
    public IReadOnlyList<TaskDeclaration> All { get; }

    /// <summary>Those that are declared no more.</summary>
    public IReadOnlyList<TaskDeclaration> Removed { get; } = [];

    /// <summary>The declaration as it was at the base; null where the base does not have it.</summary>
    public TaskDeclaration? Of(TaskDeclaration declared) => byDeclared.TryGetValue(declared, out var atBase) ? atBase : null;

    /// <summary>
    /// The tasks, those without a base with the declaration of another file that had the name of their live task in their space: renamed and moved.
    /// </summary>
    public IReadOnlyList<TaskCase> WithMoved(IReadOnlyList<TaskCase> cases)
    {
        if (notMoved.Count == 0)
            return cases;
        var byName = notMoved.Where(task => NameIn(spaces, task) is not null).ToLookup(task => NameIn(spaces, task)!, StringComparer.Ordinal);
        return
        [
            .. cases.Select(one => one is { Base: null, Live: LiveAnswer.Found found } && found.Task[TaskFields.Name].Text is { } name
                && KeyOf(spaces, one.Declared, name) is { } key && byName[key].FirstOrDefault() is { } atBase
                    ? one with { Base = atBase }
                    : one),
        ];
    }

    private static string? NameIn(SpaceSettings spaces, TaskDeclaration task)
    {
        return task.Name is { } name ? KeyOf(spaces, task, name) : null;
    }

    private static string? KeyOf(SpaceSettings spaces, TaskDeclaration task, string name)
    {
        var space = spaces.Of(new TaskHeader(task), out var isUncertain) ?? "";
        return isUncertain ? null : $"{space.Length}:{space}{name}";
    }

    private void Match(
        IReadOnlyList<TaskDeclaration> atBase,
        IReadOnlyList<TaskDeclaration> declared,
        HashSet<TaskDeclaration> left,
        Func<TaskDeclaration, string?> keyOf)
    {
        var byKey = atBase.Where(task => left.Contains(task) && keyOf(task) is not null).ToLookup(keyOf, StringComparer.Ordinal);
        foreach (var task in declared)
        {
            if (byDeclared.ContainsKey(task) || keyOf(task) is not { } key || byKey[key].FirstOrDefault(left.Contains) is not { } found)
                continue;
            byDeclared.Add(task, found);
            left.Remove(found);
        }
    }
}
