using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The severity of drift by its path: a team may want to know of a new name, and be stopped by another sampling rate.</summary>
public sealed class DriftSeverities
{
    /// <summary>No severities: drift has that of its rule.</summary>
    public static readonly DriftSeverities Empty = new([]);

    /// <summary>The severities that drift can be given.</summary>
    // What weighs less than a suggestion is not shown, and then the task would be called drifted without a reason.
    public static readonly IReadOnlyList<string> Words = ["error", "warning", "suggestion"];

    private readonly Dictionary<IgnoreEntry, Severity> severities;
    private readonly IgnoreIndex index;

    private DriftSeverities(Dictionary<IgnoreEntry, Severity> severities)
    {
        this.severities = severities;
        // Of the paths that a change lies below, the most specific one counts.
        index = new IgnoreIndex(
            severities.Keys.OrderByDescending(entry => StepsOf(entry.Path)).ThenBy(entry => entry.Path.Contains("[*]")), _ => true);
    }

    /// <summary>Reads a setting whose keys are paths, as in <c>ignore</c>, and whose values are severities.</summary>
    /// <param name="field">The setting.</param>
    /// <param name="problems">Receives paths that no drift can have, and words that are no severity.</param>
    public static DriftSeverities Read(FieldValue field, List<Problem> problems)
    {
        var severities = new Dictionary<IgnoreEntry, Severity>();
        foreach (var (key, value) in field.Entries)
        {
            if (IgnorePath.ProblemOf(key.Text) is { } problem)
                problems.Add(new UnknownSetting(key.Place, $"no drift has the path '{Excerpt.Of(key.ShownText)}': {problem}"));
            else if (value is not ScalarNode { IsNull: false } word)
                problems.Add(UnknownSetting.Word(key.Place, Subject(key), "null", Words));
            else if (!Words.Contains(word.Text.ToLowerInvariant()) || !SeverityWord.TryRead(word.Text, out var severity))
                problems.Add(UnknownSetting.Word(word.Place, Subject(key), word.ShownText, Words));
            else
                severities.Add(new IgnoreEntry(key.Text, null, null, null) { Place = key.Place }, severity!.Value);
        }

        return severities.Count > 0 ? new DriftSeverities(severities) : Empty;
    }

    /// <summary>The severity of a change; null if no path covers it.</summary>
    public Severity? Of(Change change) => index.Find(change) is { } entry ? severities[entry] : null;

    private static string Subject(ScalarNode path) => $"the severity of drift in '{Excerpt.Of(path.ShownText)}'";

    private static int StepsOf(string path) => path.Count(c => c is '.' or '[');
}
