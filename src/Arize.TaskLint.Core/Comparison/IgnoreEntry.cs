using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Drift that a team lives with: an entry of <c>ignore</c>, of a task or of the settings.</summary>
/// <param name="Path">The path of the drift, or of anything above it.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Until">The last day on which it counts, in UTC; null for ever.</param>
public sealed record IgnoreEntry(string Path, string? Reason, string? Owner, DateTime? Until)
{
    /// <summary>The path as results show it.</summary>
    public string ShownPath { get; private init; } = Path;

    /// <summary>The last day as results show it; null where there is none.</summary>
    public string? ShownUntil { get; private init; } = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where its path stands.</summary>
    public Place Place { get; init; }

    /// <summary>The entries of a task that can be read; the others have findings of their own.</summary>
    public static IEnumerable<IgnoreEntry> Of(TaskDeclaration task) => task[TaskFields.Ignore].Objects.Select(Of).OfType<IgnoreEntry>();

    /// <summary>The entry of a mapping; null where it cannot be read.</summary>
    internal static IgnoreEntry? Of(ObjectView view)
    {
        var until = view.Like(IgnoreFields.Until);
        DateTime? day = until.Text is { } text && Kinds.TryDate(text, out var date) ? date : null;
        return view.Like(IgnoreFields.Path).Text is { } path && (day is not null || !until.IsGiven)
            ? new IgnoreEntry(path, view.Like(IgnoreFields.Reason).ShownText, view.Like(IgnoreFields.Owner).ShownText, day)
            { Place = view.Like(IgnoreFields.Path).Head, ShownPath = view.Like(IgnoreFields.Path).ShownText!, ShownUntil = until.ShownText }
            : null;
    }

    /// <summary>Why no drift can have its path; null where one can. Of a path that a variable was filled into nothing is said.</summary>
    internal string? PathProblem => Path == ShownPath ? IgnorePath.ProblemOf(Path) : null;

    /// <summary>Whether the entry still counts.</summary>
    /// <param name="today">The day, in UTC.</param>
    public bool IsInForce(DateTime today) => Until is not { } last || today.Date <= last;

    /// <summary>The paths by which an entry may mean a change.</summary>
    internal static IEnumerable<string> PathsOf(Change change)
    {
        var byValue = change.Path.ToValues();
        yield return byValue;
        if (change.Path.ToDisplay() is var shown && shown != byValue)
            yield return shown;
        // As it is printed, with the names of variables: so accept writes it.
        if (change.Path.ToString() is var printed && printed != byValue && printed != change.Path.ToDisplay())
            yield return printed;
        // A reference that is declared by name may be ignored by the field that declares it.
        if (change is { DeclaredName: not null, Field: { Owner: { } owner } byId, Path.Parent: { } around } && owner.NameTwinOf(byId) is { } byName)
            yield return around.Field(byName.Name).ToString();
    }
}
