using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The fields of an entry of <c>unmanaged</c> in <c>tasklint.yaml</c>.</summary>
public static class UnmanagedFields
{
    public static readonly FieldSpec Reason = new("reason", ValueKind.Text, "Why the tasks are not declared") { Role = FieldRole.Local };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an unmanaged entry",
        PolicyFields.Projects.Copy(), PolicyFields.Names.Copy(), Reason, IgnoreFields.Owner.Copy(), IgnoreFields.Until.Copy());
}

/// <summary>An entry of <c>unmanaged</c>: live tasks that a team leaves undeclared.</summary>
/// <param name="What">The tasks that it is for, as a message names them.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Until">The last day on which it counts, in UTC; null for ever.</param>
public sealed record UnmanagedEntry(string What, string? Owner, DateTime? Until)
{
    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day as results show it; null where there is none.</summary>
    public string? ShownUntil { get; init; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }

    /// <summary>Whether it names projects, of which a live task has the ID alone.</summary>
    internal bool IsByProject { get; init; }

    internal TaskScope Scope { get; init; } = null!;

    /// <summary>Whether the entry still counts.</summary>
    /// <param name="today">The day, in UTC.</param>
    public bool IsInForce(DateTime today) => Until is not { } last || today.Date <= last;

    internal Acceptance How => new(AcceptanceKind.Ignore, Reason ?? "accepted in tasklint.yaml", ShownUntil);
}

/// <summary>The live tasks that a team leaves undeclared: <c>unmanaged</c> of <c>tasklint.yaml</c>.</summary>
public sealed class UnmanagedSet
{
    private UnmanagedSet(IReadOnlyList<UnmanagedEntry> all) => All = all;

    /// <summary>No entries.</summary>
    public static readonly UnmanagedSet Empty = new([]);

    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<UnmanagedEntry> All { get; }

    /// <summary>Makes entries of what a settings file has; those that cannot be read have problems of their own.</summary>
    /// <param name="problems">What is wrong with the tasks that they are for is added here.</param>
    public static UnmanagedSet Read(IReadOnlyList<ObjectView> views, List<Problem> problems)
    {
        var all = new List<UnmanagedEntry>();
        foreach (var view in views)
        {
            TaskScope.Check(view, problems);
            var until = view.Like(IgnoreFields.Until);
            DateTime? day = until.Text is { } text && Kinds.TryDate(text, out var date) ? date : null;
            if (day is null && until.IsGiven)
                continue;
            all.Add(new UnmanagedEntry(WhatOf(view), view.Like(IgnoreFields.Owner).ShownText, day)
            {
                Reason = view.Like(UnmanagedFields.Reason).ShownText,
                ShownUntil = until.ShownText,
                Place = view.Place,
                IsByProject = view.Like(PolicyFields.Projects).IsGiven,
                Scope = new TaskScope(view),
            });
        }

        return all.Count > 0 ? new UnmanagedSet(all) : Empty;
    }

    /// <summary>The entries by which the team accepts that a live task is not declared; the first one counts.</summary>
    /// <param name="live">The live task.</param>
    /// <param name="today">The day, in UTC.</param>
    internal IEnumerable<UnmanagedEntry> Of(TaskDeclaration live, DateTime today) =>
        All.Where(one => one.IsInForce(today) && one.Scope.Includes(live));

    private static string WhatOf(ObjectView view)
    {
        string[] parts =
        [
            .. from field in new[] { view.Like(PolicyFields.Names), view.Like(PolicyFields.Projects) }
               where field.IsGiven
               select $"{field.Spec!.Name} '{Excerpt.Of(string.Join(", ", field.Scalars.Select(text => text.ShownText)))}'",
        ];
        return parts.Length == 0 ? "all tasks" : string.Join(" of ", parts);
    }
}
