using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Reading;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>An accepted finding.</summary>
/// <param name="Place">The place of the entry in the baseline.</param>
/// <param name="File">The file, relative to the baseline.</param>
/// <param name="Fingerprint">Identifies the finding.</param>
/// <param name="Count">How often it is accepted.</param>
public sealed record BaselineEntry(Place Place, string RuleId, string File, string Fingerprint, int Count)
{
    /// <summary>The task's name, or else its ID, as it was shown when the finding was accepted; null if it was about none.</summary>
    public string? Task { get; init; }
}

/// <summary>Findings that a team has accepted on a day, so that only new ones fail.</summary>
public sealed record Baseline(IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>The version of the form that is written.</summary>
    public const string Version = "2.0";

    /// <summary>The version whose fingerprints were made of messages. It is read, and <c>baseline prune</c> writes it anew.</summary>
    public const string FirstVersion = "1.0";

    /// <summary>Reads a baseline. JSON is YAML, so that every entry has its place.</summary>
    /// <param name="problems">Receives the problems. If there are any, the baseline is ignored.</param>
    public static Baseline Read(SourceFile file, List<Problem> problems)
    {
        if (SourceText.FindNul(file) is { } nul)
        {
            problems.Add(nul);
            return new Baseline([]);
        }

        var roots = YamlTreeReader.Read(file, _ => null, problems);
        if (roots is null)
            return new Baseline([]);
        if ((roots.Count == 1 ? roots[0] : null) is not MappingNode root)
        {
            problems.Add(new Unreadable(new Place(file, 0, 0), "a baseline is one mapping with 'findings'"));
            return new Baseline([]);
        }

        // A message may look like a variable, but is for people only.
        var view = new Binder().BindMapping(BaselineFields.Spec, root, problems);
        problems.RemoveAll(problem => problem is UnsetVariable);
        var version = view[BaselineFields.FormatVersion];
        if (version.Text is { } given && given is not (Version or FirstVersion))
            problems.Add(new Unreadable(version.Head,
                $"the baseline has the form {Excerpt.Of(given)}, but this version of the tool reads {Version}; "
                    + "write it anew with 'tasklint baseline create'"));
        var entries = new List<BaselineEntry>();
        foreach (var entry in view[BaselineFields.Findings].Objects)
        {
            var count = entry[BaselineEntryFields.Count];
            var times = count.Number ?? 1;
            if (count.IsGiven && times is < 1 or > int.MaxValue)
                problems.Add(new Unreadable(count.Head, "'count' must be 1 or more"));
            if (entry[BaselineEntryFields.Rule].Text is { } rule && entry[BaselineEntryFields.File].Text is { } path
                && entry[BaselineEntryFields.Fingerprint].Text is { } fingerprint)
            {
                entries.Add(new BaselineEntry(entry.Node.Place, rule, path, fingerprint, (int)Math.Max(1, Math.Min(int.MaxValue, times)))
                { Task = entry[BaselineEntryFields.Task].Text });
            }
        }

        return new Baseline(entries);
    }

    /// <summary>
    /// Whether a finding can be accepted: it is shown, concerns a declaration, and states something about what was read. Findings that something
    /// could not be read or determined remain failures, since a baseline would make the result look better than it is known to be. Findings on
    /// suppressions remain, since those can be removed.
    /// </summary>
    public static bool CanHold(Finding finding) =>
        finding is { IsSuppressed: false, LosesDeclarations: false, Severity: > Severity.Silent, Place.IsKnown: true }
        && finding.Rule is not (ReadableFile or Determined or NameFitsOne)
        && !RuleCategory.IsOfSuppressions(finding.Rule);
}
