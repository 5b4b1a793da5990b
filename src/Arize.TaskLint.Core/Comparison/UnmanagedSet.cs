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

/// <summary>The live tasks that a team leaves undeclared: <c>unmanaged</c> of <c>tasklint.yaml</c>.</summary>
public sealed class UnmanagedSet
{
    private readonly IReadOnlyList<(TaskScope Scope, Acceptance How, DateTime? Until)> all;

    private UnmanagedSet(IReadOnlyList<(TaskScope, Acceptance, DateTime?)> all) => this.all = all;

    /// <summary>No entries.</summary>
    public static readonly UnmanagedSet Empty = new([]);

    /// <summary>Makes entries of what a settings file has; those that cannot be read have problems of their own.</summary>
    /// <param name="problems">What is wrong with the tasks that they are for is added here.</param>
    public static UnmanagedSet Read(IReadOnlyList<ObjectView> views, List<Problem> problems)
    {
        var all = new List<(TaskScope, Acceptance, DateTime?)>();
        foreach (var view in views)
        {
            TaskScope.Check(view, problems);
            var until = view.Like(IgnoreFields.Until);
            DateTime? day = until.Text is { } text && Kinds.TryDate(text, out var date) ? date : null;
            if (day is null && until.IsGiven)
                continue;
            all.Add((
                new TaskScope(view),
                new Acceptance(AcceptanceKind.Ignore, view.Like(UnmanagedFields.Reason).ShownText ?? "accepted in tasklint.yaml", until.ShownText),
                day));
        }

        return all.Count > 0 ? new UnmanagedSet(all) : Empty;
    }

    /// <summary>How the team accepts that a live task is not declared; null if it does not.</summary>
    /// <param name="live">The live task.</param>
    /// <param name="today">The day, in UTC.</param>
    internal Acceptance? Of(TaskDeclaration live, DateTime today) =>
        all.FirstOrDefault(one => (one.Until is not { } last || today.Date <= last) && one.Scope.Includes(live)).How;
}
